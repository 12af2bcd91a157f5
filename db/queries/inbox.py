"""What came in."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session, col, delete, select

from db.tables import Inbox


def present(session: Session, update_ids: Collection[int]) -> set[int]:
    return set(session.exec(select(Inbox.update_id).where(col(Inbox.update_id).in_(update_ids))))


def fresh(session: Session, limit: int) -> list[int]:
    """Ids of the kept updates that nobody worked on yet, in the order in which Telegram numbered them."""
    query = select(Inbox.id).where(Inbox.state == "new").order_by(col(Inbox.id)).limit(limit)
    return list(session.exec(query))


def get(session: Session, inbox_id: int) -> Inbox:
    return session.get_one(Inbox, inbox_id)


def forget(session: Session, handled_before: datetime) -> None:
    session.exec(delete(Inbox).where(col(Inbox.state) == "done", col(Inbox.kept_at) < handled_before))
