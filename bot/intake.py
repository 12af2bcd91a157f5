"""Updates in: polled without an offset at the start, kept first, confirmed by asking for the next ones."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlencode

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot import door
from bot.logs import where
from bot.pulse import Pulse
from bot.wire import Wire

log = logging.getLogger(__name__)
KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]
POLL_SECONDS = 50
LEFT_BEHIND = "webhook is active"
BACKOFF = (1, 2, 5, 10, 30, 60)  # seconds, the last one for ever
Keep = Callable[[list[dict[str, Any]]], Awaitable[None]]


class Intake:
    """`keep` returns once they are committed. Nothing about the place in the queue is stored: the unique update number
    drops repeats."""

    def __init__(self, wire: Wire, address: str, keep: Keep, pulse: Pulse) -> None:
        self._wire, self._address, self._keep, self._pulse = wire, address, keep, pulse
        self._offset: int | None = None
        self._is_first = True

    async def run(self) -> None:
        failures = 0
        while True:
            self._pulse.beat("poller")
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
        try:
            raws = await self._wire.post(url, read_timeout=POLL_SECONDS + 15)
        except Conflict as error:
            if self._is_first and LEFT_BEHIND in error.message.lower():
                return await self._take_down()
            raise
        finally:
            self._is_first = False
        self._pulse.beat("poll")
        if not isinstance(raws, list) or not raws:
            return
        numbers = [number for raw in raws if (number := door.number(raw)) is not None]
        if not numbers:
            raise ValueError("no update has a number")
        await self._keep(raws)
        self._offset = max(numbers) + 1

    async def _take_down(self) -> None:
        """A webhook that was there before us is from a time when this bot did not poll."""
        log.warning("a webhook was set before this start and is taken down: this bot polls")
        await self._wire.post(f"{self._address}/deleteWebhook")

    def _report(self, error: Exception, wait: int) -> None:
        if isinstance(error, Conflict) and "webhook" in error.message.lower():
            log.error("a webhook is set for this token and takes the updates; asked again in %s s", wait)
        elif isinstance(error, Conflict):
            log.error("another bot is polling with the same token; asked again in %s s", wait)
        elif isinstance(error, TelegramError):
            log.warning("Telegram cannot be reached (%s); asked again in %s s", type(error).__name__, wait)
        else:
            log.error("intake stumbled, asked again in %s s: %s", wait, where(error))
