"""How a matter comes to its end: who holds it, what a reviewer said, what was requested, orders, remarks, urging."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlmodel import JSON, Field, SQLModel

from db.tables.column import key, one_of


class Hold(SQLModel, table=True):
    """Who has the ball, from when to when: of a task one at any time, and none once it is done.

    `unit_id` is whose time it is: the department's, of a reviewer the reviewer's own; empty where it is the office's.
    """

    __table_args__ = (
        Index("uq_hold_open", "task_id", unique=True, sqlite_where=text("until IS NULL")),
        one_of("part", "contact", "responsible", "head", "reviewer", "office"),
    )
    id: int = key()
    task_id: int = Field(foreign_key="task.id", index=True)
    part: str
    unit_id: int | None = Field(default=None, foreign_key="unit.id")
    since: datetime
    until: datetime | None = None


class Review(SQLModel, table=True):
    """What became of one version: accepted, or returned with a reason."""

    __table_args__ = (one_of("verdict", "accepted", "returned"),)
    id: int = key()
    report_id: int = Field(foreign_key="report.id", unique=True)
    verdict: str
    reason: str = ""
    by: int = Field(foreign_key="person.id")
    at: datetime


class Request(SQLModel, table=True):
    """Something that needs words, and somebody's decision: it is a draft until the words are there.

    `until` is the day asked for, `to_unit_id` the department that it would go to, `task_id` what it is about; of what
    is about an order, a remark, a register entry, a post or another request `subject` names it. `since` is the limit
    that would move, or the first day of an absence; `unit_id` is the department that asks. `data` has the columns of a
    register entry.
    """

    __table_args__ = (
        one_of("state", "draft", "asked", "granted", "refused", "dropped"),
        Index("ix_request_waiting", "kind", "id", sqlite_where=text("state IN ('draft', 'asked')")),
    )
    id: int = key()
    kind: str
    task_id: int | None = Field(default=None, foreign_key="task.id", index=True)
    subject: str = ""
    data: dict[str, Any] = Field(sa_type=JSON, default_factory=dict)
    state: str = "draft"
    asking: str | None = None  # the field that the draft waits for
    reason: str = ""
    progress: str = ""
    until: date | None = None
    to_unit_id: int | None = Field(default=None, foreign_key="unit.id")
    since: date | None = None
    granted_until: date | None = None  # where it was granted for less than was asked
    unit_id: int | None = Field(default=None, foreign_key="unit.id")
    person_id: int | None = Field(default=None, foreign_key="person.id")  # who would act for whoever is absent
    by: int = Field(foreign_key="person.id")
    at: datetime
    due: date | None = None  # when the decision is
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = None
    answer: str = ""


class Order(SQLModel, table=True):
    """督办单: proposed by a rule, signed by a person, numbered by year. What it orders is a task answered in words.

    One that holds no more before it was signed has lapsed, and may come again; of a signed one another colour may take
    the place (raised). `ground` and `n` say why, as it stood when it was signed.
    """

    __tablename__ = "directive"
    __table_args__ = (
        UniqueConstraint("year", "number"),
        UniqueConstraint("about_id", "rule", "colour"),
        one_of("colour", "blue", "yellow", "red"),
        one_of("state", "proposed", "lapsed", "refused", "signed", "raised", "done"),
    )
    id: int = key()
    colour: str
    rule: str  # of config.toml, which proposed it
    about_id: int = Field(foreign_key="task.id", index=True)
    unit_id: int = Field(foreign_key="unit.id")
    state: str = "proposed"
    year: int | None = None
    number: int | None = None
    proposed_at: datetime
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = None
    received_by: int | None = Field(default=None, foreign_key="person.id")
    received_at: datetime | None = None
    task_id: int | None = Field(default=None, foreign_key="task.id")  # to explain and to mend it
    raised_from: int | None = Field(default=None, foreign_key="directive.id")  # one colour up from that one
    ground: str  # domain.orders.Ground
    n: int
    due: date | None = None  # by when it is to be done
    done_at: datetime | None = None


class Remark(SQLModel, table=True):
    """批示: what a leader answered to a digest. One that was only read (圈阅) makes no task."""

    __table_args__ = (
        one_of("state", "read", "proposed", "given", "dropped"),
        UniqueConstraint("chat_id", "message_id"),
    )
    id: int = key()
    digest_id: int | None = Field(default=None, foreign_key="digest.id")
    by: int = Field(foreign_key="person.id")
    chat_id: int = Field(sa_type=BigInteger)
    message_id: int = Field(sa_type=BigInteger)
    text: str
    at: datetime
    state: str
    due: date | None = None
    reason: str = ""  # why it makes no task
    rev: int = 0  # grows with every change; a button pressed on an older one is stale
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = None


class Doer(SQLModel, table=True):
    """承办: a department that a remark is to be given to (拟办), and the task that came of it."""

    __table_args__ = (UniqueConstraint("remark_id", "unit_id"),)
    id: int = key()
    remark_id: int = Field(foreign_key="remark.id")
    unit_id: int = Field(foreign_key="unit.id")
    task_id: int | None = Field(default=None, foreign_key="task.id", index=True)


class Urge(SQLModel, table=True):
    """催办 by hand: who urged whom about what, and whether the answer has been told to who urged."""

    __table_args__ = (UniqueConstraint("task_id", "by", "on_date"),)
    id: int = key()
    task_id: int = Field(foreign_key="task.id", index=True)
    by: int = Field(foreign_key="person.id")
    at: datetime
    on_date: date
    answered_at: datetime | None = None


class Consent(SQLModel, table=True):
    """双人办理: what one of the office asks for and another agrees to. `subject` names it with its revision.

    Agreed without `decided_by` it was on the server.
    """

    __table_args__ = (
        one_of("kind", "seat", "notice", "room"),
        one_of("state", "asked", "agreed", "refused", "lapsed"),
        Index("uq_consent_asked", "kind", "subject", unique=True, sqlite_where=text("state = 'asked'")),
    )
    id: int = key()
    kind: str
    subject: str
    state: str = "asked"
    outbox_id: int | None = Field(default=None, foreign_key="outbox.id")  # the message on which it was asked
    by: int = Field(foreign_key="person.id")
    at: datetime
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = None
