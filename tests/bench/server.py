"""A Bot API server that hands out prepared updates and counts what comes back; nothing more, so that it is no part of
what is measured.

`python -m tests.bench.server` prints its address. POST /scene begins a scene, GET /scene tells how it stands.
"""

import asyncio
import json
import sys
import time
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any

from aiohttp import web

from sandbox.errors import ApiError
from sandbox.limits import Pace

ME = {"id": 1, "is_bot": True, "first_name": "Duban", "username": "duban_bot"}
SAYS = ("sendMessage", "sendPhoto", "sendDocument", "editMessageText", "editMessageMedia")
BATCH = 100  # updates a poll, as Telegram's
NUMBERS = count(1_000_000)  # of updates and messages: none comes twice, whatever scene it is
Json = dict[str, Any]


@dataclass
class Scene:
    """`updates` in their order, each with the second at which it comes; one with `then` is followed by a press of the
    first button of that verb on the message that answers it, and counts as answered when that press is.

    `limits` enforces Telegram's pace, `trip` is the way there and back in seconds, of which half is on the way in.
    """

    updates: list[tuple[float, Json]] = field(default_factory=list)
    then: str = ""
    limits: bool = False
    trip: float = 0.0
    strangers: int = 0  # whoever has this number or a higher one need get no answer

    def __post_init__(self) -> None:
        self.began = time.monotonic()
        self.pace = Pace(lambda: datetime.now(UTC), self.limits)
        self.numbers = NUMBERS
        self.kept: deque[Json] = deque()
        self.place = 0
        self.open: dict[int, deque[tuple[float, bool]]] = {}
        self.took: list[float] = []
        self.said = self.refused = 0
        self.last = self.first = self.spoke = self.began

    def hand_out(self, offset: int) -> list[Json]:
        """What came by now; whatever is below the offset is confirmed."""
        while self.kept and self.kept[0]["update_id"] < offset:
            self.kept.popleft()
        now = time.monotonic()
        while len(self.kept) < BATCH and self.place < len(self.updates):
            after, update = self.updates[self.place]
            if self.began + after > now:
                break
            self._await_answer(update, max(self.began + after, self.began))
            self.kept.append(update | {"update_id": next(self.numbers)})
            self.place += 1
        return list(self.kept)[:BATCH]

    def _await_answer(self, update: Json, came: float) -> None:
        person = update["message"]["from"]["id"]
        if not self.strangers or person < self.strangers:
            self.open.setdefault(person, deque()).append((came, bool(self.then)))

    def take(self, method: str, params: Json) -> Json | bool:
        """ApiError where it is too much."""
        if method not in SAYS:
            return True
        chat = int(params["chat_id"])
        self.pace.take(chat)
        self.spoke = time.monotonic()
        self.first = self.first if self.said else self.spoke
        self.said += 1
        number = int(params.get("message_id") or next(self.numbers))
        self._answered(chat, number, params)
        message = {"message_id": number, "date": int(time.time()), "chat": {"id": chat, "type": "private"}}
        return message | {"text": params.get("text", "")}

    def _answered(self, chat: int, number: int, params: Json) -> None:
        waiting = self.open.get(chat)
        if not waiting:
            return
        came, is_pressed = waiting[0]
        if is_pressed:
            if data := self._button(params):
                waiting[0] = came, False
                self._press(chat, number, data)
            return
        waiting.popleft()
        self.last = time.monotonic()
        self.took.append(self.last - came)

    def _button(self, params: Json) -> str | None:
        rows = json.loads(params.get("reply_markup") or "{}").get("inline_keyboard", ())
        data = (button["callback_data"] for row in rows for button in row)
        return next((one for one in data if one.startswith(f"{self.then}.")), None)

    def _press(self, person: int, number: int, data: str) -> None:
        message = {"message_id": number, "date": 1, "chat": {"id": person, "type": "private"}, "text": ""}
        sender = {"id": person, "is_bot": False, "first_name": "某人"}
        query = {"id": str(number), "from": sender, "message": message, "data": data, "chat_instance": "1"}
        self.kept.append({"update_id": next(self.numbers), "callback_query": query})


class Server:
    def __init__(self) -> None:
        self.scene = Scene()

    async def begin(self, request: web.Request) -> web.Response:
        self.scene = Scene(**await request.json())
        return web.json_response({})

    async def stand(self, request: web.Request) -> web.Response:
        scene = self.scene
        told: Json = {"took": scene.took, "said": scene.said, "refused": scene.refused}
        told |= {"left": len(scene.updates) - scene.place, "saying": scene.spoke - scene.first}
        return web.json_response(told | {"seconds": scene.last - scene.began})

    async def call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        is_json = request.content_type == "application/json"
        params = {**request.query, **(await (request.json() if is_json else request.post()))}
        if method == "getMe":
            return web.json_response({"ok": True, "result": ME})
        if method == "getUpdates":
            return web.json_response({"ok": True, "result": await self._poll(params)})
        scene = self.scene
        if scene.trip:
            await asyncio.sleep(scene.trip / 2)
        try:
            answer: Json = {"ok": True, "result": scene.take(method, params)}
        except ApiError as error:
            scene.refused += 1
            answer = error.answer()
        if scene.trip:
            await asyncio.sleep(scene.trip / 2)
        return web.json_response(answer, status=answer.get("error_code", 200))

    async def _poll(self, params: Json) -> list[Json]:
        until = time.monotonic() + min(float(params.get("timeout", 0)), 50)
        while not (found := self.scene.hand_out(int(params.get("offset", 0)))) and time.monotonic() < until:
            await asyncio.sleep(0.002)
        return found


async def serve() -> None:
    server = Server()
    application = web.Application(client_max_size=1 << 30)
    application.add_routes([web.post("/scene", server.begin), web.get("/scene", server.stand)])
    application.add_routes([web.route("*", "/bot{token}/{method}", server.call)])
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(f"http://127.0.0.1:{runner.addresses[0][1]}", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    sys.exit(asyncio.run(serve()))
