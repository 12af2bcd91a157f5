"""What goes out."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.util import identity_key
from sqlmodel import Session, SQLModel, col, delete, func, select, update

from db import remembered
from db.tables import Outbox

STANDING = ("pending", "sending", "sent")  # in a chat, or on the way to it
AT_ONCE = 50  # rows that are looked at together: a thousand may wait where eight can go
MANY = 1000  # messages about one thing, more than there ever are

# what is asked at every turn is put together once
BY_KEY = select(Outbox).where(Outbox.key == bindparam("key"))
PENDING_EDIT = select(Outbox).where(Outbox.edits == bindparam("original"), Outbox.state == "pending")
TABLE = SQLModel.metadata.tables["outbox"]
ONE = update(TABLE).where(TABLE.c.id == bindparam("row")).values(since=bindparam("now"))
CLAIM = ONE.values(state="sending", params=bindparam("call"))
ARRIVED = ONE.values(state="sent", message_id=bindparam("message"), error=None)
SHOWS = update(TABLE).where(TABLE.c.id == bindparam("row")).values(params=bindparam("call"))
SHOWING = (
    select(Outbox)
    .where(col(Outbox.kind).in_(bindparam("kinds", expanding=True)))
    .where(col(Outbox.about).in_(bindparam("about", expanding=True)))
    .where(col(Outbox.state).in_(bindparam("states", expanding=True)), col(Outbox.edits).is_(None))
    .order_by(col(Outbox.id).desc())
    .limit(bindparam("limit"))
)
NEXT_DUE = select(func.min(Outbox.not_before)).where(Outbox.state == "pending")
DUE = (
    select(Outbox.id, Outbox.chat_id)
    .where(Outbox.state == "pending", Outbox.not_before <= bindparam("now"))
    .order_by(col(Outbox.rank), col(Outbox.id))
    .execution_options(yield_per=AT_ONCE)
)
UNSURE = (
    select(Outbox)
    .where(col(Outbox.state).in_(("unknown", "dead")), Outbox.rank > 0, col(Outbox.edits).is_(None))
    .where(col(Outbox.kind).not_in(bindparam("unmissed", expanding=True)))
    .order_by(col(Outbox.id))
)
OF_MESSAGES = (
    select(Outbox)
    .where(col(Outbox.chat_id).in_(bindparam("chats", expanding=True)))
    .where(col(Outbox.message_id).in_(bindparam("messages", expanding=True)))
    .where(col(Outbox.edits).is_(None))
    .order_by(col(Outbox.id).desc())
)
UNSENT = (
    select(Outbox)
    .where(Outbox.chat_id == bindparam("chat"), Outbox.state == "pending", Outbox.attempt == 0)
    .where(col(Outbox.edits).is_(None), col(Outbox.key).startswith(bindparam("prefix")))
)

INVITATION = "invitation"  # no text of it is kept
UNMISSED = ("stranger", "menu", "leave", "uncertain")  # kinds that nobody waits for


def by_key(session: Session, key: str) -> Outbox | None:
    return session.exec(BY_KEY, params={"key": key}).first()


def get(session: Session, outbox_id: int) -> Outbox:
    return session.get_one(Outbox, outbox_id)


def among(session: Session, ids: Collection[int]) -> list[Outbox]:
    return remembered.among(session, Outbox, ids)


def claim(session: Session, calls: Collection[tuple[Outbox, dict[str, Any]]], now: datetime) -> None:
    """Rows that leave the queue, each as it is rendered: one statement for all of them, and no unit of work."""
    if not calls:
        return
    session.exec(CLAIM, params=[{"row": row.id, "call": call, "now": now} for row, call in calls])
    for row, call in calls:
        _is_written(row, state="sending", since=now, params=call)


def changing_more(session: Session, ids: Collection[int]) -> list[Outbox]:
    """Of these, whose arrival changes more than their state: an edit, and what the records keep no text of."""
    return [row for row in among(session, ids) if row.edits or row.kind == INVITATION]


def arrived(session: Session, numbers: Mapping[int, int | None], now: datetime) -> None:
    """Row → the number of the message in its chat."""
    if not numbers:
        return
    session.exec(ARRIVED, params=[{"row": row, "message": number, "now": now} for row, number in numbers.items()])
    for number, message in numbers.items():
        if (row := session.identity_map.get(identity_key(Outbox, number))) is not None:
            _is_written(row, state="sent", since=now, message_id=message, error=None)


def show(session: Session, calls: Collection[tuple[Outbox, dict[str, Any]]]) -> None:
    """What messages show by now, since an edit of each has arrived."""
    if not calls:
        return
    session.exec(SHOWS, params=[{"row": row.id, "call": call} for row, call in calls])
    for row, call in calls:
        _is_written(row, params=call)


def _is_written(row: Outbox, **values: Any) -> None:
    """Whoever has the row sees what a statement has written of it."""
    for name, value in values.items():
        set_committed_value(row, name, value)


def of_message(session: Session, chat_id: int, message_id: int) -> Outbox | None:
    """The row behind a message in a chat; of a message that was edited, the row that first sent it."""
    return of_messages(session, [(chat_id, message_id)]).get((chat_id, message_id))


def of_messages(session: Session, places: Collection[tuple[int, int]]) -> dict[tuple[int, int | None], Outbox]:
    """The same of several, by chat and message."""
    if not places:
        return {}
    chats, messages = (sorted(set(numbers)) for numbers in zip(*places, strict=True))
    found = session.exec(OF_MESSAGES, params={"chats": chats, "messages": messages})
    return {place: row for row in found if (place := (row.chat_id, row.message_id)) in places}


def newest(session: Session, chat_id: int) -> Outbox | None:
    """What was last said in a chat."""
    return next(iter(newest_ones(session, chat_id, 1)), None)


def newest_ones(session: Session, chat_id: int, limit: int) -> list[Outbox]:
    """The last things said in a chat, the newest first."""
    query = select(Outbox).where(Outbox.chat_id == chat_id, col(Outbox.edits).is_(None))
    return list(session.exec(query.order_by(col(Outbox.id).desc()).limit(limit)))


def about(
    session: Session, report_ids: Collection[int], task_id: int, sheet: Collection[int], limit: int
) -> list[Outbox]:
    """The newest messages that show one of these reports, their task, or it among the others of its sheet."""
    found = [
        *_showing(session, ("receipt", "withdrawal"), report_ids, STANDING, limit),
        *_showing(session, ("task",), (task_id,), STANDING, limit),
        *_showing(session, ("sheet",), sheet, STANDING, limit),
    ]
    return sorted(found, key=lambda row: -row.id)[:limit]


def of_lead(session: Session, task_id: int, limit: int) -> list[Outbox]:
    """The newest messages that show a lead's task, or the parts beside it."""
    return _showing(session, ("task", "joint"), (task_id,), ("sent",), limit)


