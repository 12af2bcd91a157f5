"""准予更正: what is locked is opened again by the office alone; what was accepted stands until its correction is."""

from db.queries import requests, tasks
from db.tables import Request, Task
from domain.lifecycle import Event, Part, Step
from domain.people import Principal
from services import auditing, drafting, lifecycle, parts, reminding
from services.office import Office

OFFICE: frozenset[Part] = frozenset({"office"})


def waiting(office: Office, who: Principal, request_id: int) -> tuple[Request, Task] | None:
    """What waits for this person's decision."""
    request = requests.get(office.session, request_id)
    task = tasks.get(office.session, request.task_id or 0) if request and request.kind == "reopen" else None
    if request is None or task is None or request.state != "asked" or "office" not in parts.of(office, who, task):
        return None
    return request, task


def grant(office: Office, request: Request, task: Task) -> bool:
    """False where it is locked no more, or never will be opened: what was struck off stays so."""
    if lifecycle.move(office, task, Event.REOPEN, OFFICE) is None:
        _end(office, request, "dropped")
        return False
    _end(office, request, "granted")
    auditing.record(office, "reopen", f"task/{task.id}", asked_by=request.by)
    reminding.refresh(office, task)
    return True


def refuse(office: Office, request: Request, task: Task) -> None:
    _end(office, request, "refused")
    auditing.record(office, "keep locked", f"task/{task.id}", asked_by=request.by)
    reminding.bring(office, task, request)


def shown(request: Request) -> tuple[str, dict[str, object]]:
    """The message about the wish, as it stands now."""
    return "reopen", {"task": request.task_id, "person": request.by, "request": request.id}


def _end(office: Office, request: Request, state: str) -> None:
    request.state, request.decided_by, request.decided_at = state, office.person_id, office.now
    office.session.flush()


def relock(office: Office, task: Task) -> bool:
    """不再更正: what was begun is dropped, what was accepted is locked again."""
    if task.step != Step.REOPENED:
        return False
    if not drafting.discard(office, task):
        lifecycle.settle(office, task)
    auditing.record(office, "relock", f"task/{task.id}")
    reminding.refresh(office, task)
    return True
