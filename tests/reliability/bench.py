"""A desk on a file, without a network: what it keeps, what breaks its statements, and what is in the file then."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from bot import buttons, cast
from bot.app import make_desk
from bot.buttons import Press
from bot.clock import MovableClock
from bot.desk import Desk
from bot.play import Play
from bot.rehearse import Ledger
from db import engine
from db.queries import people
from db.tables import Member, Person
from services.office import Office
from services.taking import take
from tests.house import CIVIL, CIVIL_HEAD, DIRECTOR, POLITICAL, REGISTRAR, at, furnished
from tests.settings import ROUND

SECRET = bytes(32)
GROUP = -7_000_000
GIVEN, FRIDAY, MONDAY = "2026-02-26 09:30", "2026-02-27 12:00", "2026-03-02 09:00"
SEATED = (DIRECTOR, REGISTRAR, CIVIL, CIVIL_HEAD, POLITICAL)  # the cast of the bench; every other post is vacant
DEPARTMENTS = ("政治部", "立案庭", "民事审判庭")
Dump = dict[str, list[Any]]


class Died(BaseException):
    """As a kill is felt from inside: nothing in the house catches it."""


class Broken(OperationalError):
    """As a disk is felt."""

    def __init__(self, statement: str) -> None:
        super().__init__(statement, {}, OSError("disk I/O error"))


@dataclass
class Breaker:
    """Breaks the k-th statement from now on, and the `again`-th after that; a commit is one. 0 is none."""

    database: Engine
    error: type[BaseException] = Died
    left: int = 0
    again: int = 0
    passed: int = 0

    def __post_init__(self) -> None:
        event.listen(self.database, "before_cursor_execute", lambda *args: self._step())
        event.listen(self.database, "commit", lambda connection: self._step())

    def arm(self, k: int, error: type[BaseException]) -> None:
        self.left, self.again, self.passed, self.error = k, 0, 0, error

    def _step(self) -> None:
        self.passed += 1
        self.left -= 1
        if self.left == 0:
            self.left, self.again = self.again, 0
            raise self.error("statement")


@dataclass
class Bench:
    """One engine for all trials, so that what it has put together once need not be put together again."""

    folder: Path
    ids: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.records = self.folder / "duban.db"
        furnished(self.records)
        self.database = engine.open_file(self.records)
        self.breaker = Breaker(self.database)
        # the product waits five seconds for a lock; nobody here does
        event.listen(self.database, "connect", lambda raw, _: raw.execute("PRAGMA busy_timeout=20"))
        self._update, self._numbers = 1000, count(1)
        desk = self.desk()
        desk.call(self._seat, at(GIVEN), "seat")
        desk.call(lambda office: cast.begin(office, GROUP), at(GIVEN), "begin")
        self.leave(desk)
        self.play(at(FRIDAY))
        self.friday = self.save("friday")
        self.play(at(MONDAY))
        self.monday = self.save("monday")

    def _seat(self, office: Office) -> None:
        """A small court: of every group only the departments of the cast are left."""
        units = {unit.id: unit.name for unit in people.units(office.session)}
        for member in office.session.exec(select(Member)):
            if units[member.unit_id] not in DEPARTMENTS:
                member.until = member.since
        for part in cast.parts(office):
            self.ids[part.title] = part.telegram_id
            post = people.post(office.session, part.post_id)
            assert post is not None
            if part.title in SEATED:
                row = Person(
                    telegram_id=part.telegram_id, name=part.title, language="zh_CN", state="active", at=office.now
                )
                office.session.add(row)
                office.session.flush()
                take(office, post, row)

    # one desk after another

    def desk(self) -> Desk:
        return make_desk(self.database, ROUND, SECRET, "duban_bot")

    def leave(self, desk: Desk) -> None:
        """As the end of a process leaves it."""
        desk.close()
        self.database.dispose()

    def play(self, until: datetime) -> None:
        """Nobody answers."""
        desk, clock = self.desk(), MovableClock(at(GIVEN), running=False)
        ledger = Ledger(desk, clock, {}, _numbers=self._numbers)
        Play(desk, clock, ledger, lambda content: "0" * 64).run(until)
        self.leave(desk)

    def save(self, name: str) -> Path:
        path = self.folder / name
        shutil.copy(self.records, path)
        return path

    def back_to(self, saved: Path) -> None:
        self.database.dispose()
        for tail in ("-wal", "-shm"):
            self.records.with_name(self.records.name + tail).unlink(missing_ok=True)
        shutil.copy(saved, self.records)

    def dump(self) -> Dump:
        return dump(self.records)

    # what people do

    def says(self, title: str, text: str, telegram_id: int | None = None) -> dict[str, Any]:
        return self._update_of({"message": self._message(telegram_id or self.ids[title], text)})

    def presses(self, title: str, message_id: int, verb: str, subject: object = "", rev: int = 0) -> dict[str, Any]:
        person = self.ids[title]
        data = buttons.sign(SECRET, person, person, Press(verb, str(subject), rev))
        message = self._message(person, "") | {"message_id": message_id}
        query = {"id": str(self._update + 1), "from": message.pop("from"), "message": message, "data": data}
        return self._update_of({"callback_query": query | {"chat_instance": "1"}})

    def _message(self, person: int, text: str) -> dict[str, Any]:
        sender = {"id": person, "is_bot": False, "first_name": "某人"}
        chat = {"id": person, "type": "private"}
        entities = [{"type": "bot_command", "offset": 0, "length": len(text)}] if text.startswith("/") else []
        date = int(at(MONDAY).timestamp())
        words = {"message_id": 10_000 + self._update, "from": sender, "chat": chat, "date": date, "text": text}
        return words | ({"entities": entities} if entities else {})

    def _update_of(self, body: dict[str, Any]) -> dict[str, Any]:
        self._update += 1
        return {"update_id": self._update} | body

    def ask(self, sql: str, *values: Any) -> list[Any]:
        with closing(sqlite3.connect(f"file:{self.records}?mode=ro", uri=True)) as db:
            return db.execute(sql, values).fetchall()


def dump(records: Path) -> Dump:
    """All that is in the file, but for the token of an invitation, which is chance."""
    with closing(sqlite3.connect(f"file:{records}?mode=ro", uri=True)) as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {name: db.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in names}
        found["invite"] = db.execute("SELECT id, post_id, claimed_by, settled_by FROM invite ORDER BY 1").fetchall()
        found["outbox"] = [tuple(_without_link(v) for v in row) for row in found["outbox"]]
    return found


def _without_link(value: Any) -> Any:
    return value.partition("?start=")[0] if isinstance(value, str) and "?start=" in value else value


def differences(one: Dump, other: Dump) -> dict[str, Any]:
    return {
        name: ([row for row in other[name] if row not in rows], [row for row in rows if row not in other[name]])
        for name, rows in one.items()
        if rows != other[name]
    }
