"""A running bot beside its Telegram, and the people who speak to it, each known by post."""

import asyncio
import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from bot import cast
from bot.app import House, Line, furnish, make_desk
from bot.clock import MovableClock
from bot.gate import Gate
from bot.secrets import secret
from bot.settings import Settings
from bot.vault.backing_up import Place
from bot.vault.nightly import Habit
from db import engine, migrate
from db.tables import Consent
from sandbox.hooks import Hooks
from sandbox.personas import Persona
from sandbox.server import Sandbox
from sandbox.telegram import Telegram
from services import people as posts
from tests import cellar, once
from tests.cellar import TOKEN
from tests.messages import Json, words
from tests.onlooker import Onlooker
from tests.settings import ROUND, SETTINGS

# the cast
DIRECTOR = "创建办主任"
PRESIDENT = "院长"
OFFICER = "政治部副主任"  # works in the office, does not direct it
REGISTRAR = "立案庭联络员"  # the contact of the filing division
REGISTRAR_HEAD = "立案庭庭长"
CIVIL_HEAD = "民事审判庭庭长"
CIVIL = "民事审判庭联络员"
OFFICE = "办公室联络员"
PARTY = "机关党委联络员"
INSPECTION = "派驻组联络员"
POLITICAL = "政治部联络员"
DEPUTY = "立案庭联络员（B岗）"  # on no post until somebody invites the deputy
STRANGER = "院外人员"  # never spoke to the bot, is in no group
GUEST = "群内外人"  # sits in the leading group's chat and holds no post
IN_GROUP = ("director", "office", "leader", "head")

A_MOMENT = timedelta(seconds=5)  # between what one person does and what the next one does


def at(text: str) -> datetime:
    """An instant by the court's own clock: at("2026-03-02 09:00")."""
    return datetime.fromisoformat(text).replace(tzinfo=SETTINGS.zone)


