import hmac
import json
from collections.abc import Callable
from time import monotonic
from typing import Any

from aiohttp import web

from sandbox.bell import Bell
from sandbox.errors import ApiError, LineHangs, LineReset, bad
from sandbox.telegram import Telegram

Files = dict[str, tuple[str, bytes]]
LONGEST_POLL = 50
OTHER_POLL = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_SET = "Conflict: terminated by setWebhook request"


class Gateway:
    """The Bot API over HTTP, as a bot's library speaks it."""

    def __init__(self, telegram: Callable[[], Telegram], bell: Bell) -> None:
        self._telegram = telegram
        self._bell = bell
        self._polls = 0

    def routes(self) -> list[web.RouteDef]:
        return [
            web.route("*", "/bot{token}/{method}", self.answer),
            web.get("/file/bot{token}/{path:.+}", self.download),
        ]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        try:
            self._must_be_our_bot(request)
            params, files = await _read(request)
            result = await self._call(request.match_info["method"], params, files)
        except ApiError as error:
            return _refusal(error)
        except LineReset:
            return _cut(request)
        except LineHangs:
            return await self._hang(request)
        return web.json_response({"ok": True, "result": result})

    async def download(self, request: web.Request) -> web.StreamResponse:
        try:
            self._must_be_our_bot(request)
        except ApiError as error:
            return _refusal(error)
        content = self._telegram().download(request.match_info["path"])
        if content is None:
            return _refusal(ApiError(404, "Not Found"))
        return web.Response(body=content, content_type="application/octet-stream")

    async def _call(self, method: str, params: dict[str, Any], files: Files) -> Any:
        if method == "getUpdates":
            return await self._poll(params)
        return self._telegram().call(method, params, files)

    async def _poll(self, params: dict[str, Any]) -> Any:
        """Waits for `timeout` real seconds; a later poll ends an earlier one with 409."""
        telegram = self._telegram()
        self._polls += 1
        mine = self._polls
        self._bell.ring()
        result = telegram.call("getUpdates", params)
        until = monotonic() + min(int(params.get("timeout", 0)), LONGEST_POLL)
        while not result and monotonic() < until and not self._bell.stopped:
            await self._bell.wait(until - monotonic())
            if mine != self._polls:
                raise ApiError(409, OTHER_POLL)
            if telegram is not self._telegram():
                break  # the world was exchanged for an empty one
            if telegram.world.webhook.get():
                raise ApiError(409, WEBHOOK_SET)
            if telegram.has_updates():
                result = telegram.call("getUpdates", params)
        return result

    async def _hang(self, request: web.Request) -> web.StreamResponse:
        while not self._bell.stopped and request.transport is not None and not request.transport.is_closing():
            await self._bell.wait(1)
        return _cut(request)

    def _must_be_our_bot(self, request: web.Request) -> None:
        token = request.match_info["token"]
        if not hmac.compare_digest(token.encode(), self._telegram().token.encode()):
            raise ApiError(401, "Unauthorized")


async def _read(request: web.Request) -> tuple[dict[str, Any], Files]:
    """Arguments from the query, a form or JSON; parts that are files apart."""
    params: dict[str, Any] = dict(request.query)
    files: Files = {}
    try:
        if request.content_type == "application/json" and request.can_read_body:
            body = await request.json()
            if not isinstance(body, dict):
                raise bad("can't parse JSON object")
            return params | body, files
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[name] = (value.filename, value.file.read())
            else:
                params[name] = value
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None
    except json.JSONDecodeError:
        raise bad("can't parse JSON object") from None
    return params, files


def _refusal(error: ApiError) -> web.Response:
    if error.code == 502:  # the proxy before Telegram speaks, not Telegram
        return web.Response(status=502, text="<html><h1>502 Bad Gateway</h1></html>", content_type="text/html")
    return web.json_response(error.answer(), status=error.code)


def _cut(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
