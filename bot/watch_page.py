"""What whoever asks on this machine how the bot is reads there."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.vitals import Vitals

METRICS = "text/plain; version=0.0.4"


def pages(look: Callable[[], Awaitable[Vitals]]) -> web.Application:
    async def healthz(request: web.Request) -> web.Response:
        found = await look()
        return web.json_response(found.health(), status=503 if found.wrong else 200)

    async def metrics(request: web.Request) -> web.Response:
        return web.Response(body=(await look()).metrics().encode(), headers={"Content-Type": METRICS})

    application = web.Application()
    application.router.add_get("/healthz", healthz)
    application.router.add_get("/metrics", metrics)
    return application
