"""Where documents lie from the moment they are asked for until they are sent: made one at a time, off the desk."""

import asyncio
import logging
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot.logs import where
from bot.making import LARGEST, Maker, NothingThere, TooMuch
from bot.reading_room import PATIENCE
from bot.traffic import Send, WasMade
from domain.paper import Told, Wanted

log = logging.getLogger(__name__)


class Stopped(Exception):
    """The bot is being stopped: the document is made anew the next time."""


class Workshop:
    def __init__(self, maker: Maker, folder: Path) -> None:
        self._maker, self._folder = maker, folder
        self._bench = asyncio.Lock()
        self._stopped = False

    def tidy(self) -> None:
        """At the start: whatever lay here is made anew."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def stop(self) -> None:
        self._stopped = True

    def path(self, number: int) -> Path:
        """Of the document that this row sends."""
        return self._folder / str(number)

    async def make(self, send: Send, now: Callable[[], datetime], told: Told) -> WasMade | None:
        """`told` hears every two seconds how far it is. None where the bot was stopped meanwhile."""
        async with self._bench:
            try:
                return await self._make(send, now(), told)
            except Stopped:
                return None
            except NothingThere:
                return WasMade(send.outbox_id, now(), problem="nothing")
            except TooMuch as much:
                return WasMade(send.outbox_id, now(), problem="too-large", megabytes=much.megabytes)
            except Exception as error:  # noqa: BLE001 - one document must not hold up the others
                log.error("document of outbox row %s cannot be made: %s", send.outbox_id, where(error))
                return WasMade(send.outbox_id, now(), problem="given-up")

    async def _make(self, send: Send, now: datetime, told: Told) -> WasMade:
        assert send.wanted is not None
        wanted, path = Wanted(**send.wanted), self.path(send.outbox_id)
        reached = [(0, 0)]
        if self._stopped:  # before its turn came
            raise Stopped

        def heard(done: int, of: int) -> None:
            if self._stopped:
                raise Stopped
            reached[0] = done, of

        work = asyncio.create_task(asyncio.to_thread(self._maker.make, wanted, now, path, heard, LARGEST))
        while not (await asyncio.wait([work], timeout=PATIENCE))[0]:
            told(*reached[0])
        return WasMade(send.outbox_id, now, *work.result())
