"""不同意, 不接: with a reason, to whoever asked. `subject` is the request that is refused."""

from db.queries import requests, tasks
from db.tables import Request
from domain.facts import checks as facts
from services import deciding, showing
from services.office import Office
from services.requests import reasons

FIELDS: tuple[str, ...] = ("reason",)


def choices(office: Office, request: Request, field: str) -> tuple[str, ...]:
    return ()


def take(office: Office, request: Request, field: str, text: str) -> str | None:
    return reasons.take(request, text, "refusal-no-reason")


def complete(office: Office, request: Request) -> str | None:
    refused = deciding.of_mine(office, request.by, int(request.subject))
    if refused is None:
        return "claim-settled"
    deciding.refuse(office, refused, request.reason)
    request.state, request.decided_by, request.decided_at = "granted", request.by, office.now
    return None


def about(office: Office, request: Request) -> str:
    return ""


def done(office: Office, request: Request) -> facts.Done:
    task = tasks.get(office.session, request.task_id or 0)
    refused = requests.get(office.session, int(request.subject))
    assert task is not None
    assert refused is not None
    return facts.Done(request.kind, refused.kind, showing.task(office, task), request.reason)
