"""What goes out."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, and_, col, func, or_, select, update

from db.tables import Outbox

# what is asked at every turn is put together once
BY_KEY = select(Outbox).where(Outbox.key == bindparam("key"))
PENDING_EDIT = select(Outbox).where(Outbox.edits == bindparam("original"), Outbox.state == "pending")
AMONG = select(Outbox).where(col(Outbox.id).in_(bindparam("ids", expanding=True)))
NEXT_DUE = select(func.min(Outbox.not_before)).where(Outbox.state == "pending")
DUE = (
    select(Outbox)
    .where(Outbox.state == "pending", Outbox.not_before <= bindparam("now"))
    .order_by(col(Outbox.rank), col(Outbox.id))
)
OF_MESSAGE = (
    select(Outbox)
    .where(Outbox.chat_id == bindparam("chat"), Outbox.message_id == bindparam("message"))
    .where(col(Outbox.edits).is_(None))
    .order_by(col(Outbox.id))
)
CARDS = (
    select(Outbox)
    .where(Outbox.chat_id == bindparam("chat"))
    .where(or_(Outbox.key == bindparam("key"), col(Outbox.key).like(bindparam("others"))))
    .order_by(col(Outbox.id).desc())
)


def by_key(session: Session, key: str) -> Outbox | None:
    return session.exec(BY_KEY, params={"key": key}).first()


def get(session: Session, outbox_id: int) -> Outbox:
    return session.get_one(Outbox, outbox_id)


def among(session: Session, ids: Collection[int]) -> list[Outbox]:
    return list(session.exec(AMONG, params={"ids": list(ids)})) if ids else []


def of_message(session: Session, chat_id: int, message_id: int) -> Outbox | None:
    """The row behind a message in a chat; of a message that was edited, the row that first sent it."""
    return session.exec(OF_MESSAGE, params={"chat": chat_id, "message": message_id}).first()


def newest(session: Session, chat_id: int) -> Outbox | None:
    """What was last said in a chat."""
    query = select(Outbox).where(Outbox.chat_id == chat_id, col(Outbox.edits).is_(None))
    return session.exec(query.order_by(col(Outbox.id).desc()).limit(1)).first()


def about(
    session: Session, report_ids: Collection[int], task_id: int, sheet: Collection[int], limit: int
) -> list[Outbox]:
    """The newest messages that show one of these reports, their task, or it among the others of its sheet."""
    args = col(Outbox.args)
    shows = or_(
        and_(col(Outbox.kind).in_(("receipt", "withdrawal")), args["report"].as_integer().in_(report_ids)),
        and_(Outbox.kind == "task", args["task"].as_integer() == task_id),
        and_(Outbox.kind == "sheet", args["sheet"].as_integer().in_(sheet)),
    )
    query = select(Outbox).where(shows, col(Outbox.edits).is_(None))
    query = query.where(col(Outbox.state).in_(("pending", "sending", "sent")))
    return list(session.exec(query.order_by(col(Outbox.id).desc()).limit(limit)))


def of_lead(session: Session, task_id: int, limit: int) -> list[Outbox]:
    """The newest messages that show a lead's task, or the parts beside it."""
    shows = col(Outbox.kind).in_(("task", "joint")), col(Outbox.args)["task"].as_integer() == task_id
    query = select(Outbox).where(*shows, col(Outbox.edits).is_(None), Outbox.state == "sent")
    return list(session.exec(query.order_by(col(Outbox.id).desc()).limit(limit)))


def of_request(session: Session, request_id: int) -> list[Outbox]:
    """The messages that ask for its words, or say what became of it."""
    query = select(Outbox).where(col(Outbox.kind).in_(("request", "requested")), col(Outbox.edits).is_(None))
    query = query.where(col(Outbox.args)["request"].as_integer() == request_id)
    return list(session.exec(query.where(col(Outbox.state).in_(("pending", "sending", "sent")))))


def pending_edit(session: Session, original: int) -> Outbox | None:
    return session.exec(PENDING_EDIT, params={"original": original}).first()


def put_off(session: Session, now: datetime, hour: datetime) -> None:
    """What only goes out in office hours waits for them. Edits call nobody, and go at any hour."""
    late = update(Outbox).where(col(Outbox.state) == "pending", col(Outbox.not_before) <= now)
    session.exec(late.where(col(Outbox.in_hours), col(Outbox.edits).is_(None)).values(not_before=hour))


