import asyncio
import json
from collections.abc import Callable
from secrets import token_hex
from typing import Any
from urllib.parse import quote

from aiohttp import web

from sandbox.bell import Bell
from sandbox.clock import ClockButtons
from sandbox.errors import Refused
from sandbox.hooks import Hooks
from sandbox.page_asked import asked_for, number, place, refusable
from sandbox.page_view import PageView
from sandbox.telegram import Telegram

Json = dict[str, Any]
# A page that is told ten times a second can't be read; a quiet one asks for the time now and then.
NOT_MORE_OFTEN = 0.15
QUIET = 15
ANSWER_WITHIN = 15
# Only these are shown in place; anything else that was sent is downloaded, never run.
PICTURES = ("image/png", "image/jpeg", "image/gif")


class PageApi:
    """What the page asks and does, as JSON under /api."""

    def __init__(
        self,
        telegram: Callable[[], Telegram],
        worlds: Callable[[], int],
        hooks: Hooks,
        clock: ClockButtons,
        bell: Bell,
    ) -> None:
        self._telegram = telegram
        self._worlds = worlds
        self._clock = clock
        self._bell = bell
        self._process = token_hex(4)
        self._view = PageView(telegram, hooks, clock)

    def routes(self) -> list[web.RouteDef]:
        asks = {"look": self.look, "earlier": self.earlier, "events": self.events}
        does = {
            **{"say": self.say, "edit": self.edit, "press": self.press, "upload": self.upload, "seen": self.seen},
            **{"forward": self.forward, "react": self.react, "pin": self.pin, "unpin": self.unpin, "act": self.act},
        }
        return [
            *(web.get(f"/api/{name}", refusable(handler)) for name, handler in asks.items()),
            *(web.post(f"/api/{name}", refusable(handler)) for name, handler in does.items()),
            web.get("/api/file/{id}", self.file),
        ]

    async def look(self, request: web.Request) -> web.Response:
        """`panes` is a list of person.chat.since, apart by commas."""
        panes = []
        for pane in filter(None, request.query.get("panes", "").split(",")):
            parts = dict(zip(("person", "chat", "since"), pane.split("."), strict=False))
            panes.append((number(parts, "person"), number(parts, "chat"), number(parts, "since", 0)))
        return web.json_response(await self._view.look(panes) | {"world": self._world()})

    async def earlier(self, request: web.Request) -> web.Response:
        person, chat = number(request.query, "person"), number(request.query, "chat")
        return web.json_response(self._view.earlier(person, chat, number(request.query, "before")))

    async def events(self, request: web.Request) -> web.StreamResponse:
        """A line whenever something changed anywhere, and now and then without cause."""
        stream = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await stream.prepare(request)
        while not self._bell.stopped:
            rings = self._bell.rings
            told = {"world": self._world(), "version": self._telegram().world.messages.version()}
            try:
                await stream.write(f"data: {json.dumps(told)}\n\n".encode())
            except ConnectionError:
                break
            await asyncio.sleep(NOT_MORE_OFTEN)
            if rings == self._bell.rings:
                await self._bell.wait(QUIET)
        return stream

    async def say(self, request: web.Request) -> web.Response:
        asked = await asked_for(request)
        text, reply_to = str(asked.get("text", "")), asked.get("reply_to")
        message = self._telegram().says(number(asked, "person"), number(asked, "chat"), text, reply_to)
        return web.json_response({"message_id": message["message_id"]})

    async def edit(self, request: web.Request) -> web.Response:
        asked = await asked_for(request)
        person, chat, message_id = place(asked)
        self._telegram().edits(person, chat, message_id, str(asked.get("text", "")))
        return web.json_response({})

    async def press(self, request: web.Request) -> web.Response:
        """Answers with what the bot answered to the press, null if nothing came in time."""
        asked, telegram = await asked_for(request), self._telegram()
        person, chat, message_id = place(asked)
        query = telegram.presses(person, chat, message_id, str(asked.get("data", "")))
        loop = asyncio.get_running_loop()
        until = loop.time() + ANSWER_WITHIN
        while (answer := telegram.answer_to(query)) is None and loop.time() < until and not self._bell.stopped:
            await self._bell.wait(until - loop.time())
        return web.json_response({"answer": answer})

    async def upload(self, request: web.Request) -> web.Response:
        """One file, or several as an album."""
        form = await request.post()
        fields = [field for field in form.getall("file", []) if isinstance(field, web.FileField)]
        if not fields:
            raise Refused("there is no file")
        person, chat = number(form, "person"), number(form, "chat")
        caption, photo = str(form.get("caption", "")), form.get("photo") == "1"
        reply_to, telegram = number(form, "reply_to", 0) or None, self._telegram()
        files = [(field.filename, field.file.read()) for field in fields]
        if len(files) == 1:
            name, content = files[0]
            sent = telegram.sends_file(person, chat, name, content, caption=caption, photo=photo, reply_to=reply_to)
        else:
            sent = telegram.sends_album(person, chat, files, caption=caption, photos=photo, reply_to=reply_to)[0]
        return web.json_response({"message_id": sent["message_id"]})

    async def forward(self, request: web.Request) -> web.Response:
        """A message of `chat` into the chat `to`."""
        asked = await asked_for(request)
        person, chat, message_id = place(asked)
        message = self._telegram().forwards(person, number(asked, "to"), chat, message_id)
        return web.json_response({"message_id": message["message_id"]})

    async def react(self, request: web.Request) -> web.Response:
        """Without an emoji the reaction is taken away."""
        asked = await asked_for(request)
        self._telegram().reacts(*place(asked), str(asked.get("emoji") or "") or None)
        return web.json_response({})

    async def pin(self, request: web.Request) -> web.Response:
        self._telegram().pins(*place(await asked_for(request)))
        return web.json_response({})

    async def unpin(self, request: web.Request) -> web.Response:
        self._telegram().unpins(*place(await asked_for(request)))
        return web.json_response({})

    async def seen(self, request: web.Request) -> web.Response:
        asked = await asked_for(request)
        self._telegram().has_seen(*place(asked))
        return web.json_response({})

    async def act(self, request: web.Request) -> web.Response:
        """What people do to chats; `person` does it to `chat`."""
        asked, telegram = await asked_for(request), self._telegram()
        person, chat = number(asked, "person"), number(asked, "chat", 0)
        acts: dict[str, Callable[[], int | None]] = {
            "block": lambda: telegram.blocks(person),
            "unblock": lambda: telegram.unblocks(person),
            "add-bot": lambda: telegram.adds_bot(person, chat),
            "remove-bot": lambda: telegram.removes_bot(person, chat),
            "promote-bot": lambda: telegram.promotes_bot(person, chat),
            "upgrade": lambda: telegram.migrates(chat, person),
            "new-group": lambda: telegram.new_group(str(asked.get("title", "")), person),
            "invite": lambda: telegram.adds_member(number(asked, "whom"), chat, person),
            "join": lambda: telegram.adds_member(person, chat),
            "leave": lambda: telegram.removes_member(person, chat),
        }
        if asked.get("act") not in acts:
            raise Refused("there is no such act")
        return web.json_response({"chat": acts[asked["act"]]() or chat})

    async def file(self, request: web.Request) -> web.Response:
        found = self._telegram().world.files.open(request.match_info["id"])
        if found is None:
            raise web.HTTPNotFound
        name, mime, content = found
        how = "inline" if mime in PICTURES else "attachment"
        headers = {"Content-Disposition": f"{how}; filename*=UTF-8''{quote(name)}"}
        kind = mime if mime in PICTURES else "application/octet-stream"
        return web.Response(body=content, content_type=kind, headers=headers)

    def _world(self) -> str:
        """Changes with the process and with each new world: numbers of another one mean nothing."""
        return f"{self._process}-{self._worlds()}"
