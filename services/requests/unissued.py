"""不发: a proposal is not signed, with a reason, which is required."""

from db.queries import orders, people, tasks
from db.tables import Request
from domain.facts import checks as facts
from services import ordering, peopling, showing
from services.office import Office
from services.requests import reasons

FIELDS: tuple[str, ...] = ("reason",)


def choices(office: Office, request: Request, field: str) -> tuple[str, ...]:
    return office.rules.orders.reasons


def take(office: Office, request: Request, field: str, text: str) -> str | None:
    return reasons.take(request, text, "not-issued-why")


def complete(office: Office, request: Request) -> str | None:
    order = orders.get(office.session, int(request.subject))
    if order is None or not ordering.refuse(office, request.by, order, request.reason):
        return "card-changed"
    request.state, request.decided_by, request.decided_at = "granted", request.by, office.now
    return None


def about(office: Office, request: Request) -> str:
    return ""


def done(office: Office, request: Request) -> facts.Done:
    task = tasks.get(office.session, request.task_id or 0)
    assert task is not None
    title = peopling.title(office, people.get(office.session, request.by))
    return facts.Done("no-order", request.state, showing.task(office, task), request.reason, title=title)
