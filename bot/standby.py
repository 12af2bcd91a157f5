"""While another bot leads: what Telegram brings is kept for it, and whoever asks hears that this one stands by."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from aiohttp import web
from sqlalchemy import Engine

from bot.app import make_desk
from bot.clock import Clock
from bot.desk import Desk
from bot.gate import Gate
from bot.hook import Hook
from bot.listening import Deaf, listen
from bot.settings import Settings
from bot.vault.journal import Journal
from bot.watch import HOST

log = logging.getLogger(__name__)


class Standby:
    """It keeps and does nothing else: the leader looks every few seconds for what others have kept. It tells the
    journal of it as the leader would.

    On one machine with the leader the ports are the leader's; then nothing is brought here, and nobody asks.
    """

    def __init__(
        self,
        database: Engine,
        settings: Settings,
        secret: bytes,
        clock: Clock,
        gate: Gate | None,
        journal: Journal | None = None,
    ) -> None:
        self._database, self._settings, self._secret, self._clock = database, settings, secret, clock
        self._journal = journal
        self._hook = Hook(gate, self._keep) if gate else None
        self._thread = ThreadPoolExecutor(1, "standby")
        self._desk: Desk | None = None
        self._watch: web.AppRunner | None = None
        self._reached = True

    async def start(self) -> None:
        for begin in (self._answer, self._listen):
            try:
                await begin()
            except Deaf as deaf:
                log.warning("%s; standing by without it", deaf)

    async def _answer(self) -> None:
        if self._settings.watch.port:
            application = web.Application()
            application.router.add_get("/healthz", self._healthz)
            self._watch = await listen(application, HOST, self._settings.watch.port, "watch.port")

    async def _listen(self) -> None:
        if self._hook:
            await self._hook.open()

    async def stop(self) -> None:
        if self._hook:
            await self._hook.close()
        if self._watch is not None:
            await self._watch.cleanup()
        await asyncio.get_running_loop().run_in_executor(self._thread, self._leave)
        self._thread.shutdown()

    async def _keep(self, raws: list[dict[str, Any]]) -> None:
        await asyncio.get_running_loop().run_in_executor(self._thread, self._write, raws)

    def _write(self, raws: list[dict[str, Any]]) -> None:
        if self._desk is None:  # the server may have been away at the start
            self._desk = make_desk(self._database, self._settings, self._secret, "", self._journal)
        self._desk.keep(raws, self._clock.now())

    def _leave(self) -> None:
        if self._desk is not None:
            self._desk.close()

    def tell(self, reached: bool) -> None:
        """Whether the records answered just now: where they do not, nobody leads, and nobody is well."""
        self._reached = reached

    async def _healthz(self, request: web.Request) -> web.Response:
        wrong = [] if self._reached else ["records"]
        return web.json_response({"ok": not wrong, "standing_by": True, "wrong": wrong}, status=503 if wrong else 200)
