"""config.toml and the environment. Whatever is wrong there is one line that names the key or the file."""

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot import addresses
from bot.causes import of_system
from bot.sections import (
    BackupSection,
    CadenceSection,
    ConfirmationSection,
    DigestSection,
    ExtensionSection,
    FilesSection,
    JointSection,
    JournalSection,
    LadderSection,
    OfficeSection,
    OrdersSection,
    PaceSection,
    PapersSection,
    PassingSection,
    PeopleSection,
    ReadingSection,
    ReviewSection,
    Section,
    SigningSection,
    WatchSection,
    WebhookSection,
    WordsSection,
    zone_of,
)
from bot.tongue import t
from domain.calendar import OfficeHours
from domain.extension import Limits as Extended
from domain.lifecycle import Step
from domain.orders import CADENCE as ORDER
from domain.rules import Extension, Joint, Papers, Passing, Rules, Stretch, Words

PUBLIC = re.compile(r"https?://[A-Za-z0-9.\[\]:-]+(?:/[\w./~-]*)?", re.ASCII)
HOME = Path(__file__).resolve().parent.parent


class SettingsError(Exception):
    """One line for the terminal, naming the key or the file."""


class Settings(Section):
    notice: str
    zone: Annotated[ZoneInfo, BeforeValidator(zone_of)]
    language: Literal["zh_CN", "en"]
    campaign: str = Field(min_length=1)
    office_name: str = Field(min_length=1)
    staff_at_most: int = Field(ge=1)
    office: OfficeSection
    people: PeopleSection
    files: FilesSection
    reading: ReadingSection
    backup: BackupSection
    journal: JournalSection
    digest: DigestSection
    pace: PaceSection
    signing: SigningSection
    confirmation: ConfirmationSection
    review: ReviewSection
    orders: OrdersSection
    joint: JointSection
    papers: PapersSection
    extension: ExtensionSection
    passing: PassingSection
    watch: WatchSection
    webhook: WebhookSection
    cadences: dict[str, CadenceSection]
    words: dict[str, WordsSection]
    ladders: dict[str, LadderSection]

    @model_validator(mode="after")
    def ladders_exist(self) -> "Settings":
        used = {s.ladder for s in self.cadences.values() if s.ladder} | {self.signing.ladder, self.confirmation.ladder}
        used |= {self.review.ladder, self.review.mend_ladder, self.review.decide_ladder}
        used |= {s.ladder for s in self.words.values()} | {self.extension.ladder, self.passing.ladder}
        if unknown := sorted(used - set(self.ladders)):
            raise ValueError(f'ladder "{unknown[0]}" is not in [ladders]')
        return self

    @model_validator(mode="after")
    def orders_are_answered(self) -> "Settings":
        if ORDER not in self.words:
            raise ValueError(f"words.{ORDER} is missing")
        return self

    @property
    def hours(self) -> OfficeHours:
        return OfficeHours(self.office.opens, self.office.closes, self.office.last_reminder, self.zone)

    def rules(self) -> Rules:
        return Rules(
            notice=self.notice,
            language=self.language,
            campaign=self.campaign,
            office_name=self.office_name,
            hours=self.hours,
            cadences={name: s.cadence(name) for name, s in self.cadences.items() if s.form},
            ladders={name: s.ladder() for name, s in self.ladders.items()},
            sign_within=self.signing.within,
            signing_ladder=self.signing.ladder,
            confirmed=frozenset(self.confirmation.kinds),
            stretches=self._stretches(),
            reasons=self.review.reasons,
            words={name: Words(s.title, s.ladder, s.extensions) for name, s in self.words.items()},
            extension=self._extension(),
            passing=Passing(self.passing.within, self.passing.leaves, self.ladders[self.passing.ladder].ladder()),
            orders=self.orders.orders(),
            joint=Joint(self.joint.title, frozenset(self.joint.kinds), self.joint.before),
            papers=Papers(**self.papers.model_dump()),
            staff_at_most=self.staff_at_most,
            invite_hours=self.people.invite_hours,
            strangers_a_day=self.people.strangers_a_day,
            largest_file=self.files.largest_megabytes * 1024 * 1024,
            file_kinds=frozenset(self.files.kinds),
            cut_off=self.digest.cut_off,
            look_again=self.digest.look_again,
            issue=self.digest.issue,
            named_from=self.digest.named_from,
            due_from=Fraction(self.pace.expected_from, 100),
            looked_at=self.pace.looked_at,
        )

    def _extension(self) -> Extension:
        section = self.extension
        limits = Extended(section.ask_before, section.at_most, section.decide_within)
        return Extension(limits, self.ladders[section.ladder].ladder(), section.reasons, section.progress)

    def _stretches(self) -> dict[Step, Stretch]:
        def stretch(within: int, ladder: str) -> Stretch:
            return Stretch(within, self.ladders[ladder].ladder())

        confirming = stretch(self.confirmation.within, self.confirmation.ladder)
        reviewing = stretch(self.review.within, self.review.ladder)
        mending = stretch(self.review.mend_within, self.review.mend_ladder)
        return {
            Step.CONFIRMING: confirming,
            Step.RECONFIRMING: confirming,
            Step.REVIEWING: reviewing,
            Step.CLOSING: reviewing,
            Step.RETURNED: mending,
            Step.REOPENED: mending,
            Step.DISPUTED: stretch(self.review.decide_within, self.review.decide_ladder),
        }


