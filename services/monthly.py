"""What was to be filed in a month, by department, and what was missing of it at its end."""

from dataclasses import dataclass
from datetime import date, datetime

from db.queries import people, reports, tasks
from db.tables import Task, Unit
from domain.calendar import ONE_DAY
from domain.facts.bulletin import Filing
from domain.facts.overview import Overdue
from services import naming, overview
from services.office import Office
from services.vacancies import is_vacant


@dataclass(frozen=True)
class Month:
    first: date
    after: date  # the first day that is not of it
    start: datetime
    end: datetime  # the first instant that is not of it
    cut: datetime  # as of which it is told

    def has(self, day: date | None) -> bool:
        return day is not None and self.first <= day < self.after


def filings(office: Office, month: Month) -> tuple[Filing, ...]:
    """In the order of the notice: whoever is only asked (派驻组) is not counted, and nobody is ranked. `office` is at
    the month's cut."""
    found = tasks.due_in(office.session, month.first, month.after - ONE_DAY)
    versions = reports.filed_of(office.session, {task.id for task in found})
    made = []
    for unit in people.units(office.session):
        mine = [task for task in found if task.unit_id == unit.id]
        if not unit.ranked or not mine:
            continue
        closed = [task for task in mine if task.state == "filed" and not _is_open(office, task)]
        done = [overview.in_time(office, task, versions.get(task.id, [])) for task in closed]
        late = sum(1 for task in mine if _is_overdue(office, task, unit))
        on_time = sum(done)
        made.append(Filing(unit.name, len(mine), on_time, len(done) - on_time, late, len(mine) - len(done) - late))
    return tuple(made)


def vacant(office: Office, found: tuple[Filing, ...]) -> tuple[str, ...]:
    """Of whom something is left, and nobody can be asked."""
    left = {filing.unit for filing in found if filing.left}
    units = people.units(office.session)
    return tuple(unit.name for unit in units if unit.name in left and is_vacant(office, unit.id))


def overdue(office: Office) -> tuple[Overdue, ...]:
    """Of all months, the oldest first: only what might be named. `office` is at the month's cut."""
    since = tasks.closed_after(office.session, office.now, office.today)
    found = [*overview.behind(office), *((task, people.unit(office.session, task.unit_id)) for task in since)]
    named = [
        (task, unit) for task, unit in found if _is_overdue(office, task, people.unit(office.session, task.unit_id))
    ]
    named.sort(key=lambda pair: (pair[0].due, pair[1].position, pair[0].id))
    return tuple(overview.late(office, task, unit, naming.told_on(office, task)) for task, unit in named)


def _is_open(office: Office, task: Task) -> bool:
    """At that moment."""
    return task.state == "open" or (task.closed_at is not None and task.closed_at > office.now)


def _is_overdue(office: Office, task: Task, unit: Unit) -> bool:
    """What has been filed since was behind then."""
    if not _is_open(office, task) or is_vacant(office, unit.id):
        return False
    told = naming.told_on(office, task)
    return naming.may_be_named(office, task, unit, office.today, {task.id: told} if told else {}, was=True)
