"""What reviewers said of the versions that were filed."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session, col, func, select

from db.rows import Rows
from db.tables import Report, Review, Task

OF_REPORT = Rows(Review, "report_id", parent=Report)


def of(session: Session, report_id: int) -> Review | None:
    return next(iter(OF_REPORT.of(session, report_id)), None)


def is_accepted(session: Session, report_id: int) -> bool:
    found = of(session, report_id)
    return found is not None and found.verdict == "accepted"


def accepted(session: Session, report_ids: Collection[int], until: datetime | None = None) -> set[int]:
    query = select(Review.report_id).where(col(Review.report_id).in_(report_ids), Review.verdict == "accepted")
    query = query.where(Review.at <= until) if until else query
    return set(session.exec(query))


def last_return(session: Session, task_id: int) -> tuple[Report, Review] | None:
    """The version that was returned last, and why."""
    query = select(Report, Review).join(Review, col(Review.report_id) == col(Report.id))
    query = query.where(Report.task_id == task_id, Review.verdict == "returned")
    return session.exec(query.order_by(col(Review.id).desc()).limit(1)).first()


def returns(session: Session, task_id: int) -> int:
    """How often a task was returned."""
    query = select(func.count()).select_from(Review).join(Report, col(Report.id) == col(Review.report_id))
    return session.exec(query.where(Report.task_id == task_id, Review.verdict == "returned")).one()


def returned_between(session: Session, start: datetime, end: datetime) -> list[tuple[Review, Task]]:
    """What was given back from `start` on and before `end`, each time."""
    query = select(Review, Task).join(Report, col(Report.id) == col(Review.report_id))
    query = query.join(Task, col(Task.id) == col(Report.task_id))
    query = query.where(Review.verdict == "returned", Review.at >= start, Review.at < end)
    return list(session.exec(query.order_by(col(Review.id))))
