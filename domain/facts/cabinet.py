"""The documents that are made of the records: which there are, how far one is, what became of it."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.seal import Seal


@dataclass(frozen=True)
class Shelf:
    """The documents that the reader may have."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Export:
    """One that was asked for; with its hash once it is made."""

    number: int  # of the row that sends it
    name: str
    which: str
    suffix: str
    person_id: int
    today: date  # of which it is
    at: datetime
    sha256: str = ""
    seal: Seal | None = None  # of the trail, once it is made


@dataclass(frozen=True)
class Making:
    """How far it is: so many of so many parts; what became of it, once that is known."""

    name: str
    done: int = 0
    of: int = 0
    outcome: str = ""  # made, nothing, too-large, given-up
    megabytes: int = 0
    areas: tuple[int, ...] = ()  # by which it may be asked for in parts
