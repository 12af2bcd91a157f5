"""The sections of config.toml: which keys there are, and what may stand there."""

import ipaddress
import re
from datetime import date, time
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from bot.vault.keys import recipient
from domain.cadences import PLAIN_YEAR, Cadence, Every, Moment, Quota, Review, misfit, moment
from domain.confirmation import Confirmed
from domain.kinds import KindName
from domain.ladder import AUDIENCES, RUNG, Ladder
from domain.orders import Colour, Limits, Orders, Rule, When


def _rung(text: object) -> str:
    if not isinstance(text, str) or not RUNG.fullmatch(text):
        raise ValueError(f'"{text}" is no rung such as "open", "T-5", "T" or "T+1"')
    return text


def _day(text: object) -> str:
    try:
        if re.fullmatch(r"\d\d-\d\d", str(text)):
            return f"{date.fromisoformat(f'{PLAIN_YEAR[0].year}-{text}'):%m-%d}"
    except ValueError as error:
        raise ValueError(f'"{text}" is on no day of a year') from error
    raise ValueError(f'"{text}" is no month and day such as "06-30"')


def zone_of(text: object) -> ZoneInfo:
    try:
        return ZoneInfo(str(text))
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f'"{text}" is no time zone') from error


Rung = Annotated[str, BeforeValidator(_rung)]
At = Annotated[Moment, BeforeValidator(moment)]
Choice = Annotated[str, Field(min_length=2, max_length=40)]  # of a button


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class OfficeSection(Section):
    opens: time
    closes: time
    last_reminder: time

    @model_validator(mode="after")
    def in_order(self) -> "OfficeSection":
        if not self.opens < self.last_reminder <= self.closes:
            raise ValueError("opens, last_reminder and closes are not in this order")
        return self


class PeopleSection(Section):
    invite_hours: int = Field(ge=1, le=24 * 14)
    strangers_a_day: int = Field(ge=0)


class FilesSection(Section):
    largest_megabytes: int = Field(ge=1, le=20)
    kinds: tuple[Annotated[str, Field(pattern="^[a-z0-9]{2,5}$")], ...] = Field(min_length=1)


class BackupSection(Section):
    at: time
    folder: str
    recipients: tuple[Annotated[str, AfterValidator(recipient)], ...]
    keep: int = Field(ge=1, le=366)


class JournalSection(Section):
    folder: str
    months: int = Field(ge=2, le=24)  # the month before is needed on the first of the next one


class ReadingSection(Section):
    seconds: int = Field(ge=5, le=600)
    megabytes: int = Field(ge=200, le=8192)  # with less not even an empty document is read


class DigestSection(Section):
    cut_off: time
    look_again: time
    issue: time
    named_from: int = Field(ge=2)  # the holder is always told a working day before the group

    @model_validator(mode="after")
    def in_order(self) -> "DigestSection":
        if self.look_again > self.issue:
            raise ValueError("look_again is after issue")
        return self


class PaceSection(Section):
    expected_from: int = Field(ge=1, le=100)  # percent
    looked_at: tuple[Annotated[str, BeforeValidator(_day)], ...]


class SigningSection(Section):
    within: int = Field(ge=1)
    ladder: str


class ConfirmationSection(Section):
    kinds: tuple[Confirmed, ...]
    within: int = Field(ge=1)
    ladder: str


class ReviewSection(Section):
    within: int = Field(ge=1)
    ladder: str
    mend_within: int = Field(ge=1)
    mend_ladder: str
    decide_within: int = Field(ge=1)
    decide_ladder: str
    reasons: tuple[Choice, ...] = ()


class ExtensionSection(Section):
    ask_before: int = Field(ge=0)
    decide_within: int = Field(ge=1)
    at_most: int = Field(ge=1, le=60)
    ladder: str
    reasons: tuple[Choice, ...] = ()
    progress: tuple[Choice, ...] = ()


class PassingSection(Section):
    within: int = Field(ge=1)
    leaves: int = Field(ge=0)
    ladder: str


class OrderRuleSection(Section):
    name: str = Field(min_length=1, max_length=20)
    colour: Colour
    when: When
    n: int = Field(ge=1, le=250)


class OrderTitlesSection(Section):
    blue: str = Field(min_length=1)
    yellow: str = Field(min_length=1)
    red: str = Field(min_length=1)


