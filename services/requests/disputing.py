"""与责任部门不一致: with what, and why, to the office."""

from db.queries import people, tasks
from db.tables import Request
from domain.facts import checks as facts
from domain.lifecycle import Step
from services import disputing, listing, showing
from services.office import Office
from services.requests import reasons

FIELDS: tuple[str, ...] = ("reason",)


def choices(office: Office, request: Request, field: str) -> tuple[str, ...]:
    return ()


def take(office: Office, request: Request, field: str, text: str) -> str | None:
    return reasons.take(request, text, "words-needed")


def complete(office: Office, request: Request) -> str | None:
    task = tasks.get(office.session, request.task_id or 0)
    if task is None or not listing.answers_for(office, request.by, task):
        return "overtaken"
    return None if disputing.raise_(office, request, task) else "overtaken"


def about(office: Office, request: Request) -> str:
    return ""


def done(office: Office, request: Request) -> facts.Done:
    task = tasks.get(office.session, request.task_id or 0)
    assert task is not None
    day = office.calendar.shift(office.today, office.rules.stretches[Step.DISPUTED].within)
    unit = people.unit(office.session, request.to_unit_id or task.unit_id).name
    return facts.Done("dispute", request.state, showing.task(office, task), request.reason, day, unit)
