"""What was to be filed in a month, by department, and what is missing of it by now."""

from dataclasses import dataclass
from datetime import date, datetime

from db.queries import people, reports, tasks
from db.tables import Task, Unit
from domain.calendar import ONE_DAY
from domain.facts.bulletin import Filing
from domain.facts.overview import Overdue
from services import naming, overview
from services.office import Office


@dataclass(frozen=True)
class Month:
    first: date
    after: date  # the first day that is not of it
    start: datetime
    end: datetime  # the first instant that is not of it

    def has(self, day: date | None) -> bool:
        return day is not None and self.first <= day < self.after


def filings(office: Office, month: Month) -> tuple[Filing, ...]:
    """In the order of the notice: whoever is only asked (派驻组) is not counted, and nobody is ranked."""
    found = tasks.due_in(office.session, month.first, month.after - ONE_DAY)
    versions = reports.filed_of(office.session, {task.id for task in found})
    told = naming.told_days(office)
    made = []
    for unit in people.units(office.session):
        mine = [task for task in found if task.unit_id == unit.id]
        if not unit.ranked or not mine:
            continue
        done = [overview.in_time(office, task, versions.get(task.id, [])) for task in mine if task.state == "filed"]
        late = sum(1 for task in mine if _is_overdue(office, task, unit, told))
        on_time = sum(done)
        made.append(Filing(unit.name, len(mine), on_time, len(done) - on_time, late, len(mine) - len(done) - late))
    return tuple(made)


def overdue(office: Office) -> tuple[Overdue, ...]:
    """Of all months, the oldest first: only what may be named."""
    told = naming.told_days(office)
    found = []
    for late in overview.overdue(office):
        task = tasks.get(office.session, late.task_id)
        if task and _is_overdue(office, task, people.unit(office.session, task.unit_id), told):
            found.append(late)
    return tuple(found)


def _is_overdue(office: Office, task: Task, unit: Unit, told: naming.Told) -> bool:
    return naming.may_be_named(office, task, unit, office.today, told)