class OrdersSection(Section):
    code: str = Field(min_length=1, max_length=20)
    decide_within: int = Field(ge=1)
    yellow_within: int = Field(ge=1)
    explain_within: int = Field(ge=1)
    red_within: int = Field(ge=1)
    titles: OrderTitlesSection
    reasons: tuple[Annotated[str, Field(min_length=2, max_length=40)], ...] = ()
    rules: tuple[OrderRuleSection, ...] = ()

    @model_validator(mode="after")
    def told_apart(self) -> "OrdersSection":
        names = [rule.name for rule in self.rules]
        if twice := next((name for name in names if names.count(name) > 1), None):
            raise ValueError(f'two rules are called "{twice}"')
        if self.explain_within > self.red_within:
            raise ValueError("explain_within is more than red_within")
        return self

    def orders(self) -> Orders:
        limits = Limits(self.yellow_within, self.explain_within, self.red_within)
        rules = tuple(Rule(r.name, r.colour, r.when, r.n) for r in self.rules)
        titles: dict[Colour, str] = {"blue": self.titles.blue, "yellow": self.titles.yellow, "red": self.titles.red}
        return Orders(self.code, self.decide_within, limits, titles, self.reasons, rules)


class JointSection(Section):
    title: str = Field(min_length=1)
    kinds: tuple[KindName, ...]
    before: int = Field(ge=1)  # the lead has at least a day with what came


class PapersSection(Section):
    court: str = Field(min_length=1, max_length=40)
    issuer: str = Field(min_length=1, max_length=40)
    bulletin: str = Field(min_length=1, max_length=40)
    code: str = Field(min_length=1, max_length=20)
    to: str = Field(min_length=1, max_length=60)
    copies: str = Field(default="", max_length=60)


class WatchSection(Section):
    port: int = Field(ge=0, le=65535)


class WebhookSection(Section):
    host: str
    port: int = Field(ge=1, le=65535)

    @field_validator("host")
    @classmethod
    def is_an_address(cls, host: str) -> str:
        try:
            return str(ipaddress.ip_address(host))
        except ValueError as error:
            raise ValueError(f'"{host}" is no address such as "127.0.0.1"') from error


class WordsSection(Section):
    title: str = Field(min_length=1)
    ladder: str
    extensions: int = Field(default=2, ge=0, le=2)


class QuotaSection(Section):
    total: int = Field(ge=1)
    least: int = Field(ge=0)


class CadenceSection(Section):
    every: Every | None = None
    opens: At | None = None
    due: At | None = None
    lock_after: int = Field(default=20, ge=0)  # working days after due in which a report may still be corrected
    ladder: str | None = None
    form: Literal["roll-call", "summary", "meeting", "readings", "register"] | None = None
    title: str = ""
    review: Review = ""
    quota: QuotaSection | None = None
    quiet: bool = False
    pace: bool = False
    extensions: int = Field(default=2, ge=0, le=2)

    @model_validator(mode="after")
    def once_alone(self) -> "CadenceSection":
        """What is asked once is asked in one form, and it alone may be asked without alarm."""
        if self.quiet and self.every != "once":
            raise ValueError("only what is asked once is quiet")
        if self.pace and self.every == "once":
            raise ValueError("what is asked once has no pace")
        if self.every == "once" and self.form not in (None, "readings"):
            raise ValueError("what is asked once has the form readings")
        return self

    @model_validator(mode="after")
    def whole(self) -> "CadenceSection":
        wanted = ("every", "due", "ladder") if self.every == "once" else ("every", "opens", "due", "ladder")
        missing = [k for k in wanted if getattr(self, k) is None]
        if missing and (self.form or len(missing) < 4):
            raise ValueError(f"{missing[0]} is missing")
        if self.form and not self.title:
            raise ValueError("title is missing")
        if self.form == "meeting" and not self.quota:
            raise ValueError("quota is missing")
        if self.quota and self.quota.least > self.quota.total:
            raise ValueError("quota.least is more than quota.total")
        if self.every and self.opens and self.due:
            match misfit(self.every, self.opens, self.due):
                case "opens-too-many":
                    raise ValueError(f"opens: a {self.every} has fewer working days than {abs(self.opens.day)}")
                case "due-too-many":
                    raise ValueError(f"due: a {self.every} has fewer working days than {abs(self.due.day)}")
                case "due-before-opens":
                    raise ValueError("due is before opens")
        return self

    def cadence(self, name: str) -> Cadence:
        """Of a cadence that is asked: it has all that a form needs."""
        assert self.every
        assert self.due
        assert self.ladder
        assert self.form
        quota = Quota(self.quota.total, self.quota.least) if self.quota else None
        opens = self.opens or Moment("within", 1)  # what is asked once opens with the giving
        moments = opens, self.due, self.lock_after
        told = self.title, self.quiet, self.pace
        return Cadence(
            name, self.every, *moments, self.ladder, self.form, quota, *told,
            review=self.review, extensions=self.extensions,
        )  # fmt: skip


class LadderSection(Section):
    contact: tuple[Rung, ...] = ()
    head: tuple[Rung, ...] = ()
    reviewer: tuple[Rung, ...] = ()
    office: tuple[Rung, ...] = ()

    def ladder(self) -> Ladder:
        return {audience: getattr(self, audience) for audience in AUDIENCES}
