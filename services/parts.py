"""In which parts somebody stands to a task: what the table of its life lets them do."""

from db.queries import holds, people
from db.tables import Task
from domain.lifecycle import Part
from domain.people import Principal
from services import reviewers
from services.office import Office


def of(office: Office, who: Principal, task: Task) -> frozenset[Part]:
    found: set[Part] = set()
    if task.unit_id in who.units:
        found.add("contact")
    if who.person_id in heads(office, task.unit_id):
        found.add("head")
    hold = holds.current(office.session, task.id)
    if hold and hold.part == "reviewer" and who.person_id in reviewers.ids(office, task, hold):
        found.add("reviewer")
    if who.person_id in {person.id for _, person in reviewers.deciders(office, task)[:1]}:
        found.add("office")
    return frozenset(found)


def heads(office: Office, unit_id: int) -> frozenset[int]:
    """Persons who may give a department's word: its head, whoever acts for the head, or the leader who sits for it."""

    def find() -> frozenset[int]:
        return frozenset(person.id for _, person in people.head(office.session, people.unit(office.session, unit_id)))

    return office.once(("heads", unit_id), find)
