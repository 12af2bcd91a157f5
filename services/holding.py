"""Ball in court: who holds a task, and for how much office time it was held by whom."""

from datetime import timedelta

from db.queries import holds, people
from db.tables import Hold, Task
from domain.facts import drill, overview
from domain.lifecycle import Holder
from services.office import Office


def take(office: Office, task: Task, part: Holder | None, unit_id: int | None) -> None:
    """From now on it waits for this part; for nobody where that is None. Who has it already goes on having it."""
    current = holds.current(office.session, task.id)
    if current and part and (current.part, current.unit_id) == (part, unit_id):
        return
    if current:
        current.until = office.now  # written before the next one is: there is never more than one
    if part:
        office.session.add(Hold(task_id=task.id, part=part, unit_id=unit_id, since=office.now))


def balls(office: Office, task: Task) -> tuple[overview.Ball, ...]:
    """Who had it, in the order in which they had it first."""
    found: dict[tuple[str, int | None], list[Hold]] = {}
    for hold in holds.of_task(office.session, task.id):
        found.setdefault((hold.part, hold.unit_id), []).append(hold)
    return tuple(
        overview.Ball(
            part,
            people.unit(office.session, unit_id).name if unit_id else "",
            sum((spent(office, hold) for hold in mine), timedelta()),
            any(hold.until is None for hold in mine),
        )
        for (part, unit_id), mine in found.items()
    )


def turn(office: Office, hold: Hold) -> drill.Holding:
    """Whose turn it is, and since when."""
    since = office.rules.hours.today(hold.since)
    unit = people.unit(office.session, hold.unit_id).name if hold.unit_id else ""
    return drill.Holding(hold.part, unit, since, office.calendar.count(since, office.today))


def spent(office: Office, hold: Hold) -> timedelta:
    """Office time: nights, weekends and holidays are nobody's."""
    return office.rules.hours.worked(hold.since, hold.until or office.now, office.calendar)
