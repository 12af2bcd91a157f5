"""What a task is called: by its indicator where it asks for one, otherwise as the notice calls the duty."""

from db.tables import Indicator, Task
from services import demands
from services.office import Office

BY_INDICATOR = ("readings", "register")


def title(office: Office, task: Task, indicator: Indicator | None = None) -> str:
    if task.title:
        return task.title
    if task.form not in BY_INDICATOR:
        return office.rules.title(task.cadence)
    found = indicator or demands.indicator(office, task)
    of_part = office.rules.joint.title if demands.is_part(office, task) else ""
    return f"{found.title}（{found.code}）{of_part}"


def period(task: Task) -> str:
    """Empty of what is answered in words: it is asked once, and has a title of its own."""
    return "" if task.form == "words" else task.period


def sheet(office: Office, task: Task) -> str:
    """What it is listed under with its siblings; empty where it has none."""
    if task.form not in BY_INDICATOR:
        return ""
    return office.rules.joint.title if demands.is_part(office, task) else office.rules.title(task.cadence)


def code(office: Office, task: Task) -> str:
    """Of its indicator, where it is one of several asked together."""
    return demands.indicator(office, task).code if task.form in BY_INDICATOR else ""
