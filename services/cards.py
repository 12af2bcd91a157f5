"""What one person is told on one working day."""

from datetime import date
from itertools import groupby

from db.queries import people, tasks
from db.tables import Outbox
from domain.facts import work
from services import listing, peopling, showing
from services.office import Office


def card(office: Office, row: Outbox) -> work.Card | None:
    """The reminders of this card, each task as it is now; the office's are drawn together by period."""
    seen = peopling.units_seen(office, row.chat_id)
    told = tasks.reminded_on(office.session, row.edits or row.id)  # an edit speaks of what its card speaks of
    told = [(reminder, task) for reminder, task in told if seen is None or task.unit_id in seen]
    items = {
        (reminder.audience, task.id): work.Item(reminder.audience, showing.task(office, task))
        for reminder, task in told
        if reminder.audience != "office"
    }
    for audience, task_id in [key for key in items if key[0] == "head"]:  # who answers need not urge himself
        if ("contact", task_id) in items:
            del items[audience, task_id]
    late = [showing.task(office, task) for reminder, task in told if reminder.audience == "office"]
    still_late = sorted((t for t in late if not t.closed), key=_matter)
    groups = [
        work.Group(title, period, tuple(t.unit for t in found), max(-t.left for t in found))
        for (title, period), found in ((matter, list(tasks_)) for matter, tasks_ in groupby(still_late, _matter))
    ]
    if not items and not late:
        return None
    day = date.fromisoformat(row.args["day"])
    named = {task_id for _, task_id in items}
    units = {task.unit_id for reminder, task in told if reminder.audience == "contact"}
    held = tasks.held_by_units(office.session, units)
    others = [t for t in held if t.form != "signing" and t.due < day and t.id not in named]
    answers_for = listing.units_of(office, people.get(office.session, row.args["person"]))
    return work.Card(day, tuple(items.values()), tuple(groups), len(others), len(answers_for) > 1)


def _matter(task: work.Task) -> tuple[str, str]:
    """Departments late with the same thing for the same period; signing has no period to speak of."""
    return task.title, task.period if task.title else ""