def load(path: Path) -> Settings:
    """SettingsError where the file is missing, is no TOML or has a wrong key."""
    try:
        return Settings.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise SettingsError(t("{path}: cannot be read ({reason})", path=path, reason=of_system(error))) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: {error}") from error
    except ValidationError as error:
        raise SettingsError(f"{path}: {_problem(error)}") from error


def _problem(error: ValidationError) -> str:
    """The first one, with its key; an unknown key before what is missing: it may be that, misspelt."""
    problems = sorted(error.errors(), key=lambda one: one["type"] != "extra_forbidden")
    first = problems[0]
    key = ".".join(str(part) for part in first["loc"]) or "settings"
    if first["type"] != "extra_forbidden":
        return f"{key}: {_worded(first)}"
    beside = [one["loc"] for one in problems if one["type"] == "missing" and one["loc"][:-1] == first["loc"][:-1]]
    meant = get_close_matches(str(first["loc"][-1]), [str(loc[-1]) for loc in beside], 1)
    return (
        t("{key}: unknown key; is it {meant}?", key=key, meant=".".join([*map(str, first["loc"][:-1]), meant[0]]))
        if meant
        else t("{key}: unknown key", key=key)
    )


def _worded(problem: ErrorDetails) -> str:
    """pydantic's commonest ones; whatever else it says is shown as it says it."""
    about = problem.get("ctx", {})
    match problem["type"]:
        case "missing":
            return t("is missing")
        case "string_too_short":
            return t("is empty")
        case "greater_than_equal":
            return t("is to be {least} or more", least=about["ge"])
        case "less_than_equal":
            return t("is to be {most} or less", most=about["le"])
        case "literal_error":
            return t("is to be one of these: {choices}", choices=about["expected"].replace(" or ", ", "))
        case "int_type" | "int_parsing" | "int_from_float":
            return t("is to be a whole number")
        case "string_type":
            return t("is to be words in quotes")
        case "bool_type" | "bool_parsing":
            return t("is to be true or false")
        case _:
            return problem["msg"].removeprefix("Value error, ")


def addresses_meant() -> str:
    return t("is neither sqlite:///FILE nor postgresql://USER:PASSWORD@HOST/DATABASE, with ?schema=NAME or without")


def is_address(url: str) -> bool:
    """Of records. What is wrong in one is not repeated: it may hold a password."""
    if url.startswith("sqlite:///"):
        return not url.endswith((":memory:", "/"))
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        return False
    schema = address.query.get("schema", "public")
    named = isinstance(schema, str) and re.fullmatch(r"[a-z_][a-z0-9_]{0,62}", schema)
    return address.drivername == "postgresql" and bool(address.database) and bool(named)


VARIABLES = (
    "DUBAN_TELEGRAM_TOKEN",
    "DUBAN_TELEGRAM_API_URL",
    "DUBAN_TELEGRAM_PROXY",
    "DUBAN_WEBHOOK_URL",
    "DUBAN_WEBHOOK_SECRET",
    "DUBAN_DATABASE_URL",
    "DUBAN_DATA_DIR",
    "DUBAN_CONFIG",
)


