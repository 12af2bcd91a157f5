"""A notice in force, as the catalogue read it."""

from datetime import date, datetime
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
    evidence: list[str] = Field(sa_type=JSON, default_factory=list)
    lead: str  # units by the names that the notice has: assignments are made of these
    responsible: list[str] = Field(sa_type=JSON, default_factory=list)
    files: str | None = None
    files_cadence: str | None = None
    confidence: str
    source_line: int
    note: str


class Requirement(SQLModel, table=True):
    """The target is num/den exactly (100 % is 1/1), empty where it is no number."""

    __table_args__ = (UniqueConstraint("indicator_id", "seq"),)
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


class Doubt(SQLModel, table=True):
    id: int = key()
    notice_id: int = Field(foreign_key="notice.id")
    code: str
    field: str
    printed: str
    reason: str
    reading: str
    alternatives: list[Any] = Field(sa_type=JSON, default_factory=list)
    answer: str | None = None
    by: int | None = Field(default=None, foreign_key="person.id")
    at: datetime | None = None
