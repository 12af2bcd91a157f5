"""The monthly 三个规定 round of a department: counts only, never names, and no figure but the headcount suggested."""

from collections.abc import Mapping
from fractions import Fraction

from db.queries import reports
from db.tables import Report, Task
from domain import roll_call
from domain.cadences import parse_period
from domain.facts import work
from domain.reader.as_meant import as_meant
from domain.reader.asked import Doubt
from domain.roll_call import FIELDS, Problem, RollCall, Round, check, is_far_off
from services import calling, drafting
from services.office import Office
from services.said import Said


def form(office: Office, task: Task, report: Report | None) -> work.RollCall:
    """The headcount of the month before is shown where nothing is told yet, and beside a draft that is far from it."""
    if report is None:
        return work.RollCall(headcount(office, task), None, None, None)
    known = reports.figures(office.session, report.id)
    told = should, _, _ = known.get("should"), known.get("filed"), known.get("records")
    if report.state != "draft" or should is None:
        return work.RollCall(None, *told)
    before = headcount(office, task)
    return work.RollCall(None, *told, before=before if before is not None and is_far_off(should, before) else None)


def headcount(office: Office, task: Task) -> int | None:
    """What the department last filed as its number; never the number of records."""
    return _last(office, task).get("should")


def _last(office: Office, task: Task) -> dict[str, int]:
    """What the department filed for the month before; nothing of it is filed while an answer is read or shown."""

    def find() -> dict[str, int]:
        last = reports.last_filed_before(office.session, task)
        return reports.figures(office.session, last.id) if last else {}

    return office.once(("filed before", task.id), find)


def zero(office: Office, task: Task) -> None:
    """One tap says: everybody filed, nothing to record. It counts once it is confirmed."""
    report = drafting.begin(office, task)
    should = reports.figures(office.session, report.id).get("should", headcount(office, task))
    drafting.put(office, report, "zero", num=1)
    _merge(office, report, RollCall(should, should, 0))


def take(office: Office, task: Task, report: Report, text: str) -> Doubt | None:
    """Reads an answer into the draft; what stands in the way of it, if something does."""
    answer = _understood(office, task, reports.figures(office.session, report.id), report.asking, text)
    if isinstance(answer, Doubt):
        return answer
    _merge(office, report, answer)
    return None


def heard(office: Office, task: Task, known: Mapping[str, int], asked: str | None, text: str) -> int | Doubt:
    answer = _understood(office, task, known, asked, text)
    if isinstance(answer, Doubt):
        return answer
    told = _told(answer)
    return sum(known.get(field) != value for field, value in told.items())


def _understood(office: Office, task: Task, known: Mapping[str, int], asked: str | None, text: str) -> RollCall | Doubt:
    """The answer with what is known already."""
    answer = _read(office, task, known.get("should", headcount(office, task)), asked, text)
    if isinstance(answer, str):
        return Doubt(answer)
    should = answer.should if answer.should is not None else known.get("should")
    filed = answer.filed if answer.filed is not None else known.get("filed")
    if known.get("zero") and filed is None:
        filed = should
    records = answer.records if answer.records is not None else known.get("records")
    merged = RollCall(should, filed, records)
    problem = check(merged, office.rules.staff_at_most)
    return Doubt(problem) if problem else merged


def _read(office: Office, task: Task, headcount: int | None, asked: str | None, text: str) -> RollCall | Problem:
    """Tried first and taken then, it is read once."""
    field = next((field for field in FIELDS if field == asked), None)

    def read() -> RollCall | Problem:
        of, plainly = _round(office, task), as_meant(text)
        found = roll_call.read(plainly, field, headcount, of)
        if field and found == "not-understood" and _is_whole(roll_call.read(plainly, None, None, of)):
            return roll_call.read(plainly, None, headcount, of)
        return found

    return office.once(("read", task.id, headcount, asked, text), read)


def _is_whole(answer: RollCall | Problem) -> bool:
    """It tells every figure itself: the same answer, whichever of them was asked for."""
    return isinstance(answer, RollCall) and answer.missing is None


def _round(office: Office, task: Task) -> Round:
    return Round(
        parse_period(task.period).start.month,
        calling.own(office, task),
        _month_before(office, task),
        calling.others(office, task),
    )


def _month_before(office: Office, task: Task) -> RollCall | None:
    known = _last(office, task)
    return RollCall(*(known[field] for field in FIELDS)) if set(FIELDS) <= set(known) else None


def _merge(office: Office, report: Report, answer: RollCall) -> None:
    drafting.put_all(office, report, {field: Fraction(value) for field, value in _told(answer).items()})
    if answer.records:
        drafting.drop(office, report, "zero")  # a correction: it is no zero report any more
    report.asking = answer.missing


def _told(answer: RollCall) -> dict[str, int]:
    return {field: value for field in FIELDS if (value := getattr(answer, field)) is not None}


def ready(office: Office, report: Report) -> bool:
    return set(FIELDS) <= set(reports.figures(office.session, report.id))


def filed(office: Office, task: Task, report: Report) -> bool:
    """True where the task is done with it."""
    return True


def stands(office: Office, task: Task) -> bool:
    return bool(reports.filed(office.session, task.id))


def wants_proof(office: Office, task: Task, known: Mapping[str, Said]) -> bool:
    return False
