"""Whether the reminding of a month was fair, by department: how much, how much in vain, how long an answer took."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class Held:
    """Whose time it was; `unit_id` is empty where it was the office's, `until` while it is."""

    unit_id: int | None
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True)
class Month:
    """Of one department. `median` is the office time that it took itself for an answer; None where none came."""

    sent: int = 0
    needless: int = 0
    answered: int = 0
    median: timedelta | None = None
    returned: int = 0
    urged: int = 0


def is_needless(at: datetime, unit_id: int, holds: Sequence[Held], unread: Sequence[Span] = ()) -> bool:
    """A reminder that arrived while the ball was not with the department; or while its answer, from when it was
    written until it was taken, only waited to be read."""
    is_with_it = any(
        held.unit_id == unit_id and held.since <= at and (held.until is None or at < held.until) for held in holds
    )
    return not is_with_it or any(written <= at < taken for written, taken in unread)


def middle(times: Sequence[timedelta]) -> timedelta | None:
    """Not the average: one matter that lay for weeks says nothing of the others."""
    return timedelta(seconds=median(time.total_seconds() for time in times)) if times else None


def in_order(found: Sequence[tuple[str, bool, Month]]) -> tuple[list[tuple[str, Month]], list[tuple[str, Month]]]:
    """(name, whether it is ranked, its month): those that are ranked, who took longest first and who answered nothing
    last; and the others, in the order in which they came."""
    ranked = [(name, month) for name, is_ranked, month in found if is_ranked]
    ranked.sort(key=lambda one: one[1].median or timedelta(-1), reverse=True)
    return ranked, [(name, month) for name, is_ranked, month in found if not is_ranked]


def total(months: Sequence[Month], times: Sequence[timedelta]) -> Month:
    """Of all departments together; `times` are those of every answer."""
    return Month(
        sent=sum(month.sent for month in months),
        needless=sum(month.needless for month in months),
        answered=sum(month.answered for month in months),
        median=middle(times),
        returned=sum(month.returned for month in months),
        urged=sum(month.urged for month in months),
    )
