"""Everything that the verdicts of a moment are made of, fetched at once."""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from db.queries import records, reviews, standing
from db.tables import Benchmark, Entry, Report, Requirement, Task
from domain.cadences import parse_period
from domain.validity import holds
from services.office import Office
from services.said import Said

Sorted = list[tuple[Entry, str]]  # entries, each with its sort


@dataclass(frozen=True)
class Records:
    today: date
    issued: date
    tasks: dict[tuple[int, str], list[Task]]  # indicator and cadence → the lead's tasks, the oldest first
    reports: dict[int, Report]  # task → its newest version
    readings: dict[int, dict[str, Said]]  # of those reports
    figures: dict[tuple[int, str, str], tuple[Fraction, Report]]  # unit, period, label → the newest word on it
    proven: set[int]  # reports with a file that is kept
    wanted: set[int]  # with one that is being fetched
    filed: set[int]  # entries without a report that have a file of their own
    entries: dict[int, dict[int, Sorted]]  # year → requirement → what counts toward it
    occurrences: dict[int, list[Report]]  # requirement → the reports of something that happened, of whatever time
    benchmarks: dict[int, Benchmark]
    accepted: set[int]  # reports that their reviewer has accepted
    then: datetime | None = None  # it is looked at as of that instant, not of now

    def of(self, indicator_id: int, row: Requirement) -> list[Task]:
        """The lead's tasks that ask for a demand: of what is asked once those with its date."""
        found = self.tasks.get((indicator_id, row.cadence), [])
        if row.since or row.until:
            found = [task for task in found if holds(row.since, row.until, parse_period(task.period))]
        dated = row.deadline is not None and any(parse_period(task.period).every == "once" for task in found)
        return [task for task in found if task.period == str(row.deadline)] if dated else found

    def is_open(self, task: Task) -> bool:
        return task.state == "open" or bool(self.then and task.closed_at and task.closed_at > self.then)

    def is_owed(self, task: Task) -> bool:
        return task.is_owed or (task.state != "open" and self.is_open(task) and not task.quiet)

    def stands(self, entry: Entry) -> bool:
        """By the address under which everybody can see it, or by a file."""
        return bool(entry.link) or entry.report_id in self.proven or entry.id in self.filed

    def uses(self, entry: Entry) -> int:
        """How many demands an entry counts toward."""
        rows = self.entries.get(entry.on_date.year, {}).values()
        return sum(1 for found in rows for other, _ in found if other.id == entry.id)


def gather(
    office: Office,
    issued: date,
    indicator_id: int | None = None,
    begun: datetime | None = None,
    then: datetime | None = None,
) -> Records:
    """Of one indicator, or of all. With `begun` what was told by then, as it was put right since; with `then` what was
    known then."""
    as_of = standing.as_of(office.session, then) if then else None
    session, year = office.session, office.today.year
    tasks: dict[tuple[int, str], list[Task]] = {}
    pairs = records.lead_tasks(session, date(year - 1, 1, 1), indicator_id)
    for task, indicator in pairs:
        tasks.setdefault((indicator, task.cadence), []).append(task)
    reports = records.last_reports(session, [task.id for task, _ in pairs], begun, as_of)
    ids = [report.id for report in reports.values()]
    occurrences = records.occurrences(session, begun, as_of)
    readings = records.readings(session, {*ids, *(report.id for found in occurrences.values() for report in found)})
    units = {task.id: (task.unit_id, task.period) for task, _ in pairs}
    figures: dict[tuple[int, str, str], tuple[Fraction, Report]] = {}
    for report in sorted(reports.values(), key=lambda report: report.at):
        for field, reading in readings[report.id].items():
            if reading.num is not None and reading.requirement_id is None:
                figures[*units[report.task_id], field] = Fraction(reading.num, reading.den or 1), report
    years = {y: records.entries(session, date(y, 1, 1), date(y, 12, 31), begun, as_of) for y in (year - 1, year)}
    told = (entry.report_id for found in years.values() for rows in found.values() for entry, _ in rows)
    counted = {report_id for report_id in told if report_id is not None}
    proven, wanted = records.proven(session, {*ids, *counted}, then)
    benchmarks, accepted = records.benchmarks(session, then or begun), reviews.accepted(session, ids, then)
    return Records(
        office.today,
        issued,
        tasks,
        reports,
        readings,
        figures,
        proven,
        wanted,
        records.filed_entries(session, then),
        years,
        occurrences,
        benchmarks,
        accepted,
        then or begun,
    )
