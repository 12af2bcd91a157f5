"""How far behind a department is with a task, as the rules of orders look at it: its own delay, nobody else's."""

from datetime import date

from db.queries import assignments, orders, people
from db.tables import Task
from domain.lifecycle import HOLDER, Step
from domain.orders import Delay, Holder
from services import judging, looking, naming
from services.office import Office
from services.vacancies import is_vacant

OWING = (Step.ASKED, Step.RETURNED)


def of(office: Office, task: Task, *, judged: bool) -> Delay:
    """`judged` looks into the figures, too, which takes its time."""
    unit = people.unit(office.session, task.unit_id)
    cadence = office.rules.cadences.get(task.cadence)
    told = office.once("told days", lambda: naming.told_days(office)).get(task.id, _looked_on(office, task))
    return Delay(
        inside=unit.ranked and unit.kind != "outside" and not is_vacant(office, unit.id),
        told=told is not None and told < office.today,
        holder=holder(task),
        routine=cadence is not None and cadence.every == "month",
        left=office.calendar.count(office.today, task.limit),
        returned=office.once("returned", lambda: orders.returned(office.session)).get(task.id, 0),
        behind=_behind(office, task) if judged else None,
    )


def holder(task: Task) -> Holder:
    """Nobody is pressed for what is quiet."""
    step = Step(task.step)
    if task.quiet or step is Step.WITHDRAWN:
        return "others"
    if step in OWING:
        return "department"
    return "others" if step in HOLDER else "nobody"


def looked_at(office: Office) -> list[tuple[Task, date]]:
    return office.once("looked at", lambda: orders.looked_at(office.session, looking.RUNG))


def _looked_on(office: Office, task: Task) -> date | None:
    return next((day for other, day in looked_at(office) if other.id == task.id), None)


def _behind(office: Office, task: Task) -> int | None:
    day = _looked_on(office, task)
    indicator = assignments.indicator(office.session, task)
    if day is None or indicator is None:
        return None
    judged = judging.requirements(office, indicator)
    still = any(one.pace and one.pace.behind and one.requirement.cadence == task.cadence for one in judged)
    return office.calendar.count(day, office.today) if still else None
