"""Plays everybody but one on a running house: they read their chats and answer there, as people do."""

import heapq
import logging
from collections.abc import Callable
from datetime import datetime
from itertools import count
from typing import Any

from bot.buttons import SHAPE
from bot.clock import Clock
from bot.desk import Desk
from bot.player import Manner, Player, Seen
from bot.world import World
from sandbox.errors import Refused
from sandbox.telegram import Telegram

log = logging.getLogger(__name__)
Act = Callable[[], None]


class Others:
    """Everything here runs on the desk's thread: the player looks into the records as it thinks."""

    def __init__(self, desk: Desk, clock: Clock, telegram: Telegram) -> None:
        self._desk, self._telegram = desk, telegram
        self.clock = clock
        self.manner: Manner | None = None
        self.held = 0
        self._player: Player | None = None
        self._acts: list[tuple[datetime, int, Act]] = []
        self._numbers = count()
        self._version = 0

    def play(self, manner: Manner | None, held: int) -> None:
        """`held` is the chat of whoever is not played; without a manner nobody is. What they were about to do is
        forgotten; what stands in front of each of them they take up again."""
        self.manner, self.held, self._acts = manner, held, []
        self._player = Player(self, self._desk, World(self._telegram), lambda unit: manner) if manner else None
        self._version = self._telegram.world.messages.version()
        newest: dict[int, Seen] = {}
        for message in self._telegram.world.messages.news_in_private(0) if manner else ():
            if (found := seen(message)).buttons:
                newest[found.chat] = found
        self._show(list(newest.values()))

    def later(self, at: datetime, act: Act) -> None:
        heapq.heappush(self._acts, (at, next(self._numbers), act))

    def due(self) -> datetime | None:
        """When the next of them will do something."""
        return self._acts[0][0] if self._acts else None

    def turn(self) -> bool:
        """They look at what is new and do what they wanted to do by now; whether anybody did anything."""
        if self._player is None:
            return False
        news = self._telegram.world.messages.news_in_private(self._version)
        self._version = self._telegram.world.messages.version()
        self._show([seen(message) for message in news])
        acted = False
        while self._acts and self._acts[0][0] <= self.clock.now():
            acted = True
            try:
                heapq.heappop(self._acts)[2]()
            except Refused as refused:  # the message has changed under their hands, or they have blocked the bot
                log.info("somebody who is played could not act: %s", refused)
        return acted

    def _show(self, messages: list[Seen]) -> None:
        for message in messages:
            if self._player and message.chat != self.held:
                self._player.see(message)


def seen(message: dict[str, Any]) -> Seen:
    """A message of the sandbox as its reader sees it."""
    buttons = []
    for row in message.get("reply_markup", {}).get("inline_keyboard", ()):
        for button in row:
            if match := SHAPE.fullmatch(button.get("callback_data", "")):
                buttons.append((match[1], match[2], button["callback_data"]))
    return Seen(message["chat"]["id"], message["message_id"], tuple(buttons))
