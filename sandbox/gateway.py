import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Any

from aiohttp import web

from sandbox.bell import Bell
from sandbox.errors import AnswerSpoilt, ApiError, LineHangs, LineReset, bad
from sandbox.faults import OTHER_POLL
from sandbox.telegram import Telegram

Files = dict[str, tuple[str, bytes]]
LONGEST_POLL = 50
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
        return await self._answered(request, self._result)

    async def download(self, request: web.Request) -> web.StreamResponse:
        return await self._answered(request, self._file)

    async def _answered(
        self, request: web.Request, answer: Callable[[web.Request], Awaitable[web.Response]]
    ) -> web.StreamResponse:
        try:
            self._must_be_our_bot(request)
            return await answer(request)
        except ApiError as error:
            return _refusal(error)
        except LineReset:
            return _cut(request)
        except LineHangs:
            return await self._hang(request)
        except AnswerSpoilt as spoilt:
            return await self._spoil(request, spoilt)

    async def _result(self, request: web.Request) -> web.Response:
        params, files = await _read(request)
        return _good(await self._call(request.match_info["method"], params, files))

    async def _file(self, request: web.Request) -> web.Response:
        content = self._telegram().download(request.match_info["path"])
        if content is None:
            raise ApiError(404, "Not Found")
        return _good(content)

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

    async def _spoil(self, request: web.Request, spoilt: AnswerSpoilt) -> web.StreamResponse:
        if spoilt.how == "page":
            return web.Response(text="<html><h1>Please log in</h1></html>", content_type="text/html")
        body = _good(spoilt.result).body
        assert isinstance(body, bytes)
        if spoilt.how == "truncated":
            return web.Response(body=body[: len(body) // 2], content_type="application/json")
        if spoilt.how == "wrong-type":
            return web.Response(body=body, content_type="text/plain")
        slow = web.StreamResponse()
        slow.content_type = "application/json"
        await slow.prepare(request)
        for at in range(len(body)):
            if self._bell.stopped or request.transport is None or request.transport.is_closing():
                break
            await slow.write(body[at : at + 1])
            await asyncio.sleep(spoilt.seconds)
        return slow

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


def _good(result: Any) -> web.Response:
    """A file as it is, everything else in Telegram's envelope."""
    if isinstance(result, bytes):
        return web.Response(body=result, content_type="application/octet-stream")
    return web.Response(body=json.dumps({"ok": True, "result": result}).encode(), content_type="application/json")


def _refusal(error: ApiError) -> web.Response:
    if error.code == 502:  # the proxy before Telegram speaks, not Telegram
        return web.Response(status=502, text="<html><h1>502 Bad Gateway</h1></html>", content_type="text/html")
    return web.json_response(error.answer(), status=error.code)


def _cut(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
