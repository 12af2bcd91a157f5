"""The court's month of the 三个规定 round, added up for 派驻组 from what the departments filed."""

from collections.abc import Iterator, Mapping

from db.queries import reports, tasks
from db.tables import Report, Task, Unit
from domain.facts import work
from domain.reader.asked import Doubt
from services import drafting
from services.office import Office
from services.said import Said

FILING = "roll-call"


def form(office: Office, task: Task, report: Report | None) -> work.Summary:
    """Of a filed summary the figures as filed, otherwise as they stand now."""
    now = _as_it_stands(office, task)
    if report is None or report.state == "draft":
        return now
    known = reports.figures(office.session, report.id)
    names = reports.readings(office.session, report.id)["missing"].text or ""
    return work.Summary(
        known["expected"],
        known["departments"],
        tuple(n for n in names.split("、") if n),
        known["should"],
        known["filed"],
        known["records"],
    )


def filings(office: Office, task: Task) -> Iterator[tuple[Task, Unit, dict[str, int] | None]]:
    """Each department's part of the month, and its figures where it has filed."""
    for name in (name for name, cadence in office.rules.cadences.items() if cadence.form == FILING):
        filed = reports.latest_figures(office.session, name, task.period)
        for part, unit in tasks.of_period(office.session, name, task.period):
            yield part, unit, filed.get(part.id)


def _as_it_stands(office: Office, task: Task) -> work.Summary:
    totals = {"should": 0, "filed": 0, "records": 0}
    expected, missing = 0, []
    for _, unit, figures in filings(office, task):
        expected += 1
        if figures is None:
            missing.append(unit.name)
            continue
        for field in totals:
            totals[field] += figures[field]
    return work.Summary(
        expected, expected - len(missing), tuple(missing), totals["should"], totals["filed"], totals["records"]
    )


def take(office: Office, task: Task, report: Report, text: str) -> Doubt | None:
    """The sum is the departments': nobody types it."""
    return heard(office, task, {}, None, text)


def heard(office: Office, task: Task, known: Mapping[str, int], asked: str | None, text: str) -> Doubt:
    return Doubt("press-to-sum")


def ready(office: Office, report: Report) -> bool:
    return True


def filed(office: Office, task: Task, report: Report) -> bool:
    """Freezes the figures of this moment into the report."""
    now = _as_it_stands(office, task)
    figures = {
        "expected": now.expected,
        "departments": now.filed,
        "should": now.people_should,
        "filed": now.people_filed,
        "records": now.records,
    }
    for field, value in figures.items():
        drafting.put(office, report, field, num=value)
    drafting.put(office, report, "missing", text="、".join(now.missing))
    return True


def follow(office: Office, task: Task) -> list[Task]:
    """The summaries that a department's report changes: their cards show it, their buttons are new."""
    if task.form != FILING:
        return []
    found = of_round(office, task)
    for row in found:
        row.rev += 1
    return found


def of_round(office: Office, task: Task) -> list[Task]:
    """The summaries of a department's month."""
    names = [name for name, cadence in office.rules.cadences.items() if cadence.form == "summary"]
    return [row for row in tasks.summaries(office.session, task.period) if row.cadence in names]


def stands(office: Office, task: Task) -> bool:
    return bool(reports.filed(office.session, task.id))


def wants_proof(office: Office, task: Task, known: Mapping[str, Said]) -> bool:
    return False
