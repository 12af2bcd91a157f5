"""From when to when a rule holds: periods that are closed keep the rule of their time."""

from datetime import date

from domain.cadences import Cadence, Period, falling_due
from domain.calendar import ONE_DAY, Calendar


def holds(since: date | None, until: date | None, period: Period) -> bool:
    """For the periods that end on its first day or later, and before the day from which another one holds."""
    return (since is None or period.end >= since) and (until is None or period.end < until)


def first_day(cadence: Cadence, today: date, calendar: Calendar) -> date:
    """Of the period that is asked for today, or next: from that day on what is published today holds."""
    plan = next(falling_due(cadence, today, calendar), None)
    return plan.period.start if plan else today


def handover(was: date, now: date, today: date, *, filed: bool) -> tuple[date, date]:
    """Of what is asked once, by `was`, and from today on by `now`: until when the old rule holds, since when the new.

    A day that has passed keeps its rule where nothing but the rule has changed; what was filed for another day too.
    """
    if was == now < today:
        return was + ONE_DAY, was + ONE_DAY
    return (was + ONE_DAY if filed and was != now else was), min(today, now)
