"""Who may be named before others: private first, public last."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from db.queries import tasks
from db.tables import Reminder, Task, Unit
from services.office import Office

Told = Mapping[int, date]  # task → the day on which whoever holds it first had a reminder of it in the chat


def told_on(office: Office, task: Task) -> date | None:
    """Of one task; None where nobody was told."""
    return _first_days(office, tasks.told(office.session, task.id)).get(task.id)


def told_days(office: Office) -> Told:
    """Of all tasks that are open, at once."""
    return _first_days(office, tasks.told_of_open(office.session))


def _first_days(office: Office, told: Iterable[tuple[Reminder, datetime]]) -> dict[int, date]:
    days: dict[int, date] = {}
    for reminder, at in told:
        if reminder.audience == "contact":
            day = office.rules.hours.today(at)
            days[reminder.task_id] = min(day, days.get(reminder.task_id, day))
    return days


def may_be_named(office: Office, task: Task, unit: Unit, on: date, told: Told) -> bool:
    """In the group on that day: still behind, long enough, told on an earlier day, and no outside body."""
    if task.state != "open" or not unit.ranked or task.id not in told:
        return False
    behind = office.calendar.count(task.due, office.today) >= office.rules.named_from
    return behind and told[task.id] < on
