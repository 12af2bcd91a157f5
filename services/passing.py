"""转办: a task goes to another department once that one has taken it; until then it stays where it is."""

from datetime import date

from db.queries import people, requests, tasks
from db.tables import Request, Task, Unit
from domain import extension
from domain.ladder import Ladder
from domain.lifecycle import Step
from domain.people import ANSWERING
from services import moving, offering, reviewers
from services.office import Office
from services.reviewers import Seat

KINDS = ("passing", "ruling")  # asked of the other department, or of the director where that one declines


def obstacle(office: Office, task: Task) -> str | None:
    """Why it cannot be passed on now."""
    if task.form == "roll-call":
        return "passing-each"
    if not offering.is_passable(office, task):
        return "passing-never"
    if task.state != "open":
        return "passing-filed"
    if Step(task.step) not in offering.PASSED:
        return "passing-not-now"
    asked = [row for row in requests.waiting_of(office.session, task.id, KINDS) if row.state == "asked"]
    return "passing-pending" if asked else None


def targets(office: Office, task: Task) -> list[Unit]:
    """Departments of the house that have somebody to take it; 派驻组 is asked, never given anything."""
    units = [unit for unit in people.units(office.session) if unit.kind == "unit" and unit.ranked]
    return [unit for unit in units if unit.id != task.unit_id and people.answering(office.session, unit.id)]


def ladder(office: Office) -> Ladder:
    return office.rules.passing.ladder


def answered_by(office: Office) -> date:
    return office.calendar.shift(office.calendar.on_or_after(office.today), office.rules.passing.within)


def seats(office: Office, request: Request) -> list[Seat]:
    """The other department and, where it does not answer in time, the director before it."""
    assert request.to_unit_id is not None
    assert request.due is not None
    found = [seat for role in ANSWERING for seat in people.holders(office.session, role, request.to_unit_id)]
    return [*director(office, request), *found] if office.today > request.due else found


def director(office: Office, request: Request) -> list[Seat]:
    """The director, or the deputy director where it is the director's own department that would pass it on."""
    return reviewers.office_seats(office, request.unit_id)[:1]


def grant(office: Office, request: Request, until: date | None) -> bool:
    """The other department has it from now on, with enough days left to do it."""
    task = tasks.get(office.session, request.task_id or 0)
    if task is None or request.to_unit_id is None or not offering.may_pass(office, task):
        return False
    unit = people.unit(office.session, request.to_unit_id)
    taken = moving.hand_over(office, task, unit)
    least = office.calendar.shift(office.calendar.on_or_after(office.today), office.rules.passing.leaves)
    if taken.due < least:
        taken.first_due = taken.first_due or taken.due
        taken.locks = extension.moved_lock(taken.locks, taken.due, least, office.calendar)
        taken.due = least
    request.task_id = taken.id
    office.session.flush()
    return True


def refuse(office: Office, request: Request) -> None:
    """Where the other department declines, the director says whose it is."""
    if request.decided_by in {person.id for _, person in director(office, request)}:
        return
    asked = Request(
        kind="ruling",
        task_id=request.task_id,
        subject=str(request.id),
        state="asked",
        reason=request.reason,
        to_unit_id=request.to_unit_id,
        unit_id=request.unit_id,
        by=request.by,
        at=office.now,
        due=answered_by(office),
        answer=request.answer,
    )
    office.session.add(asked)
    office.session.flush()
