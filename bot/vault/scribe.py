"""What a transaction of the desk leaves in the journal, written before it is committed.

A crash between the two leaves a line too many, and never one too few: its number is that of the next one, and what
comes after that names the other's mark (`bot/vault/following.py`).
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import ORMExecuteState
from sqlmodel import Session

from bot.keeping import Row
from bot.traffic import Happened, Sent
from bot.vault.journal import Journal, Line
from bot.vault.outcomes import as_plain
from db.queries import journal, outbox, traces
from db.tables import Inbox, Invite, Outbox, Person
from domain.somebody import Somebody

Claimed = list[Any]


class Scribe:
    """Looks on at a session: whether anything was changed, which invitations were made, what was struck out, and who
    was erased: nobody else gets another number."""

    def __init__(self, session: Session, written: Journal) -> None:
        self._session, self.journal = session, written
        self.forget()
        event.listen(session, "after_flush", self._flushed)
        event.listen(session, "do_orm_execute", self._executed)

    def forget(self) -> None:
        """What was begun is undone."""
        self._changed, self._acted = False, False
        self._invites: list[str] = []
        self._struck: dict[int, Line | None] = {}
        self._erased: dict[int, Somebody] = {}  # by the number of the records
        self._drift: tuple[timedelta | None] | None = None

    def by_clock(self, drift: timedelta | None) -> timedelta | None:
        """How wrong the clock is, the same for all of a transaction: by it some things are not done."""
        if self._drift is None:
            self._drift = (drift,)
        return self._drift[0]

    def kept(self, rows: Iterable[Row], now: datetime) -> None:
        """Before Telegram is told."""
        self._session.flush()
        at = now.isoformat()
        told = ("sender", "raw", "state")
        lines = [{"v": "kept", "id": row["update_id"], "at": at} | {name: row[name] for name in told} for row in rows]
        self._write(lines, now, durable=True)

    def did(self, what: str, now: datetime, **more: Any) -> None:
        """A transaction that may have changed nothing: then there is nothing to tell."""
        self._session.flush()
        self._write([self._line(what, now, more)] if self._changed else [], now, durable=False)

    def settled(self, outcomes: Collection[Happened], left: Iterable[Outbox], now: datetime, **more: Any) -> None:
        """After Telegram has taken a message, and before the next one is sent."""
        self._session.flush()
        claimed = [_claimed(row) for row in left]
        sent = outbox.among(self._session, [outcome.outbox_id for outcome in outcomes if isinstance(outcome, Sent)])
        rows = {row.id: row for row in sent}
        became = [as_plain(one, rows[one.outbox_id] if isinstance(one, Sent) else None) for one in outcomes]
        tell = became or claimed or any(more.values())
        line = self._line("settle", now, {"became": became, "claimed": claimed} | more)
        self._write([line] if tell else [], now, durable=True)

    def begin_update(self) -> None:
        self._session.flush()
        self._acted = False

    @property
    def acted(self) -> bool:
        """The update at hand has changed more than its own row."""
        self._session.flush()
        return self._acted

    def spare(self, update_id: int) -> None:
        """What the records forget of it is needed here, to do it once more."""
        self._struck.pop(update_id, None)

    def _line(self, what: str, now: datetime, more: Line) -> Line:
        if self._invites:
            more["invites"] = self._invites
        if self._erased:
            more["erased"] = list(self._erased)
        if self._drift and self._drift[0] is not None:
            more["drift"] = self._drift[0].total_seconds()
        return {"v": what, "at": now.isoformat(), **more}

    def _write(self, lines: list[Line], now: datetime, *, durable: bool) -> None:
        if lines:
            (n, mark), after = journal.next_one(self._session)
            which = {"n": n, "mark": mark, "after": after}
            self.journal.write([line | which for line in lines], now, durable=durable or bool(self._erased))
        for update_id, raw in self._struck.items():
            self.journal.amend(update_id, raw, now)
        for person_id, who in self._erased.items():
            told = replace(who, name=who.name if traces.is_telling(self._session, who.name) else "")
            self.journal.erase(told, person_id, now)
        self.forget()

    def _flushed(self, session: Session, _: Any) -> None:
        for row in (*session.new, *session.dirty, *session.deleted):
            self._changed = True
            self._acted |= not isinstance(row, Inbox)
        self._invites += [row.hash for row in session.new if isinstance(row, Invite)]
        for row in session.dirty:
            if isinstance(row, Inbox) and inspect(row).attrs.raw.history.has_changes():
                self._struck[row.update_id] = row.raw
            if isinstance(row, Person) and (number := inspect(row).attrs.telegram_id.history.deleted):
                name = (inspect(row).attrs.name.history.deleted or [row.name])[0]
                self._erased[row.id] = Somebody(name.strip(), number[0], "", row.telegram_id)

    def _executed(self, state: ORMExecuteState) -> None:
        self._changed |= state.is_update or state.is_delete


def _claimed(row: Outbox) -> Claimed:
    """A row as it left the queue: enough to know it by, and to remember that it was sent."""
    return [row.id, row.key, row.kind, row.chat_id, row.rank, row.edits]
