"""与责任部门不一致: departments disagree on what one of them gave, and the office decides."""

from typing import Any

from db.queries import people, requests, tasks
from db.tables import Outbox, Request, Task
from domain.facts import joint as facts
from domain.lifecycle import Event, Part, Step
from services import auditing, gathering, joint, lifecycle, peopling, reminding, reviewers, showing
from services.forms import readings
from services.office import Office

CONTACT: frozenset[Part] = frozenset({"contact"})
OFFICE: frozenset[Part] = frozenset({"office"})


def raise_(office: Office, request: Request, lead: Task) -> bool:
    """The lead marks it. False where it cannot any more: it has filed, or the other has taken its part back."""
    part = _part(office, lead, request)
    if part is None or part.state != "filed" or lifecycle.move(office, lead, Event.DISPUTE, CONTACT) is None:
        return False
    request.state = "asked"
    office.session.flush()
    auditing.record(office, "dispute", f"task/{lead.id}", part=part.id, reason=request.reason)
    reminding.refresh(office, lead)
    return True


def _part(office: Office, lead: Task, request: Request) -> Task | None:
    return next((part for part in gathering.beside(office, lead) if part.unit_id == request.to_unit_id), None)


def open_of(office: Office, lead: Task) -> Request | None:
    """The disagreement that waits for the office."""
    found = requests.of_task(office.session, lead.id, "dispute")
    return found[-1] if found and found[-1].state == "asked" and lead.step == Step.DISPUTED else None


def may_decide(office: Office, person_id: int, lead: Task) -> bool:
    return person_id in {person.id for _, person in reviewers.deciders(office, lead)[:1]}


def waiting(office: Office, person_id: int, task_id: int, rev: int) -> Task | None:
    """What a press is about, where it waits for this person still and is as it was shown."""
    lead = tasks.get(office.session, task_id)
    if lead is None or lead.rev != rev or open_of(office, lead) is None or not may_decide(office, person_id, lead):
        return None
    return lead


def decide(office: Office, person_id: int, lead: Task, which: str, words: str) -> bool:
    """`which` of them holds: lead, part, or something new. Both hear of it, and the lead goes on."""
    request = open_of(office, lead)
    if request is None or not may_decide(office, person_id, lead):
        return False
    part = _part(office, lead, request)
    lifecycle.move(office, lead, Event.DECIDE, OFFICE)
    request.state, request.subject, request.answer = "granted", which, words
    request.decided_by, request.decided_at = person_id, office.now
    auditing.record(office, "decide", f"task/{lead.id}", part=part.id if part else None, which=which, words=words)
    if part is not None and which != "part":
        _open_again(office, person_id, part)
    for task in (lead, part):
        if task is not None:
            reminding.bring(office, task, request)
            reminding.refresh(office, task)
    return True


def _open_again(office: Office, person_id: int, part: Task) -> None:
    """What does not hold is the department's to put right; until it does, what it gave stands."""
    if lifecycle.move(office, part, Event.REOPEN, OFFICE) is None:
        return
    said = Request(kind="reopen", task_id=part.id, state="granted", by=person_id, at=office.now)
    said.decided_by, said.decided_at = person_id, office.now
    office.session.add(said)
    office.session.flush()
    auditing.record(office, "reopen", f"task/{part.id}", asked_by=person_id)


def shown(office: Office, args: dict[str, Any], row: Outbox) -> facts.Dispute | None:
    lead, person = tasks.get(office.session, args["task"]), peopling.reader(office, row.chat_id)
    found = requests.of_task(office.session, args["task"], "dispute")
    if lead is None or person is None or not found or not peopling.in_office(office, row.chat_id):
        return None
    request = found[-1]
    part = _part(office, lead, request)
    answer = joint.answers(office, [part]).get(part.id) if part else None
    return facts.Dispute(
        request_id=request.id,
        task=showing.task(office, lead),
        unit=people.unit(office.session, request.to_unit_id or lead.unit_id).name,
        reason=request.reason,
        by=peopling.title_on(office, request.by, request.at),
        answer=readings.form(office, part, answer[0]) if part and answer else None,
        open=open_of(office, lead) is not None and may_decide(office, person.id, lead),
    )
