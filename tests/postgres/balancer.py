"""The one address of several bots: whatever Telegram brings goes to any of them, led or standing by."""

import random
import re
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
from aiohttp import web

from bot.hook import HEADER
from bot.settings import HOME

SECRET = "canary-of-the-replicas-hook"  # and the name of a folder: another storm's bot may listen where one was killed
STRANGER = 403  # what one says who knows no such secret
ANSWER_WITHIN = 1.0  # seconds: one that is stopped holds up nobody
PORT = re.compile(r"^(port = )8082$", re.MULTILINE)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@dataclass
class Balancer:
    """`standing_by` counts what was taken by one that did not lead."""

    folder: Path
    chance: random.Random
    leads: Callable[[], str] = str
    standing_by: int = 0
    _ports: dict[str, int] = field(default_factory=dict)

    async def open(self) -> None:
        application = web.Application()
        application.router.add_post("/hook", self._bring)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self._url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/hook"
        self._client = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_WITHIN))

    async def close(self) -> None:
        await self._client.close()
        await self._runner.cleanup()

    def env(self, name: str) -> dict[str, str]:
        """With a port of its own to listen on, as on a machine of its own."""
        self._ports[name] = free_port()
        shipped, count = PORT.subn(rf"\g<1>{self._ports[name]}", (HOME / "config.toml").read_text(encoding="utf-8"))
        assert count == 1
        config = self.folder / f"{name}.toml"
        config.write_text(shipped, encoding="utf-8")
        return {"DUBAN_WEBHOOK_URL": self._url, "DUBAN_WEBHOOK_SECRET": self.secret, "DUBAN_CONFIG": str(config)}

    @property
    def secret(self) -> str:
        return f"{SECRET}-{self.folder.name}"

    @property
    def urls(self) -> list[str]:
        """Of each of the bots by itself."""
        return [self._behind(name) for name in self._ports]

    def _behind(self, name: str) -> str:
        return f"http://127.0.0.1:{self._ports[name]}/hook"

    async def _bring(self, request: web.Request) -> web.Response:
        """To one that listens; what it does not take in time Telegram brings again, perhaps to another."""
        body, headers = await request.read(), {HEADER: request.headers.get(HEADER, "")}
        for name in self.chance.sample(list(self._ports), len(self._ports)):
            try:
                async with self._client.post(self._behind(name), data=body, headers=headers) as answer:
                    if answer.status == STRANGER:
                        continue
                    self.standing_by += answer.status == 200 and name != self.leads()
                    return web.Response(status=answer.status)
            except aiohttp.ClientConnectorError:
                continue  # killed, or not up yet
            except (aiohttp.ClientError, TimeoutError):
                break
        return web.Response(status=502)
