"""`run` without a token: the bot beside a local Telegram, lived-in from the start of the quarter, or from empty."""

import asyncio
import logging
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from bot import cast, tour
from bot.agenda import agenda
from bot.app import House, Line, furnish, make_desk
from bot.clock import Clock, MovableClock, SystemClock
from bot.desk import Desk
from bot.lived_in import come_in, live_in
from bot.others import Others
from bot.player import Manner
from bot.secrets import secret
from bot.settings import HOME, Settings
from bot.translator import Translator, translators
from db import engine, migrate
from db.queries import outbox, people
from exports.font import FOLDER, REGULAR
from sandbox.hooks import Event, Hooks, Part, Step
from sandbox.personas import Persona
from sandbox.server import Sandbox
from sandbox.telegram import Telegram
from services import people as posts
from services import rooms
from services.office import Office

log = logging.getLogger(__name__)
T = TypeVar("T")
TOKEN = "7000000000:sandbox-on-this-machine-only-000"  # noqa: S105 - opens nothing but the sandbox
USERNAME = "duban_bot"
OUTSIDER = Persona(6_999_999, "院外人员", "outsider", in_group=False)
IN_GROUP = ("director", "office", "leader", "head")
PLAYING = "正在排演本季度至今的工作，请稍候。 / Playing the quarter up to today, a moment please."
REAL = SystemClock()
LOOK_SECONDS = 0.3  # how soon those who are played see what is new
LANGUAGES = {"zh": "zh_CN", "en": "en"}  # of the page, as the translator calls them
MANNERS: dict[str, Manner | None] = {"off": None, "on-time": "on-time", "late": "late", "none": "none"}


