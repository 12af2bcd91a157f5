"""部门负责人审签: what a department says goes to its head first, and leaves the department with the head's word."""

from db.queries import people, reports
from db.tables import Report, Task
from domain.confirmation import kinds_of
from domain.lifecycle import Event, Part
from services import auditing, demands, lifecycle, reminding
from services.forms import register
from services.office import Office
from services.saying import say

CONTACT: frozenset[Part] = frozenset({"contact"})
HEAD: frozenset[Part] = frozenset({"head"})


def is_wanted(office: Office, task: Task, report: Report) -> bool:
    """Where the rules ask for it, and there is a head to ask who has not answered himself."""
    explains = task.form == "register" and register.REASON in reports.readings(office.session, report.id)
    kinds = [row.kind for row in demands.of_task(office, task)] if task.form == "readings" else []
    if not kinds_of(task.form, kinds, explains=explains) & office.rules.confirmed:
        return False
    heads = [person.id for _, person in people.head(office.session, people.unit(office.session, task.unit_id))]
    return bool(heads) and office.person_id not in heads


def submit(office: Office, task: Task) -> None:
    lifecycle.move(office, task, Event.SUBMIT, CONTACT)
    auditing.record(office, "submit", f"task/{task.id}")
    reminding.refresh(office, task)


def confirm(office: Office, task: Task, report: Report) -> None:
    """The head's word is on the report; whoever reviews has it next."""
    event = Event.CONFIRM_ON if office.rules.review(task.cadence) else Event.CONFIRM
    lifecycle.move(office, task, event, HEAD)
    report.confirmed_by, report.confirmed_at = office.person_id, office.now
    auditing.record(office, "confirm", f"report/{report.id}", task=task.id)


def refuse(office: Office, task: Task, reason: str) -> None:
    """The head wants it otherwise: the answer stays as it is, and is the contact's again, who handed it up and hears at
    once what came of it."""
    lifecycle.move(office, task, Event.REFUSE, HEAD)
    auditing.record(office, "refuse to confirm", f"task/{task.id}", reason=reason)
    reminding.refresh(office, task)
    if answering := people.answering(office.session, task.unit_id):
        say(office, answering[1].telegram_id, "task", {"task": task.id}, in_hours=True)
