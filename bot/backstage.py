"""Behind the sandbox's page while a house runs: its clock, the people who are played, what the page is told."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from bot import cast, tour
from bot.agenda import agenda
from bot.app import House
from bot.clock import MovableClock
from bot.lived_in import come_in
from bot.others import Others
from bot.player import Manner
from bot.translator import Translator
from db.queries import outbox
from sandbox.hooks import Event, Part, Step
from sandbox.telegram import Telegram
from services import rooms
from services.office import Office

log = logging.getLogger(__name__)
T = TypeVar("T")
LOOK_SECONDS = 0.3  # how soon those who are played see what is new
MANNERS: dict[str, Manner | None] = {"off": None, "on-time": "on-time", "late": "late", "none": "none"}


class Backstage:
    """`words` has a translator for each language of the page, by the page's name of it."""

    def __init__(
        self, house: House, telegram: Telegram, clock: MovableClock, words: dict[str, Translator], *, touring: bool
    ) -> None:
        self._house, self._telegram, self._clock, self._words = house, telegram, clock, words
        self._touring = touring
        self._others = Others(house.desk, clock, telegram)
        self._watching = asyncio.create_task(self._watch(), name="others")

    async def stop(self) -> None:
        """The people first, then the house."""
        self._watching.cancel()
        await asyncio.gather(self._watching, return_exceptions=True)
        await self._house.stop()

    async def ask(self, use: Callable[[Office], Any]) -> Any:
        """A use case, or a look into the records, on the thread that thinks."""
        return await self._house.on_desk(self._house.desk.call, use, self._clock.now(), "sandbox")

    async def _in_each_language(self, use: Callable[[Office, Translator], list[T]]) -> dict[str, list[T]]:
        words = self._words

        def told(office: Office) -> dict[str, list[T]]:
            return {page: use(office, t) for page, t in words.items()}

        found: dict[str, list[T]] = await self.ask(told)
        return found

    # the clock

    async def next_event(self) -> datetime | None:
        return await self._house.next_due()

    async def next_morning(self) -> datetime:
        def morning(office: Office) -> datetime:
            return office.rules.hours.opening(office.calendar.shift(office.today, 1))

        found: datetime = await self.ask(morning)
        return found

    async def agenda(self) -> list[Event]:
        told = await self._in_each_language(agenda)
        return [
            Event(at, {page: lines[place][1] for page, lines in told.items()})
            for place, (at, _) in enumerate(told["zh"])
        ]

    async def move_to(self, instant: datetime) -> None:
        """Through every due instant on the way, those at which somebody who is played will act included."""
        while (due := await self._due()) and due <= instant:
            self._clock.move_to(due)
            await self._live()
        self._clock.move_to(instant)
        await self._live()

    async def _due(self) -> datetime | None:
        return min((t for t in (await self._house.next_due(), self._others.due()) if t), default=None)

    async def _live(self) -> None:
        """Until nobody has anything more to do at this moment."""
        await self._house.beat()
        await self._settled()
        while await self._turn():
            await self._settled()

    async def _settled(self) -> None:
        await self._house.quiet()
        while self._telegram.has_updates():
            await asyncio.sleep(0.003)
            await self._house.quiet()

    # everybody else

    def played(self) -> Part:
        return Part(self._others.manner or "off", self._others.held)

    async def play(self, manner: str, held: int) -> None:
        await self.ask(lambda office: self._others.play(MANNERS[manner], held))
        self._telegram.world.tell()

    async def _turn(self) -> bool:
        acted: bool = await self.ask(lambda office: self._others.turn())
        return acted

    async def _watch(self) -> None:
        """While the clock runs by itself, too, those who are played look at their chats."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                if self._others.manner:
                    await self._turn()
                if self._touring and await self.ask(tour.is_waiting):
                    await self._bring_others()
            except Exception:
                log.exception("those who are played stumbled")

    async def queue(self) -> dict[str, Any]:
        """How much waits in the bot, and for which chats."""

        def waiting(office: Office) -> dict[str, Any]:
            return outbox.unsettled(office.session) | {"chats": outbox.chats_waiting(office.session)}

        found: dict[str, Any] = await self.ask(waiting)
        return found

    # the tour

    async def steps(self) -> list[Step]:
        if not self._touring:
            return []
        group = self._telegram.group
        read = self._telegram.seen_until(await self.ask(tour.chief), group)
        told = await self._in_each_language(lambda office, t: tour.stops(office, t, read))
        return [
            Step(
                {page: stops[place].title for page, stops in told.items()},
                {page: stops[place].text for page, stops in told.items()},
                stop.person,
                group if stop.in_group else stop.person,
                stop.done,
                stop.clock,
            )
            for place, stop in enumerate(told["zh"])
        ]

    async def _bring_others(self) -> None:
        """Once the director is there everybody else comes, the group is bound, and all but the contact are played."""
        telegram = self._telegram

        def come(office: Office) -> int:
            director = come_in(office, telegram)
            office.person_id = cast.director(office).id
            rooms.bind(office, telegram.group)
            return director

        telegram.adds_bot(await self.ask(come), telegram.group)
        contact = await self.ask(lambda office: cast.FIRST_ID + tour.contact_post(office).id)
        await self.play("on-time", contact)
