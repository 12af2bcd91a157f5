"""What a month's reminding is counted from."""

from collections.abc import Collection
from datetime import date, datetime

from sqlmodel import Session, col, select

from db.queries.rungs import ALL_TOLD
from db.tables import Hold, Reminder, Report, Review, Task

IN_ORDER = ("readings", "roll-call", "summary", "words")  # asked and answered once; the others are told as they come


def told(session: Session, first: date, last: date) -> list[tuple[Reminder, datetime]]:
    """The reminders of these days that have arrived, and when."""
    rows = session.exec(ALL_TOLD.where(Reminder.on_date >= first, Reminder.on_date <= last))
    return [(reminder, max(reminder.at, sent)) for reminder, sent in rows]


def answered(session: Session, start: datetime, end: datetime) -> list[tuple[Report, Task]]:
    """First versions that left their department from `start` on and before `end`."""
    query = select(Report, Task).join(Task, col(Task.id) == col(Report.task_id))
    query = query.where(Report.at >= start, Report.at < end, Report.version == 1, col(Task.form).in_(IN_ORDER))
    query = query.where(col(Report.state).in_(("filed", "returned")), col(Task.quiet).is_(False))
    return list(session.exec(query.order_by(col(Report.id))))


def returned(session: Session, start: datetime, end: datetime) -> list[int]:
    """The departments to which something was given back, once for each time."""
    query = select(Task.unit_id).join(Report, col(Report.task_id) == col(Task.id))
    query = query.join(Review, col(Review.report_id) == col(Report.id))
    query = query.where(Review.verdict == "returned", Review.at >= start, Review.at < end)
    return list(session.exec(query))


def tasks(session: Session, task_ids: Collection[int]) -> dict[int, Task]:
    return {task.id: task for task in session.exec(select(Task).where(col(Task.id).in_(task_ids)))}


def holds(session: Session, task_ids: Collection[int]) -> dict[int, list[Hold]]:
    """Task → who has had it, the first one first."""
    found: dict[int, list[Hold]] = {}
    for hold in session.exec(select(Hold).where(col(Hold.task_id).in_(task_ids)).order_by(col(Hold.id))):
        found.setdefault(hold.task_id, []).append(hold)
    return found


def versions(session: Session, task_ids: Collection[int]) -> dict[int, list[Report]]:
    """Task → all that was ever filed for it."""
    found: dict[int, list[Report]] = {}
    query = select(Report).where(col(Report.task_id).in_(task_ids), Report.state != "draft")
    for report in session.exec(query.order_by(col(Report.id))):
        found.setdefault(report.task_id, []).append(report)
    return found
