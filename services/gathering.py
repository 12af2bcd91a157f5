"""Whose parts a lead's report still waits for: until they are there, or their limit is past."""

from datetime import date

from db.queries import slices, tasks
from db.tables import Task
from services import demands
from services.office import Office


def beside(office: Office, lead: Task) -> list[Task]:
    """The parts that were asked for, in the order of the departments."""
    if lead.form != "readings" or demands.part(office, lead) != "lead":
        return []
    return slices.beside(office.session, demands.indicator(office, lead).id, lead)


def missing(office: Office, lead: Task) -> list[Task]:
    return [part for part in beside(office, lead) if part.state == "open"]


def awaited(office: Office, lead: Task) -> list[Task]:
    """What is missing and not late: for what is late nobody waits."""
    return [part for part in missing(office, lead) if part.limit >= office.today]


def lead_of(office: Office, part: Task) -> Task | None:
    if not demands.is_part(office, part):
        return None
    return slices.lead_of(office.session, demands.indicator(office, part).id, part)


def of_part(office: Office, part_id: int) -> Task | None:
    """The lead's task, by the number of a part that a button names."""
    part = tasks.get(office.session, part_id)
    return lead_of(office, part) if part else None


def unit_of_part(office: Office, part_id: int) -> int | None:
    part = tasks.get(office.session, part_id)
    return part.unit_id if part else None


def over(office: Office, lead: Task) -> date | None:
    """The first working day on which the lead waits for one department less, whatever comes."""
    limits = [part.limit for part in awaited(office, lead)]
    return office.calendar.shift(min(limits), 1) if limits else None
