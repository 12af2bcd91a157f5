"""Who may be named before others: private first, public last."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from db.queries import rungs
from db.tables import Reminder, Task, Unit
from domain.lifecycle import Step
from services.office import Office
from services.vacancies import is_vacant

Told = Mapping[int, date]  # task → the day on which whoever holds it first had a reminder of it in the chat


def told_on(office: Office, task: Task, audience: str = "contact", round_: int = 0) -> date | None:
    """Of one task, in one round of it; None where nobody of that audience was told."""
    told = [pair for pair in rungs.told(office.session, task.id) if pair[0].round == round_]
    return _first_days(office, told, audience).get(task.id)


def told_days(office: Office) -> Told:
    """Of all tasks that are open, at once."""
    return _first_days(office, rungs.told_of_open(office.session))


def _first_days(
    office: Office, told: Iterable[tuple[Reminder, datetime]], audience: str = "contact"
) -> dict[int, date]:
    days: dict[int, date] = {}
    for reminder, at in told:
        if reminder.audience == audience:
            day = office.rules.hours.today(at)
            days[reminder.task_id] = min(day, days.get(reminder.task_id, day))
    return days


def may_be_named(office: Office, task: Task, unit: Unit, on: date, told: Told, *, was: bool = False) -> bool:
    """In the group on that day: still behind, long enough, told on an earlier day, and no outside body. What waits for
    another department's part names nobody: the part does. With `was` it may be filed by now."""
    if (
        not (task.is_owed or (was and task.state == "filed" and not task.quiet))
        or task.step == Step.GATHERING
        or not unit.ranked
        or is_vacant(office, unit.id)
        or task.id not in told
    ):
        return False
    behind = office.calendar.count(task.limit, office.today) >= office.rules.named_from
    return behind and told[task.id] < on
