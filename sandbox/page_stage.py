from collections.abc import Callable

from aiohttp import web

from sandbox.clock import ClockButtons
from sandbox.coping import coping
from sandbox.errors import Refused
from sandbox.hooks import Hooks
from sandbox.page_asked import asked_for, number, refusable
from sandbox.page_view import PageView
from sandbox.telegram import Telegram

MANNERS = ("off", "on-time", "late", "none")
# What can be asked for on the page, as (kind, parameters).
MISFORTUNES = {
    "429": ("429", {"retry_after": 3}),
    "500": ("500", None),
    "lost": ("reset-before", None),
    "lost-after": ("reset-after", None),
    "timeout": ("hang-after", None),
}
SPOKEN = "send*|edit*"  # of whatever says something in a chat
MOST = 20


class PageStage:
    """What the page does behind the scene: the clock, the people that are played, misfortunes, the tour."""

    def __init__(self, telegram: Callable[[], Telegram], hooks: Hooks, clock: ClockButtons) -> None:
        self._telegram = telegram
        self._hooks = hooks
        self._clock = clock
        self._view = PageView(telegram, hooks, clock)

    def routes(self) -> list[web.RouteDef]:
        """What sets out on a journey answers at once; that it goes on shows in `busy`."""
        asks = {"agenda": self.agenda, "coping": self.coping}
        does = {"clock": self.clock, "empty": self.empty, "others": self.others, "fault": self.fault, "tour": self.tour}
        return [
            *(web.get(f"/api/{name}", refusable(handler)) for name, handler in asks.items()),
            *(web.post(f"/api/{name}", refusable(handler)) for name, handler in does.items()),
        ]

    async def agenda(self, request: web.Request) -> web.Response:
        return web.json_response(await self._view.agenda())

    async def coping(self, request: web.Request) -> web.Response:
        queue = {} if self._hooks.busy() else await self._hooks.queue()
        return web.json_response(coping(self._telegram()) | {"queue": queue})

    async def clock(self, request: web.Request) -> web.Response:
        await self._clock.press(str((await asked_for(request)).get("to", "")))
        return web.json_response({}, status=202)

    async def empty(self, request: web.Request) -> web.Response:
        await asked_for(request)
        self._clock.begin(self._hooks.start_empty)
        return web.json_response({}, status=202)

    async def tour(self, request: web.Request) -> web.Response:
        """`do` is begin or leave."""
        ways = {"begin": self._hooks.begin_tour, "leave": self._hooks.leave_tour}
        self._clock.begin(ways.get(str((await asked_for(request)).get("do"))))
        return web.json_response({}, status=202)

    async def others(self, request: web.Request) -> web.Response:
        """`manner` is on-time, late, none or off; `held` is the one who is not played."""
        asked = await asked_for(request)
        if asked.get("manner") not in MANNERS or self._hooks.play is None:
            raise Refused("nobody is played so")
        if self._clock.busy:
            raise Refused("the clock is moving already")
        await self._hooks.play(asked["manner"], number(asked, "held", 0))
        return web.json_response({})

    async def fault(self, request: web.Request) -> web.Response:
        """`kind` meets the next `times` messages of the bot; none takes back what is still to come."""
        asked = await asked_for(request)
        faults, times = self._telegram().faults, number(asked, "times", 1)
        if asked.get("kind") == "none":
            faults.clear()
        elif asked.get("kind") in MISFORTUNES and 1 <= times <= MOST:
            kind, parameters = MISFORTUNES[asked["kind"]]
            faults.add(SPOKEN, kind, times, parameters=parameters)
        else:
            raise Refused("there is no such misfortune")
        self._telegram().world.tell()
        return web.json_response({})
