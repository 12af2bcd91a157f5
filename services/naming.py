"""Who may be named before others: private first, public last."""

from datetime import date

from db.queries import tasks
from db.tables import Task, Unit
from services.office import Office


def told_on(office: Office, task: Task) -> date | None:
    """The day on which whoever holds the task first had a reminder of it in the chat."""
    days = [office.rules.hours.today(at) for r, at in tasks.told(office.session, task.id) if r.audience == "contact"]
    return min(days, default=None)


def may_be_named(office: Office, task: Task, unit: Unit, on: date) -> bool:
    """In the group on that day: still behind, long enough, told on an earlier day, and no outside body."""
    if task.state != "open" or not unit.ranked:
        return False
    if office.calendar.count(task.due, office.today) < office.rules.named_from:
        return False
    told = told_on(office, task)
    return told is not None and told < on
