"""What is on record of a demand: its value over the time that counts, and the reports that it comes from."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from dateutil.relativedelta import relativedelta

from db.tables import Entry, Indicator, Report, Requirement, Task
from domain import figures
from domain.calendar import ONE_DAY
from domain.kinds import quantity
from domain.verdicts import Found
from services.forms import known as said_of
from services.office import Office
from services.records import Records

Inputs = tuple[tuple[str, Fraction, str], ...]  # label, value, unit


NONE = Found()


@dataclass(frozen=True)
class Weighed:
    """`stale` where a newer period is overdue: what was good then is not said to be good now."""

    found: Found = NONE
    periods: tuple[str, ...] = ()  # that it was made of, the oldest first
    inputs: Inputs = ()
    reports: tuple[Report, ...] = ()
    entries: tuple[Entry, ...] = ()
    shared: int = 0  # of them, how many count elsewhere too
    stale: bool = False
    share_alone: bool = False  # said without the numbers that it is made of
    words: str = ""  # where a rank was published, what has happened
    zero: tuple[str, ...] = ()  # months in which nobody of the whole court recorded anything


def weigh(office: Office, known: Records, indicator: Indicator, row: Requirement) -> Weighed:
    cadence = office.rules.cadences.get(row.cadence)
    if cadence is None:
        return Weighed()
    if cadence.form == "summary":
        return _months(known, indicator, row)
    if row.kind == "entries":
        return _entries(known, indicator, row)
    done = [task for task in known.of(indicator.id, row) if task.id in known.reports]
    if not done:
        return Weighed()
    # a sum of the year lacks whatever month of it is overdue; anything else, only what is newer than the last
    since = done[-1].period[:4] if row.parts and row.kind not in ("figure", "all") else done[-1].period
    late = any(_is_overdue(known, task) and task.period > since for task in known.of(indicator.id, row))
    weighed = (_figures if row.parts else _point)(office, known, row, done)
    return Weighed(**{**vars(weighed), "stale": late})


def _is_overdue(known: Records, task: Task) -> bool:
    return known.is_owed(task) and task.limit < known.today


def _figures(office: Office, known: Records, row: Requirement, done: list[Task]) -> Weighed:
    """Over the year of the last period the parts are added up, not the shares; a state is what it was last, and so is a
    figure that stands all year."""
    year = done[-1].period[:4]
    tasks = [task for task in done if task.period[:4] == year] if row.kind not in ("figure", "all") else done[-1:]
    labels = [quantity(part) for part in row.parts]
    told = [(task, [known.figures.get((task.unit_id, task.period, q.label)) for q in labels]) for task in tasks]
    whole = [(task, [one for one in found if one]) for task, found in told if all(found)]
    if len(whole) < len(tasks) and (shares := _shares(known, row, tasks)):
        return shares
    if not whole:
        return Weighed()
    columns = [[found[n][0] for _, found in whole] for n in range(len(labels))]
    sums = [
        column[-1] if label.stands_all_year else sum(column, Fraction(0))
        for label, column in zip(labels, columns, strict=True)
    ]
    value = figures.value(row.kind, sums)
    each = figures.shares(sums) if row.split and len(sums) > 2 else ()
    sources = {report.id: report for _, found in whole for _, report in found}
    return Weighed(
        Found(
            each or ((value,) if value is not None else ()),
            figures.before(row.kind, sums),
            nothing=value is None and row.kind != "growth",  # a year without any before is no "nothing of the kind"
        ),
        tuple(task.period for task, _ in whole),
        tuple((q.label, total, q.unit) for q, total in zip(labels, sums, strict=True)),
        tuple(sources[key] for key in sorted(sources)),
    )


def _shares(known: Records, row: Requirement, tasks: list[Task]) -> Weighed | None:
    """Where a share was said without its numbers: it is what counts if it is the only one, otherwise nobody can add up.

    None where no task says one.
    """
    sources = [known.reports[task.id] for task in tasks]
    said = [said_of.share(row, known.readings[report.id]) for report in sources]
    if all(share is None for share in said):
        return None
    periods = tuple(task.period for task in tasks)
    value = (said[0],) if len(said) == 1 and said[0] is not None else ()
    return Weighed(Found(value), periods, reports=tuple(sources), share_alone=True)


def _point(office: Office, known: Records, row: Requirement, done: list[Task]) -> Weighed:
    task = done[-1]
    report = known.reports[task.id]
    said = said_of.answer(row.seq, known.readings[report.id])
    if said is None or "unknown" in said:
        return Weighed(periods=(task.period,), reports=(report,))
    if "none" in said:
        return Weighed(Found(nothing=True), (task.period,), reports=(report,))
    proven = report.id in known.proven
    match row.kind:
        case "practice":
            found = Found((Fraction(int(bool(said["yes"]))),), proven=proven)
        case "milestone":
            day = said.get("day")
            in_time = isinstance(day, date) and (row.deadline is None or day <= row.deadline)
            found = Found((Fraction(int(in_time)),), proven=proven)
            return Weighed(found, (task.period,), reports=(report,), words=str(day or ""))
        case "rank":
            found = Found((Fraction(str(said["place"])),), field=int(str(said["of"])))
            return Weighed(found, (task.period,), reports=(report,), words=str(said["source"]))
        case _:
            return _occurrences(office, known, row, done)
    return Weighed(found, (task.period,), reports=(report,))


def _occurrences(office: Office, known: Records, row: Requirement, done: list[Task]) -> Weighed:
    """Whatever happened, or was reported, within a rolling window; without one in the year of the last period."""
    last = known.reports[done[-1].id]
    end = known.today
    start = end + ONE_DAY - relativedelta(months=row.months) if row.months else date(int(done[-1].period[:4]), 1, 1)
    happened = []
    for report in known.occurrences.get(row.id, []):
        said = said_of.answer(row.seq, known.readings[report.id]) or {}
        # a rolling window counts by either day; a year by the day on which it happened
        either = (said.get("day"), office.rules.hours.today(report.at) if row.months else None)
        days = [day for day in either if isinstance(day, date)]
        if any(start <= day <= end for day in days):
            happened.append((report, int(str(said["count"])), str(said.get("what", ""))))
    sources = {report.id: report for report in (*(report for report, _, _ in happened), last)}
    return Weighed(
        Found((Fraction(sum(number for _, number, _ in happened)),)),
        tuple(task.period for task in done if task.period[:4] == done[-1].period[:4]),
        reports=tuple(sources.values()),
        words="、".join(dict.fromkeys(what for _, _, what in happened if what)),
    )


def _entries(known: Records, indicator: Indicator, row: Requirement) -> Weighed:
    """Of the year that is being counted: this one, or the last one until its limit."""
    tasks = known.of(indicator.id, row)
    task = _counted(known, tasks)
    if task is None:
        return Weighed()
    found = known.entries.get(int(task.period[:4]), {}).get(row.id, [])
    good = [(entry, part) for entry, part in found if known.stands(entry)]
    values = _numbers(row, found)
    closed = task.form != "meeting" and task.state == "filed" and not known.is_open(task)
    report = known.reports.get(task.id)
    reason = _reason(known, report.id) if report else ""
    return Weighed(
        Found(
            values if found else (),
            nothing=closed and not found and bool(reason),
            proven=_numbers(row, good) == values or _reaches(row, _numbers(row, good)),
            over=closed,
        ),
        (task.period[:4],),
        reports=(report,) if report and not found else (),
        entries=tuple(entry for entry, _ in found),
        shared=sum(1 for entry, _ in found if known.uses(entry) > 1),
        words=reason,
    )


def _counted(known: Records, tasks: list[Task]) -> Task | None:
    """The oldest that is not past its limit, closed or not."""
    running = [task for task in tasks if task.due >= known.today]
    return next(iter(running or tasks[-1:]), None)


def _numbers(row: Requirement, found: list[tuple[Entry, str]]) -> tuple[Fraction, ...]:
    if not row.split:
        return (Fraction(len(found)),)
    return tuple(Fraction(sum(1 for _, part in found if part == sort)) for sort in row.parts)


def _reaches(row: Requirement, values: tuple[Fraction, ...]) -> bool:
    return all(value >= (row.num or 0) for value in values)


def _reason(known: Records, report_id: int) -> str:
    """Why no more came."""
    reading = known.readings.get(report_id, {}).get("reason")
    return reading.text or "" if reading else ""


def _months(known: Records, indicator: Indicator, row: Requirement) -> Weighed:
    """Of the court's monthly sums: the last month's share where that is asked, otherwise the months of this year."""
    done = [task for task in known.of(indicator.id, row) if task.id in known.reports]
    if not done:
        return Weighed()
    reports = [known.reports[task.id] for task in done]
    if row.unit == "%":
        last = {field: reading.num or 0 for field, reading in known.readings[reports[-1].id].items()}
        whole = last["departments"] == last["expected"] and last["should"]
        value = (Fraction(last["filed"], last["should"]),) if whole else ()
        inputs = tuple((name, Fraction(last[key]), "人") for name, key in (("已填", "filed"), ("应填", "should")))
        return Weighed(Found(value), (done[-1].period,), inputs, (reports[-1],))
    year = str(known.today.year)
    months = [(task, report) for task, report in zip(done, reports, strict=True) if task.period.startswith(year)]
    empty = [task.period for task, report in months if not known.readings[report.id]["records"].num]
    return Weighed(
        Found((Fraction(len(months)),), over=False, unlikely=bool(empty)),
        tuple(task.period for task, _ in months),
        reports=tuple(report for _, report in months),
        zero=tuple(empty),
    )
