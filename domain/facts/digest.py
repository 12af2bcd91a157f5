"""The weekly report."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.facts.overview import Overdue, Standing


@dataclass(frozen=True)
class Change:
    """Against the digest before; None in the first one."""

    newly_met: int
    newly_overdue: int
    made_up: int


@dataclass(frozen=True)
class Soon:
    title: str
    period: str
    due: date
    units: int


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
    behind: tuple[Overdue, ...]  # only those that may be named
    soon: tuple[Soon, ...]
    to_director: bool  # the group is not bound
    read: tuple[str, ...] = ()  # who has answered to it, by title: for the director alone


@dataclass(frozen=True)
class Ready:
    """One that the group cannot have: it comes to the director alone."""

    digest_id: int
    number: int
