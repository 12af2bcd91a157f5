"""Assignments and what came of them: tasks, reports, readings, proof, reminders, digests."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import JSON, Field, SQLModel

from db.tables.column import key, of_one, one_of


class Assignment(SQLModel, table=True):
    """An indicator given to a unit as printed: a group stays a group and expands as of a date."""

    __table_args__ = (
        UniqueConstraint("indicator_id", "unit_id", "part"),
        one_of("part", "lead", "responsible", "files"),
    )
    id: int = key()
    indicator_id: int = Field(foreign_key="indicator.id")
    unit_id: int = Field(foreign_key="unit.id")
    part: str
    cadence: str | None = None  # of a filing assignment; leads are asked by their requirements' cadences
    given_on: date


class Receipt(SQLModel, table=True):
    """What one department has of an assignment: given, and signed for."""

    __table_args__ = (UniqueConstraint("assignment_id", "unit_id"),)
    id: int = key()
    assignment_id: int = Field(foreign_key="assignment.id")
    unit_id: int = Field(foreign_key="unit.id", index=True)
    given_at: datetime
    signed_at: datetime | None = None
    signed_by: int | None = Field(default=None, foreign_key="person.id")
    ended_on: date | None = None  # from that day on the department has it no more


class Task(SQLModel, table=True):
    """One assignment × one cadence × one period, for one department.

    Signing is a task too, without an assignment: its period is the day on which the indicators were given. So is what
    is answered in words, an order or a remark: it has a title of its own.
    `step` is a state of domain.lifecycle; `state` is what it comes to: still to be done, done, asked no more.
    """

    __table_args__ = (
        UniqueConstraint("unit_id", "assignment_id", "cadence", "period"),
        Index("uq_task_signing", "unit_id", "period", unique=True, sqlite_where=text("form = 'signing'")),
        Index("ix_task_wake_at", "wake_at", sqlite_where=text("wake_at IS NOT NULL")),
        Index("ix_task_open", "unit_id", "due", sqlite_where=text("state = 'open'")),
        Index("ix_task_due", "due"),
        Index("ix_task_matter", "assignment_id", "cadence", "period"),
        Index("ix_task_once", "assignment_id", sqlite_where=text("length(period) = 10")),
        one_of("state", "open", "filed", "withdrawn"),
        CheckConstraint("(assignment_id IS NULL) = (form IN ('signing', 'words'))", name="signing"),
    )
    id: int = key()
    assignment_id: int | None = Field(default=None, foreign_key="assignment.id")
    unit_id: int = Field(foreign_key="unit.id", index=True)
    cadence: str
    form: str
    period: str
    opens: date
    due: date
    locks: date
    first_due: date | None = None  # the limit before it was extended, which stays on record
    mend_by: date | None = None  # of what was returned: until then nobody is late with it
    title: str = ""  # of what is answered in words
    state: str = "open"
    step: str = "asked"
    rev: int = 0  # grows with every change; a button pressed on an older one is stale
    wake_at: datetime | None = None  # when the ladder next needs a look
    planned_on: date | None = None  # when the department intends to hold it
    quiet: bool = False  # asked for once: nobody is late with it
    closed_at: datetime | None = None

    @property
    def limit(self) -> date:
        """The last day on which nobody is late with it."""
        return self.mend_by or self.due

    @property
    def is_owed(self) -> bool:
        """The department may be late with it: not with what nobody presses for, nor with what the office decides."""
        return self.state == "open" and not self.quiet and self.step != "disputed"


class Report(SQLModel, table=True):
    """A versioned answer. `asking` names the field that a draft waits for."""

    __table_args__ = (
        UniqueConstraint("task_id", "version"),
        Index("uq_report_draft", "task_id", unique=True, sqlite_where=text("state = 'draft'")),
        one_of("state", "draft", "filed", "returned", "withdrawn"),
    )
    id: int = key()
    task_id: int = Field(foreign_key="task.id")
    version: int
    state: str
    by: int = Field(foreign_key="person.id")
    at: datetime
    said_at: datetime | None = None  # by Telegram's clock: a bot that was away hears it later
    on_time: bool | None = None
    asking: str | None = None
    replaces: int | None = Field(default=None, foreign_key="report.id")  # the version that it corrects
    confirmed_by: int | None = Field(default=None, foreign_key="person.id")  # the head who let it leave the department
    confirmed_at: datetime | None = None


class Reading(SQLModel, table=True):
    """One typed value of a report: a figure as num/den, a date or a text as text."""

    __table_args__ = (
        UniqueConstraint("report_id", "field"),
        Index("ix_reading_requirement", "requirement_id", sqlite_where=text("requirement_id IS NOT NULL")),
    )
    id: int = key()
    report_id: int = Field(foreign_key="report.id", ondelete="CASCADE")
    requirement_id: int | None = Field(default=None, foreign_key="requirement.id")
    field: str
    num: int | None = Field(default=None, sa_type=BigInteger)
    den: int | None = Field(default=None, sa_type=BigInteger)
    text: str | None = None


class Entry(SQLModel, table=True):
    """A line of a register (台账). A newer version replaces the older one, which stays.

    One that is told to a task has its report and counts toward what it was told for. One of the registers of the
    catalogue (`register_key`) has its columns in `data`, and no report.
    """

    __table_args__ = (one_of("state", "kept", "removed"), Index("ix_entry_register_key", "register_key"))
    id: int = key()
    register_name: str
    register_key: str = ""
    data: dict[str, Any] = Field(sa_type=JSON, default_factory=dict)
    state: str = "kept"
    unit_id: int = Field(foreign_key="unit.id")
    on_date: date
    title: str
    link: str | None = None
    report_id: int | None = Field(default=None, foreign_key="report.id", unique=True)
    version: int = 1
    replaces: int | None = Field(default=None, foreign_key="entry.id", unique=True)
    by: int = Field(foreign_key="person.id")
    at: datetime
    reason: str = ""  # why it was removed


class Counts(SQLModel, table=True):
    """This entry counts toward this requirement."""

    entry_id: int = Field(foreign_key="entry.id", primary_key=True)
    requirement_id: int = Field(foreign_key="requirement.id", primary_key=True)
    part: str = ""  # which of the requirement's parts


class Proof(SQLModel, table=True):
    """A file of a report, of an entry that has none, or what somebody said into the telephone, which is of a note and
    proves nothing by itself. In state wanted it is the queue of what is to be fetched."""

    __table_args__ = (
        UniqueConstraint("report_id", "file_unique_id"),
        UniqueConstraint("entry_id", "file_unique_id"),
        UniqueConstraint("note_id"),
        of_one("report_id", "entry_id", "note_id"),
        one_of("state", "wanted", "kept", "refused", "erased"),  # with the person who had spoken
        Index("ix_proof_wanted", "id", sqlite_where=text("state = 'wanted'")),
    )
    id: int = key()
    report_id: int | None = Field(default=None, foreign_key="report.id", ondelete="CASCADE")
    entry_id: int | None = Field(default=None, foreign_key="entry.id")
    note_id: int | None = Field(default=None, foreign_key="note.id")
    file_id: str
    file_unique_id: str
    name: str
    size: int | None = Field(default=None, sa_type=BigInteger)
    hash: str | None = None
    covers: str  # the period that it proves; of a recording none
    album: str | None = None  # sent together with others
    state: str = "wanted"
    tries: int = 0
    not_before: datetime | None = None
    at: datetime


class Note(SQLModel, table=True):
    """What somebody wrote, as it was written: with its task, and with the report that a form made of it.

    By itself until somebody says where it belongs. Its message may be edited: `asked` is the field that it answered.
    """

    __table_args__ = (Index("ix_note_message", "person_id", "message_id"),)
    id: int = key()
    task_id: int | None = Field(default=None, foreign_key="task.id", index=True)
    report_id: int | None = Field(default=None, foreign_key="report.id", ondelete="SET NULL", index=True)
    person_id: int = Field(foreign_key="person.id")
    message_id: int = Field(sa_type=BigInteger)
    asked: str | None = None
    text: str
    at: datetime


class Reminder(SQLModel, table=True):
    """A rung that was sent: at most once a task, audience and round. A return begins a new round, as a review does."""

    __table_args__ = (
        UniqueConstraint("task_id", "rung", "audience", "round"),
        one_of("audience", "contact", "head", "reviewer", "office"),
    )
    id: int = key()
    task_id: int = Field(foreign_key="task.id")
    rung: str
    audience: str
    post_id: int = Field(foreign_key="post.id")
    person_id: int = Field(foreign_key="person.id")
    outbox_id: int = Field(foreign_key="outbox.id", index=True)
    on_date: date
    at: datetime
    round: int = 0  # the hold that it belongs to; 0 where the task itself is asked


class Digest(SQLModel, table=True):
    """A weekly report with the facts as they stood at the cut-off. Numbers run on, they are no week numbers.

    frozen, a draft that issues itself → issued; or held until the director issues it. One that is overtaken by the next
    week's is dropped: its number goes on to that one.
    """

    __table_args__ = (one_of("state", "frozen", "held", "issued", "dropped"),)
    id: int = key()
    number: int | None = Field(default=None, unique=True)
    week: str = Field(unique=True)  # 2026-W48
    state: str
    rev: int = 0  # grows with every change; a button pressed on an older one is stale
    facts: dict[str, Any] = Field(sa_type=JSON)
    frozen_at: datetime
    issued_at: datetime | None = None
