"""To say something is to write an outbox row: kind and facts now, words when it is claimed."""

from enum import IntEnum
from typing import Any

from db.queries import edits, outbox
from db.tables import Outbox
from services.office import Office


class Rank(IntEnum):
    """Who waits goes first."""

    ANSWER = 0
    EVENT = 1
    REMINDER = 2
    DIGEST = 3


def say(
    office: Office,
    chat_id: int,
    kind: str,
    args: dict[str, Any] | None = None,
    *,
    key: str | None = None,
    rank: Rank = Rank.ANSWER,
    in_hours: bool = False,
) -> Outbox:
    """The row, which has no number until it is written; where `key` was said before, that row, unchanged. `in_hours` is
    for what nobody waits for."""
    if key and (known := outbox.by_key(office.session, key)):
        return known
    row = _row(office, chat_id, kind, args or {}, key, rank, in_hours)
    office.session.add(row)
    return row


def message(office: Office, chat_id: int, message_id: int) -> Outbox | None:
    """The row behind a message that this turn is about."""
    return office.once(("message", chat_id, message_id), lambda: outbox.of_message(office.session, chat_id, message_id))


def _row(
    office: Office,
    chat_id: int,
    kind: str,
    args: dict[str, Any],
    key: str | None = None,
    rank: Rank = Rank.ANSWER,
    in_hours: bool = False,
) -> Outbox:
    return Outbox(
        key=key or _new_key(office),
        chat_id=chat_id,
        kind=kind,
        args=args,
        rank=rank,
        in_hours=in_hours,
        not_before=office.next_hour() if in_hours else office.now,
        since=office.now,
    )


def _new_key(office: Office) -> str:
    """A job may have two turns at one instant: what was said in the first is not said over. An update has one turn."""
    while True:
        key = f"{office.turn}/{next(office.numbers)}"
        if office.inbox_id is not None or outbox.by_key(office.session, key) is None:
            return key


def say_once(office: Office, chat_id: int, kind: str, args: dict[str, Any] | None, *, key: str) -> Outbox:
    """Said once under this key; said again, the same message shows it anew."""
    known = outbox.by_key(office.session, key)
    if known is None:
        return say(office, chat_id, kind, args, key=key)
    edit(office, known, kind, args or {})
    return known


def edit(office: Office, original: Outbox, kind: str | None = None, args: dict[str, Any] | None = None) -> None:
    """Show the message anew, from the records as they will be. One edit at most waits for a message."""
    if original.state == "pending":  # not out yet: it will be rendered from then
        original.kind, original.args = kind or original.kind, args if args is not None else original.args
        return
    if kind is not None:  # what the message stands for has changed for good: later edits and replies start from there
        original.kind = kind
    if args is not None:
        original.args = args
    waiting = edits.waiting(office.session, original.id)
    if waiting is None:
        waiting = _row(office, original.chat_id, original.kind, original.args)
        waiting.edits = original.id
        office.session.add(waiting)
    elif (waiting.kind, waiting.args) != (original.kind, original.args):
        waiting.kind, waiting.args = original.kind, original.args
