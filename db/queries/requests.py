"""What needs words, or somebody's decision."""

from collections.abc import Collection

from sqlmodel import Session, col, select

from db.tables import Request

WAITING = ("draft", "asked")


def get(session: Session, request_id: int) -> Request | None:
    return session.get(Request, request_id)


def drafts(session: Session, kind: str, person_id: int, task_id: int | None) -> list[Request]:
    """What this person has begun to request about a task."""
    query = select(Request).where(Request.kind == kind, Request.state == "draft", Request.by == person_id)
    return list(session.exec(query.where(Request.task_id == task_id).order_by(col(Request.id))))


def asked(session: Session, kinds: Collection[str]) -> list[Request]:
    """What waits for a decision, the oldest first."""
    query = select(Request).where(col(Request.kind).in_(kinds), Request.state == "asked")
    return list(session.exec(query.order_by(col(Request.id))))


def of_task(session: Session, task_id: int, kind: str) -> list[Request]:
    """All that was ever requested of this kind, the oldest first; what was only begun left out."""
    query = select(Request).where(Request.task_id == task_id, Request.kind == kind)
    return list(session.exec(query.where(col(Request.state).not_in(("draft", "dropped"))).order_by(col(Request.id))))
