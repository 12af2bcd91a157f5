"""The world around a mortal bot: Telegram and people in this process, the bot in another, a record of every send."""

import asyncio
import json
import os
import signal
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Literal, get_args

from sandbox.errors import LineReset
from sandbox.hooks import Hooks
from sandbox.personas import Persona
from sandbox.server import Sandbox
from sandbox.telegram import Telegram
from tests.cellar import TOKEN
from tests.forks import FORKS
from tests.messages import buttons, words
from tests.reliability.mortal import Fate, live

Json = dict[str, Any]
Kind = Literal["before a commit", "after a commit", "before acceptance", "after acceptance"]
KINDS: tuple[Kind, ...] = get_args(Kind)
POLL = 0.001
PATIENCE = 20.0
NO_SENDS = ("getMe", "getUpdates")


@dataclass(frozen=True)
class Death:
    """At the n-th step of its kind in every act of the story."""

    kind: Kind
    n: int


@dataclass(frozen=True)
class Copy:
    """One send that Telegram accepted, with the outbox row that it came from."""

    act: str
    row: int
    key: str
    kind: str
    rank: int
    edits: int | None
    chat: int
    method: str
    text: str


class Killed(Exception):
    """The bot is dead."""


@dataclass
class Ward:
    """`death` strikes once an act, if the act has so many steps."""

    folder: Path
    crowd: list[Persona]
    start: datetime
    death: Death | None = None
    copies: list[Copy] = field(default_factory=list)
    kept: dict[int, str] = field(default_factory=dict)  # update → state, rows that were forgotten since included
    handed_out: set[int] = field(default_factory=set)
    answered: list[str] = field(default_factory=list)
    uncertain: set[int] = field(default_factory=set)  # rows that were on their way when the bot died
    deaths: list[str] = field(default_factory=list)
    code: str | None = None
    act: str = ""
    steps: dict[str, tuple[int, int]] = field(default_factory=dict)  # commits and sends of an act that nobody disturbed
    wrong: list[str] = field(default_factory=list)
    _left: int = 0
    _sends: int = 0
    _alike: int = 0
    _process: BaseProcess | None = None
    _pipe: Connection | None = None

    async def open(self) -> None:
        self.fate = Fate(self.folder / "fate")
        self.fate.move_to(self.start)
        self.telegram = Telegram(token=TOKEN, cast=self.crowd, now=self.fate.now)
        self.telegram.on_call.append(self._watch)
        self._sandbox = Sandbox(self.telegram, Hooks(now=self.fate.now, next_event=never, move_to=nowhere))
        self.address = await self._sandbox.start(port=0)
        self.records = sqlite3.connect(f"file:{self.folder / 'duban.db'}?mode=ro", uri=True, isolation_level=None)

    async def close(self) -> None:
        self._kill()
        self._bury()
        await self._sandbox.stop()
        self.telegram.close()
        self.records.close()
        self.fate.close()

    # life and death

    @property
    def impatient(self) -> bool:
        """Whether people press again before the bot is back."""
        return self.death is not None and self.death.kind in ("before a commit", "before acceptance")

    def arm(self, act: str) -> None:
        self.disarm()
        self.act = act
        match self.death:
            case Death("before a commit", n):
                self.fate.set_hour(before=n)
            case Death("after a commit", n):
                self.fate.set_hour(after=n)
            case Death(_, n):
                self._left = n

    def disarm(self) -> None:
        """What was not met is not met any more; what went by is counted."""
        if self.act:
            self.steps[self.act] = (self.fate.passed, self._sends)
        self.act, self._left, self._sends = "", 0, 0
        self.fate.set_hour()

    async def begin(self) -> None:
        """Starts the bot; Killed where it did not live to see its first moment of rest."""
        ours, theirs = FORKS.Pipe()
        self._process = FORKS.Process(target=live, args=(self.folder, self.address, theirs), daemon=True)
        self._process.start()
        theirs.close()
        self._pipe = ours
        self.code = await self._answer() or self.code

    async def rest(self, until: datetime | None = None) -> None:
        """Until all that people did is handled and all that may go is sent; Killed where the bot dies over it."""
        assert self._pipe is not None
        while True:
            await self._wait(lambda: not self.telegram.has_updates())
            try:
                self._pipe.send(until)
            except ConnectionError:
                raise self._died() from None
            await self._answer()
            until = None
            if not self.telegram.has_updates():
                break
        self._look()

    async def _answer(self) -> Any:
        pipe = self._pipe
        assert pipe is not None
        await self._wait(pipe.poll)
        try:
            return pipe.recv()
        except (EOFError, ConnectionError):  # a reset, where it died before it had read the order
            raise self._died() from None

    async def _wait(self, there: Callable[[], bool]) -> None:
        assert self._process is not None
        rounds = 0
        while not there():
            if not self._process.is_alive():
                raise self._died()
            await asyncio.sleep(POLL)
            rounds += 1
            assert rounds * POLL < PATIENCE, f"the bot does not come to rest in {self.act}"

    def _died(self) -> Killed:
        self._bury()
        # what was sent last is not written down, and every other time the next bot dies as it is about to look at it
        once_more = self.death is not None and self.death.kind == "after acceptance" and self._left == 0
        self._left = -1
        self._alike += once_more
        self.fate.set_hour(before=1 if once_more and self._alike % 2 else 0)
        self.uncertain |= {row for (row,) in self.ask("SELECT id FROM outbox WHERE state = 'sending'")}
        self.deaths.append(self.act)
        self._look()
        return Killed()

    def _kill(self) -> None:
        if self._process is not None and self._process.pid is not None and self._process.is_alive():
            os.kill(self._process.pid, signal.SIGKILL)
            self._process.join(5)

    def _bury(self) -> None:
        if self._process is not None:
            self._process.join(5)
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None

    # what is seen from outside

    def ask(self, sql: str, *values: Any) -> list[Any]:
        return self.records.execute(sql, values).fetchall()

    def _look(self) -> None:
        self.kept |= dict(self.ask("SELECT update_id, state FROM inbox"))

    def _watch(self, when: str, told: Json) -> None:
        """Sees every call as Telegram sees it, and kills the one who makes it."""
        method, params = told["method"], told["params"]
        if method == "getUpdates":
            return self._polled(when, params, told.get("result") or [])
        if method in NO_SENDS:
            return
        copy = self._copy(method, params)
        if strikes := self._struck(when):
            self._kill()
        if when == "before" and strikes:
            raise LineReset("reset-before")
        if when == "after" and copy:
            self.copies.append(copy)
        if when == "after" and method == "answerCallbackQuery":
            self.answered.append(params["callback_query_id"])

    def _struck(self, when: str) -> bool:
        self._sends += when == "after"
        if self.death is None or self.death.kind != f"{when} acceptance":
            return False
        self._left -= 1
        return self._left == 0

    def _polled(self, when: str, params: Json, handed_out: list[Json]) -> None:
        """What Telegram is told to be kept is kept."""
        offset = int(params.get("offset", 0))
        if when == "before" and offset:
            self._look()
            lost = {number for number in self.handed_out if number < offset} - set(self.kept)
            if lost:
                self.wrong.append(f"{self.act}: confirmed before they were kept: {sorted(lost)}")
        self.handed_out |= {update["update_id"] for update in handed_out}

    def _copy(self, method: str, params: Json) -> Copy | None:
        """The row behind a call: a chat is spoken to about one thing at a time, and the row says so beforehand."""
        if method in ("answerCallbackQuery", "getFile"):
            return None
        chat = int(params["chat_id"] if "chat_id" in params else json.loads(params["scope"])["chat_id"])
        sql = "SELECT id, key, kind, rank, edits FROM outbox WHERE chat_id = ? AND state = 'sending'"
        found = self.ask(sql, chat)
        if len(found) != 1:
            self.wrong.append(f"{self.act}: {method} to {chat} with {len(found)} rows on their way")
            return None
        media = json.loads(params["media"]) if "media" in params else {}
        text = params.get("text") or params.get("caption") or media.get("caption") or ""
        row, key, kind, rank, edits = found[0]
        return Copy(self.act, row, key, kind, rank, edits, chat, method, text)

    # people

    def chats(self) -> list[int]:
        return [*(persona.id for persona in self.crowd), self.telegram.group]

    def heard(self, chat: int) -> list[Json]:
        return [m for m in self.telegram.messages(chat) if m["from"]["is_bot"] and (words(m) or "photo" in m)]

    def offer(self, chat: int, verb: str, subject: str | None = None) -> tuple[int, str] | None:
        """The newest button of this verb in a chat."""
        for message in reversed(self.heard(chat)):
            for found, number, data in buttons(message):
                if found == verb and subject in (None, number):
                    return message["message_id"], data
        return None

    def press(self, person: int, verb: str, subject: str | None = None, chat: int | None = None) -> None:
        """Where nothing offers it there is nothing to press."""
        where = chat or person
        if offer := self.offer(where, verb, subject):
            self.telegram.presses(person, where, *offer)


async def never() -> datetime | None:
    return None


async def nowhere(instant: datetime) -> None:
    raise AssertionError("the story moves the clock itself")
