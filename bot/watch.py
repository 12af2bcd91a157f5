"""Says how the bot is: to the service manager, to whoever asks on this machine, and to the records."""

import asyncio
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot import systemd
from bot.app import House
from bot.drift import MOST
from bot.listening import listen
from bot.pulse import Watchdog
from bot.vitals import Reader, Records, Vitals, disk_free, judge
from services import watching

if TYPE_CHECKING:
    from aiohttp import web

log = logging.getLogger(__name__)
HOST = "127.0.0.1"  # whoever is to see it from elsewhere comes through something that asks who he is
PATIENCE = 5.0  # seconds, for the records to answer


class Watch:
    """Of a house that has started. Port 0 answers nobody. `backups` is where those of every night are."""

    def __init__(self, house: House, database: Engine, folder: Path, port: int, backups: Path) -> None:
        self._house, self._folder, self._port = house, folder, port
        self._reader = Reader(database, backups)
        self._look: asyncio.Future[Records] | None = None
        self._dog = Watchdog(house.pulse)
        self._round: asyncio.Task[None] | None = None
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Deaf where the port is taken."""
        if self._port:
            from bot.watch_page import pages  # a web server, which is loaded where somebody asks

            self._runner = await listen(pages(self.vitals), HOST, self._port, "watch.port")
        self._dog.start()
        self._round = asyncio.create_task(self._note(), name="watch")
        systemd.notify("READY=1")

    async def stop(self) -> None:
        """Before the house is stopped: what it then ends has not stalled."""
        self._dog.stop()
        if self._round is not None:
            self._round.cancel()
            await asyncio.wait([self._round])
        if self._runner is not None:
            await self._runner.cleanup()

    async def vitals(self) -> Vitals:
        house = self._house
        drift = house.drift.now
        return judge(
            await self._records(),
            house.clock.now(),
            house.pulse.age("poll"),
            None if drift is None else drift.total_seconds(),
            MOST.total_seconds(),
            len(house.desk.failing),
            disk_free(self._folder),
        )

    async def _records(self) -> Records | None:
        """One look at a time: however often it is asked, and however long the records take."""
        if self._look is None or self._look.done():
            self._look = asyncio.ensure_future(asyncio.to_thread(self._reader.read, self._house.clock.now()))
        try:
            return await asyncio.wait_for(asyncio.shield(self._look), PATIENCE)
        except (TimeoutError, SQLAlchemyError) as error:
            log.error("the records do not answer (%s)", type(error).__name__)
            return None

    async def _note(self) -> None:
        """That the bot was there: the next start sees for how long it was not."""
        house = self._house
        while True:
            try:
                await house.on_desk(house.desk.alive, house.clock.now())
            except SQLAlchemyError as error:
                log.error("that the bot is there cannot be written down (%s)", type(error).__name__)
            await asyncio.sleep(watching.STEP.total_seconds())
