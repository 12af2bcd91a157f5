"""What came in."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, delete, select

from db.tables import Inbox

# what is asked at every turn is put together once
FRESH = select(Inbox.id).where(Inbox.state == "new").order_by(col(Inbox.id)).limit(bindparam("limit"))

PRESENT = select(Inbox.update_id).where(col(Inbox.update_id).in_(bindparam("updates", expanding=True)))
HANDLED = delete(Inbox).where(col(Inbox.state) == "done", col(Inbox.kept_at) < bindparam("before"))


def present(session: Session, update_ids: Collection[int]) -> set[int]:
    return set(session.exec(PRESENT, params={"updates": list(update_ids)}))


def fresh(session: Session, limit: int) -> list[int]:
    """Ids of the kept updates that nobody worked on yet, in the order in which Telegram numbered them."""
    return list(session.exec(FRESH, params={"limit": limit}))


def get(session: Session, inbox_id: int) -> Inbox:
    return session.get_one(Inbox, inbox_id)


def forget(session: Session, handled_before: datetime) -> None:
    session.exec(HANDLED, params={"before": handled_before})
