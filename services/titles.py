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
    return f"{found.title}（{found.code}）"


def period(task: Task) -> str:
    """Empty of what is answered in words: it is asked once, and has a title of its own."""
    return "" if task.form == "words" else task.period


def sheet(office: Office, task: Task) -> str:
    """What it is listed under with its siblings; empty where it has none."""
    return office.rules.title(task.cadence) if task.form in BY_INDICATOR else ""


def code(office: Office, task: Task) -> str:
    """Of its indicator, where it is one of several asked together."""
    return demands.indicator(office, task).code if task.form in BY_INDICATOR else ""
