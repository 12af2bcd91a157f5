"""Departments, posts, and who holds them from when to when."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlmodel import JSON, Field, SQLModel

from db.tables.column import key, one_of


class Unit(SQLModel, table=True):
    """A department, a group of departments or an outside body: any of them may lead."""

    __table_args__ = (one_of("kind", "unit", "group", "outside"),)
    id: int = key()
    name: str = Field(unique=True)
    kind: str
    aliases: list[str] = Field(sa_type=JSON, default_factory=list)
    shares_staff_with: str | None = None
    ranked: bool = True
    position: int  # order in lists
    confirmed_at: datetime | None = None  # of a group: who belongs to it was confirmed as it stands
    confirmed_by: int | None = Field(default=None, foreign_key="person.id")


class Member(SQLModel, table=True):
    __table_args__ = (UniqueConstraint("group_id", "unit_id", "since"),)
    id: int = key()
    group_id: int = Field(foreign_key="unit.id")
    unit_id: int = Field(foreign_key="unit.id")
    since: date
    until: date | None = None
    convenor: bool = False


class Post(SQLModel, table=True):
    __table_args__ = (
        UniqueConstraint("title", "body", "seat"),
        one_of("role", "contact", "deputy", "head", "office", "director", "leader"),
    )
    id: int = key()
    unit_id: int = Field(foreign_key="unit.id", index=True)
    title: str
    body: str = ""
    seat: int = 1
    role: str
    part: str = ""
    same_holder_as: str | None = None


class Person(SQLModel, table=True):
    """`telegram_id` is the only identity, and the private chat. `name` is for people's eyes."""

    __table_args__ = (one_of("state", "waiting", "active", "unreachable", "gone"),)
    id: int = key()
    telegram_id: int = Field(sa_type=BigInteger, unique=True)
    name: str
    language: str
    state: str
    at: datetime


class Tenure(SQLModel, table=True):
    """Who acts for an absent holder does so up to and with `ends`, beside the holder's own tenure."""

    __table_args__ = (
        Index("uq_tenure_holder", "post_id", unique=True, sqlite_where=text("until IS NULL AND NOT acting")),
    )
    id: int = key()
    post_id: int = Field(foreign_key="post.id")
    person_id: int = Field(foreign_key="person.id", index=True)
    since: date
    until: date | None = None
    acting: bool = False
    ends: date | None = None


class Charge(SQLModel, table=True):
    """Which leader is in charge of which department (分管), from when to when."""

    __table_args__ = (Index("uq_charge_unit", "unit_id", unique=True, sqlite_where=text("until IS NULL")),)
    id: int = key()
    post_id: int = Field(foreign_key="post.id")
    unit_id: int = Field(foreign_key="unit.id")
    since: date
    until: date | None = None
    by: int = Field(foreign_key="person.id")


class Invite(SQLModel, table=True):
    """Single use. `by` is empty for the claim code that the terminal prints."""

    id: int = key()
    hash: str = Field(unique=True)
    post_id: int = Field(foreign_key="post.id")
    by: int | None = Field(default=None, foreign_key="person.id")
    at: datetime
    expires: datetime
    claimed_by: int | None = Field(default=None, foreign_key="person.id")
    claimed_at: datetime | None = None
    settled_by: int | None = Field(default=None, foreign_key="person.id")  # confirmed or refused it
    settled_at: datetime | None = None


class Room(SQLModel, table=True):
    """A group chat that was bound from inside it."""

    chat_id: int = Field(sa_type=BigInteger, primary_key=True)
    kind: str
    bound_by: int = Field(foreign_key="person.id")
    since: datetime
    until: datetime | None = None
