"""`run` without a token: the bot beside a local Telegram, lived-in from the start of the quarter, or from empty."""

import asyncio
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from bot import cast
from bot.app import House, Line, furnish, make_desk
from bot.backstage import Backstage
from bot.clock import Clock, MovableClock, SystemClock
from bot.desk import Desk
from bot.lived_in import live_in
from bot.secrets import secret
from bot.settings import HOME, Settings
from bot.translator import translators
from db import engine, migrate
from db.queries import outbox, people
from exports.font import FOLDER, REGULAR
from sandbox.hooks import Event, Hooks, Part, Step
from sandbox.personas import Persona
from sandbox.server import Sandbox
from sandbox.telegram import Telegram
from services import people as posts

TOKEN = "7000000000:sandbox-on-this-machine-only-000"  # of the sandbox alone  # noqa: S105  # nosec B105
USERNAME = "duban_bot"
OUTSIDER = Persona(6_999_999, "院外人员", "outsider", in_group=False)
IN_GROUP = ("director", "office", "leader", "head")
PLAYING = "正在排演本季度至今的工作，已到{day}，请稍候。 / Playing the quarter up to today, now at {day_en}."
LANGUAGES = {"zh": "zh_CN", "en": "en"}  # of the page, as the translator calls them
REAL = SystemClock()


