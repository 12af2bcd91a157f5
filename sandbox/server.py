import errno
from pathlib import Path

from aiohttp import web

from sandbox.bell import Bell
from sandbox.clock import ClockButtons
from sandbox.courier import Courier
from sandbox.errors import PortTaken
from sandbox.gateway import Gateway
from sandbox.guard import guard
from sandbox.hooks import Hooks
from sandbox.limits import UPLOAD_BYTES
from sandbox.page_api import PageApi
from sandbox.page_stage import PageStage
from sandbox.telegram import Telegram

__all__ = ["PortTaken", "Sandbox"]

PAGE = Path(__file__).parent / "page"
# Besides the file itself a form has its other fields.
LARGEST_REQUEST = UPLOAD_BYTES + (1 << 20)
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'",
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


class Sandbox:
    """The world on a port: the Bot API for the bot, the page for people."""

    def __init__(self, telegram: Telegram, hooks: Hooks) -> None:
        self._telegram = telegram
        self._hooks = hooks
        self._bell: Bell | None = None
        self._runner: web.AppRunner | None = None
        self._clock = ClockButtons(hooks, self._ring)
        self._worlds = 1
        self._courier: Courier | None = None

    @property
    def telegram(self) -> Telegram:
        return self._telegram

    @telegram.setter
    def telegram(self, other: Telegram) -> None:
        """Polls of the world before end empty; the page begins anew."""
        self._leave(self._telegram)
        self._telegram = other
        self._worlds += 1
        other.world.listeners.append(self._ring)
        self._ring()

    async def start(self, host: str = "127.0.0.1", port: int = 8081) -> str:
        """Returns the address, like http://127.0.0.1:8081; port 0 takes a free one."""
        self._bell = Bell()
        self._runner = web.AppRunner(self._application(self._bell), access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, host, port).start()
        except OSError as error:
            await self.stop()
            if error.errno == errno.EADDRINUSE:
                raise PortTaken(port) from None
            raise
        self._telegram.world.listeners.append(self._ring)
        self._courier = Courier(lambda: self._telegram, self._bell)
        self._courier.start()
        return f"http://{host}:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        self._leave(self._telegram)
        await self._clock.stop()
        if self._courier is not None:
            await self._courier.stop()
        if self._bell is not None:
            self._bell.stop()
        if self._runner is not None:
            await self._runner.cleanup()
        self._bell = self._runner = None

    def _application(self, bell: Bell) -> web.Application:
        application = web.Application(middlewares=[guard], client_max_size=LARGEST_REQUEST)
        application.add_routes(Gateway(lambda: self._telegram, bell).routes())
        page = PageApi(lambda: self._telegram, lambda: self._worlds, self._hooks, self._clock, bell)
        application.add_routes(page.routes())
        application.add_routes(PageStage(lambda: self._telegram, self._hooks, self._clock).routes())
        application.router.add_get("/", _front)
        application.router.add_get("/typeface", self._typeface)
        application.router.add_static("/page", PAGE)
        application.on_response_prepare.append(self._add_headers)
        return application

    async def _typeface(self, request: web.Request) -> web.StreamResponse:
        if self._hooks.typeface is None:
            raise web.HTTPNotFound
        # two megabytes that never change
        return web.FileResponse(self._hooks.typeface, headers={"Cache-Control": "max-age=604800"})

    async def _add_headers(self, request: web.Request, response: web.StreamResponse) -> None:
        response.headers["Date"] = self._telegram.world.date()  # by the clock of this world
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)

    def _ring(self) -> None:
        if self._bell is not None:
            self._bell.ring()

    def _leave(self, telegram: Telegram) -> None:
        if self._ring in telegram.world.listeners:
            telegram.world.listeners.remove(self._ring)


async def _front(request: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html")