def of_request(session: Session, request_id: int) -> list[Outbox]:
    """The messages that ask for its words, that put it before whoever decides, or say what became of it."""
    return _showing(session, ("request", "requested", "decision"), (request_id,), STANDING, MANY)[::-1]


def _showing(
    session: Session, kinds: Collection[str], about: Collection[int], states: Collection[str], limit: int
) -> list[Outbox]:
    which = {"kinds": list(kinds), "about": list(about), "states": list(states), "limit": limit}
    return list(session.exec(SHOWING, params=which)) if about else []


def pending_edit(session: Session, original: int) -> Outbox | None:
    return session.exec(PENDING_EDIT, params={"original": original}).first()


def put_off(session: Session, now: datetime, hour: datetime) -> int:
    """What only goes out in office hours waits for them. Edits call nobody, and go at any hour. How many wait now."""
    late = update(Outbox).where(col(Outbox.state) == "pending", col(Outbox.not_before) <= now)
    late = late.where(col(Outbox.in_hours), col(Outbox.edits).is_(None))
    return session.exec(late.values(not_before=hour)).rowcount


def unsent(session: Session, chat_id: int, prefix: str) -> list[Outbox]:
    """Messages under keys of one kind that have not left yet, and surely did not arrive."""
    return list(session.exec(UNSENT, params={"chat": chat_id, "prefix": prefix}))


