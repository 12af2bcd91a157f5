"""退回: with a reason, which is required, to whoever is to mend it."""

from db.queries import people, tasks
from db.tables import Request
from domain.facts import checks as facts
from domain.lifecycle import Step
from services import checking, peopling, showing
from services.office import Office
from services.requests import reasons

FIELDS: tuple[str, ...] = ("reason",)


def choices(office: Office, request: Request, field: str) -> tuple[str, ...]:
    return office.rules.reasons


def take(office: Office, request: Request, field: str, text: str) -> str | None:
    return reasons.take(request, text, "reason-missing")


def complete(office: Office, request: Request) -> str | None:
    task = tasks.get(office.session, request.task_id or 0)
    if task is None or not checking.give_back(office, request.by, task, request.reason):
        return "card-changed"
    request.state, request.decided_by, request.decided_at = "granted", request.by, office.now
    return None


def about(office: Office, request: Request) -> str:
    return ""


def done(office: Office, request: Request) -> facts.Done:
    task = tasks.get(office.session, request.task_id or 0)
    assert task is not None
    day = office.calendar.shift(office.today, office.rules.stretches[Step.RETURNED].within)
    title = peopling.title(office, people.get(office.session, request.by))
    return facts.Done("return", request.state, showing.task(office, task), request.reason, day, title=title)
