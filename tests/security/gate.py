"""A desk in memory with everybody on a post, and the updates that people, or others in their name, could send it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from sqlalchemy import Engine, event, func
from sqlmodel import Session, col, select
from telegram.ext import CallbackQueryHandler, CommandHandler

from bot import buttons, cast
from bot.app import furnish, make_desk
from bot.buttons import ANYBODY, Press
from bot.context import Answer
from bot.handlers import HANDLERS
from db import engine
from db.queries import people
from db.tables import Inbox, Invite, Outbox, Person, Post
from services import people as posts
from services.office import Office
from services.taking import take
from tests.house import CIVIL, DEPUTY, DIRECTOR, OFFICER, PRESIDENT, REGISTRAR, REGISTRAR_HEAD, STRANGER, at
from tests.settings import SHIPPED

SECRET = bytes(range(32))
GROUP = -7_000_000
NOW = at("2026-03-02 10:00")
WAITING, GONE = "待确认人员", "离任人员"
ROLES = {
    "stranger": STRANGER, "waiting": WAITING, "gone": GONE, "contact": REGISTRAR, "other": CIVIL, "deputy": DEPUTY,
    "head": REGISTRAR_HEAD, "office": OFFICER, "leader": PRESIDENT, "director": DIRECTOR,
}  # fmt: skip
WRITES = re.compile(r'^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)
PASSING = ("inbox", "outbox", "audit")  # what came, what is said to it, that somebody looked
Raw = dict[str, Any]


@dataclass
class Gate:
    """Nothing is committed after the beginning: each update is tried by itself."""

    database: Engine = field(default_factory=engine.create_in_memory)
    ids: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        is_new = not self.ids
        if is_new:
            furnish(self.database, SHIPPED)
        self.desk = make_desk(self.database, SHIPPED, SECRET, "duban_bot")
        if is_new:
            self.desk.call(self._seat, at("2026-02-26 09:30"), "seat")
            while self.desk.tick(NOW):
                continue
        self._as_it_began = engine.copy_to_memory(self.database)
        self.written: set[str] = set()
        event.listen(self.database, "before_cursor_execute", self._note)
        self._numbers = count(5_000)

    def _seat(self, office: Office) -> None:
        self.ids = {part.title: part.telegram_id for part in cast.fill(office)}
        self.ids |= {STRANGER: 6_999_999, WAITING: 6_999_998, DEPUTY: 6_999_997, GONE: 6_999_996}
        cast.begin(office, GROUP)
        for title in (WAITING, DEPUTY, GONE):
            state = {WAITING: "waiting", GONE: "gone"}.get(title, "active")
            person = Person(telegram_id=self.ids[title], name=title, language="zh_CN", state=state, at=office.now)
            office.session.add(person)
            office.session.flush()
            if title == DEPUTY:
                take(office, people.posts_called(office.session, DEPUTY)[0], person)
        (post,) = people.posts_called(office.session, REGISTRAR)
        waiting = people.by_telegram(office.session, self.ids[WAITING])
        assert waiting is not None
        token = posts.invite(office, post.id)
        row = office.session.get_one(Invite, token.id)
        row.claimed_by, row.claimed_at = waiting.id, office.now

    def _note(self, connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        if found := WRITES.match(statement):
            self.written.add(found[1].lower())

    def another(self) -> "Gate":
        """As this one began; what is done in it stays done."""
        return Gate(engine.copy_to_memory(self._as_it_began), self.ids)

    @property
    def session(self) -> Session:
        return self.desk.session

    # what is tried

    def tried(self, raw: Raw, now: datetime = NOW) -> "Tried":
        (found,) = self.tries([raw], now)
        return found

    def tries(self, raws: list[Raw], now: datetime = NOW) -> Iterator["Tried"]:
        """What each would write and be answered; nothing of it has been, afterwards."""
        self.desk.keep(raws, now)
        numbers = [raw["update_id"] for raw in raws]
        rows = self.session.exec(select(Inbox).where(col(Inbox.update_id).in_(numbers)).order_by(col(Inbox.id))).all()
        newest = self.session.exec(select(func.max(Outbox.id))).one()
        for inbox_id in [row.id for row in rows]:
            yield self._try(inbox_id, newest, now)

    def _try(self, inbox_id: int, newest: int, now: datetime) -> "Tried":
        self.written.clear()
        answer, error, said = None, None, []
        try:
            answer = self.desk._handle(inbox_id, now)
            self.session.flush()
            if "outbox" in self.written:
                said = list(self.session.exec(select(Outbox).where(Outbox.id > newest)))
        except Exception as raised:  # noqa: BLE001 - it would be set aside
            error = raised
        told = tuple((row.chat_id, row.kind, row.args.get("code")) for row in said)
        found = Tried(frozenset(self.written - set(PASSING)), frozenset(self.written), answer, told, error)
        if error or self.written - {"inbox"}:
            self.desk.undo()
        return found

    # updates

    def presses(self, title: str, verb: str, subject: object = "", rev: int = 0, *, group: bool = False) -> Raw:
        """Signed as the program would sign it."""
        person = self.ids[title]
        where = GROUP if group else person
        data = buttons.sign(SECRET, ANYBODY if group else person, where, Press(verb, str(subject), rev))
        return self.touches(title, data, group=group)

    def touches(self, title: str, data: str, *, group: bool = False) -> Raw:
        """Any data, as a forged client could send it."""
        message = self.message(title, group=group)
        query = {"id": "1", "from": message.pop("from"), "message": message, "data": data, "chat_instance": "1"}
        return self.update({"callback_query": query})

    def says(self, title: str, text: str, *, group: bool = False, **more: Any) -> Raw:
        words: Raw = {"text": text}
        if text.startswith("/"):
            length = len(text.split()[0])
            words["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return self.update({"message": self.message(title, group=group) | words | more})

    def message(self, title: str, *, group: bool = False) -> Raw:
        person = self.ids[title]
        chat = {"id": GROUP, "type": "group", "title": "领导小组"} if group else {"id": person, "type": "private"}
        sender = {"id": person, "is_bot": False, "first_name": title}
        return {"message_id": next(self._numbers), "from": sender, "chat": chat, "date": int(NOW.timestamp())}

    def update(self, body: Raw) -> Raw:
        return {"update_id": next(self._numbers)} | body


@dataclass(frozen=True)
class Tried:
    changed: frozenset[str]  # tables of what is on record
    written: frozenset[str]  # all tables, what was said and looked at included
    answer: Answer | None
    said: tuple[tuple[int, str, str | None], ...]  # chat, kind, and of a sentence its code
    error: Exception | None

    @property
    def word(self) -> str:
        return (self.answer.code if self.answer else None) or ""


def verbs() -> set[str]:
    """Of every button that a handler takes."""
    return {
        one.pattern.pattern[1:-2].replace("\\", "")
        for one in HANDLERS
        if isinstance(one, CallbackQueryHandler) and isinstance(one.pattern, re.Pattern)
    }


def commands() -> set[str]:
    return {name for one in HANDLERS if isinstance(one, CommandHandler) for name in one.commands}


def post_of(session: Session, title: str) -> Post:
    return people.posts_called(session, title)[0]
