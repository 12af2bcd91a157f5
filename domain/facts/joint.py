"""Of reports that several departments give: parts, disagreements, and the round that everybody files."""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from domain.facts import work


@dataclass(frozen=True)
class Given:
    """What one responsible department has given."""

    part_id: int | None  # None where it was not asked
    unit_id: int
    unit: str
    state: str  # not asked, asked, late, filed
    answer: work.Readings | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class Joint:
    """A lead's report by departments. `limit` is until when who is asked now may answer, `due` until when who was."""

    task: work.Task
    given: tuple[Given, ...]
    limit: date | None
    due: date | None
    sums: tuple[tuple[str, Fraction, str], ...]  # label, value, unit


@dataclass(frozen=True)
class Gathered:
    """Every department that was asked has given its part, `n` of them."""

    task_id: int
    title: str
    period: str
    n: int


@dataclass(frozen=True)
class Part:
    """One department's part, as the lead sees it."""

    lead: work.Task
    part_id: int
    unit: str
    answer: work.Readings
    by: str  # title
    at: datetime
    may_dispute: bool


@dataclass(frozen=True)
class Dispute:
    """Two departments disagree: what each of them says."""

    request_id: int
    task: work.Task
    unit: str  # the responsible one
    reason: str
    by: str  # title
    answer: work.Readings | None
    open: bool


@dataclass(frozen=True)
class Closing:
    """Somebody asks that a matter be closed."""

    task: work.Task
    by: str  # title
    files: int
    links: int
    open: bool


@dataclass(frozen=True)
class Round:
    """The monthly round as it stands: departments and numbers alone."""

    task: work.Task
    expected: int
    zero: int  # departments
    some: int
    reviewed: int
    missing: tuple[str, ...]
    unreviewed: tuple[str, ...]
