"""The composition root: engine, clock, desk, intake and delivery become one running bot."""

import asyncio
import dataclasses
import logging
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from pydantic import TypeAdapter
from sqlalchemy import Engine

from bot.clock import Clock
from bot.delivery import Delivery
from bot.desk import Desk
from bot.drift import Drift
from bot.faults import worded
from bot.gate import Gate
from bot.hooking import Hooking
from bot.intake import Intake
from bot.logs import where
from bot.making import Maker
from bot.pulse import WATCHED, Pulse
from bot.reading_room import Limits, Room
from bot.rendering import Renderer
from bot.safe import Safe
from bot.settings import HOME, Settings, SettingsError
from bot.speaker import Speaker
from bot.tongue import t
from bot.traffic import Of
from bot.translator import Translator, translators
from bot.vault.backing_up import Place
from bot.vault.journal import Journal
from bot.vault.nightly import Habit, Nightly
from bot.wire import Wire
from bot.workshop import Workshop
from catalogue import registers, shipped
from catalogue.reading.books import book_of, roll_of
from catalogue.rhythms import CADENCES
from catalogue.shipped import CatalogueError
from db import engine
from db.postgres import Lead, LeadLost
from domain.notice import Notice
from domain.paper import Copy, Invitations, Kept, Roll
from exports.book import draw as draw_book
from services import loading

if TYPE_CHECKING:
    from bot.hook import Hook

log = logging.getLogger(__name__)
BEAT_SECONDS = 20
ASK_SECONDS = 3  # well within the lease
DRAIN_SECONDS = 20.0
STUMBLE_SECONDS = 2.0
SHEET = TypeAdapter(Invitations)
COPY = TypeAdapter(Copy)
ROLL = TypeAdapter(Roll)
KEPT = TypeAdapter(Kept)
T = TypeVar("T")


def draw(facts: dict[str, Any]) -> bytes:
    """The picture of these facts. What draws is loaded with the first one: a bot that shows none can do without."""
    from exports import pictures

    return pictures.draw(facts)


def make(file: dict[str, Any]) -> bytes:
    """The bytes of a document, from its kind and facts."""
    return MAKERS[file["kind"]](file["facts"])


def _invitations(facts: dict[str, Any]) -> bytes:
    from exports.invitations import draw as draw_invitations

    return draw_invitations(SHEET.validate_python(facts))


MAKERS: dict[str, Callable[[dict[str, Any]], bytes]] = {
    "invitations": _invitations,
    "copy": lambda facts: draw_book(book_of(COPY.validate_python(facts))),
}


def limits(settings: Settings) -> Limits:
    return Limits(settings.reading.seconds, settings.reading.megabytes)


def furnish(database: Engine, settings: Settings) -> None:
    """What every installation starts with: the notice, its posts, the days of the calendar."""
    notice = notice_at_work(settings)
    with engine.session(database) as session:
        loading.load_notice(session, notice)
        loading.load_days(session, loading.published_days())
        session.commit()


def notice_at_work(settings: Settings) -> Notice:
    """SettingsError where there is no such notice, or where the settings say nothing of a cadence that it needs."""
    if not settings.notice:
        notice = shipped.unpublished(settings.office_name)
        needed = set(CADENCES)  # whatever is published later asks by these
        return _with_cadences(notice, needed, settings)
    try:
        notice = shipped.load(settings.notice)
        registers.load(settings.notice)  # what is wrong with one is said at the start
    except CatalogueError as error:
        raise SettingsError(f"notice: {worded(error)}") from error
    needed = {r.cadence for indicator in notice.indicators for r in indicator.requirements}
    needed |= {i.files_cadence for i in notice.indicators if i.files_cadence}
    return _with_cadences(notice, needed, settings)


def _with_cadences(notice: Notice, needed: set[str], settings: Settings) -> Notice:
    if missing := sorted(needed - set(settings.cadences)):
        raise SettingsError(t("cadences.{name}: is missing, and the notice asks by it", name=missing[0]))
    return notice


def make_desk(
    database: Engine,
    settings: Settings,
    secret: bytes,
    username: str,
    journal: Journal | None = None,
    lead: Lead | None = None,
) -> Desk:
    renderer, known_until = Renderer(secret, words_of(settings)), loading.known_until()
    return Desk(
        database,
        settings.rules(),
        renderer,
        known_until=known_until,
        username=username,
        journal=journal,
        lead=lead,
    )


def words_of(settings: Settings) -> dict[str, Translator]:
    return translators(HOME / "locales", settings.zone, settings.office_name)


def maker_of(database: Engine, settings: Settings, proofs: Safe) -> Maker:
    return Maker(database, settings.rules(), loading.known_until(), words_of(settings), proofs.path)


@dataclasses.dataclass(frozen=True)
class Line:
    """Where Telegram is, and how it is spoken to."""

    token: str
    api_url: str
    proxy: str | None = None
    gate: Gate | None = None  # by which updates are brought; without it they are fetched


