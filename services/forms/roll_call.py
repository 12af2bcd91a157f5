"""The monthly 三个规定 round of a department: counts only, never names, and no figure but the headcount suggested."""

from collections.abc import Mapping

from db.queries import reports
from db.tables import Report, Task
from domain import roll_call
from domain.cadences import parse_period
from domain.facts import work
from domain.reader.as_meant import as_meant
from domain.reader.asked import Doubt
from domain.roll_call import FIELDS, RollCall, Round, check
from services import calling, drafting
from services.office import Office
from services.said import Said


def form(office: Office, task: Task, report: Report | None) -> work.RollCall:
    known = reports.figures(office.session, report.id) if report else {}
    return work.RollCall(headcount(office, task), known.get("should"), known.get("filed"), known.get("records"))


def headcount(office: Office, task: Task) -> int | None:
    """What the department last filed as its number; never the number of records."""
    last = reports.last_filed_before(office.session, task)
    return reports.figures(office.session, last.id).get("should") if last else None


def zero(office: Office, task: Task) -> None:
    """One tap says: everybody filed, nothing to record. It counts once it is confirmed."""
    report = drafting.begin(office, task)
    should = reports.figures(office.session, report.id).get("should", headcount(office, task))
    drafting.put(office, report, "zero", num=1)
    _merge(office, report, RollCall(should, should, 0))


def take(office: Office, task: Task, report: Report, text: str) -> Doubt | None:
    """Reads an answer into the draft; what stands in the way of it, if something does."""
    known = reports.figures(office.session, report.id)
    asked = report.asking if report.asking in FIELDS else None
    answer = roll_call.read(as_meant(text), asked, known.get("should", headcount(office, task)), _round(office, task))
    if isinstance(answer, str):
        return Doubt(answer)
    should = answer.should if answer.should is not None else known.get("should")
    filed = answer.filed if answer.filed is not None else known.get("filed")
    if known.get("zero") and filed is None:
        filed = should
    records = answer.records if answer.records is not None else known.get("records")
    merged = RollCall(should, filed, records)
    if problem := check(merged, office.rules.staff_at_most):
        return Doubt(problem)
    _merge(office, report, merged)
    return None


def _round(office: Office, task: Task) -> Round:
    return Round(parse_period(task.period).start.month, calling.own(office, task), _month_before(office, task))


def _month_before(office: Office, task: Task) -> RollCall | None:
    last = reports.last_filed_before(office.session, task)
    known = reports.figures(office.session, last.id) if last else {}
    return RollCall(*(known[field] for field in FIELDS)) if set(FIELDS) <= set(known) else None


def _merge(office: Office, report: Report, answer: RollCall) -> None:
    for field in FIELDS:
        if (value := getattr(answer, field)) is not None:
            drafting.put(office, report, field, num=value)
    if answer.records:
        drafting.drop(office, report, "zero")  # a correction: it is no zero report any more
    report.asking = answer.missing


def ready(office: Office, report: Report) -> bool:
    return set(FIELDS) <= set(reports.figures(office.session, report.id))


def filed(office: Office, task: Task, report: Report) -> bool:
    """True where the task is done with it."""
    return True


def stands(office: Office, task: Task) -> bool:
    return bool(reports.filed(office.session, task.id))


def wants_proof(office: Office, task: Task, known: Mapping[str, Said]) -> bool:
    return False