class Stage:
    """The sandbox with its own records, kept across restarts. The guided tour has a world of its own beside it."""

    def __init__(self, settings: Settings, folder: Path, real: Clock = REAL) -> None:
        """`real` is the clock that the sandbox's own starts from, and runs ahead of."""
        self._settings, self._root, self._real = settings, folder, real
        self._folder = folder / "tour" if (folder / "tour" / "duban.db").exists() else folder
        self.clock = MovableClock(real.now())
        self._running: Backstage | None = None
        self._notices: list[str] = []
        self._played_to: Callable[[], datetime] | None = None  # the clock of the quarter that is being played
        self._telegram = self._new_telegram([], None, self.clock.now)
        words = translators(HOME / "locales", settings.zone, settings.office_name)
        self._words = {page: words[name] for page, name in LANGUAGES.items()}
        hooks = Hooks(
            now=lambda: self.clock.now(),
            next_event=self._next_event,
            move_to=lambda instant: self._backstage.move_to(instant),
            next_morning=lambda: self._backstage.next_morning(),
            agenda=self._agenda,
            start_empty=self._start_empty,
            notices=self._told,
            busy=lambda: self._running is None,
            played=lambda: self._running.played() if self._running else Part("off", 0),
            play=lambda manner, held: self._backstage.play(manner, held),
            queue=lambda: self._backstage.queue(),
            tour=self._tour,
            begin_tour=self._begin_tour,
            leave_tour=self._leave_tour,
            zone=settings.zone,
            typeface=FOLDER / REGULAR,
        )
        self._sandbox = Sandbox(self._telegram, hooks)
        self._address = ""
        self._opening: asyncio.Task[None] | None = None

    async def start(self, port: int, fresh: bool) -> str:
        """The page's address; the records are opened, or played, while it answers already."""
        self._address = await self._sandbox.start(port=port)
        if fresh:
            shutil.rmtree(self._root, ignore_errors=True)
            self._folder = self._root
        self._opening = asyncio.create_task(self._open())
        return self._address

    async def opened(self) -> None:
        """Returns when the bot answers; raises what kept it from that."""
        assert self._opening is not None
        await self._opening

    async def stop(self) -> None:
        if self._opening and not self._opening.done():
            self._opening.cancel()
        await self._move_out()
        await self._sandbox.stop()

    @property
    def _backstage(self) -> Backstage:
        assert self._running is not None
        return self._running

    @property
    def _touring(self) -> bool:
        return self._folder != self._root

    async def _open(self) -> None:
        if not self._touring and not (self._folder / "duban.db").exists():
            now = self._real.now()
            await asyncio.to_thread(live_in, self._settings, self._folder, now, USERNAME, self._new_telegram_of)
        await self._move_in()
        self._played_to = None

    async def _move_in(self) -> None:
        """Opens the records, takes up the clock where it stood, and starts the bot on them."""
        database = engine.open_file(self._folder / "duban.db")
        migrate.upgrade(database)
        furnish(database, self._settings)
        with engine.session(database) as session:
            now = self._real.now()
            self.clock = MovableClock(max(now, outbox.last_instant(session) or now))
        desk = make_desk(database, self._settings, secret(self._folder), USERNAME)
        if self._touring:  # it begins when an office does
            self.clock.move_to(self._settings.hours.next_hour(self.clock.now(), desk.calendar))
        before, path = self._telegram, self._folder / "telegram.db"
        self._telegram = self._sandbox.telegram = self._new_telegram(self._personas(desk), path, self.clock.now)
        before.close()  # the page reads it until the new one is there
        desk.close()
        line = Line(TOKEN, self._address)
        house = House(database, self._settings, self.clock, line, secret(self._folder), self._folder)
        await house.start()
        running = Backstage(house, self._telegram, self.clock, self._words, touring=self._touring)
        code = await running.ask(posts.claim_code)
        # in an empty installation the code that a terminal would print stands on the page
        link = f"https://t.me/{USERNAME}?start={code}"
        self._notices = [f"创建办主任的一次性登记链接 / The director's one-time link: {link}"] if code else []
        self._running = running

    async def _move_out(self) -> None:
        running, self._running = self._running, None
        if running:
            await running.stop()

    def _personas(self, desk: Desk) -> list[Persona]:
        parts: list[cast.Part] = desk.call(lambda office: cast.parts(office), self.clock.now(), "personas")
        # whoever is first makes the group
        parts.sort(key=lambda part: part.role != "director")
        return [*(Persona(p.telegram_id, p.title, p.role, in_group=p.role in IN_GROUP) for p in parts), OUTSIDER]

    def _told(self) -> list[str]:
        if self._played_to is None:
            return self._notices
        day = self._settings.hours.today(self._played_to())
        told = {name: words.day(day) for name, words in self._words.items()}
        return [PLAYING.format(day=told["zh"], day_en=told["en"])]

    def _new_telegram_of(self, desk: Desk, now: Callable[[], datetime]) -> Telegram:
        self._played_to = now
        return self._new_telegram(self._personas(desk), None, now)

    def _new_telegram(self, personas: list[Persona], path: Path | None, now: Callable[[], datetime]) -> Telegram:
        # an empty world before the play has nobody but the outsider
        arguments: dict[str, Any] = {"token": TOKEN, "cast": personas or [OUTSIDER], "now": now, "path": path}
        return Telegram(**arguments, username=USERNAME, group_title=f"{self._settings.campaign}领导小组")

    # what the page may ask while another world is being opened

    async def _next_event(self) -> datetime | None:
        if self._running is None:
            return None
        if self._notices and await self._running.ask(lambda office: bool(people.holders(office.session, "director"))):
            self._notices = []  # the link has been used
        return await self._running.next_event()

    async def _agenda(self) -> list[Event]:
        return await self._running.agenda() if self._running else []

    async def _tour(self) -> list[Step]:
        return await self._running.steps() if self._running else []

    # from one world to another

    async def _start_empty(self) -> None:
        await self._move_out()
        shutil.rmtree(self._folder)
        await self._move_in()

    async def _begin_tour(self) -> None:
        await self._move_out()
        self._folder = self._root / "tour"
        shutil.rmtree(self._folder, ignore_errors=True)
        await self._move_in()

    async def _leave_tour(self) -> None:
        """Back to where one was before it."""
        await self._move_out()
        self._folder = self._root
        shutil.rmtree(self._root / "tour", ignore_errors=True)
        await self._open()
