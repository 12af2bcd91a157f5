"""A notice in force, as the catalogue read it."""

from datetime import date, datetime
from fractions import Fraction
from typing import Any

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import JSON, Field, SQLModel

from db.tables.column import key, one_of


class Notice(SQLModel, table=True):
    __table_args__ = (UniqueConstraint("number", "edition"), one_of("state", "loaded", "given", "ended"))
    id: int = key()
    number: str
    edition: int
    title: str
    body: str
    issued: date
    state: str
    given_on: date | None = None
    planned_on: date | None = None  # the day for which every task that should exist does


class Indicator(SQLModel, table=True):
    __table_args__ = (UniqueConstraint("notice_id", "code"), one_of("confidence", "high", "medium", "low"))
    id: int = key()
    notice_id: int = Field(foreign_key="notice.id")
    code: str
    area: int
    area_title: str
    area_short: str
    item_number: str
    item_title: str
    title: str
    measure: str
    text: str = ""  # as the notice prints it
    evidence: list[str] = Field(sa_type=JSON, default_factory=list)
    lead: str  # units by the names that the notice has: assignments are made of these
    responsible: list[str] = Field(sa_type=JSON, default_factory=list)
    files: str | None = None
    files_cadence: str | None = None
    confidence: str
    source_line: int
    note: str


class Requirement(SQLModel, table=True):
    """The target is num/den exactly (100 % is 1/1), empty where it is no number.

    An amended demand is a second row with the same number: the one has `until`, the other `since`.
    """

    __table_args__ = (UniqueConstraint("indicator_id", "seq", "since"),)
    id: int = key()
    indicator_id: int = Field(foreign_key="indicator.id")
    seq: int
    name: str
    op: str
    num: int | None = Field(default=None, sa_type=BigInteger)
    den: int | None = Field(default=None, sa_type=BigInteger)
    target: str
    unit: str
    tag: str
    cadence: str
    period: str
    office_set: bool
    deadline: date | None = None
    calculation: str
    kind: str  # a name in domain.kinds
    parts: list[str] = Field(sa_type=JSON, default_factory=list)  # what is counted, "诉前调解成功数 件"
    whole: bool = True  # the first part is some of the second one
    split: bool = False  # each of several parts has to meet the target, not their sum
    better: str = ""  # of a trend: higher or lower
    soft: bool = False  # a miss is for a person to judge
    months: int | None = None  # a rolling window
    none: str = "undecided"  # the verdict where nothing of the kind arose
    defined: bool = True
    verifier: str = ""  # the department whose word it takes besides: a declaration alone does not close it
    outside: bool = False  # what comes of it is decided by others
    since: date | None = None  # periods that end before keep the rule of their time
    until: date | None = None  # the first day on which another rule, or none, holds

    @property
    def value(self) -> Fraction | None:
        return Fraction(self.num, self.den or 1) if self.num is not None else None


class Doubt(SQLModel, table=True):
    id: int = key()
    notice_id: int = Field(foreign_key="notice.id")
    code: str
    field: str
    printed: str
    reason: str
    reading: str
    alternatives: list[Any] = Field(sa_type=JSON, default_factory=list)
    effects: list[Any] = Field(sa_type=JSON, default_factory=list)  # what each alternative changes
    choice: int = 0  # what is in force: 0 the reading, n the n-th alternative
    answer: str | None = None  # None while it is open
    by: int | None = Field(default=None, foreign_key="person.id")
    at: datetime | None = None  # when it was answered, or opened again
    asked_of: int | None = Field(default=None, foreign_key="person.id")  # of the office, for the director


class Benchmark(SQLModel, table=True):
    """What a figure is measured by and the notice does not print: a mean, a pass line, how many ranks are in front.

    The one that was published last holds.
    """

    id: int = key()
    requirement_id: int = Field(foreign_key="requirement.id", index=True)
    period: str
    num: int = Field(sa_type=BigInteger)
    den: int = Field(sa_type=BigInteger)
    source: str
    on_date: date
    by: int = Field(foreign_key="person.id")
    at: datetime


class Pacing(SQLModel, table=True):
    """A cadence that the director changed in chat, from that day on: as config.toml writes it. The newest holds."""

    id: int = key()
    cadence: str = Field(index=True)
    every: str
    opens: str
    due: str
    since: date
    by: int = Field(foreign_key="person.id")
    at: datetime
