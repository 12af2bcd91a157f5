"""To say something is to write an outbox row: kind and facts now, words when it is claimed."""

from enum import IntEnum
from typing import Any

from db.queries import outbox
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
    """The row; where `key` was said before, that row, unchanged. `in_hours` is for what nobody waits for.

    It has its number with the next flush: many are written down at once.
    """
    if key and (known := outbox.by_key(office.session, key)):
        return known
    row = Outbox(
        key=key or _new_key(office),
        chat_id=chat_id,
        kind=kind,
        args=args or {},
        rank=rank,
        not_before=office.next_hour() if in_hours else office.now,
        in_hours=in_hours,
        since=office.now,
    )
    office.session.add(row)
    return row


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
    waiting = outbox.pending_edit(office.session, original.id)
    if waiting is None:
        waiting = say(office, original.chat_id, original.kind, original.args)
        waiting.edits = original.id
    waiting.kind, waiting.args = kind or original.kind, args if args is not None else original.args
    # what the message stands for has changed for good: later edits and replies start from there
    original.kind, original.args = waiting.kind, waiting.args
    office.session.flush()
