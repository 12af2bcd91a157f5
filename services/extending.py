"""延期: who may still ask for one, who decides it, and what moves with the limit."""

from datetime import date

from db.queries import requests, tasks
from db.tables import Request, Task
from domain import extension as rules
from domain.ladder import Ladder
from domain.lifecycle import Step
from services import auditing, charging, offering, reminding, reviewers
from services.office import Office
from services.reviewers import Seat

KIND = "extension"


def obstacle(office: Office, task: Task) -> str | None:
    """Why none can be asked for about this task now."""
    if not office.rules.extensions(task.cadence):
        return "extension-never"
    if task.state != "open":
        return "extension-filed"
    if Step(task.step) not in offering.EXTENDED:
        return "extension-not-now"
    if found := rules.obstacle(task.due, office.today, office.calendar, office.rules.extension.limits):
        return found
    if any(row.state == "asked" for row in requests.waiting_of(office.session, task.id, [KIND])):
        return "extension-pending"
    return "extension-used-up" if offering.decider(office, task) is None else None


def ladder(office: Office) -> Ladder:
    return office.rules.extension.ladder


def seats(office: Office, request: Request) -> list[Seat]:
    """Who decides: the first one is asked. Nobody decides what he asks for himself."""
    task = _task(office, request)
    if request.subject == "leader":
        leader = charging.in_charge(office, task.unit_id)
        if leader and leader[1].id != request.by:
            return [leader]
    return [seat for seat in reviewers.office_seats(office, task.unit_id) if seat[1].id != request.by][:1]


def grant(office: Office, request: Request, until: date | None) -> bool:
    """False where the day is none that may be granted. The first limit stays on record."""
    task = _task(office, request)
    assert request.until is not None
    assert request.since is not None
    wanted = until or request.until
    if not request.since < wanted <= request.until or not office.calendar.is_working(wanted):
        return False
    request.granted_until = wanted
    task.first_due = task.first_due or task.due
    task.locks = rules.moved_lock(task.locks, task.due, wanted, office.calendar)
    task.due = wanted
    task.rev += 1
    task.wake_at = office.now
    auditing.record(office, "extend", f"task/{task.id}", request=request.id, until=wanted.isoformat())
    office.session.flush()
    reminding.refresh(office, task)
    return True


def refuse(office: Office, request: Request) -> None:
    """The limit stands as it is."""


def asked_before(office: Office, request: Request) -> tuple[int, int, int]:
    """Besides this one: how often about this task, how often by the department this year, and how many of those on
    the last day on which it was possible."""
    task = _task(office, request)
    mine = [row for row in requests.of_task(office.session, task.id, KIND) if row.id != request.id]
    start = office.rules.hours.opening(office.today.replace(month=1, day=1))
    every = requests.of_unit(office.session, request.unit_id or task.unit_id, KIND, start)
    others = [row for row in every if row.id != request.id]
    return len(mine), len(others), sum(1 for row in others if is_last_minute(office, row))


def is_last_minute(office: Office, request: Request) -> bool:
    assert request.since is not None
    last = rules.last_day(request.since, office.calendar, office.rules.extension.limits)
    return office.rules.hours.today(request.at) >= last


def _task(office: Office, request: Request) -> Task:
    task = tasks.get(office.session, request.task_id or 0)
    assert task is not None
    return task