def furnished(path: Path) -> None:
    """An empty installation, as the first start leaves it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(0o600)
    path.write_bytes(once.made("furnished", _furnished))


def _furnished() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder) / "duban.db"
        furnish_in(engine.open_file(records))
        return records.read_bytes()


def furnish_in(database: Engine) -> None:
    migrate.upgrade(database)
    furnish(database, SETTINGS)
    database.dispose()


class Court(Onlooker):
    """Time goes through every due instant on the way and stands still in between."""

    def __init__(self, folder: Path, start: datetime, settings: Settings | None = None) -> None:
        self.settings = settings or ROUND
        self.vault: Callable[[Engine], tuple[Place, Habit]] | None = None  # a journal, and backups
        self.folder, self.clock = folder, MovableClock(start, running=False)
        self.gate: Gate | None = None  # where updates are brought; without it the bot polls
        self.past: str | None = None  # what it has come from, while nobody but a beginning has had a hand in it
        self._lives = False

    @property
    def house(self) -> House:
        self.past = None
        return self._house

    @property
    def telegram(self) -> Telegram:
        self.past = None
        return self._telegram

    @property
    def records(self) -> Path:
        return cellar.file_in(self.folder)

    # the world and the house in it

    async def build(self, *others: str) -> None:
        """Everybody has a telephone, nobody holds a post yet. The group is there, without the bot.

        `others` come to posts that are not there yet.
        """
        self._others = others
        self._database = cellar.open_in(self.folder)
        desk = make_desk(self._database, self.settings, secret(self.folder), "duban_bot")
        parts: list[cast.Part] = desk.call(cast.parts, self.now, "personas")
        desk.close()
        self._database.dispose()
        parts.sort(key=lambda part: part.role != "director")
        crowd = [Persona(p.telegram_id, p.title, p.role, in_group=p.role in IN_GROUP) for p in parts]
        crowd += [Persona(6_999_999, STRANGER, "outsider", in_group=False), Persona(6_999_998, GUEST, "outsider")]
        crowd.append(Persona(6_999_997, DEPUTY, "deputy", in_group=False))
        crowd += [Persona(6_999_900 + n, title, "contact", in_group=False) for n, title in enumerate(others)]
        self._ids = {persona.name: persona.id for persona in crowd}
        self._telegram = Telegram(token=TOKEN, cast=crowd, now=self.clock.now, path=self.folder / "telegram.db")
        self._sandbox = Sandbox(self._telegram, Hooks(now=self.clock.now, next_event=_never, move_to=_nowhere))
        self._address = await self._sandbox.start(port=0)

    async def open(self) -> None:
        self._database.dispose()  # somebody may have looked at the records since the bot left them
        self._database = cellar.open_in(self.folder)
        line = Line(TOKEN, self._address, gate=self.gate)
        vault = self.vault(self._database) if self.vault else None
        self._house = House(self._database, self.settings, self.clock, line, secret(self.folder), self.folder, vault)
        self._lives = True
        await self.house.start()
        await self.quiet()

    async def stop(self) -> None:
        """As SIGTERM does it."""
        if self._lives:
            await self.house.stop()
            self._database.dispose()
        self._lives = False

    async def abandon(self) -> None:
        """As a kill leaves it: what was not committed is gone, what flies is nobody's."""
        house = self.house
        house._scheduler.shutdown(wait=False)
        delivery = house.delivery
        tasks = [*house._loops, *delivery._flying.values(), *delivery._fetching.values(), *delivery._reading.values()]
        tasks += [*delivery._making.values(), *delivery._answering]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await house.on_desk(house.desk.session.close)
        house._thread.shutdown()
        await house._bot.shutdown()
        self._database.dispose()
        self._lives = False

    async def close(self) -> None:
        await self._end()
        cellar.let_go(self.folder)

    async def _end(self) -> None:
        await self.stop()
        self._database.dispose()  # as where it is opened
        await self._sandbox.stop()
        self.telegram.close()

    async def left_in(self, folder: Path) -> None:
        """Records and chats as they are now, for other stories to start from; the bot is stopped for it."""
        await self.stop()
        cellar.copy(self.folder, folder, "telegram.db*")
        self.telegram.copy_to(folder / "telegram.db")

    async def moves_to(self, folder: Path, instant: datetime) -> None:
        """All that is in its own folder is thrown away for what is in this one, where it is this instant."""
        await self._end()
        shutil.rmtree(self.folder)
        cellar.copy(folder, self.folder)
        self.clock.move_to(instant)
        await self.build(*self._others)
        await self.open()

    async def fill(self) -> None:
        """The director claims and binds as a newcomer does, everybody else is put on a post."""
        await self.say(DIRECTOR, f"/start {await self.claim_code()}")
        for part in await self.use(cast.fill):
            self.telegram.world.people.mark(part.telegram_id, "started", 1)
        self.telegram.adds_bot(self.id(DIRECTOR), self.group)
        await self.quiet()
        await self.press(DIRECTOR, "bind", chat=self.group)

    async def keep(self, folder: Path) -> None:
        """The last thing that this one does."""
        await self.left_in(folder)
        await self.close()
        shutil.rmtree(self.folder)

    # time

    @property
    def now(self) -> datetime:
        return self.clock.now().astimezone(SETTINGS.zone)

    async def until(self, instant: str | datetime) -> None:
        """Lives through everything that falls due up to then."""
        goal = at(instant) if isinstance(instant, str) else instant
        while (due := await self.house.next_due()) and due <= goal:
            self.clock.move_to(due)
            await self.beat()
        self.clock.move_to(goal)
        await self.beat()

    async def off_until(self, instant: str) -> None:
        """The machine was off until then: a story that is not about the time between need not live through it."""
        await self.stop()
        self.clock.move_to(at(instant))
        await self.open()
        await self.beat()

    async def beat(self) -> None:
        await self.house.beat()
        await self.quiet()

    async def quiet(self) -> None:
        """All that came is handled, all that may go is sent; where Telegram's pace asks for seconds they pass."""
        while self.telegram.has_updates():
            await asyncio.sleep(0.002)
        quiet = asyncio.ensure_future(self.house.quiet())
        while not quiet.done():
            await asyncio.wait([quiet], timeout=0.02)
            if not quiet.done() and await self.house.waits_for_the_pace():
                self.clock.move_to(self.now + timedelta(seconds=1))
                self.house.delivery.wake()
        await quiet

    # what people do

    async def say(self, title: str, text: str, *, to: int | None = None, chat: int | None = None) -> list[str]:
        """In private unless `chat` says otherwise, as a reply where `to` is a message. What the bot says to it."""
        return await self._act(title, chat, lambda where: self.telegram.says(self.id(title), where, text, to))

    async def press(
        self,
        title: str,
        verb: str,
        subject: str | int | None = None,
        *,
        chat: int | None = None,
        on: Json | None = None,
    ) -> str | None:
        """The newest button of this verb in the chat, or the one on this message. The toast that answers it."""
        where = chat or self.id(title)
        number, data = self.button(where, verb, subject, on)
        return await self.touch(title, where, number, data)

    async def touch(self, title: str, where: int, number: int, data: str, *, force: bool = False) -> str | None:
        """Any data on any message, as a forged client could."""
        self.clock.move_to(self.now + A_MOMENT)
        query = self.telegram.presses(self.id(title), where, number, data, force=force)
        await self.quiet()
        answer = self.telegram.answer_to(query)
        assert answer is not None, "a press was not answered"
        return str(answer["text"]) or None

    async def give(self) -> str | None:
        """The director gives the indicators out, having seen what it means."""
        if "give" not in self.offers(DIRECTOR):
            await self.press(DIRECTOR, "giving")
        return await self.press(DIRECTOR, "give")

    async def invited(self, post: str) -> str:
        """The token of an invitation that the director makes for a post."""
        row = self.posts(post)[0]
        await self.say(DIRECTOR, "/people")
        while ("posts", str(row.unit_id)) not in self.buttons(DIRECTOR):
            page = max(int(subject) for verb, subject in self.buttons(DIRECTOR) if verb == "people")
            await self.press(DIRECTOR, "people", page)
        await self.press(DIRECTOR, "posts", row.unit_id)
        await self.press(DIRECTOR, "invite", row.id)
        return self.text(DIRECTOR).partition("?start=")[2][:22]

    async def takes(self, title: str, post: str) -> None:
        """Somebody comes onto a post as people do: invited, claimed, confirmed; to a seat of the office by two."""
        await self.say(title, f"/start {await self.invited(post)}")
        await self.press(DIRECTOR, "confirm")
        if any(row.state == "asked" for row in self.rows(Consent)):
            await self.agree()

    async def agree(self, title: str = OFFICER) -> str | None:
        """Another of the office agrees to what was asked last."""
        return await self.press(title, "agree", self.rows(Consent)[-1].id)

    async def sign(self, title: str) -> None:
        """For all that the department was given, on today's card or behind it."""
        (task,) = (t for t in self.tasks(title) if (t.form, t.state) == ("signing", "open"))
        if "sign-all" not in self.offers(title):
            await self.press(title, "task", task.id)
        await self.press(title, "sign-all", task.id)

    async def send(self, title: str, name: str, content: bytes, **more: Any) -> list[str]:
        """A file."""
        return await self._act(
            title, None, lambda where: self.telegram.sends_file(self.id(title), where, name, content, **more)
        )

    async def speak(self, title: str, kind: str = "voice", seconds: int = 12, **more: Any) -> list[str]:
        """A recording, of which the bot hears nothing."""
        return await self._act(
            title, None, lambda where: self.telegram.records(self.id(title), where, kind, seconds, **more)
        )

    async def _act(self, title: str, chat: int | None, act: Any) -> list[str]:
        self.clock.move_to(self.now + A_MOMENT)
        where = chat or self.id(title)
        own = act(where)["message_id"]
        await self.quiet()
        return [words(message) for message in self.heard(where) if message["message_id"] > own]

    async def use(self, case: Any) -> Any:
        """A use case as the command line calls it; then everything that follows from it."""
        found = await self.house.on_desk(self.house.desk.call, case, self.clock.now(), f"story/{self.now.isoformat()}")
        await self.beat()
        return found

    async def claim_code(self) -> str | None:
        code: str | None = await self.use(posts.claim_code)
        return code


async def _never() -> datetime | None:
    return None


async def _nowhere(instant: datetime) -> None:
    raise AssertionError("the stories move the clock themselves")
