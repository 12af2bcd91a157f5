"""延期: to which day, why, and how far it is; whoever may decides."""

from datetime import date

from db.queries import requests, tasks
from db.tables import Request, Task
from domain import extension as rules
from domain.deadlines import find_deadline
from domain.facts import checks as facts
from services import auditing, charging, extending, listing, offering, peopling, showing
from services.office import Office

FIELDS: tuple[str, ...] = ("until", "reason", "progress")
LEAST, MOST = 2, 300  # signs


def choices(office: Office, request: Request, field: str) -> tuple[str, ...]:
    """Days as ISO dates."""
    if field == "until":
        found = rules.offered(_task(office, request).due, office.calendar, office.rules.extension.limits)
        return tuple(day.isoformat() for day in found)
    return office.rules.extension.reasons if field == "reason" else office.rules.extension.progress


def take(office: Office, request: Request, field: str, text: str) -> str | None:
    if field == "until":
        return _take_day(office, request, text)
    said = " ".join(text.split())
    if len(said) < LEAST:
        return "extension-no-reason" if field == "reason" else "extension-no-progress"
    if len(said) > MOST:
        return "reason-long"
    setattr(request, field, said)
    return None


def _take_day(office: Office, request: Request, text: str) -> str | None:
    wanted = _day_of(office, _task(office, request), text)
    if wanted is None:
        return "extension-no-day"
    if problem := rules.amiss(wanted, _task(office, request).due, office.calendar, office.rules.extension.limits):
        return problem
    request.until = wanted
    return None


def _day_of(office: Office, task: Task, text: str) -> date | None:
    """So many days more are counted from the limit; of a rest day the day that was named, which is asked back."""
    if more := rules.days_more(text, task.due, office.calendar):
        return more
    found = find_deadline(text, office.today, office.calendar)
    return (found.named or found.day) if found and not found.vague else None


def complete(office: Office, request: Request) -> str | None:
    """Whoever decides has it from now on; until then the limit stands."""
    task = _task(office, request)
    if problem := extending.obstacle(office, task):
        return problem
    if not listing.answers_for(office, request.by, task):
        return "overtaken"
    request.state, request.at, request.since, request.unit_id = "asked", office.now, task.due, task.unit_id
    request.subject = offering.decider(office, task) or ""
    within = office.rules.extension.limits.decide_within
    request.due = office.calendar.shift(office.calendar.on_or_after(office.today), within)
    auditing.record(office, "ask for extension", f"task/{task.id}", request=request.id)
    return None


def about(office: Office, request: Request) -> str:
    return ""


def done(office: Office, request: Request) -> facts.Done:
    return facts.Done(
        kind=request.kind,
        state=requests.outcome(request),
        task=showing.task(office, _task(office, request)),
        reason=request.reason,
        since=request.since,
        day=request.granted_until or request.until,
        asked=request.until,
        title=_who(office, request),
        answer=request.answer,
        by=request.due,
    )


def _who(office: Office, request: Request) -> str:
    """Who decides, or has decided: the leader by title, otherwise the office as such."""
    if request.subject != "leader":
        return office.rules.office_name
    if request.decided_by and request.decided_at:
        return peopling.title_on(office, request.decided_by, request.decided_at, ("leader",))
    seats = extending.seats(office, request)
    return charging.seated(office, seats[0][0]) if seats else office.rules.office_name


def _task(office: Office, request: Request) -> Task:
    task = tasks.get(office.session, request.task_id or 0)
    assert task is not None
    return task