class House:
    """A running bot. Start it, stop it; between them it works until it is stopped, or until `lost` is set.

    `vault` is for records that are real: they have a journal, and a backup every night. Where others stand by on the
    same records it has a lead.
    """

    def __init__(
        self,
        database: Engine,
        settings: Settings,
        clock: Clock,
        line: Line,
        secret: bytes,
        data_dir: Path,
        vault: tuple[Place, Habit] | None = None,
        lead: Lead | None = None,
    ) -> None:
        self._database, self._settings, self._secret, self._line = database, settings, secret, line
        self.clock, self._data_dir = clock, data_dir
        self._thread = ThreadPoolExecutor(1, "desk")
        self._lead, self.lost = lead, asyncio.Event()
        self.pulse, self.drift = Pulse(), Drift()
        may = lead.is_sure if lead else None
        self._wire, other = (Wire(line.proxy, self._dated, may) for _ in range(2))
        self._bot = Speaker(line.token, f"{line.api_url}/bot", f"{line.api_url}/file/bot", self._wire, other)
        largest = settings.files.largest_megabytes * 1024 * 1024
        self._safes: dict[Of, Safe] = {of: Safe(data_dir / of, largest) for of in get_args(Of)}
        self._room = Room(self._safes["document"], limits(settings))
        self._fresh = asyncio.Event()
        self._loops: list[asyncio.Task[None]] = []
        self._hook: Hook | None = None
        self._scheduler = AsyncIOScheduler(
            timezone=settings.zone, job_defaults={"misfire_grace_time": None, "coalesce": True}
        )
        self._working = False
        self._wrong = False  # the clock is, as far as was said
        self._journal = vault[0].journal if vault else None
        self._nightly = Nightly(*vault, settings.hours, self._tell_director) if vault else None
        self.desk: Desk
        self.delivery: Delivery
        self.username = ""

    async def start(self) -> None:
        """InvalidToken where Telegram does not know the token, NetworkError where it cannot be reached."""
        if self._lead:
            self._loops.append(asyncio.create_task(self._stay(self._lead), name="lead"))
        await self._bot.initialize()
        self.pulse.beat("poll")  # it is there: from now on it is to answer
        for safe in self._safes.values():
            safe.tidy()
        self.username = self._bot.username
        desk = self._database, self._settings, self._secret, self.username, self._journal, self._lead
        self.desk = await self.on_desk(make_desk, *desk)
        self.desk.drift = self.drift
        maker = maker_of(self._database, self._settings, self._safes["proof"])
        self._workshop = Workshop(maker, self._data_dir / "export")
        self._workshop.tidy()
        given = self._safes, self._room, self._workshop, draw, self._make, self.pulse
        self.delivery = Delivery(self._bot, self.desk, self.on_desk, self.clock, *given)
        await self.on_desk(self.desk.recover, self.clock.now())
        await self._work()
        for name, loop in (("intake", await self._door()), ("worker", self._worker), ("delivery", self.delivery.run)):
            self._loops.append(asyncio.create_task(_for_ever(name, loop), name=name))
        self._scheduler.add_job(self._heartbeat, "interval", seconds=BEAT_SECONDS, max_instances=1)
        self._scheduler.start()

    async def stop(self) -> None:
        """No poll, no work, no claim; what flies may land, and what landed is written down.

        Where another leads by now, nothing is: what flies is for that one to find out about.
        """
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        if self._hook is not None:
            await self._hook.close()
        gone = self._lead is not None and self._lead.is_lost
        for loop in self._loops:
            if gone or loop.get_name() not in ("delivery", "lead"):  # what flies may take longer than a lease
                loop.cancel()
        if hasattr(self, "delivery") and not gone:
            self.delivery.shut()  # what it has just claimed it still sends, or everybody would be told that twice
        await asyncio.gather(*(loop for loop in self._loops if loop.get_name() != "lead"), return_exceptions=True)
        for name in WATCHED:
            self.pulse.rest(name)
        try:
            if self._nightly:
                await self._nightly.close()
            if hasattr(self, "delivery"):
                await (self.delivery.drop() if gone else self.delivery.close(DRAIN_SECONDS))
        finally:
            await self._leave()

    async def _leave(self) -> None:
        for loop in self._loops:
            loop.cancel()
        await asyncio.gather(*self._loops, return_exceptions=True)
        if hasattr(self, "desk"):
            await self.on_desk(self.desk.close)
        await self._bot.shutdown()
        self._thread.shutdown()

    def _make(self, file: dict[str, Any]) -> bytes:
        if file["kind"] == "made":
            return self._workshop.path(file["facts"]["number"]).read_bytes()
        if file["kind"] == "proof":
            return self._safes["proof"].read(KEPT.validate_python(file["facts"]).hash)
        if file["kind"] != "roll":
            return make(file)
        wanted = ROLL.validate_python(file["facts"])
        return draw_book(roll_of(self._room.holders(wanted.hash, wanted.name)))

    async def _door(self) -> Callable[[], Coroutine[Any, Any, None]]:
        """Where updates come in, and what goes on there for ever."""
        if gate := self._line.gate:
            from bot.hook import Hook  # a web server, which whoever fetches can do without

            self._hook, hooking = Hook(gate, self._keep), Hooking(self._bot, gate, self.pulse)
            await self._hook.open()
            await hooking.begin()
            return hooking.run
        return Intake(self._wire, f"{self._line.api_url}/bot{self._line.token}", self._keep, self.pulse).run

    async def _keep(self, raws: list[dict[str, Any]]) -> None:
        await self.on_desk(self.desk.keep, raws, self.clock.now())
        self._fresh.set()

    def _dated(self, theirs: datetime) -> None:
        self.drift.tell(theirs, self.clock.now())

    def on_desk(self, verb: Callable[..., T], *args: Any) -> Awaitable[T]:
        """Runs a verb on the one thread that thinks."""
        return asyncio.get_running_loop().run_in_executor(self._thread, self._done, partial(verb, *args))

    def _done(self, verb: Callable[[], T]) -> T:
        """Whatever comes of it, the desk is not stuck."""
        try:
            return verb()
        finally:
            self.pulse.beat("desk")

    async def beat(self) -> None:
        """One look at everything that may be due."""
        while await self.on_desk(self.desk.tick, self.clock.now()):
            self.pulse.beat("heartbeat")
        self.delivery.wake()
        if self._nightly:
            await self._nightly.look(self.clock.now())

    async def _tell_director(self, code: str, data: dict[str, Any], key: str) -> None:
        await self.on_desk(self.desk.tell_director, code, data, key, self.clock.now())
        self.delivery.wake()

    async def next_due(self) -> datetime | None:
        return await self.on_desk(self.desk.next_due, self.clock.now())

    async def quiet(self) -> None:
        """Returns when nothing that has come is unhandled and nothing that may go is unsent."""
        # whoever is busy is not disturbed by a question; while the records were asked, a send may have begun
        while self._is_busy() or await self._pending() or self._is_busy():
            await asyncio.sleep(0.003)

    async def waits_for_the_pace(self) -> bool:
        """Something may go, everybody is at rest once the desk has answered, and still it does not: only time helps."""
        return await self._pending() and not self._is_busy()

    def _is_busy(self) -> bool:
        return self._working or self._fresh.is_set() or not self.delivery.at_rest

    async def _pending(self) -> bool:
        return await self.on_desk(self.desk.has_pending, self.clock.now())

    async def _worker(self) -> None:
        while True:
            await self._fresh.wait()
            self._working = True
            try:
                self._fresh.clear()
                await self._work()
            except BaseException:
                self._fresh.set()  # what was kept is still there
                raise
            finally:
                self._working = False

    async def _work(self) -> None:
        while (done := await self.on_desk(self.desk.work, self.clock.now())).handled:
            self.delivery.answer(done.answers)
            self.pulse.beat("heartbeat")  # a long way to go is no standstill
        await self.beat()

    async def _stay(self, lead: Lead) -> None:
        """The server hears that the leader lives, or the leader that it leads no more. What others kept is done."""
        while not lead.is_lost:
            try:
                await self.on_desk(lead.ask)
                if hasattr(self, "desk") and await self._pending():
                    self._fresh.set()
            except Exception as error:  # noqa: BLE001 - whatever it was, somebody has to see when the lead is lost
                log.warning("the records did not answer (%s)", type(error).__name__)
            await asyncio.sleep(ASK_SECONDS)
        self.lost.set()

    async def _heartbeat(self) -> None:
        self.pulse.beat("heartbeat")
        self._alarm()
        try:
            await self._work()
        except asyncio.CancelledError:
            return  # the house is being left; what the desk has begun it ends
        except Exception as error:  # noqa: BLE001 - whatever it was, the next one comes
            log.error("the heartbeat stumbled; the next one is in %s s: %s", BEAT_SECONDS, where(error))

    def _alarm(self) -> None:
        """Said once, and once more when it is over."""
        wrong, before = self.drift.wrong, self._wrong
        self._wrong = wrong is not None
        if wrong is not None and not before:
            log.error("the clock is %.0f s ahead of Telegram's; nothing is escalated meanwhile", wrong.total_seconds())
        elif before and wrong is None:
            log.warning("the clock is right again")


async def _for_ever(name: str, loop: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """A loop that no exception ends: it is reported, and after a moment the loop goes on."""
    while True:
        try:
            await loop()
            return
        except LeadLost:  # the house is being left
            await asyncio.sleep(STUMBLE_SECONDS)
        except (Exception, asyncio.CancelledError) as error:
            task = asyncio.current_task()
            if task is not None and task.cancelling():
                raise  # the house is being left; any other cancellation was of something that it waited for
            log.error("%s stumbled; it goes on in %s s: %s", name, STUMBLE_SECONDS, where(error))
            await asyncio.sleep(STUMBLE_SECONDS)
