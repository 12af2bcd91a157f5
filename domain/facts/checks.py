"""Of answers that somebody has to look at: a head before they leave the department, a reviewer after that."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from domain.facts import work
from domain.pages import ONE_PAGE, Leaf

What = Literal["confirm", "review", "close", "decide"]


@dataclass(frozen=True)
class Look:
    """One answer as it stands. `entries` are those of a register or the meetings, day and title."""

    task: work.Task
    by: str  # who answered, by title
    at: datetime
    on_time: bool | None  # None as long as it has not left the department
    confirmed: str = ""  # the head's title
    returned: int = 0  # how often before
    entries: tuple[tuple[date, str], ...] = ()
    files: int = 0


@dataclass(frozen=True)
class Check:
    """What is looked at together: of one department, or of all where `batch` is set. `rev` grows with any change."""

    what: What
    looks: tuple[Look, ...]
    rev: int
    batch: bool
    mend_within: int  # working days


@dataclass(frozen=True)
class Line:
    """One line of a queue."""

    task_id: int
    units: tuple[str, ...]
    title: str
    period: str
    answers: int
    days: int  # working days that it has waited


@dataclass(frozen=True)
class Queue:
    what: What
    lines: tuple[Line, ...]
    leaf: Leaf = ONE_PAGE


@dataclass(frozen=True)
class Checked:
    """What became of a look: how many were let through, and what is left."""

    what: What
    done: int
    left: int
    urge: int | None = None  # the task, where another has it now whom the reader may urge


@dataclass(frozen=True)
class Question:
    """The words that a request waits for."""

    request_id: int
    kind: str
    field: str
    rev: int  # how many fields come before this one: a press on an earlier question answers none
    task: work.Task | None
    choices: tuple[str, ...] = ()
    problem: str | None = None
    said: tuple[tuple[str, str], ...] = ()  # what is there already, by field
    about: str = ""  # where that is no task


@dataclass(frozen=True)
class Done:
    """A request has come to its end, or to whoever decides: what it says now.

    `since` to `day` is what a limit moves by, or how long somebody is away; `asked` is the day that was asked for.
    """

    kind: str
    state: str
    task: work.Task | None
    reason: str = ""
    day: date | None = None
    unit: str = ""
    title: str = ""  # of whoever decides or decided
    since: date | None = None
    asked: date | None = None
    answer: str = ""  # why not
    by: date | None = None  # until when it is answered
    request_id: int = 0  # where something can still be done about it
    about: str = ""  # where that is no task
    subject: str = ""  # its number
