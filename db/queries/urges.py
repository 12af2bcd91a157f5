"""催办 by hand."""

from collections.abc import Collection
from datetime import date, datetime

from sqlmodel import Session, col, func, select

from db.rows import Rows
from db.tables import Task, Urge

RUNG = "urge-"  # with the number of the urge: the rung by which its holder is told
OF_TASK = Rows(Urge, "task_id", parent=Task, rare=True)


def get(session: Session, urge_id: int) -> Urge | None:
    return session.get(Urge, urge_id)


def today(session: Session, task_id: int, person_id: int, day: date) -> Urge | None:
    """What this person has urged on that day."""
    query = select(Urge).where(Urge.task_id == task_id, Urge.by == person_id, Urge.on_date == day)
    return session.exec(query).first()


def unanswered(session: Session, task_id: int) -> list[Urge]:
    return [row for row in OF_TASK.of(session, task_id) if row.answered_at is None]


def of_tasks(session: Session, task_ids: Collection[int]) -> list[Urge]:
    """All of them, the oldest first."""
    return sorted(OF_TASK.among(session, set(task_ids)), key=lambda row: row.id)


def between(session: Session, start: datetime, end: datetime) -> dict[int, int]:
    """Task → how often it was urged from `start` on and before `end`."""
    query = select(Urge.task_id, func.count()).where(Urge.at >= start, Urge.at < end).group_by(col(Urge.task_id))
    rows = session.exec(query)
    return {task_id: n for task_id, n in rows}  # noqa: C416 - rows are no pairs to the type checker
