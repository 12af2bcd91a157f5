"""Groups (各部门, 派出法庭) stand for the departments that belong to them on the day."""

from db.queries import people
from db.tables import Assignment, Unit
from services.office import Office


def departments(office: Office, assignment: Assignment) -> list[Unit]:
    """The departments behind an assignment today; of a group that leads its convenor alone answers."""
    unit = people.unit(office.session, assignment.unit_id)
    if unit.kind != "group":
        return [unit]
    return people.members(office.session, unit.id, office.today, convenor=assignment.part == "lead")
