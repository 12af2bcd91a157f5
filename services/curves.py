"""How an indicator's demands went over a year: each reading as it stood then, each count with its days."""

from collections import Counter
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import accumulate

from db.queries import notices
from db.tables import Indicator, Requirement, Task
from domain.cadences import parse_period, period_of
from domain.facts.pictures import Course, Courses, Reading
from domain.kinds import DATED, DRAWN
from services import judging, pace, records, weighing
from services.judging import Judged
from services.office import Office
from services.records import Records
from services.weighing import Weighed

SHARES = ("all", "growth")  # said in percent whatever their unit


def of(office: Office, code: str) -> Courses | None:
    """None where there is no such indicator, or nothing of it that a curve could show."""
    notice = notices.current(office.session)
    indicator = notices.indicator(office.session, notice.id, code)
    if indicator is None:
        return None
    known = records.gather(office, notice.issued, indicator.id)
    judged = [one for one in judging.requirements(office, indicator) if one.requirement.kind in (*DRAWN, *DATED)]
    year = _year(office, known, indicator, [one.requirement for one in judged])
    found = (course for one in judged for course in _courses(office, known, indicator, one, year))
    demands = [course for course in found if course.kind in DRAWN or any(map(_is_there, course.readings))]
    if not demands:
        return None
    if all(course.kind == "milestone" for course in demands):
        year = max(one.day.year for course in demands for one in course.readings if one.day)
    return Courses(indicator.code, indicator.title, year, office.today, tuple(demands))


def _is_there(reading: Reading) -> bool:
    return reading.field is not None or reading.day is not None


def _year(office: Office, known: Records, indicator: Indicator, rows: list[Requirement]) -> int:
    """This year, or the last one while there is nothing of this one yet."""
    this = office.today.year
    for year in (this, this - 1):
        for row in rows:
            if known.entries.get(year, {}).get(row.id) or _filed(known, indicator, row, year):
                return year
    return this


def _filed(known: Records, indicator: Indicator, row: Requirement, year: int) -> list[Task]:
    """Of a milestone whenever it was: the day by which it is to be done may lie long ago."""
    tasks = [task for task in known.of(indicator.id, row) if task.id in known.reports]
    return [task for task in tasks if row.kind == "milestone" or task.period.startswith(str(year))]


def _courses(office: Office, known: Records, indicator: Indicator, one: Judged, year: int) -> list[Course]:
    """Of what is counted by sorts one of each, where each has to reach the target."""
    row = one.requirement
    aim = judging.demand(row, one.benchmark, office.today).target
    common = Course(
        name=row.name,
        op=row.op,
        target=row.target,
        unit=row.unit,
        kind=row.kind,
        percent=row.unit in ("%", "‰") or row.kind in SHARES or (row.kind == "trend" and len(row.parts) == 4),
        aim=aim if row.op in ("=", ">=", ">", "<", "<=") or row.tag == "X" else None,
        verdict=one.verdict.value,
        deadline=row.deadline,
    )
    if row.kind != "entries":
        done = _filed(known, indicator, row, year)
        readings = tuple(_reading(office, known, indicator, row, done[: n + 1]) for n in range(len(done)))
        if row.kind == "rank":
            common = replace(common, aim=_cutoff(row, readings))
        return [replace(common, readings=readings)]
    even = tuple(pace.even(office, row, period_of("year", date(year, 1, 1))))
    found = known.entries.get(year, {}).get(row.id, [])
    if not row.split:
        return [replace(common, days=_days([entry.on_date for entry, _ in found]), even=even, pace=one.pace)]
    return [
        replace(
            common,
            name=f"{row.name}（{sort}）",
            days=_days([entry.on_date for entry, part in found if part == sort]),
            even=even,
        )
        for sort in row.parts
    ]


def _days(days: list[date]) -> tuple[tuple[date, int], ...]:
    counted = sorted(Counter(days).items())
    sums = accumulate(n for _, n in counted)
    return tuple((day, n) for (day, _), n in zip(counted, sums, strict=True))


def _reading(office: Office, known: Records, indicator: Indicator, row: Requirement, done: list[Task]) -> Reading:
    """With the last of these reports, whatever came later."""
    then = so_far(office, known, indicator, row, done)
    alone = so_far(office, known, indicator, row, done[-1:])
    value, by_itself = _value(row, then), _value(row, alone)
    return Reading(
        on=parse_period(done[-1].period).end,
        value=value,
        alone=by_itself if by_itself != value or len(done) == 1 else None,
        before=then.found.before,
        verdict=judging.verdict(office, known, row, then).value,
        field=then.found.field,
        day=date.fromisoformat(then.words) if row.kind == "milestone" and then.words else None,
    )


def _cutoff(row: Requirement, readings: tuple[Reading, ...]) -> Fraction | None:
    """The last place that is in front; None where that is not decided. A share is of as many as there were last."""
    if row.num is None or not row.den:
        return None
    cutoff, field = Fraction(row.num, row.den), next((r.field for r in reversed(readings) if r.field), None)
    if cutoff >= 1:
        return cutoff
    return Fraction(int(cutoff * field)) if field else None


def so_far(office: Office, known: Records, indicator: Indicator, row: Requirement, done: list[Task]) -> Weighed:
    """What was on record of a demand when there were these reports and no more."""
    return weighing.weigh(office, replace(known, tasks={(indicator.id, row.cadence): done}), indicator, row)


def _value(row: Requirement, weighed: Weighed) -> Fraction | None:
    """Of several sorts the one that is furthest from the target."""
    values = weighed.found.values
    return min(values, default=None) if row.op.startswith(">") else max(values, default=None)
