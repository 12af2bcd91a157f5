import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone, tzinfo
from pathlib import Path

from sandbox.errors import Refused

CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")
# Where "next day" and "next Monday" lead: what falls due as the office opens has just happened.
MORNING = time(9, 0)
MONDAY = 0
log = logging.getLogger(__name__)


def _nobody_says() -> list[str]:
    return []


def _idle() -> bool:
    return False


@dataclass
class Hooks:
    """What the page needs of whoever plays behind it. `move_to` must live through every event on the way;
    `notices` are lines shown on top; `busy` says that the world is being played on and buttons should wait;
    `typeface` is the file of a Chinese one, for a reader whose machine has none."""

    now: Callable[[], datetime]
    next_event: Callable[[], Awaitable[datetime | None]]
    move_to: Callable[[datetime], Awaitable[None]]
    start_empty: Callable[[], Awaitable[None]] | None = None
    notices: Callable[[], list[str]] = _nobody_says
    busy: Callable[[], bool] = _idle
    zone: tzinfo = CHINA
    typeface: Path | None = None


class ClockButtons:
    """One journey through time at once, in the background."""

    def __init__(self, hooks: Hooks, changed: Callable[[], None]) -> None:
        self._hooks = hooks
        self._changed = changed
        self._journey: asyncio.Future[None] | None = None
        self.failed = False

    @property
    def busy(self) -> bool:
        return self._hooks.busy() or (self._journey is not None and not self._journey.done())

    def now(self) -> datetime:
        return self._hooks.now().astimezone(self._hooks.zone)

    async def next_event(self) -> datetime | None:
        event = None if self.busy else await self._hooks.next_event()
        return None if event is None else event.astimezone(self._hooks.zone)

    async def press(self, button: str) -> None:
        """next-event, next-day or next-monday."""
        if self.busy:
            raise Refused("the clock is moving already")
        target = await self._target(button)
        if target is None:
            raise Refused("nothing lies ahead")
        self._set_out(self._hooks.move_to(target))

    def start_empty(self) -> None:
        if self._hooks.start_empty is None or self.busy:
            raise Refused("the clock is moving already")
        self._set_out(self._hooks.start_empty())

    async def stop(self) -> None:
        if self._journey is not None and not self._journey.done():
            self._journey.cancel()
            await asyncio.wait([self._journey])

    async def _target(self, button: str) -> datetime | None:
        if button == "next-event":
            return await self._hooks.next_event()
        today = self.now().date()
        days = {"next-day": 1, "next-monday": (MONDAY - today.weekday() - 1) % 7 + 1}.get(button)
        if days is None:
            raise Refused("there is no such button")
        return datetime.combine(today + timedelta(days=days), MORNING, self._hooks.zone)

    def _set_out(self, journey: Awaitable[None]) -> None:
        self.failed = False
        self._journey = asyncio.ensure_future(journey)
        self._journey.add_done_callback(self._arrived)
        self._changed()

    def _arrived(self, journey: asyncio.Future[None]) -> None:
        if not journey.cancelled() and (error := journey.exception()) is not None:
            log.error("the clock stopped on its way", exc_info=error)
            self.failed = True
        self._changed()
