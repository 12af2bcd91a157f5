"""协调: the office's word where departments disagree. `subject` is whose figure holds."""

from db.queries import people, tasks
from db.tables import Request
from domain.facts import checks as facts
from services import disputing, peopling, showing
from services.office import Office
from services.requests import reasons

FIELDS: tuple[str, ...] = ("reason",)


def choices(office: Office, request: Request, field: str) -> tuple[str, ...]:
    return ()


def take(office: Office, request: Request, field: str, text: str) -> str | None:
    return reasons.take(request, text, "words-needed")


def complete(office: Office, request: Request) -> str | None:
    task = tasks.get(office.session, request.task_id or 0)
    if task is None or not disputing.decide(office, request.by, task, request.subject, request.reason):
        return "card-changed"
    request.state, request.decided_by, request.decided_at = "granted", request.by, office.now
    return None


def about(office: Office, request: Request) -> str:
    return ""


def done(office: Office, request: Request) -> facts.Done:
    task = tasks.get(office.session, request.task_id or 0)
    assert task is not None
    title = peopling.title(office, people.get(office.session, request.by))
    return facts.Done("decide", request.subject, showing.task(office, task), request.reason, title=title)
