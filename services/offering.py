"""What the card of a task offers besides answering it: 申请延期, 不归我们. Pressed, it says what hinders."""

from db.queries import assignments, requests
from db.tables import Task
from domain import extension
from domain.lifecycle import Step
from services.office import Office

EXTENDED = (Step.ASKED, Step.GATHERING)
PASSED = (Step.ASKED,)
FORMS = ("readings", "register", "meeting")  # every department files the round for itself, the sum is one
FAR = 2  # times what an extension may be: earlier nobody needs it


def may_extend(office: Office, task: Task) -> bool:
    """While the limit is near, and it can still be asked."""
    limits = office.rules.extension.limits
    if not office.rules.extensions(task.cadence) or task.state != "open" or Step(task.step) not in EXTENDED:
        return False
    near = office.calendar.count(office.today, task.due) <= FAR * limits.at_most
    if not near or extension.obstacle(task.due, office.today, office.calendar, limits):
        return False
    return decider(office, task) is not None


def decider(office: Office, task: Task) -> extension.Decider | None:
    """Who decides the next extension of this task; None where it has had all that it may have."""
    before = [row for row in requests.of_task(office.session, task.id, "extension") if row.state in requests.DECIDED]
    return extension.decider(len(before), office.rules.extensions(task.cadence))


def may_pass(office: Office, task: Task) -> bool:
    return task.state == "open" and Step(task.step) in PASSED and is_passable(office, task)


def is_passable(office: Office, task: Task) -> bool:
    """What one department leads: parts and what is addressed to a department are its own."""
    if task.form not in FORMS or task.assignment_id is None:
        return False
    return assignments.get(office.session, task.assignment_id).part == "lead"
