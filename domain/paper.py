"""What goes out on paper. Invitations: one page, posts with their one-time codes. A book: sheets of cells."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MOST = 48  # codes on a page: more are too small to type from
WIDEST_CELL = 32_000  # signs; a sheet takes no more

Told = Callable[[int, int], None]  # how far it is: so many of so many parts are done
Shelf = Callable[[str], Path]  # hash → where that file of proof is kept


@dataclass(frozen=True)
class Invitations:
    """All texts come translated; a code is set apart in groups of four."""

    title: str
    notes: tuple[str, ...]  # how a code is used
    codes: tuple[tuple[str, str], ...]  # title of the post, code
    footer: str


@dataclass(frozen=True)
class Sheet:
    """`doubtful` are places of cells, row and column from 0, the head not counted."""

    title: str
    head: tuple[str, ...]
    widths: tuple[int, ...]  # of the columns, in signs
    rows: tuple[tuple[str, ...], ...]
    doubtful: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True)
class Mark:
    """What a book carries inside, so that it is known when it comes back: a document as it stood at a revision."""

    document: int
    rev: int
    hash: str  # of the file of the document, its first signs


@dataclass(frozen=True)
class Book:
    sheets: tuple[Sheet, ...]
    mark: Mark | None = None


@dataclass(frozen=True)
class Copy:
    """A draft as the records keep it, with the answers given so far: a book is made of it where it is sent."""

    mark: Mark
    reading: dict[str, Any]
    answers: dict[str, int]


@dataclass(frozen=True)
class Roll:
    """Who holds which seat, read again from a file that is kept, for the one who asks. It is stored nowhere."""

    name: str  # of the file
    hash: str


@dataclass(frozen=True)
class Kept:
    """A file of proof as it was sent, by the hash under which it is kept."""

    name: str
    hash: str


@dataclass(frozen=True)
class Wanted:
    """A document that is made of the records for one reader. `which` says of what: a month, an order's number, a code,
    a department; empty where it is of the whole."""

    name: str
    which: str
    language: str
    person_id: int | None = None  # None at the terminal


@dataclass(frozen=True)
class Made:
    """A document that was made, and lies ready under the number of the row that sends it."""

    number: int