def under(session: Session, prefix: str) -> list[Outbox]:
    """Messages under keys of one kind that stand in a chat or are on their way to it, the oldest first."""
    keys = col(Outbox.key).between(prefix, f"{prefix}\U0010ffff")  # a range is looked up, LIKE reads every row
    query = select(Outbox).where(keys, col(Outbox.edits).is_(None))
    query = query.where(col(Outbox.state).in_(("pending", "sending", "sent")))
    return list(session.exec(query.order_by(col(Outbox.id))))


def due(session: Session, now: datetime, busy_chats: Collection[int], limit: int) -> list[Outbox]:
    """Pending rows whose time has come, answers first, each chat once and none that is being spoken to."""
    chosen: dict[int, int] = {}  # by chat
    waiting = session.exec(DUE, params={"now": now})
    for row_id, chat_id in waiting:
        if len(chosen) >= limit:
            break
        if chat_id not in busy_chats:
            chosen.setdefault(chat_id, row_id)
    waiting.close()
    return remembered.load(session, Outbox, list(chosen.values()))


def waiting_now(session: Session, now: datetime) -> list[Outbox]:
    """All that may leave at once."""
    return remembered.load(session, Outbox, [row_id for row_id, _ in session.exec(DUE, params={"now": now})])


def next_due(session: Session) -> datetime | None:
    return session.exec(NEXT_DUE).one()


def sending(session: Session) -> list[Outbox]:
    return list(session.exec(select(Outbox).where(Outbox.state == "sending").order_by(col(Outbox.id))))


def unsure(session: Session) -> list[Outbox]:
    """Perhaps sent, or refused for good, and nobody has looked yet, the oldest first; but for kinds nobody misses."""
    return list(session.exec(UNSURE, params={"unmissed": list(UNMISSED)}))


def of_kind(session: Session, kind: str, states: Collection[str]) -> list[Outbox]:
    """Messages of one kind in these states, the oldest first."""
    query = select(Outbox).where(col(Outbox.state).in_(states), Outbox.kind == kind, col(Outbox.edits).is_(None))
    return list(session.exec(query.order_by(col(Outbox.id))))


def move_chat(session: Session, old: int, new: int) -> None:
    session.exec(update(Outbox).where(col(Outbox.chat_id) == old, col(Outbox.state) == "pending").values(chat_id=new))


def count_keys(session: Session, prefix: str, since: datetime) -> int:
    query = select(func.count()).select_from(Outbox)
    return session.exec(query.where(col(Outbox.key).startswith(prefix), col(Outbox.since) >= since)).one()


def forget_strangers(session: Session, before: datetime) -> None:
    """Of outsiders nothing is kept but that they were answered lately."""
    old = delete(Outbox).where(col(Outbox.kind) == "stranger", col(Outbox.since) < before)
    session.exec(old)


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


def uncertain(session: Session) -> int:
    """Messages that somebody should have heard, and of which nobody knows whether they arrived."""
    query = select(func.count()).select_from(Outbox).where(Outbox.state == "unknown", Outbox.rank > 0)
    return session.exec(query.where(col(Outbox.edits).is_(None), col(Outbox.kind).not_in(UNMISSED))).one()


def chats_waiting(session: Session) -> list[int]:
    """Chats to which something is to be sent, again perhaps, as soon as it may."""
    query = select(Outbox.chat_id).where(col(Outbox.state).in_(("pending", "sending")))
    return list(session.exec(query.distinct()))


def newest_of(session: Session, chat_id: int, kind: str) -> Outbox | None:
    """The last message of a kind that came to a chat."""
    query = select(Outbox).where(Outbox.chat_id == chat_id, Outbox.kind == kind, Outbox.state == "sent")
    return session.exec(query.where(col(Outbox.edits).is_(None)).order_by(col(Outbox.id).desc()).limit(1)).first()
