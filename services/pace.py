"""序时进度 of a demand: the year that counts, how far it has gone, and what is on record of it."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from db.queries import notices
from db.tables import Indicator, Requirement, Task
from domain import pace
from domain.cadences import MONTHS, Cadence, Period, parse_period, period_of, periods
from domain.calendar import ONE_DAY
from domain.pace import Averaged, Counted, Pace, Stretch
from domain.verdicts import Found
from services.office import Office
from services.records import Records

ADDED_UP = ("rate", "mean")


def of(
    office: Office, known: Records, indicator: Indicator, row: Requirement, found: Found, told: Sequence[str]
) -> Pace | None:
    """`told` are the periods that the value was made of.

    None where others decide, a benchmark is the target, it is another rule's turn, or nothing can be foretold: ranks,
    trends, states, what is asked once, a year that is closed.
    """
    cadence = office.rules.cadences.get(row.cadence)
    if not told or cadence is None or not _has_pace(cadence, row):
        return None
    year = period_of("year", parse_period(told[-1]).start)
    if cadence.quota:
        days = [entry.on_date for entry, _ in known.entries.get(year.start.year, {}).get(row.id, [])]
        return _by_quota(office, cadence, row, year, days)
    if row.kind == "entries":
        sorts = len(row.parts) if row.split else 1
        return None if found.over else of_entries(office, row, year, found.values or (Fraction(0),) * sorts)
    if row.kind in ADDED_UP and found.values:
        return _averaged(known, cadence, row, (year, known.of(indicator.id, row)), found.values, told)
    return None


def of_entries(office: Office, row: Requirement, year: Period, held: Sequence[Fraction]) -> Counted | None:
    """Of a year that is not over; `held` by sorts where each has to reach the number."""
    cadence = office.rules.cadences.get(row.cadence)
    if cadence is None or not _has_pace(cadence, row) or office.today > year.end:
        return None
    stretch = _stretch(office, row, year)
    return pace.counted(row.op, Fraction(row.num or 0, row.den or 1), held, stretch, office.rules.due_from)


def even(office: Office, row: Requirement, year: Period) -> list[tuple[date, Fraction]]:
    """How many there would be on the last day of each month, were they spread over the working days; from nothing on
    the day before it was asked. Nothing where there is no pace."""
    cadence = office.rules.cadences.get(row.cadence)
    if cadence is None or not _has_pace(cadence, row):
        return []
    start = _start(office, row, year) - ONE_DAY
    days, target = office.calendar.count(start, year.end), Fraction(row.num or 0, row.den or 1)
    ends = [month.end for month in periods("month", year.start, year.end) if month.end > start]
    return [(start, Fraction(0)), *((end, target * office.calendar.count(start, end) / days) for end in ends if days)]


def _has_pace(cadence: Cadence, row: Requirement) -> bool:
    counts = cadence.pace and row.defined and row.num is not None
    return counts and not row.outside and row.tag != "X" and row.until is None


def _stretch(office: Office, row: Requirement, period: Period) -> Stretch:
    start = _start(office, row, period)

    def count() -> Stretch:
        days = office.calendar.count(start - ONE_DAY, period.end)
        left = min(days, max(0, office.calendar.count(office.today, period.end)))
        return Stretch(days - left, days)

    return office.once(("stretch", start, period.key), count)


def _start(office: Office, row: Requirement, period: Period) -> date:
    """Nobody is behind with days before it was asked."""
    given = office.once("given on", lambda: notices.current(office.session).given_on)
    return max(day for day in (period.start, given, row.since) if day)


def _by_quota(office: Office, cadence: Cadence, row: Requirement, year: Period, days: list[date]) -> Counted | None:
    assert cadence.quota is not None
    parts = list(periods(cadence.every, year.start, year.end))
    over = sum(1 for part in parts if part.end < office.today)
    if over == len(parts):
        return None
    held = [sum(1 for day in days if part.start <= day <= part.end) for part in parts]
    part = parts[over].key, _stretch(office, row, parts[over])
    return pace.by_quota(cadence.quota, held, over, part, _stretch(office, row, year), office.rules.due_from)


def _averaged(
    known: Records,
    cadence: Cadence,
    row: Requirement,
    asked: tuple[Period, list[Task]],
    values: Sequence[Fraction],
    told: Sequence[str],
) -> Averaged | None:
    """Of several sorts the one that has to bring most, or may bring least."""
    year, tasks = asked
    mine = [task for task in tasks if task.period[:4] == year.key]
    to_come = [parse_period(task.period) for task in mine if task.id not in known.reports]
    after = parse_period(mine[-1].period).end + ONE_DAY
    to_come += periods(cadence.every, after, year.end)
    target = Fraction(row.num or 0, row.den or 1)
    done, left = (sum(MONTHS[period.every] for period in found) for found in (map(parse_period, told), to_come))
    share = row.kind == "rate" and row.whole
    found = [one for value in values if (one := pace.averaged(row.op, target, value, done, left, share=share))]
    hardest = max if row.op in pace.LOWER else min
    return hardest(found, key=lambda one: one.rest) if found else None
