"""What somebody hears unasked beside the reminders."""

from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, func, select, update

from db.rows import Rows
from db.tables import Outbox, Tiding

# what is asked at every turn is put together once
BY_KEY = select(Tiding).where(Tiding.key == bindparam("key"))
WAKING = (
    select(Tiding).where(col(Tiding.wake_at) <= bindparam("now")).order_by(col(Tiding.id)).limit(bindparam("limit"))
)
NEXT_WAKE = select(func.min(Tiding.wake_at)).where(col(Tiding.wake_at) > bindparam("after"))
ON_CARD = Rows(Tiding, "outbox_id", moves=("outbox_id",), parent=Outbox)


def by_key(session: Session, key: str) -> Tiding | None:
    return session.exec(BY_KEY, params={"key": key}).first()


def waking(session: Session, now: datetime, limit: int) -> list[Tiding]:
    return list(session.exec(WAKING, params={"now": now, "limit": limit}))


def next_wake(session: Session, after: datetime) -> datetime | None:
    return session.exec(NEXT_WAKE, params={"after": after}).one()


def on_card(session: Session, outbox_id: int) -> list[Tiding]:
    """What a card speaks of beside the reminders."""
    return ON_CARD.of(session, outbox_id)


def of_request(session: Session, request_id: int) -> list[Tiding]:
    """What tells of a request, and stands on a card."""
    query = select(Tiding).where(Tiding.kind == "requested", col(Tiding.outbox_id).is_not(None))
    return list(session.exec(query.where(col(Tiding.args)["request"].as_integer() == request_id)))


def newest(session: Session, kind: str) -> Tiding | None:
    return session.exec(select(Tiding).where(Tiding.kind == kind).order_by(col(Tiding.id).desc()).limit(1)).first()


def retell(session: Session, old: int, new: int) -> None:
    """What a card that never left would have said is said by another one."""
    session.exec(update(Tiding).where(col(Tiding.outbox_id) == old).values(outbox_id=new))
