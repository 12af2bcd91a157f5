"""Of what somebody asks for and somebody else decides: more time, another department."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from domain.facts import work

Kind = Literal["extension", "passing", "ruling"]


@dataclass(frozen=True)
class Decision:
    """`since` is the limit as it was, `until` the day that is asked for, `earlier` one in between that may be granted
    instead. `may` is False for who only looks on."""

    request_id: int
    kind: Kind
    state: str
    task: work.Task
    by: str  # who asks, by title
    reason: str
    may: bool = True
    progress: str = ""
    since: date | None = None
    until: date | None = None
    earlier: date | None = None
    asked_before: tuple[int, int, int] = (0, 0, 0)  # about the task; by the department this year; of these in the end
    unit: str = ""  # to which it would go
    answer: str = ""  # why that one does not take it
    waits: str = ""  # whose decision it waits for, by title


@dataclass(frozen=True)
class Line:
    request_id: int
    kind: Kind
    unit: str
    title: str
    period: str
    to: str = ""


@dataclass(frozen=True)
class Decisions:
    kind: Kind
    lines: tuple[Line, ...]
