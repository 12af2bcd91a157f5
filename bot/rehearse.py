"""What would be said if these days came: a copy of the records in memory, played through the same four verbs."""

import hashlib
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any

from sqlalchemy import Engine

from bot import cast
from bot.app import furnish, make_desk
from bot.buttons import SHAPE
from bot.clock import MovableClock
from bot.desk import Desk
from bot.play import Play
from bot.player import Manner, Player, Seen
from bot.settings import Settings
from bot.traffic import Fetch, Send
from db import engine
from db.queries import assignments, outbox, people, rungs, tasks, tidings
from services.rooms import LEADING

UNUSED = 10**12  # numbers of messages and updates that no record has
GROUP, GROUP_NAME = -7_000_000, "领导小组群"


@dataclass(frozen=True)
class Line:
    """One message: when, to which post, of which kind, about what, in which words."""

    at: str
    to: str
    kind: str
    subject: str
    text: str


@dataclass
class Ledger:
    """A Telegram that takes everything and writes it down."""

    desk: Desk
    clock: MovableClock
    names: dict[int, str]
    lines: list[Line] = field(default_factory=list)
    player: Player | None = None
    _raws: list[dict[str, Any]] = field(default_factory=list)
    _numbers: "count[int]" = field(default_factory=lambda: count(UNUSED))

    def send(self, send: Send) -> int | None:
        call = send.call
        if call["method"] in ("set_my_commands", "leave_chat"):
            return None
        message_id: int = call.get("message_id") or next(self._numbers)
        if not call["method"].startswith("edit"):
            self._write_down(send)
        if self.player:
            self.player.see(seen(send.chat_id, message_id, call))
        return message_id

    def _write_down(self, send: Send) -> None:
        row = outbox.get(self.desk.session, send.outbox_id)
        at = self.desk.rules.hours.local(self.clock.now())
        text = send.call.get("text") or send.call.get("caption") or ""
        to = self.names.get(send.chat_id, str(send.chat_id))
        self.lines.append(Line(at.isoformat(timespec="seconds"), to, row.kind, subject(self.desk, row), text))

    def fetch(self, fetch: Fetch) -> bytes:
        return fetch.file_id.encode()

    def updates(self) -> list[dict[str, Any]]:
        raws, self._raws = self._raws, []
        return raws

    def press(self, seen: Seen, data: str) -> None:
        message = self._message(seen, {"message_id": seen.message_id, "text": ""})
        query = {"id": str(next(self._numbers)), "from": message.pop("from"), "message": message, "data": data}
        self._raws.append({"update_id": next(self._numbers), "callback_query": query | {"chat_instance": "1"}})

    def say(self, seen: Seen, text: str) -> None:
        self._tell(seen, {"text": text})

    def attach(self, seen: Seen, name: str, content: bytes) -> None:
        number = f"{seen.chat}-{next(self._numbers)}"
        document = {"file_id": number, "file_unique_id": number, "file_name": name, "file_size": len(content)}
        self._tell(seen, {"document": document})

    def _tell(self, seen: Seen, content: dict[str, Any]) -> None:
        reply = self._message(seen, {"message_id": seen.message_id, "text": ""})
        message = self._message(seen, {"message_id": next(self._numbers), "reply_to_message": reply} | content)
        self._raws.append({"update_id": next(self._numbers), "message": message})

    def _message(self, seen: Seen, content: dict[str, Any]) -> dict[str, Any]:
        person = {"id": seen.chat, "is_bot": False, "first_name": self.names.get(seen.chat, "")}
        now = int(self.clock.now().timestamp())
        return {"from": person, "chat": {"id": seen.chat, "type": "private"}, "date": now} | content


def seen(chat: int, message_id: int, call: dict[str, Any]) -> Seen:
    """A sent or edited message as its reader sees it."""
    buttons = []
    for row in call.get("keyboard") or ():
        for _, data in row:
            match = SHAPE.fullmatch(data)
            assert match is not None
            buttons.append((match[1], match[2], data))
    return Seen(chat, message_id, tuple(buttons))


def subject(desk: Desk, row: Any) -> str:
    """What a message is about: a card's rungs, or what happened where it has none; a task's indicator and period; a
    digest's week."""
    if row.kind == "card":
        told = rungs.reminded_on(desk.session, row.id)
        happened = tidings.on_card(desk.session, row.id)
        return "; ".join(f"{_task(desk, task)} {r.audience} {r.rung}" for r, task in told) or happened[0].kind
    if "task" in row.args and (task := tasks.get(desk.session, row.args["task"])):
        return _task(desk, task)
    if row.kind in ("digest", "digest-draft"):
        return str(row.key.split("/")[1])
    return str(row.args.get("code", ""))


def _task(desk: Desk, task: Any) -> str:
    found = assignments.indicator(desk.session, task)
    unit = people.unit(desk.session, task.unit_id).name
    period = task.period if found else "notice"
    return f"{found.code if found else 'sign'} {task.cadence} {unit} {period}"


def rehearse(database: Engine | None, settings: Settings, start: date, end: date, manner: Manner) -> Iterator[Line]:
    """Every message from `start` to `end`, whoever holds the posts. The records at `database` stay untouched."""
    ledger = play(database, settings, start, end, manner)
    ledger.desk.close()
    yield from ledger.lines


def play(database: Engine | None, settings: Settings, start: date, end: date, manner: Manner) -> Ledger:
    """The same, with the records in memory as these days leave them."""
    memory = engine.copy_to_memory(database) if database else engine.create_in_memory()
    furnish(memory, settings)
    hours = settings.hours
    clock = MovableClock(datetime.combine(start, time(0), hours.zone), running=False)
    desk = make_desk(memory, settings, secrets.token_bytes(32), "rehearsal")

    names = {GROUP: GROUP_NAME}
    for part in desk.call(cast.fill, clock.now(), "cast"):
        names.setdefault(part.telegram_id, part.title)
    if room := people.room(desk.session, LEADING):
        names[room.chat_id] = GROUP_NAME
    ledger = Ledger(desk, clock, names)
    days = Play(desk, clock, ledger, lambda content: hashlib.sha256(content).hexdigest())
    ledger.player = Player(days, desk, ledger, lambda unit: manner)
    opening = hours.opening(desk.calendar.on_or_after(start))
    days.later(max(opening, clock.now()), lambda: desk.call(lambda o: cast.begin(o, GROUP), clock.now(), "begin"))
    days.run(datetime.combine(end + timedelta(days=1), time(0), hours.zone) - timedelta(seconds=1))
    return ledger
