"""日历: what falls due, of all departments or of some; with what is done and what is asked no more, so that a calendar
that has them already is put right."""

from datetime import datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from db.queries import people, tasks, trail
from db.tables import Task, Unit
from domain import ladder
from domain.facts import calendar as facts
from domain.paper import Told
from services import listing, showing, stretches, titles
from services.office import Office

OWN = "own"
BACK = relativedelta(months=1)  # how far what is over is told of
STATES = {"open": "open", "filed": "done", "withdrawn": "cancelled"}


def gather(office: Office, which: str, told: Told) -> facts.Calendar | None:
    """`which` is "own" or the name of a department. None where nothing falls due."""
    units = _units(office, which)
    wanted = None if not which else [unit.id for unit in units]
    rows = tasks.to_be_dated(office.session, wanted, office.today.replace(day=1) - BACK)
    dues = []
    for n, row in enumerate(rows):
        told(n, len(rows))
        dues.append(_due(office, row))
    if not dues:
        return None
    name = units[0].name if len(units) == 1 else ""
    return facts.Calendar(_house(office), office.rules.campaign, name, office.now, tuple(dues))


def has(office: Office, which: str) -> bool:
    return bool(_units(office, which))


def _units(office: Office, which: str) -> list[Unit]:
    if which == OWN:
        own = listing.units_of(office, people.get(office.session, office.person_id)) if office.person_id else []
        return [people.unit(office.session, unit_id) for unit_id in own]
    return [unit for unit in people.units(office.session) if unit.name == which]


def _house(office: Office) -> str:
    """The hash of the first thing that was ever recorded: no two installations share it, a restored one keeps it."""
    first = trail.first(office.session)
    return first.hash[:16] if first else "0"


def _due(office: Office, row: Task) -> facts.Due:
    return facts.Due(
        task_id=row.id,
        sequence=row.rev,
        title=titles.title(office, row),
        period=titles.period(row),
        unit=people.unit(office.session, row.unit_id).name,
        day=row.limit,
        state=STATES[row.state],
        reminders=_reminders(office, row) if row.state == "open" else (),
        first_due=showing.first_due(row),
        provisional=office.calendar.is_provisional(row.limit),
    )


def _reminders(office: Office, row: Task) -> tuple[timedelta, ...]:
    """The rungs of whoever has it now that are still to come, on working days at the opening."""
    try:
        stretch = stretches.of(office, row)
    except KeyError:  # the settings have lost its cadence: nobody is reminded
        return ()
    midnight = datetime.combine(row.limit, time())
    steps = ladder.steps(stretch.ladder, stretch.opens, stretch.due, office.calendar)
    coming = {step.day for step in steps if step.audience == stretch.holder and office.today < step.day <= row.limit}
    return tuple(datetime.combine(day, office.rules.hours.opens) - midnight for day in sorted(coming))
