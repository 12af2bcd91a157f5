"""Who has the ball, and had it."""

from collections.abc import Collection

from sqlmodel import Session, col, select

from db.rows import Rows
from db.tables import Hold, Task

OF_TASK = Rows(Hold, "task_id", parent=Task)


def current(session: Session, task_id: int) -> Hold | None:
    return next((hold for hold in OF_TASK.of(session, task_id) if hold.until is None), None)


def of_task(session: Session, task_id: int) -> list[Hold]:
    """All of them, the first one first."""
    return OF_TASK.of(session, task_id)


def of_tasks(session: Session, task_ids: Collection[int]) -> dict[int, Hold]:
    """Task → who has it now."""
    query = select(Hold).where(col(Hold.task_id).in_(task_ids), col(Hold.until).is_(None))
    return {hold.task_id: hold for hold in session.exec(query)}


def waiting(session: Session, part: str) -> list[tuple[Task, Hold]]:
    """Tasks that wait for this part, each with its hold, the longest first."""
    query = select(Task, Hold).join(Hold, col(Hold.task_id) == col(Task.id))
    query = query.where(Hold.part == part, col(Hold.until).is_(None))
    return list(session.exec(query.order_by(col(Hold.since), col(Task.id))))
