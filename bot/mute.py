"""The desk's own bot cannot speak: it knows its name, and every other call is refused by name."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

from telegram.ext import ApplicationBuilder, ContextTypes
from telegram.request import BaseRequest, RequestData

from bot.context import Context, Desktop
from bot.handlers import HANDLERS


class Mute(BaseRequest):
    def __init__(self, username: str) -> None:
        me = {"id": 1, "is_bot": True, "first_name": "Duban", "username": username}
        self._me = json.dumps({"ok": True, "result": me}).encode()

    @property
    def read_timeout(self) -> float:
        return 0.0

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: object, **named: object
    ) -> tuple[int, bytes]:
        called = url.rpartition("/")[2]
        if called != "getMe":
            raise RuntimeError(f"{called} on the desk: handlers say things with context.say")
        return 200, self._me


def desktop(username: str) -> Desktop:
    """The library's application with all handlers, started and mute."""
    app = (
        ApplicationBuilder()
        .application_class(Desktop)
        .token("1:mute")
        .request(Mute(username))
        .get_updates_request(Mute(username))
        .updater(None)
        .job_queue(None)
        .context_types(ContextTypes(context=Context))
        .build()
    )
    app.add_handlers(HANDLERS)
    # the library gathers its start on a loop; one of its own, since the caller's may be running
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, app.initialize()).result()
    return app  # type: ignore[return-value]