@dataclass(frozen=True)
class Environment:
    """Secrets and addresses. Each may come from NAME, or from the file that NAME_FILE names."""

    token: str | None
    api_url: str
    database_url: str | None
    data_dir: Path
    config: Path
    proxy: str | None
    webhook_url: str | None
    webhook_secret: str | None

    @classmethod
    def read(cls, env: Mapping[str, str] = os.environ) -> "Environment":
        ours = (name for name in env if name.startswith("DUBAN_"))
        if unknown := sorted(name for name in ours if name.removesuffix("_FILE") not in VARIABLES):
            raise SettingsError(
                t("{name}: is no variable of Duban ({names})", name=unknown[0], names=", ".join(VARIABLES))
            )
        token = _value(env, "DUBAN_TELEGRAM_TOKEN")
        if token and not re.fullmatch(r"\d{3,20}:[\w-]{20,100}", token):
            raise SettingsError(t("DUBAN_TELEGRAM_TOKEN: this is no bot token (123456:ABC…)"))
        database_url = _value(env, "DUBAN_DATABASE_URL")
        if database_url and not token:
            raise SettingsError(t("DUBAN_DATABASE_URL: is set without DUBAN_TELEGRAM_TOKEN; the sandbox keeps its own"))
        if database_url and not is_address(database_url):
            raise SettingsError(f"DUBAN_DATABASE_URL: {addresses_meant()}")
        webhook_url = _value(env, "DUBAN_WEBHOOK_URL")
        return cls(
            token=token,
            api_url=_address(env, "DUBAN_TELEGRAM_API_URL", addresses.telegram) or "https://api.telegram.org",
            database_url=database_url,
            data_dir=Path(_value(env, "DUBAN_DATA_DIR") or HOME / "data"),
            config=Path(_value(env, "DUBAN_CONFIG") or HOME / "config.toml"),
            proxy=_address(env, "DUBAN_TELEGRAM_PROXY", addresses.proxy),
            webhook_url=_public(webhook_url, token) if webhook_url else None,
            webhook_secret=_secret(_value(env, "DUBAN_WEBHOOK_SECRET"), webhook_url),
        )


def _address(env: Mapping[str, str], name: str, checked: Callable[[str], str]) -> str | None:
    try:
        return checked(value) if (value := _value(env, name)) else None
    except ValueError as error:
        raise SettingsError(f"{name}: {error}") from error


def _public(url: str, token: str | None) -> str:
    """Where Telegram brings updates: by https, or by http to this machine alone."""
    if not token:
        raise SettingsError(t("DUBAN_WEBHOOK_URL: is set without DUBAN_TELEGRAM_TOKEN; the sandbox is polled"))
    try:
        found = urlsplit(url)
        encrypted = found.scheme == "https" or (found.scheme == "http" and found.hostname in ("127.0.0.1", "localhost"))
        good = encrypted and bool(found.hostname) and (found.port is None or found.port > 0)
    except ValueError:
        good = False
    if not good or not PUBLIC.fullmatch(url):
        raise SettingsError(t("DUBAN_WEBHOOK_URL: this is no address such as https://host/path"))
    return url


def _secret(secret: str | None, url: str | None) -> str | None:
    if secret and not url:
        raise SettingsError(t("DUBAN_WEBHOOK_SECRET: is set without DUBAN_WEBHOOK_URL"))
    if url and not secret:
        raise SettingsError(t("DUBAN_WEBHOOK_SECRET: is missing; without it anybody could bring updates"))
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret, re.ASCII):
        raise SettingsError(t("DUBAN_WEBHOOK_SECRET: may have 1 to 256 of A-Z, a-z, 0-9, _ and -"))
    return secret


def _value(env: Mapping[str, str], name: str) -> str | None:
    if path := env.get(f"{name}_FILE"):
        try:
            value = Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(t("{name}_FILE: {path} cannot be read", name=name, path=path)) from error
        if not value:
            raise SettingsError(t("{name}_FILE: {path} is empty", name=name, path=path))
        return value
    return env.get(name, "").strip() or None
