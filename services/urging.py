"""催办 by hand: who may press for an answer, and how whoever holds the matter hears of it."""

from collections.abc import Iterable

from db.queries import assignments, holds, urges
from db.tables import Hold, Task, Urge
from domain.people import Principal
from services import auditing, expanding, peopling, reminding, stretches
from services.office import Office


def urge(office: Office, who: Principal, task: Task) -> str:
    """Once a day; its holder hears of it on the card of the day. The code of what came of it."""
    if not may_urge(office, who, task):
        return "urge-not-yours"
    if problem := _in_the_way(office, who, task):
        return problem
    row = Urge(task_id=task.id, by=who.person_id, at=office.now, on_date=office.today)
    office.session.add(row)
    office.session.flush()
    auditing.record(office, "urge", f"task/{task.id}", urge=row.id)
    task.wake_at = office.now
    return "urged"


def may_urge(office: Office, who: Principal, task: Task) -> bool:
    """The director; of a responsible department's part whoever answers for the lead."""
    return who.is_director or bool(leads(office, task) & set(who.units))


def leads(office: Office, task: Task) -> frozenset[int]:
    """The departments to whose report a responsible department's task is a part; of other tasks none."""
    row = assignments.get(office.session, task.assignment_id) if task.assignment_id else None
    if row is None or row.part != "responsible":
        return frozenset()
    led = assignments.of_indicator(office.session, row.indicator_id, "lead")
    return frozenset(unit.id for one in led for unit in expanding.departments(office, one))


def is_offered(office: Office, chat_id: int, task: Task) -> bool:
    """Whether a message in this chat has the button."""
    mine = peopling.directs(office, chat_id) or leads(office, task) & peopling.units_answered(office, chat_id)
    return bool(mine) and is_possible(office, task) and not _is_theirs(office, chat_id, task)


def _is_theirs(office: Office, chat_id: int, task: Task) -> bool:
    person = peopling.reader(office, chat_id)
    return person is not None and person.id in _asked(office, task)


def _asked(office: Office, task: Task) -> set[int]:
    """The persons who would hear of it."""
    return {person.id for _, person in reminding.audience(office, task, stretches.of(office, task).holder)}


def is_possible(office: Office, task: Task) -> bool:
    """It waits for somebody who can be urged."""
    hold = holds.current(office.session, task.id)
    return not task.quiet and hold is not None and not _is_at_office(hold)


def _is_at_office(hold: Hold) -> bool:
    return hold.part == "office" or (hold.part == "reviewer" and hold.unit_id is None)


def _in_the_way(office: Office, who: Principal, task: Task) -> str | None:
    hold = holds.current(office.session, task.id)
    if hold is None:
        return "urge-done"
    if task.quiet:
        return "urge-quiet"
    if _is_at_office(hold):
        return "urge-office"
    asked = _asked(office, task)
    if not asked:
        return "urge-nobody"
    if who.person_id in asked:
        return "urge-yours"
    return "urged-today" if urges.today(office.session, task.id, who.person_id, office.today) else None


def by(office: Office, row: Urge) -> str:
    """The title of who urged, the director's where it was the director."""
    return peopling.title_on(office, row.by, row.at, ("director",))


def unanswered(office: Office, found: Iterable[Task]) -> dict[int, str]:
    """Task → the title of who has urged it and waits for the answer."""
    rows = urges.of_tasks(office.session, [task.id for task in found])
    return {row.task_id: by(office, row) for row in rows if row.answered_at is None}
