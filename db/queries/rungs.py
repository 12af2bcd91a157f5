"""Rungs that were taken, and the cards on which they arrived."""

from datetime import date, datetime

from sqlalchemy import bindparam
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, or_, select, update

from db.remembered import load
from db.rows import Rows
from db.tables import Outbox, Reminder, Task

# what is asked at every turn is put together once
EDIT = aliased(Outbox)
# a rung that joined a card which was there already is told by the edit that shows it
SHOWN = select(EDIT.id).where(EDIT.edits == col(Outbox.id), EDIT.state == "sent", EDIT.since >= col(Reminder.at))
ALL_TOLD = (
    select(Reminder, Outbox.since)
    .join(Outbox, col(Outbox.id) == col(Reminder.outbox_id))
    .where(Outbox.state == "sent", or_(col(Reminder.at) <= Outbox.since, SHOWN.exists()))
    .order_by(col(Reminder.id))
)
TOLD = ALL_TOLD.where(Reminder.task_id == bindparam("task"))
TOLD_OF_OPEN = ALL_TOLD.join(Task, col(Task.id) == col(Reminder.task_id)).where(Task.state == "open")
OF_TASK = Rows(Reminder, "task_id", moves=("task_id",), parent=Task)
ON_CARD = Rows(Reminder, "outbox_id", moves=("outbox_id",), parent=Outbox)
TRIED = (
    select(Reminder.task_id, Reminder.audience, Reminder.round, func.min(Reminder.on_date))
    .join(Outbox, col(Outbox.id) == col(Reminder.outbox_id))
    .where(col(Outbox.state).in_(("unknown", "dead")))
    .group_by(col(Reminder.task_id), col(Reminder.audience), col(Reminder.round))
)


def reminders(session: Session, task_id: int) -> list[Reminder]:
    """Every rung that was taken, whether its card has arrived or not."""
    return OF_TASK.of(session, task_id)


def is_told(session: Session, rung: str, since: date) -> bool:
    """Whether anybody was told by this rung on that day or later."""
    query = select(Reminder.id).where(Reminder.rung == rung, Reminder.on_date >= since)
    return session.exec(query.limit(1)).first() is not None


def told(session: Session, task_id: int) -> list[tuple[Reminder, datetime]]:
    """The reminders that have arrived, and when: what is only on its way has told nobody."""
    rows = session.exec(TOLD, params={"task": task_id})
    return [(reminder, max(reminder.at, sent)) for reminder, sent in rows]


def told_of_open(session: Session) -> list[tuple[Reminder, datetime]]:
    return [(reminder, max(reminder.at, sent)) for reminder, sent in session.exec(TOLD_OF_OPEN)]


def tried(session: Session) -> dict[tuple[int, str, int], date]:
    """Task, audience and round → the first day on which one was sent a card that may have arrived, or that Telegram
    would not take. There are few of these."""
    return {(task, audience, round_): day for task, audience, round_, day in session.exec(TRIED)}


def retell(session: Session, old: int, new: int) -> None:
    """What a card that never left would have said is said by another one."""
    session.exec(update(Reminder).where(col(Reminder.outbox_id) == old).values(outbox_id=new))


def reminded_on(session: Session, outbox_id: int) -> list[tuple[Reminder, Task]]:
    """What a card speaks of."""
    found = ON_CARD.of(session, outbox_id)
    about = zip(found, load(session, Task, [reminder.task_id for reminder in found]), strict=True)
    return sorted(about, key=lambda told: (told[1].due, told[1].id))


def cards(session: Session, task_id: int) -> list[int]:
    """Outbox ids of the cards that spoke of a task: of each reader the newest."""
    newest: dict[int, int] = {}
    for reminder in OF_TASK.of(session, task_id):
        newest[reminder.person_id] = max(newest.get(reminder.person_id, 0), reminder.outbox_id)
    return list(newest.values())