def cards(session: Session, chat_id: int, key: str) -> list[Outbox]:
    """A person's cards of one day, the newest first: usually one."""
    return list(session.exec(CARDS, params={"chat": chat_id, "key": key, "others": f"{key}/%"}))


def unsent(session: Session, chat_id: int, prefix: str) -> list[Outbox]:
    """Messages under keys of one kind that have not left yet, and surely did not arrive."""
    query = select(Outbox).where(Outbox.chat_id == chat_id, Outbox.state == "pending", Outbox.attempt == 0)
    return list(session.exec(query.where(col(Outbox.edits).is_(None), col(Outbox.key).startswith(prefix))))


def under(session: Session, prefix: str) -> list[Outbox]:
    """Messages under keys of one kind that stand in a chat or are on their way to it, the oldest first."""
    keys = col(Outbox.key).between(prefix, f"{prefix}\U0010ffff")  # a range is looked up, LIKE reads every row
    query = select(Outbox).where(keys, col(Outbox.edits).is_(None))
    query = query.where(col(Outbox.state).in_(("pending", "sending", "sent")))
    return list(session.exec(query.order_by(col(Outbox.id))))


def due(session: Session, now: datetime, busy_chats: Collection[int], limit: int) -> list[Outbox]:
    """Pending rows whose time has come, answers first, each chat once and none that is being spoken to."""
    rows: dict[int, Outbox] = {}
    for row in session.exec(DUE, params={"now": now}):
        if len(rows) >= limit:
            break
        if row.chat_id not in busy_chats:
            rows.setdefault(row.chat_id, row)
    return list(rows.values())


def next_due(session: Session) -> datetime | None:
    return session.exec(NEXT_DUE).one()


def sending(session: Session) -> list[Outbox]:
    return list(session.exec(select(Outbox).where(Outbox.state == "sending").order_by(col(Outbox.id))))


def of_kind(session: Session, kind: str, states: Collection[str]) -> list[Outbox]:
    """Messages of one kind in these states, the oldest first."""
    query = select(Outbox).where(col(Outbox.state).in_(states), Outbox.kind == kind, col(Outbox.edits).is_(None))
    return list(session.exec(query.order_by(col(Outbox.id))))


def move_chat(session: Session, old: int, new: int) -> None:
    session.exec(update(Outbox).where(col(Outbox.chat_id) == old, col(Outbox.state) == "pending").values(chat_id=new))


def count_keys(session: Session, prefix: str, since: datetime) -> int:
    query = select(func.count()).select_from(Outbox)
    return session.exec(query.where(col(Outbox.key).startswith(prefix), col(Outbox.since) >= since)).one()


def last_instant(session: Session) -> datetime | None:
    """When the newest row came into its state."""
    return session.exec(select(func.max(Outbox.since))).one()


def waiting(session: Session, after: datetime, limit: int) -> list[tuple[datetime, int]]:
    """When messages go out that wait for their hour, and how many each time."""
    query = select(Outbox.not_before, func.count()).where(Outbox.state == "pending", Outbox.not_before > after)
    return list(session.exec(query.group_by(col(Outbox.not_before)).order_by(col(Outbox.not_before)).limit(limit)))


def unsettled(session: Session) -> dict[str, int]:
    """How many messages wait, are on their way, are uncertain or were given up."""
    query = select(Outbox.state, func.count()).where(col(Outbox.state).in_(("pending", "sending", "unknown", "dead")))
    return dict(session.exec(query.group_by(Outbox.state)).all())


def chats_waiting(session: Session) -> list[int]:
    """Chats to which something is to be sent, again perhaps, as soon as it may."""
    query = select(Outbox.chat_id).where(col(Outbox.state).in_(("pending", "sending")))
    return list(session.exec(query.distinct()))


def newest_of(session: Session, chat_id: int, kind: str) -> Outbox | None:
    """The last message of a kind that came to a chat."""
    query = select(Outbox).where(Outbox.chat_id == chat_id, Outbox.kind == kind, Outbox.state == "sent")
    return session.exec(query.where(col(Outbox.edits).is_(None)).order_by(col(Outbox.id).desc()).limit(1)).first()
