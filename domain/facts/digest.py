"""The weekly report: as it is frozen, as it is read, as a draft before the director.

`Digest` is kept for good. Its fields may grow; a field that older ones lack has a default, and none is taken away.
"""

from dataclasses import dataclass
from datetime import date, datetime

from domain.facts.overview import Overdue, Standing
from domain.pages import Leaf
from domain.seal import Seal


@dataclass(frozen=True)
class Change:
    """Against the digest before; None in the first one."""

    newly_met: int
    newly_overdue: int
    made_up: int
    lost: tuple["Lost", ...] = ()


@dataclass(frozen=True)
class Lost:
    """An indicator that was met then and is not now; `verdict` is what it is."""

    code: str
    title: str
    verdict: str


@dataclass(frozen=True)
class Soon:
    title: str
    period: str
    due: date
    units: int


@dataclass(frozen=True)
class LeftOut:
    """What of one department the director does not list, and why."""

    task_ids: tuple[int, ...]
    title: str
    period: str
    unit: str
    reason: str
    by: str  # by title
    at: datetime


@dataclass(frozen=True)
class Figure:
    """A count of an issue: a verdict, on time, late or overdue. `said` is the last word on it."""

    name: str
    said: int
    right: int


@dataclass(frozen=True)
class Errata:
    """更正: what an issue would have said, had it known what was put right since."""

    number: int
    figures: tuple[Figure, ...]
    matters: tuple[tuple[str, str], ...]  # what was put right: title and, of a report, its period


@dataclass(frozen=True)
class Digest:
    campaign: str
    number: int
    week: str
    first: date
    last: date
    cut_off: datetime
    indicators: int
    standing: Standing
    change: Change | None
    behind: tuple[Overdue, ...]  # once it is issued only those that may be named
    soon: tuple[Soon, ...]
    note: str = ""  # 按, the director's
    left_out: tuple[LeftOut, ...] = ()
    errata: Errata | None = None  # of the issue before
    earlier: tuple[Errata, ...] = ()  # of those before that, the newest first


@dataclass(frozen=True)
class Issue:
    """An issue as somebody reads it."""

    digest: Digest
    to_director: bool = False  # the group is not bound
    read: tuple[str, ...] = ()  # who has answered to it, by title: for the director alone
    older: int | None = None  # numbers of the issues around it, where the reader may page
    newer: int | None = None
    issued_on: date | None = None  # of one that is not the newest
    draft: int | None = None  # the id of the one that waits, for the director


@dataclass(frozen=True)
class Row:
    """What would be named of one department: a thing for one period. `reason` is there where it is left out."""

    task_id: int  # of the first of its tasks
    title: str
    period: str
    unit: str
    n: int
    days: int
    reason: str = ""


@dataclass(frozen=True)
class Draft:
    """One that waits, as the group would see it now; or what became of it."""

    digest_id: int
    rev: int
    state: str  # frozen, held, issued, dropped
    digest: Digest
    at: datetime  # when it is issued by itself, or was issued
    rows: int  # that may be left out or put back
    seal: Seal  # of the trail, as it is now


@dataclass(frozen=True)
class Rows:
    """The rows of a draft, a page of them."""

    digest_id: int
    rev: int
    number: int
    rows: tuple[Row, ...]
    leaf: Leaf


@dataclass(frozen=True)
class Ready:
    """A line of the director's card: one that the group cannot have, or one that is held."""

    digest_id: int
    number: int
