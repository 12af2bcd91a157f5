"""What came in."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert
from sqlmodel import Session, SQLModel, col, delete, func, or_, select, update

from db.tables import Inbox

# what is asked at every turn is put together once
FRESH = select(Inbox.id).where(Inbox.state == "new").order_by(col(Inbox.id)).limit(bindparam("limit"))

BATCH = select(Inbox).where(Inbox.state == "new").order_by(col(Inbox.id)).limit(bindparam("limit"))
TABLE = SQLModel.metadata.tables["inbox"]
ADD = insert(TABLE)
DONE = update(TABLE).where(TABLE.c.id.in_(bindparam("ids", expanding=True))).values(state="done")
PRESENT = select(Inbox.update_id).where(col(Inbox.update_id).in_(bindparam("updates", expanding=True)))
RAW = col(Inbox.raw)
OF_ALBUM = select(Inbox).where(RAW["message"]["media_group_id"].as_string() == bindparam("album"))
OF_MESSAGE = select(Inbox).where(
    Inbox.sender == bindparam("sender"),
    or_(
        *(
            (RAW[kind]["chat"]["id"].as_string() == bindparam("chat"))
            & (RAW[kind]["message_id"].as_string() == bindparam("message"))
            for kind in ("message", "edited_message")
        )
    ),
)
HANDLED = delete(Inbox).where(col(Inbox.state) == "done", col(Inbox.kept_at) < bindparam("before"))


def add(session: Session, rows: list[dict[str, Any]]) -> None:
    if rows:
        session.exec(ADD, params=rows)


def present(session: Session, update_ids: Collection[int]) -> set[int]:
    return set(session.exec(PRESENT, params={"updates": list(update_ids)}))


def fresh(session: Session, limit: int) -> list[int]:
    """Ids of the kept updates that nobody worked on yet, in the order in which Telegram numbered them."""
    return list(session.exec(FRESH, params={"limit": limit}))


def oldest(session: Session) -> datetime | None:
    """When the one came that has waited longest to be worked on."""
    return session.exec(select(func.min(Inbox.kept_at)).where(Inbox.state == "new")).one()


def batch(session: Session, limit: int) -> list[Inbox]:
    """The same, as rows."""
    return list(session.exec(BATCH, params={"limit": limit}))


def done(session: Session, ids: Collection[int]) -> None:
    """Worked on: what is loaded of them still says that they are new."""
    session.exec(DONE, params={"ids": list(ids)})


def get(session: Session, inbox_id: int) -> Inbox:
    return session.get_one(Inbox, inbox_id)


def of_updates(session: Session, update_ids: Collection[int]) -> list[Inbox]:
    return list(session.exec(select(Inbox).where(col(Inbox.update_id).in_(update_ids))))


def of_album(session: Session, album: str) -> list[Inbox]:
    """All that came of it so far."""
    return list(session.exec(OF_ALBUM, params={"album": album}))


def of_message(session: Session, sender: int, message_id: int) -> list[Inbox]:
    """A message in a private chat, as it was written and as it was changed."""
    return list(session.exec(OF_MESSAGE, params={"sender": sender, "chat": sender, "message": message_id}))


def forget(session: Session, handled_before: datetime) -> None:
    session.exec(HANDLED, params={"before": handled_before})
