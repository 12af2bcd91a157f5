import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta

from sandbox.errors import Refused
from sandbox.hooks import Hooks

# Where the buttons lead: what falls due as the office opens has just happened.
MORNING = time(9, 0)
MONDAY, SATURDAY = 0, 5
FARTHEST = timedelta(days=400)  # in one journey: a year takes its minutes
log = logging.getLogger(__name__)


class ClockButtons:
    """One journey through time at once, in the background."""

    def __init__(self, hooks: Hooks, changed: Callable[[], None]) -> None:
        self._hooks = hooks
        self._changed = changed
        self._journey: asyncio.Future[None] | None = None
        self.failed = False

    @property
    def busy(self) -> bool:
        return self._hooks.busy() or self.travelling

    @property
    def travelling(self) -> bool:
        return self._journey is not None and not self._journey.done()

    def now(self) -> datetime:
        return self._hooks.now().astimezone(self._hooks.zone)

    async def next_event(self) -> datetime | None:
        event = None if self.busy else await self._hooks.next_event()
        return None if event is None else event.astimezone(self._hooks.zone)

    async def press(self, button: str) -> None:
        """next-event, next-morning, next-monday, a day (2026-12-03) or an instant (2026-12-03T17:30:00+08:00); stop
        ends a journey where it is."""
        if button == "stop":
            return await self.stop()
        self._must_rest()
        target = await self._target(button)
        if target is None:
            raise Refused("nothing lies ahead")
        self.set_out(self._hooks.move_to(target))

    def set_out(self, journey: Awaitable[None]) -> None:
        """Whatever else takes the world elsewhere goes this way, too."""
        self.failed = False
        self._journey = asyncio.ensure_future(journey)
        self._journey.add_done_callback(self._arrived)
        self._changed()

    def begin(self, journey: Callable[[], Awaitable[None]] | None) -> None:
        if journey is None:
            raise Refused("that is not offered here")
        self._must_rest()
        self.set_out(journey())

    async def stop(self) -> None:
        if self._journey is not None and not self._journey.done():
            self._journey.cancel()
            await asyncio.wait([self._journey])

    def _must_rest(self) -> None:
        if self.busy:
            raise Refused("the clock is moving already")

    async def _target(self, button: str) -> datetime | None:
        today = self.now().date()
        match button:
            case "next-event":
                return await self._hooks.next_event()
            case "next-morning":
                return await self._hooks.next_morning() if self._hooks.next_morning else self._morning(_workday(today))
            case "next-monday":
                return self._morning(today + timedelta(days=(MONDAY - today.weekday() - 1) % 7 + 1))
        target = self._named(button)
        if not self.now() < target <= self.now() + FARTHEST:
            raise Refused("the clock goes ahead alone, by a year at most")
        return target

    def _named(self, button: str) -> datetime:
        try:
            if len(button) == len("2026-12-03"):
                return self._morning(date.fromisoformat(button))
            instant = datetime.fromisoformat(button)
        except ValueError:
            raise Refused("there is no such button") from None
        return instant if instant.tzinfo else instant.replace(tzinfo=self._hooks.zone)

    def _morning(self, day: date) -> datetime:
        return datetime.combine(day, MORNING, self._hooks.zone)

    def _arrived(self, journey: asyncio.Future[None]) -> None:
        if not journey.cancelled() and (error := journey.exception()) is not None:
            log.error("the clock stopped on its way", exc_info=error)
            self.failed = True
        self._changed()


def _workday(today: date) -> date:
    """Without a calendar every weekday is one."""
    ahead = today + timedelta(days=1)
    while ahead.weekday() >= SATURDAY:
        ahead += timedelta(days=1)
    return ahead
