"""A remark that asks for nothing: it is noted as read, with a reason, which is required."""

from db.tables import Request
from domain.facts import checks as facts
from services import remarking
from services.office import Office
from services.requests import limit, reasons

FIELDS: tuple[str, ...] = ("reason",)


def choices(office: Office, request: Request, field: str) -> tuple[str, ...]:
    return ()


def take(office: Office, request: Request, field: str, text: str) -> str | None:
    return reasons.take(request, text, "read-why")


def complete(office: Office, request: Request) -> str | None:
    row = limit.of(office, request)
    if row is None:
        return "claim-settled"
    remarking.drop(office, row, request.reason)
    request.state, request.decided_by, request.decided_at = "granted", request.by, office.now
    return None


def about(office: Office, request: Request) -> str:
    return limit.about(office, request)


def done(office: Office, request: Request) -> facts.Done:
    return limit.done(office, request)