class Stage:
    """The sandbox with its own records, kept across restarts. The guided tour has a world of its own beside it."""

    def __init__(self, settings: Settings, folder: Path, real: Clock = REAL) -> None:
        """`real` is the clock behind the sandbox's own, which runs ahead of it."""
        self._settings, self._root, self._real = settings, folder, real
        self._folder = folder / "tour" if (folder / "tour" / "duban.db").exists() else folder
        self.clock = MovableClock(real.now())
        self._house: House | None = None
        self._others: Others | None = None
        self._notices: list[str] = []
        self._busy = True
        self._telegram = self._new_telegram([], None, self.clock.now)
        words = translators(HOME / "locales", settings.zone, settings.office_name)
        self._words = {page: words[name] for page, name in LANGUAGES.items()}
        hooks = Hooks(
            now=lambda: self.clock.now(),
            next_event=self._next_event,
            move_to=self._move_to,
            next_morning=self._next_morning,
            agenda=self._agenda,
            start_empty=self._start_empty,
            notices=lambda: self._notices,
            busy=lambda: self._busy,
            played=self._played,
            play=self._play,
            queue=self._queue,
            tour=self._tour,
            begin_tour=self._begin_tour,
            leave_tour=self._leave_tour,
            zone=settings.zone,
            typeface=FOLDER / REGULAR,
        )
        self._sandbox = Sandbox(self._telegram, hooks)
        self._address = ""
        self._opening: asyncio.Task[None] | None = None
        self._watching: asyncio.Task[None] | None = None

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
    def _on_tour(self) -> bool:
        return self._folder != self._root

    async def _open(self) -> None:
        if not self._on_tour and not (self._folder / "duban.db").exists():
            self._notices = [PLAYING]
            now = self._real.now()
            await asyncio.to_thread(live_in, self._settings, self._folder, now, USERNAME, self._new_telegram_of)
        await self._move_in()

    async def _move_in(self) -> None:
        """Opens the records, takes up the clock where it stood, and starts the bot on them."""
        database = engine.open_file(self._folder / "duban.db")
        migrate.upgrade(database)
        furnish(database, self._settings)
        with engine.session(database) as session:
            now = self._real.now()
            self.clock = MovableClock(max(now, outbox.last_instant(session) or now))
        desk = make_desk(database, self._settings, secret(self._folder), USERNAME)
        if self._on_tour:  # it begins when an office does
            self.clock.move_to(self._settings.hours.next_hour(self.clock.now(), desk.calendar))
        self._telegram = self._new_telegram(self._personas(desk), self._folder / "telegram.db", self.clock.now)
        desk.close()
        self._sandbox.telegram = self._telegram
        line = Line(TOKEN, self._address)
        self._house = House(database, self._settings, self.clock, line, secret(self._folder), self._folder)
        await self._house.start()
        self._others = Others(self._house.desk, self.clock, self._telegram)
        await self._tell_claim_code()
        self._watching = asyncio.create_task(self._watch(), name="others")
        self._busy = False

    async def _move_out(self) -> None:
        self._busy = True
        if self._watching:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
        if self._house:
            await self._house.stop()
        self._house = self._others = self._watching = None

    async def _tell_claim_code(self) -> None:
        """In an empty installation the code that a terminal would print stands on the page."""
        code = await self._ask(posts.claim_code)
        self._notices = []
        if code:
            link = f"https://t.me/{USERNAME}?start={code}"
            self._notices = [f"创建办主任的一次性登记链接 / The director's one-time link: {link}"]

    def _personas(self, desk: Desk) -> list[Persona]:
        parts: list[cast.Part] = desk.call(lambda office: cast.parts(office), self.clock.now(), "personas")
        # whoever is first makes the group
        parts.sort(key=lambda part: part.role != "director")
        return [*(Persona(p.telegram_id, p.title, p.role, in_group=p.role in IN_GROUP) for p in parts), OUTSIDER]

    def _new_telegram_of(self, desk: Desk, now: Callable[[], datetime]) -> Telegram:
        return self._new_telegram(self._personas(desk), None, now)

    def _new_telegram(self, personas: list[Persona], path: Path | None, now: Callable[[], datetime]) -> Telegram:
        # an empty world before the play has nobody but the outsider
        title = f"{self._settings.campaign}领导小组"
        cast_ = personas or [OUTSIDER]
        return Telegram(token=TOKEN, cast=cast_, now=now, path=path, username=USERNAME, group_title=title)

    async def _ask(self, use: Callable[[Office], Any]) -> Any:
        """A look into the records, on the thread that thinks."""
        assert self._house is not None
        return await self._house.on_desk(self._house.desk.call, use, self.clock.now(), "sandbox")

    async def _in_each_language(self, use: Callable[[Office, Translator], list[T]]) -> dict[str, list[T]]:
        """By the page's name of the language."""
        words = self._words

        def told(office: Office) -> dict[str, list[T]]:
            return {page: use(office, t) for page, t in words.items()}

        found: dict[str, list[T]] = await self._ask(told)
        return found

    # the clock

    async def _next_event(self) -> datetime | None:
        if self._house is None or self._busy:
            return None
        if self._notices and await self._ask(lambda office: bool(people.holders(office.session, "director"))):
            self._notices = []  # the link has been used
        return await self._house.next_due()

    async def _next_morning(self) -> datetime:
        def morning(office: Office) -> datetime:
            return office.rules.hours.opening(office.calendar.shift(office.today, 1))

        found: datetime = await self._ask(morning)
        return found

    async def _agenda(self) -> list[Event]:
        if self._house is None or self._busy:
            return []
        told = await self._in_each_language(agenda)
        return [
            Event(at, {page: lines[place][1] for page, lines in told.items()})
            for place, (at, _) in enumerate(told["zh"])
        ]

    async def _move_to(self, instant: datetime) -> None:
        """Through every due instant on the way, those at which somebody who is played will act included."""
        assert self._house is not None
        assert self._others is not None
        while (due := await self._due()) and due <= instant:
            self.clock.move_to(due)
            await self._live()
        self.clock.move_to(instant)
        await self._live()

    async def _due(self) -> datetime | None:
        assert self._house is not None
        assert self._others is not None
        return min((t for t in (await self._house.next_due(), self._others.due()) if t), default=None)

    async def _live(self) -> None:
        """Until nobody has anything more to do at this moment."""
        assert self._house is not None
        await self._house.beat()
        await self._settled()
        while await self._turn():
            await self._settled()

    async def _settled(self) -> None:
        assert self._house is not None
        await self._house.quiet()
        while self._telegram.has_updates():
            await asyncio.sleep(0.003)
            await self._house.quiet()

    # everybody else

    def _played(self) -> Part:
        others = self._others
        return Part((others and others.manner) or "off", others.held if others else 0)

    async def _play(self, manner: str, held: int) -> None:
        assert self._others is not None
        others = self._others
        await self._ask(lambda office: others.play(MANNERS[manner], held))
        self._telegram.world.tell()

    async def _turn(self) -> bool:
        assert self._others is not None
        others = self._others
        acted: bool = await self._ask(lambda office: others.turn())
        return acted

    async def _watch(self) -> None:
        """While the clock runs by itself, too, those who are played look at their chats."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                if self._others and self._others.manner:
                    await self._turn()
                if self._on_tour and await self._ask(tour.is_waiting):
                    await self._bring_others()
            except Exception:
                log.exception("those who are played stumbled")

    async def _queue(self) -> dict[str, Any]:
        """How much waits in the bot, and for which chats."""

        def waiting(office: Office) -> dict[str, Any]:
            return outbox.unsettled(office.session) | {"chats": outbox.chats_waiting(office.session)}

        found: dict[str, Any] = await self._ask(waiting)
        return found

    # from empty, and the tour

    async def _start_empty(self) -> None:
        await self._move_out()
        self._telegram.close()
        shutil.rmtree(self._folder)
        await self._move_in()

    async def _begin_tour(self) -> None:
        await self._move_out()
        self._telegram.close()
        self._folder = self._root / "tour"
        shutil.rmtree(self._folder, ignore_errors=True)
        await self._move_in()

    async def _leave_tour(self) -> None:
        """Back to where one was before it."""
        await self._move_out()
        self._telegram.close()
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder = self._root
        await self._open()

    async def _tour(self) -> list[Step]:
        if not self._on_tour or self._house is None:
            return []
        director = await self._ask(lambda office: tour.chief(office))
        read = self._telegram.seen_until(director, self._telegram.group)
        told = await self._in_each_language(lambda office, t: tour.stops(office, t, read))
        steps = []
        for place, stop in enumerate(told["zh"]):
            title = {page: stops[place].title for page, stops in told.items()}
            text = {page: stops[place].text for page, stops in told.items()}
            chat = self._telegram.group if stop.in_group else stop.person
            steps.append(Step(title, text, stop.person, chat, stop.done, stop.clock))
        return steps

    async def _bring_others(self) -> None:
        """Once the director is there everybody else comes, the group is bound, and all but the contact are played."""
        telegram = self._telegram

        def come(office: Office) -> int:
            director = come_in(office, telegram)
            office.person_id = cast.director(office).id
            rooms.bind(office, telegram.group)
            return director

        telegram.adds_bot(await self._ask(come), telegram.group)
        contact = await self._ask(lambda office: cast.FIRST_ID + tour.contact_post(office).id)
        await self._play("on-time", contact)
