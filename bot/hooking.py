"""Telegram is told where to bring updates, and looked after whether it still knows."""

import asyncio
import logging

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.gate import Gate
from bot.intake import KINDS
from bot.pulse import Pulse
from bot.tongue import t

log = logging.getLogger(__name__)
CONNECTIONS = 8  # that Telegram may open at once: each update is a commit of its own
LOOK_SECONDS = 50


class Refused(Exception):
    """One line for the terminal: Telegram does not bring anything there."""


class Hooking:
    """By the one that leads, once it listens there."""

    def __init__(self, bot: Bot, gate: Gate, pulse: Pulse) -> None:
        self._bot, self._gate, self._pulse = bot, gate, pulse

    async def begin(self) -> None:
        """Refused where Telegram does not take the address."""
        try:
            await self._set()
        except BadRequest as error:
            said = t("DUBAN_WEBHOOK_URL: {url} is not taken by Telegram ({reason})", url=self._gate.url, reason=error)
            raise Refused(said) from error

    async def run(self) -> None:
        """Looks now and then whether Telegram is there, and still knows where to bring them."""
        while True:
            self._pulse.beat("poller")
            try:
                await self._look()
                self._pulse.beat("poll")
            except TelegramError as error:
                log.warning("Telegram cannot be asked about the webhook (%s)", type(error).__name__)
            await asyncio.sleep(LOOK_SECONDS)

    async def _set(self) -> None:
        await self._bot.set_webhook(
            self._gate.url,
            secret_token=self._gate.secret,
            allowed_updates=KINDS,
            max_connections=CONNECTIONS,
        )

    async def _look(self) -> None:
        info = await self._bot.get_webhook_info()
        if info.url != self._gate.url:
            log.warning("Telegram had another webhook, or none; it is set again")
            await self._set()
        elif info.last_error_message and info.pending_update_count:
            log.warning("Telegram cannot bring updates: %s", info.last_error_message)
