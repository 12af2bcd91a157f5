"""What may be changed no more by whoever filed it."""

from db.tables import Task
from domain.lifecycle import LOCKED, Step
from services.office import Office

ONE_BY_ONE = ("register", "meeting")  # a report for each entry: of what is accepted more may come until it is closed


def is_locked(office: Office, task: Task) -> bool:
    """What was accepted, or is long past its limit, is opened again by the office alone."""
    step = Step(task.step)
    if step in LOCKED and (task.form not in ONE_BY_ONE or step is not Step.ACCEPTED):
        return True
    return task.state == "filed" and step is not Step.REOPENED and is_past(office, task)


def is_past(office: Office, task: Task) -> bool:
    """What is filed from now on is filed for good."""
    return office.today > task.locks
