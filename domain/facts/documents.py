"""A notice on its way in, as messages show it."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from domain.facts.publishing import Change
from domain.facts.work import Task
from domain.pages import Leaf

Step = Literal["", "begun", "opened"]


@dataclass(frozen=True)
class Coming:
    """It is being fetched or read; `seconds` is how long it has been read, where that is worth saying."""

    name: str
    step: Step
    seconds: int


@dataclass(frozen=True)
class Refused:
    """`reason` is a sentence in Chinese that names the file; empty where it could not even be fetched."""

    name: str
    reason: str


@dataclass(frozen=True)
class Other:
    document_id: int
    name: str


@dataclass(frozen=True)
class Review:
    """What was read, in numbers, and where its review stands."""

    document_id: int
    rev: int
    state: Literal["read", "published", "dropped"]
    name: str
    number: str
    title: str
    issued: date | None
    areas: int
    items: int
    indicators: int
    requirements: int
    departments: int
    groups: int
    seats: int
    mechanisms: int
    doubts: int
    open: int
    undoable: bool
    problems: tuple[str, ...]
    others: tuple[Other, ...]  # that are being reviewed as well


Document = Coming | Refused | Review


@dataclass(frozen=True)
class Question:
    """One doubtful cell; the first option is the likely one. `chosen` is the one that was taken."""

    document_id: int
    rev: int
    number: int  # its place, from 0
    total: int
    open: int
    code: str
    text: str
    field: str
    printed: str
    reason: str
    options: tuple[str, ...]
    chosen: int | None
    alike: int  # open ones of the same sort, this one among them
    undoable: bool


@dataclass(frozen=True)
class Release:
    """What publishing would change, before it is done."""

    document_id: int
    rev: int
    standing: int  # the notice at work, with which it was compared
    change: Change


@dataclass(frozen=True)
class Changed:
    """A cell of a sheet; without a column the whole line is new or gone."""

    sheet: str
    row: str
    column: str
    old: str
    new: str


@dataclass(frozen=True)
class Correction:
    document_id: int  # of the sheet that came back
    name: str
    changes: tuple[Changed, ...]


@dataclass(frozen=True)
class Copy:
    """The sheets of what was read, made just before they are sent."""

    document_id: int
    rev: int
    hash: str
    title: str
    reading: dict[str, Any]
    answers: dict[str, int]


@dataclass(frozen=True)
class SeatLine:
    body: str
    part: str
    title: str


@dataclass(frozen=True)
class Seats:
    document_id: int
    leaf: Leaf  # of all seats
    seats: tuple[SeatLine, ...]


@dataclass(frozen=True)
class Roll:
    name: str
    hash: str


@dataclass(frozen=True)
class Which:
    """A file of which it is not plain what it is for: a notice, or proof of one of these."""

    name: str
    tasks: tuple[Task, ...]
