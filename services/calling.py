"""What departments are called: in full and in short, the one that answers and all others."""

from collections.abc import Iterable

from db.queries import people
from db.tables import Task, Unit
from services.office import Office

Names = frozenset[str]


def own(office: Office, task: Task) -> Names:
    return _of([people.unit(office.session, task.unit_id)])


def others(office: Office, task: Task | None) -> Names:
    """Of all departments where no task says which one answers."""
    every = _of(_units(office))
    return every - own(office, task) if task else every


def _units(office: Office) -> list[Unit]:
    found: list[Unit] = office.once("units", lambda: people.units(office.session))
    return found


def _of(units: Iterable[Unit]) -> Names:
    return frozenset(name for unit in units for name in (unit.name, *unit.aliases))
