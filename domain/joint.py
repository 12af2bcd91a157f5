"""What each responsible department (责任部门) answers for itself, by when, and what their figures come to."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Protocol, TypeVar

from domain.cadences import Every
from domain.calendar import Calendar
from domain.kinds import Quantity

LIGHT: frozenset[Every] = frozenset({"half-year", "year"})  # 基层减负: no month has a round more
# where nothing of the kind arose a department has nothing to say: neither of a rank nor of what has to be in place
MAY_BE_NONE = frozenset({"attestation", "rate", "mean", "all"})
SHARES = ("%", "‰")  # units of what cannot be added up


class Demand(Protocol):
    @property
    def kind(self) -> str: ...


Row = TypeVar("Row", bound=Demand)


def declared(rows: Sequence[Row], kinds: Collection[str], every: Every) -> list[Row]:
    """Of what an indicator is asked with one cadence, what each responsible department is asked without being told to:
    nothing where that would come more often than twice a year."""
    return [row for row in rows if row.kind in kinds] if every in LIGHT else []


def limit(due: date, opens: date, before: int, calendar: Calendar) -> date:
    """So many working days before the lead's own, and not before it is asked."""
    return max(opens, calendar.shift(due, -before))


def limit_on_demand(due: date, today: date, before: int, calendar: Calendar) -> date | None:
    """Where the lead asks on that day: a working day at least for who is asked, and one for the lead. None where the
    lead's own limit is too near for that, so that nobody else is late for it."""
    found = max(calendar.shift(today, 1), calendar.shift(due, -before))
    return found if found < due else None


def may_be_none(kinds: Collection[str]) -> bool:
    """本部门无此类情况 answers all that is asked."""
    return bool(kinds) and all(kind in MAY_BE_NONE for kind in kinds)


def summed(parts: Sequence[Mapping[str, Fraction]], asked: Sequence[Quantity]) -> dict[str, Fraction]:
    """Label → sum of what is counted, where each of the parts has it; never a share."""
    counted = [one.label for one in asked if one.unit not in SHARES]
    found = [label for label in counted if parts and _has(parts, label)]
    return {label: sum((part[label] for part in parts), Fraction()) for label in found}


def _has(parts: Sequence[Mapping[str, Fraction]], label: str) -> bool:
    return all(label in part for part in parts)
