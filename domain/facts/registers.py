"""Of registers: which there are, what stands in one, an entry with its versions, and one that is being told."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.pages import Leaf
from domain.registers import Column, Kind, Value


@dataclass(frozen=True)
class Cell:
    """A column with what was said of it."""

    name: str
    kind: Kind
    unit: str
    value: Value


@dataclass(frozen=True)
class Line:
    key: str
    title: str
    entries: int  # of this year that the reader sees
    missing: int  # departments that should have one and have none, for whoever oversees


@dataclass(frozen=True)
class Registers:
    lines: tuple[Line, ...]
    example: str | None  # one that the reader may add to
    leaf: Leaf


@dataclass(frozen=True)
class EntryLine:
    entry_id: int | None  # None for one that was told to a task
    day: date
    title: str
    unit: str  # empty where the reader sees one department alone


@dataclass(frozen=True)
class Page:
    """`adds` are the departments for which the reader may enter something, each with its name."""

    key: str
    title: str
    note: str
    year: int
    total: int  # of this year
    entries: tuple[EntryLine, ...]  # the newest ones, of whatever year
    by_unit: tuple[tuple[str, int], ...]
    missing: tuple[str, ...]
    adds: tuple[tuple[int, str], ...]
    leaf: Leaf


@dataclass(frozen=True)
class Draft:
    """`problem` is the code of what was not understood of its column, `left` are words that belong nowhere."""

    request_id: int
    rev: int
    title: str
    unit: str
    note: str
    cells: tuple[Cell, ...]
    columns: tuple[Column, ...]
    asking: Column | None
    counts: tuple[str, ...]
    counts_only: bool
    corrects: int | None  # the version that it corrects
    choosing: bool = False  # which column is to be changed
    problem: tuple[str, str] | None = None  # column and code
    left: str = ""
    state: str = "draft"


@dataclass(frozen=True)
class Version:
    version: int
    at: datetime
    who: str
    changed: tuple[tuple[Cell, Value | None], ...]  # as it is now, and as it was


@dataclass(frozen=True)
class EntryView:
    entry_id: int
    key: str
    title: str
    unit: str
    cells: tuple[Cell, ...]
    counts: tuple[str, ...]  # what it counts toward
    files: int
    stands: bool  # by a file or an address, or nothing counts on it
    version: int
    versions: tuple[Version, ...]
    removed: str | None  # why
    mine: bool  # the reader may change it
    others: int  # what else it could count toward


@dataclass(frozen=True)
class Linking:
    entry_id: int
    title: str
    day: date
    counts: tuple[str, ...]
    others: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Removal:
    """Asked for the reason, then to be confirmed."""

    request_id: int
    rev: int
    title: str
    entry: str
    day: date
    reason: str
    counts_only: bool = False  # words of one's own are not kept
