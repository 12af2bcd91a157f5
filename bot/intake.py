"""Updates in: polled without an offset at the start, kept first, confirmed by asking for the next ones."""

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot import door
from bot.clock import Clock
from bot.delivery import OnDesk
from bot.desk import Desk
from bot.wire import Wire

log = logging.getLogger(__name__)
KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]
POLL_SECONDS = 50
BACKOFF = (1, 2, 5, 10, 30, 60)  # seconds, the last one for ever


class Intake:
    """Nothing about the place in the queue is stored: the unique update number drops repeats."""

    def __init__(
        self, wire: Wire, address: str, desk: Desk, on_desk: OnDesk, clock: Clock, fresh: Callable[[], None]
    ) -> None:
        self._wire, self._address, self._desk, self._on_desk, self._clock = wire, address, desk, on_desk, clock
        self._fresh = fresh
        self._offset: int | None = None

    async def run(self) -> None:
        failures = 0
        while True:
            try:
                await self.poll()
                failures = 0
            except InvalidToken:
                log.error("Telegram does not accept the token; asked again in %s s", BACKOFF[-1])
                await asyncio.sleep(BACKOFF[-1])
            except RetryAfter:
                await asyncio.sleep(BACKOFF[2])
            except Exception as error:  # noqa: BLE001 - whatever it was, the bot must not go deaf
                wait = BACKOFF[min(failures, len(BACKOFF) - 1)]
                failures += 1
                self._report(error, wait)
                await asyncio.sleep(wait)

    async def poll(self) -> None:
        """One long poll. What came is committed before the next one tells Telegram so."""
        query: dict[str, Any] = {"timeout": POLL_SECONDS, "allowed_updates": json.dumps(KINDS)}
        if self._offset is not None:
            query["offset"] = self._offset
        url = f"{self._address}/getUpdates?{urlencode(query)}"
        raws = await self._wire.post(url, read_timeout=POLL_SECONDS + 15)
        if not isinstance(raws, list) or not raws:
            return
        numbers = [number for raw in raws if (number := door.number(raw)) is not None]
        if not numbers:
            raise ValueError("no update has a number")
        await self._on_desk(self._desk.keep, raws, self._clock.now())
        self._offset = max(numbers) + 1
        self._fresh()

    def _report(self, error: Exception, wait: int) -> None:
        if isinstance(error, Conflict) and "webhook" in error.message.lower():
            log.error("a webhook is set for this token and takes the updates; asked again in %s s", wait)
        elif isinstance(error, Conflict):
            log.error("another bot is polling with the same token; asked again in %s s", wait)
        elif isinstance(error, TelegramError):
            log.warning("Telegram cannot be reached (%s); asked again in %s s", type(error).__name__, wait)
        else:
            log.error("intake stumbled, asked again in %s s", wait, exc_info=error)
