"""Who waits for what becomes of a matter: who filed or urged it or has an order about it, the leader who remarked."""

from db.queries import orders, outbox, people, remarks, reports, tasks, urges
from db.tables import Task
from domain.lifecycle import AT_HEAD, LOCKED, OPEN, Step
from services import tidings
from services.office import Office
from services.saying import edit

ANSWERED = LOCKED | {Step.REVIEWING, Step.REOPENED}
NEWEST = 5  # messages: who looks further back presses /tasks
REMARK = "remark"  # the cadence of what is to be done on one


def moved(office: Office, task: Task, was: Step) -> None:
    now = Step(task.step)
    if (was in OPEN and now not in OPEN) or (was == Step.REVIEWING != now):
        _answered(office, task)
    _ordered(office, task)
    if task.cadence == REMARK:
        _told(office, task, was)
    if was != now and (was in ANSWERED or was in AT_HEAD):
        _shown(office, task)


def _shown(office: Office, task: Task) -> None:
    """Receipts and cards that stand in a chat say how far it is: 待审核, 审核通过, 已销号."""
    filed = [report.id for report in reports.filed(office.session, task.id)]
    sheet = [other.id for other in tasks.of_sheet(office.session, task)] if task.assignment_id else []
    for row in outbox.about(office.session, filed, task.id, sheet, NEWEST):
        edit(office, row)


def _answered(office: Office, task: Task) -> None:
    """What was urged has come, or is asked no more."""
    for row in urges.unanswered(office.session, task.id):
        row.answered_at = office.now
        person = people.get(office.session, row.by)
        tidings.tell(office, person, "urge-answered", {"task": task.id}, key=f"urge-answered/{row.id}")


def _ordered(office: Office, task: Task) -> None:
    """What an order was sent with says how far the matter and its explanation are, to each of its readers."""
    found = [*orders.about(office.session, task.id), orders.of_task(office.session, task.id)]
    for order in found:
        if order is not None and order.state in orders.ISSUED:
            for said in orders.messages(office.session, order.id):
                edit(office, said)


def _told(office: Office, task: Task, was: Step) -> None:
    """What the leader was answered shows how far it is; that it is done stands on the leader's card, too."""
    row = remarks.of_task(office.session, task.id)
    if row is None:
        return
    if said := outbox.by_key(office.session, key_of(row.id)):
        edit(office, said)
    if Step(task.step) in LOCKED and was not in LOCKED:
        person = people.get(office.session, row.by)
        tidings.tell(office, person, "remark", {"remark": row.id}, key=f"remark-done/{row.id}/{task.id}")


def key_of(remark_id: int) -> str:
    """Of the message that answers a leader's remark."""
    return f"remark/{remark_id}"
