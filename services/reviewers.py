"""Who reviews a department's report: never somebody of that department, or in a seat of it."""

from db.queries import assignments, holds, orders, people, requests
from db.tables import Hold, Person, Post, Task, Unit
from domain.lifecycle import Step
from domain.orders import CADENCE as ORDER
from domain.people import ANSWERING
from services import charging, demands, expanding
from services.office import Office

Seat = tuple[Post, Person]


def unit_of(office: Office, task: Task) -> Unit | None:
    """The department that reviews; None is the office (创建办).

    The lead reviews what a responsible department gives to its report. The competent department compares with its own
    platform, or has a word in what nobody may declare of himself alone. The lead's own report is the office's.
    """
    unit = _unit_of(office, task)
    return unit if unit and unit.id != task.unit_id and people.answering(office.session, unit.id) else None


def _unit_of(office: Office, task: Task) -> Unit | None:
    if task.assignment_id is None:
        return None
    assignment = assignments.get(office.session, task.assignment_id)
    indicator = demands.indicator(office, task)
    if assignment.part == "responsible" or office.rules.review(task.cadence) == "competent":
        (lead,) = assignments.of_indicator(office.session, indicator.id, "lead")[:1]
        return next(iter(expanding.departments(office, lead)), None)
    verifiers = [row.verifier for row in demands.of_task(office, task) if row.verifier]
    if not verifiers or task.form not in ("readings", "register"):
        return None
    return next((unit for unit in people.units(office.session) if unit.name == verifiers[0]), None)


def seats_of(office: Office, task: Task) -> list[Seat]:
    """Those who may review what waits for its reviewer; the first of them is asked."""
    if leaders := _leaders(office, task):
        return leaders
    hold = holds.current(office.session, task.id)
    return _seats(office, task.unit_id, hold.unit_id if hold and hold.part == "reviewer" else None)


def ids(office: Office, task: Task, hold: Hold) -> frozenset[int]:
    """The persons among them; asked for many tasks, it is looked up once for each pair of departments."""
    if leaders := _leaders(office, task):
        return frozenset(person.id for _, person in leaders)
    key = "reviewers", task.unit_id, hold.unit_id
    seats: list[Seat] = office.once(key, lambda: _seats(office, task.unit_id, hold.unit_id))
    return frozenset(person.id for _, person in seats)


def _leaders(office: Office, task: Task) -> list[Seat]:
    """What a red order demands is looked at by the leader who signed it, or who would sign it now."""
    order = orders.of_task(office.session, task.id) if task.cadence == ORDER else None
    if order is None or order.colour != "red":
        return []
    signed = [seat for seat in people.holders(office.session, "leader") if seat[1].id == order.decided_by]
    return signed[:1] or charging.signs_red(office, order.unit_id)


def _seats(office: Office, unit_id: int, reviewer_id: int | None) -> list[Seat]:
    """Of what this department filed, for the department that reviews it, or for the office."""
    if reviewer_id is None:
        return office_seats(office, unit_id)
    found = [seat for role in ANSWERING for seat in people.holders(office.session, role, reviewer_id)]
    return _apart(office, found, unit_id) or office_seats(office, unit_id)


def office_seats(office: Office, unit_id: int | None = None) -> list[Seat]:
    """The director, and behind the director the others of the office in the order of their seats. What is the matter of
    a department is for those who are not of it: of the director's own department for the deputy director."""
    seats = [*people.holders(office.session, "director"), *people.holders(office.session, "office")]
    return seats if unit_id is None else _apart(office, seats, unit_id)


def deciders(office: Office, task: Task) -> list[Seat]:
    """Those of the office who are of none of the departments that a decision is about; the first of them decides."""
    seats = office_seats(office, task.unit_id)
    disputes = requests.of_task(office.session, task.id, "dispute") if task.step == Step.DISPUTED else []
    other = disputes[-1].to_unit_id if disputes else None
    return (_apart(office, seats, other) if other else seats) or seats or office_seats(office)


def _apart(office: Office, seats: list[Seat], unit_id: int) -> list[Seat]:
    """Each person once."""
    apart = [seat for seat in reversed(seats) if not charging.sits_in(office, seat[1], unit_id)]
    found = {person.id: (post, person) for post, person in apart}
    return list(reversed(found.values()))
