"""申请销号, 核实销号: a matter is closed when it is proven and somebody else has verified that."""

from typing import Any

from db.queries import holds, reports, requests, tasks
from db.tables import Outbox, Request, Task
from domain import closing as rules
from domain.cadences import parse_period
from domain.facts import joint as facts
from domain.lifecycle import Event, Part, Step
from services import auditing, ending, lifecycle, peopling, reminding, reviewers, showing
from services.office import Office

CONTACT: frozenset[Part] = frozenset({"contact"})
REVIEWER: frozenset[Part] = frozenset({"reviewer"})


def ask(office: Office, task: Task) -> str | None:
    """What stands in the way, if something does."""
    files, links = _proof(office, task)
    period = parse_period(task.period) if task.form != "words" else None
    proven = bool(files or links)
    if problem := rules.obstacle(Step(task.step), ending.of(office, task), period, office.today, proven=proven):
        return problem
    assert office.person_id is not None
    lifecycle.move(office, task, Event.ASK_CLOSING, CONTACT)
    office.session.add(Request(kind="closing", task_id=task.id, state="asked", by=office.person_id, at=office.now))
    office.session.flush()
    auditing.record(office, "ask closing", f"task/{task.id}")
    reminding.refresh(office, task)
    return None


def _proof(office: Office, task: Task) -> tuple[int, int]:
    """Files that are kept, and addresses: of entries, or in what was written."""
    files = links = 0
    for report in reports.filed(office.session, task.id):
        files += sum(1 for proof in reports.proofs(office.session, report.id) if proof.state == "kept")
        entry = reports.entry_of(office.session, report.id)
        texts = [row.text or "" for row in reports.readings(office.session, report.id).values()]
        links += bool(entry and entry.link) + sum("://" in text for text in texts)
    return files, links


def may_verify(office: Office, person_id: int, task: Task) -> bool:
    hold = holds.current(office.session, task.id)
    if hold is None or task.step != Step.CLOSING:
        return False
    return person_id in reviewers.ids(office, task, hold)


def waiting(office: Office, person_id: int, task_id: int, rev: int) -> Task | None:
    """What a press is about, where it waits for this person still and is as it was shown."""
    task = tasks.get(office.session, task_id)
    return task if task and task.rev == rev and may_verify(office, person_id, task) else None


def verify(office: Office, person_id: int, task: Task) -> bool:
    """销号, or 阶段性办结 of what comes again. False where it waits for somebody else by now."""
    if not may_verify(office, person_id, task):
        return False
    strike = ending.of(office, task) == "strike"
    lifecycle.move(office, task, Event.STRIKE if strike else Event.SETTLE, REVIEWER)
    auditing.record(office, "strike" if strike else "settle", f"task/{task.id}")
    _decided(office, person_id, task, "granted")
    return True


def keep_open(office: Office, person_id: int, task: Task, reason: str) -> bool:
    if not may_verify(office, person_id, task):
        return False
    lifecycle.move(office, task, Event.KEEP_OPEN, REVIEWER)
    auditing.record(office, "keep open", f"task/{task.id}", reason=reason)
    _decided(office, person_id, task, "refused", reason)
    return True


def _decided(office: Office, person_id: int, task: Task, state: str, answer: str = "") -> None:
    for request in requests.of_task(office.session, task.id, "closing"):
        if request.state == "asked":
            request.state, request.answer = state, answer
            request.decided_by, request.decided_at = person_id, office.now
            reminding.bring(office, task, request)
    reminding.refresh(office, task)


def shown(office: Office, args: dict[str, Any], row: Outbox) -> facts.Closing | None:
    task, person = tasks.get(office.session, args["task"]), peopling.reader(office, row.chat_id)
    found = requests.of_task(office.session, args["task"], "closing")
    if task is None or person is None or not found:
        return None
    files, links = _proof(office, task)
    by = peopling.title_on(office, found[-1].by, found[-1].at)
    return facts.Closing(showing.task(office, task), by, files, links, may_verify(office, person.id, task))
