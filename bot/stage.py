"""`run` without a token: the bot beside a local Telegram, lived-in from the start of the quarter, or from empty."""

import asyncio
import logging
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot import cast
from bot.app import House, Line, furnish, make_desk
from bot.clock import MovableClock, SystemClock
from bot.desk import Desk
from bot.play import Play
from bot.player import Manner, Player
from bot.safe import Safe
from bot.secrets import secret
from bot.settings import Settings
from bot.world import World
from db import engine, migrate
from db.queries import outbox, people
from exports.font import FOLDER, REGULAR
from sandbox.personas import Persona
from sandbox.server import Hooks, Sandbox
from sandbox.telegram import Telegram
from services import people as posts
from services.office import Office

log = logging.getLogger(__name__)
TOKEN = "7000000000:sandbox-on-this-machine-only-000"  # noqa: S105 - opens nothing but the sandbox
USERNAME = "duban_bot"
OUTSIDER = Persona(6_999_999, "院外人员", "outsider", in_group=False)
LATE_EVERY = 6  # departments: one of six is late


class Stage:
    """The sandbox with its own records, kept across restarts."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self._settings, self._folder = settings, folder
        self.clock = MovableClock(SystemClock().now())
        self._house: House | None = None
        self._notices: list[str] = []
        self._busy = True
        self._telegram = self._new_telegram([], None)
        hooks = Hooks(
            now=self.clock.now,
            next_event=self._next_event,
            move_to=self._move_to,
            start_empty=self._start_empty,
            notices=lambda: self._notices,
            busy=lambda: self._busy,
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
            shutil.rmtree(self._folder, ignore_errors=True)
        self._opening = asyncio.create_task(self._open())
        return self._address

    async def opened(self) -> None:
        """Returns when the bot answers; raises what kept it from that."""
        assert self._opening is not None
        await self._opening

    async def stop(self) -> None:
        if self._opening and not self._opening.done():
            self._opening.cancel()
        if self._house:
            await self._house.stop()
        await self._sandbox.stop()

    @property
    def _records(self) -> Path:
        return self._folder / "duban.db"

    @property
    def _chats(self) -> Path:
        return self._folder / "telegram.db"

    async def _open(self) -> None:
        if not self._records.exists():
            self._notices = ["正在排演本季度至今的工作，请稍候。 / Playing the quarter up to today, a moment please."]
            await asyncio.to_thread(self._live_in)
        await self._move_in()

    async def _move_in(self) -> None:
        """Opens the records, takes up the clock where it stood, and starts the bot on them."""
        database = engine.open_file(self._records)
        migrate.upgrade(database)
        furnish(database, self._settings)
        with engine.session(database) as session:
            self.clock.move_to(max(SystemClock().now(), outbox.last_instant(session) or SystemClock().now()))
        desk = make_desk(database, self._settings, secret(self._folder), USERNAME)
        personas = self._personas(desk)
        desk.close()
        self._telegram = self._new_telegram(personas, self._chats)
        self._sandbox.telegram = self._telegram
        self._house = House(
            database, self._settings, self.clock, Line(TOKEN, self._address), secret(self._folder), self._folder
        )
        await self._house.start()
        await self._tell_claim_code()
        self._busy = False

    async def _tell_claim_code(self) -> None:
        """In an empty installation the code that a terminal would print stands on the page."""
        assert self._house is not None
        desk = self._house.desk
        code = await self._house.on_desk(desk.call, posts.claim_code, self.clock.now(), "claim code")
        self._notices = []
        if code:
            link = f"https://t.me/{USERNAME}?start={code}"
            self._notices = [f"创建办主任的一次性登记链接 / The director's one-time link: {link}"]

    def _personas(self, desk: Desk) -> list[Persona]:
        def everybody(office: Office) -> list[cast.Part]:
            return cast.parts(office)

        parts: list[cast.Part] = desk.call(everybody, self.clock.now(), "personas")
        group = ("director", "office", "leader", "head")
        # whoever is first makes the group
        parts.sort(key=lambda part: part.role != "director")
        return [*(Persona(p.telegram_id, p.title, p.role, in_group=p.role in group) for p in parts), OUTSIDER]

    def _new_telegram(self, personas: list[Persona], path: Path | None) -> Telegram:
        # an empty world before the play has nobody but the outsider
        return Telegram(
            token=TOKEN,
            cast=personas or [OUTSIDER],
            now=self.clock.now,
            path=path,
            username=USERNAME,
            group_title=f"{self._settings.campaign}领导小组",
        )

    # the clock

    async def _next_event(self) -> datetime | None:
        if self._house is None or self._busy:
            return None
        if self._notices:
            desk = self._house.desk
            taken: bool = await self._house.on_desk(desk.call, _has_director, self.clock.now(), "director")
            self._notices = [] if taken else self._notices  # the link has been used
        return await self._house.next_due()

    async def _move_to(self, instant: datetime) -> None:
        """Through every due instant on the way."""
        assert self._house is not None
        while (due := await self._house.next_due()) and due <= instant:
            self.clock.move_to(due)
            await self._house.beat()
            await self._house.quiet()
        self.clock.move_to(instant)
        await self._house.beat()
        await self._house.quiet()

    # from empty, and lived-in

    async def _start_empty(self) -> None:
        self._busy = True
        if self._house:
            await self._house.stop()
            self._house = None
        self._telegram.close()
        shutil.rmtree(self._folder)
        await self._move_in()

    def _live_in(self) -> None:
        """Plays the quarter in memory, then keeps it: the records last, since they say that all is there."""
        until = SystemClock().now()
        local = until.astimezone(self._settings.zone)
        quarter = local.replace(month=(local.month - 1) // 3 * 3 + 1, day=1, hour=0, minute=0, second=0, microsecond=0)
        clock = MovableClock(quarter, running=False)
        part = self._folder / "playing.db"
        part.unlink(missing_ok=True)
        database = engine.open_file(part)
        migrate.upgrade(database)
        furnish(database, self._settings)
        memory = engine.copy_to_memory(database)
        desk = make_desk(memory, self._settings, secret(self._folder), USERNAME)
        telegram = Telegram(
            token=TOKEN,
            cast=self._personas(desk),
            now=clock.now,
            username=USERNAME,
            group_title=f"{self._settings.campaign}领导小组",
        )
        self._play(desk, telegram, clock, until)
        desk.close()
        self._chats.unlink(missing_ok=True)
        telegram.copy_to(self._chats)
        telegram.close()
        engine.copy(memory, database)
        database.dispose()
        part.rename(self._records)

    def _play(self, desk: Desk, telegram: Telegram, clock: MovableClock, until: datetime) -> None:
        world = World(telegram)
        play = Play(desk, clock, world, Safe(self._folder / "proof", self._settings.rules().largest_file).keep)
        hours = self._settings.hours
        clock.move_to(hours.opening(desk.calendar.on_or_after(hours.today(clock.now()))))

        def house_warming(office: Office) -> int:
            parts = cast.fill(office)
            for telegram_id in dict.fromkeys(part.telegram_id for part in parts):
                telegram.says(telegram_id, telegram_id, "/start")
            return cast.director(office).telegram_id

        director: int = desk.call(house_warming, clock.now(), "cast")
        telegram.adds_bot(director, telegram.group)
        play.settle_down()
        desk.call(lambda office: cast.begin(office, telegram.group), clock.now(), "begin")
        world.player = Player(play, desk, world, manners(desk))
        play.run(until)


def _has_director(office: Office) -> bool:
    return bool(people.holders(office.session, "director"))


def manners(desk: Desk) -> Callable[[str], Manner]:
    """Most are on time, some late, one never answers."""
    found = [unit.name for unit in people.units(desk.session) if unit.kind == "unit"]
    late = set(found[LATE_EVERY - 1 :: LATE_EVERY])

    def manner(unit: str) -> Manner:
        return "none" if unit == found[-1] else "late" if unit in late else "on-time"

    return manner
