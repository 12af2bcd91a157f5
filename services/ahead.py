"""What a round of updates or of messages is about is looked up together: each is then worked on without a question of
its own. Whatever is looked up here is only sooner there: nothing depends on it."""

from collections.abc import Collection, Iterable

from sqlmodel import Session

from db.queries import assignments, edits, holds, outbox, people, reports, reviews, rungs, tasks, tidings
from db.remembered import among
from db.tables import Outbox, Report, Task

Place = tuple[int, int]  # a chat, and the number of a message in it


def of_updates(session: Session, senders: Collection[int], places: Collection[Place]) -> dict[Place, Outbox | None]:
    """Who speaks, and of which messages; these, by where they are."""
    found = [person for number in senders if (person := people.by_telegram(session, number))]
    people.seats_of(session, [person.id for person in found])
    messages = outbox.of_messages(session, places)
    matters = _matters(session, messages.values())
    ids = [task.id for task in matters]
    holds.OF_TASK.among(session, ids)
    cards = {reminder.outbox_id for reminder in rungs.OF_TASK.among(session, ids)}
    cards |= {row.id for row in among(session, Outbox, cards)} | {row.id for row in messages.values()}
    edits.OF_MESSAGE.among(session, cards)
    return {place: messages.get(place) for place in places}


def of_messages(session: Session, rows: Collection[Outbox]) -> list[Task]:
    """What is to be said now. The tasks are given back to be held until it is."""
    among(session, Outbox, [row.edits for row in rows if row.edits])
    tidings.ON_CARD.among(session, _originals(rows))
    matters = _matters(session, rows)
    found = reports.OF_TASK.among(session, [task.id for task in matters])
    reviews.OF_REPORT.among(session, [report.id for report in found])
    units = {task.unit_id for task in matters if task.form == "signing"}
    assignments.given(session, units)
    tasks.held_by_units(session, units)
    return matters


def _matters(session: Session, rows: Iterable[Outbox]) -> list[Task]:
    """The tasks that messages speak of, with what was reported of them."""
    rows = list(rows)
    told = {reminder.task_id for reminder in rungs.ON_CARD.among(session, _originals(rows))}
    told |= {row.args["task"] for row in rows if "task" in row.args}
    told |= {
        report.task_id for report in among(session, Report, [r.args["report"] for r in rows if "report" in r.args])
    }
    found = among(session, Task, told)
    known = reports.OF_TASK.among(session, [task.id for task in found])
    reports.READINGS.among(session, [report.id for report in known])
    return found


def _originals(rows: Iterable[Outbox]) -> list[int]:
    return [row.edits or row.id for row in rows]
