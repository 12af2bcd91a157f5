"""What departments are called: in full and in short, the one that answers and all others."""

from db.queries import people
from db.tables import Task
from services.office import Office

Names = frozenset[str]


def own(office: Office, task: Task) -> Names:
    return Names(people.called(people.unit(office.session, task.unit_id)))


def others(office: Office, task: Task | None) -> Names:
    """Of all departments where no task says which one answers."""
    every = people.names(office.session)
    return every - own(office, task) if task else every
