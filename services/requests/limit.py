"""The limit of what a remark asks for, as it is typed."""

from db.queries import remarks
from db.tables import Remark, Request
from domain.deadlines import find_deadline
from domain.facts import checks as facts
from services import remarking
from services.office import Office

FIELDS: tuple[str, ...] = ("until",)


def choices(office: Office, request: Request, field: str) -> tuple[str, ...]:
    return ()


def take(office: Office, request: Request, field: str, text: str) -> str | None:
    found = find_deadline(text, office.today, office.calendar)
    if found is None or found.day is None:
        return "limit-past" if found and found.impossible else "limit-unclear"
    if found.day <= office.today:
        return "limit-past"
    request.until = found.day
    return None


def complete(office: Office, request: Request) -> str | None:
    row = of(office, request)
    if row is None:
        return "claim-settled"
    assert request.until is not None
    remarking.put(office, row, request.until)
    request.state, request.decided_by, request.decided_at = "granted", request.by, office.now
    return None


def of(office: Office, request: Request) -> Remark | None:
    """The remark that a request is about, as long as it is not decided."""
    return remarking.waiting(office, int(request.subject))


def about(office: Office, request: Request) -> str:
    """The leader's own words."""
    row = remarks.get(office.session, int(request.subject))
    return row.text if row else ""


def done(office: Office, request: Request) -> facts.Done:
    return facts.Done(
        request.kind,
        request.state,
        None,
        request.reason,
        request.until,
        about=about(office, request),
        subject=request.subject,
    )
