"""转办: to which department, and why. What the director rules on after it is shown alike."""

from db.queries import people, requests, tasks
from db.tables import Request, Task
from domain.facts import checks as facts
from services import auditing, listing, passing, showing
from services.office import Office

FIELDS: tuple[str, ...] = ("to_unit_id", "reason")
LEAST, MOST = 2, 300  # signs


def choices(office: Office, request: Request, field: str) -> tuple[str, ...]:
    """Departments by name."""
    if field != "to_unit_id":
        return ()
    return tuple(unit.name for unit in passing.targets(office, _task(office, request)))


def take(office: Office, request: Request, field: str, text: str) -> str | None:
    said = " ".join(text.split())
    if field == "to_unit_id":
        return _take_unit(office, request, said)
    if len(said) < LEAST:
        return "passing-no-reason"
    if len(said) > MOST:
        return "reason-long"
    request.reason = said
    return None


def _take_unit(office: Office, request: Request, said: str) -> str | None:
    """By its name, or by one that people use; the longest where one stands in the other."""
    named = {
        name: unit.id
        for unit in passing.targets(office, _task(office, request))
        for name in (unit.name, *unit.aliases)
        if name and name in said
    }
    if not named:
        return "passing-no-unit"
    longest = {named[name] for name in named if not any(name != other and name in other for other in named)}
    if len(longest) > 1:
        return "passing-no-unit"
    request.to_unit_id = longest.pop()
    return None


def complete(office: Office, request: Request) -> str | None:
    """The other department has a word; until then it stays where it is."""
    task = _task(office, request)
    if problem := passing.obstacle(office, task):
        return problem
    if not listing.answers_for(office, request.by, task):
        return "overtaken"
    if request.to_unit_id not in {unit.id for unit in passing.targets(office, task)}:
        return "overtaken"
    request.state, request.at, request.unit_id = "asked", office.now, task.unit_id
    request.due = passing.answered_by(office)
    auditing.record(office, "pass on", f"task/{task.id}", request=request.id, to=request.to_unit_id)
    return None


def about(office: Office, request: Request) -> str:
    return ""


def done(office: Office, request: Request) -> facts.Done:
    return facts.Done(
        kind="ruling" if _is_ruled(office, request) else request.kind,
        state=requests.outcome(request),
        task=showing.task(office, _task(office, request)),
        reason=request.reason,
        unit=people.unit(office.session, request.to_unit_id).name if request.to_unit_id else "",
        answer=request.answer,
        by=request.due,
    )


def _is_ruled(office: Office, request: Request) -> bool:
    """The director has said so, who speaks last: nobody is asked after that."""
    if request.state != "refused":
        return request.kind == "ruling"
    rulings = requests.of_task(office.session, request.task_id or 0, "ruling")
    return str(request.id) not in {row.subject for row in rulings}


def _task(office: Office, request: Request) -> Task:
    task = tasks.get(office.session, request.task_id or 0)
    assert task is not None
    return task
