"""How a task may end."""

from db.tables import Task
from domain.cadences import parse_period
from domain.closing import Ending, ending
from domain.lifecycle import Step
from domain.orders import CADENCE as ORDER
from services import demands
from services.office import Office


def of(office: Office, task: Task) -> Ending:
    if task.cadence == ORDER:  # it ends with what it orders, by its signer's word
        return ""
    every = parse_period(task.period).every if task.form != "words" else None
    return ending(task.form, every, is_part=demands.is_part(office, task))


def now(office: Office, task: Task) -> Ending:
    """Where it may be asked for today."""
    how = of(office, task) if task.step == Step.ACCEPTED else ""
    return "" if how == "settle" and office.today <= parse_period(task.period).end else how
