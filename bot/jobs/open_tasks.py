"""Opens the tasks of the periods that have begun."""

from datetime import datetime

from services import planning
from services.office import Office


def run(office: Office, units: int) -> bool:
    return planning.open_tasks(office, units)


def next_due(office: Office) -> datetime | None:
    return planning.next_due(office)
