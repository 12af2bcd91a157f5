"""The demands that a task asks for, and the quantities that they are made of."""

from datetime import date

from dateutil.relativedelta import relativedelta

from db.queries import notices, tasks
from db.tables import Indicator, Requirement, Task
from domain.cadences import parse_period
from domain.calendar import ONE_DAY
from domain.kinds import KINDS, Quantity, quantity
from services.office import Office


def of_task(office: Office, task: Task) -> list[Requirement]:
    """Of its indicator those with its cadence; of what is asked once those with its date."""
    found = [
        row
        for row in office.once(("demands", task.assignment_id), lambda: _of(office, task))
        if row.cadence == task.cadence
    ]
    if parse_period(task.period).every != "once":
        return found
    return [row for row in found if _date(office, row) == task.period]


def indicator(office: Office, task: Task) -> Indicator:
    found = office.once(("indicator", task.assignment_id), lambda: tasks.indicator(office.session, task))
    assert found is not None
    return found


def _of(office: Office, task: Task) -> list[Requirement]:
    return notices.requirements(office.session, indicator(office, task).id)


def _date(office: Office, row: Requirement) -> str:
    day = row.deadline or office.once("given on", lambda: notices.current(office.session).given_on)
    return day.isoformat() if day else ""


def quantities(rows: list[Requirement]) -> list[Quantity]:
    """Each once, however many demands it serves, in the order in which they come."""
    parts = [part for row in rows if KINDS[row.kind].shape == "figures" for part in row.parts]
    return [quantity(part) for part in dict.fromkeys(parts)]


def window(row: Requirement, period: str) -> tuple[date, date]:
    """The days that an attestation of this period speaks of."""
    found = parse_period(period)
    if row.months is None:
        return found.start, found.end
    return found.end + ONE_DAY - relativedelta(months=row.months), found.end
