"""催办 by hand."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, func, select

from db.tables import Urge

RUNG = "urge-"  # with the number of the urge: the rung by which its holder is told
UNANSWERED = (
    select(Urge).where(Urge.task_id == bindparam("task"), col(Urge.answered_at).is_(None)).order_by(col(Urge.id))
)


def get(session: Session, urge_id: int) -> Urge | None:
    return session.get(Urge, urge_id)


def today(session: Session, task_id: int, person_id: int, day: date) -> Urge | None:
    """What this person has urged on that day."""
    query = select(Urge).where(Urge.task_id == task_id, Urge.by == person_id, Urge.on_date == day)
    return session.exec(query).first()


def unanswered(session: Session, task_id: int) -> list[Urge]:
    return list(session.exec(UNANSWERED, params={"task": task_id}))


def of_tasks(session: Session, task_ids: Collection[int]) -> list[Urge]:
    """All of them, the oldest first."""
    return list(session.exec(select(Urge).where(col(Urge.task_id).in_(task_ids)).order_by(col(Urge.id))))


def between(session: Session, start: datetime, end: datetime) -> dict[int, int]:
    """Task → how often it was urged from `start` on and before `end`."""
    query = select(Urge.task_id, func.count()).where(Urge.at >= start, Urge.at < end).group_by(col(Urge.task_id))
    rows = session.exec(query)
    return {task_id: n for task_id, n in rows}  # noqa: C416 - rows are no pairs to the type checker
