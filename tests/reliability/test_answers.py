"""Whatever comes back in Telegram's place: what the bot takes it for, and what it does not write down."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from datetime import timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram import MessageId
from telegram.error import TelegramError

from bot import wire
from bot.speaker import Speaker
from bot.wire import Fate, Verdict, Wire, classify

PAGE = "<html>请先登录，（2026）沪0114民初1号</html>"
Handle = Callable[[web.Request], Awaitable[web.StreamResponse]]
Ask = Callable[[Handle], Awaitable[Verdict]]


def no(code: int, words: str, **parameters: object) -> str:
    return json.dumps({"ok": False, "error_code": code, "description": words, "parameters": parameters})


@pytest.fixture
async def ask() -> AsyncIterator[Ask]:
    """What the bot makes of the one answer that this server gives."""
    servers, line = [], Wire()
    await line.initialize()

    async def asked(handle: Handle) -> Verdict:
        application = web.Application()
        application.router.add_route("*", "/{path:.*}", handle)
        servers.append(server := TestServer(application))
        await server.start_server()
        try:
            await line.post(str(server.make_url("/botX/sendMessage")))
        except TelegramError as error:
            return classify(error)
        return Verdict(Fate.SENT, "")

    yield asked
    await line.shutdown()
    for server in servers:
        await server.close()


@pytest.mark.parametrize(
    ("status", "body", "fate", "seconds"),
    [
        (200, '{"ok": true, "result": {}}', Fate.SENT, 0),
        *((code, PAGE, Fate.UNKNOWN, 0) for code in (200, 301, 400, 401, 403, 404, 409, 413, 500, 502, 503)),
        *((200, body, Fate.UNKNOWN, 0) for body in ("", "[]", "null", '{"ok": true}', '{"ok": true, "resu', "\udcff")),
        (403, no(403, "Forbidden: bot was blocked by the user"), Fate.UNREACHABLE, 0),
        (400, no(400, "Bad Request: chat not found"), Fate.UNREACHABLE, 0),
        (400, no(400, "Bad Request: moved", migrate_to_chat_id=-1002), Fate.MOVED, 0),
        (401, no(401, "Unauthorized"), Fate.LOCKED_OUT, 60),
        (409, no(409, "Conflict: terminated by other getUpdates request"), Fate.LATER, 5),
        (429, no(429, "Too Many Requests: retry after 7", retry_after=7), Fate.LATER, 7),
        (429, no(429, "Too Many Requests: retry after 0", retry_after=0), Fate.LATER, 1),
        (429, no(429, "Too Many Requests", retry_after=10**20), Fate.LATER, 86_400),
        (429, no(429, "Too Many Requests"), Fate.LATER, 5),
        (429, PAGE, Fate.LATER, 5),
        (500, no(500, "Internal Server Error"), Fate.UNKNOWN, 0),
    ],
)
async def test_only_telegram_s_own_words_decide_what_became_of_a_message(
    status: int, body: str, fate: Fate, seconds: int, ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(status=status, body=body.encode("utf-8", "surrogateescape"), content_type="text/plain")

    verdict = await ask(answer)
    assert (verdict.fate, verdict.wait) == (fate, timedelta(seconds=seconds))
    assert "沪0114" not in caplog.text + verdict.error


async def test_an_answer_that_comes_by_the_byte_is_given_up(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONNECT_SECONDS", "READ_SECONDS", "ANSWER_SECONDS"):
        monkeypatch.setattr(wire, name, 0.3)

    async def drip(request: web.Request) -> web.StreamResponse:
        slow = web.StreamResponse()
        await slow.prepare(request)
        with suppress(ConnectionError):  # whoever asked has left
            while True:
                await slow.write(b" ")
                await asyncio.sleep(0.05)
        return slow

    assert (await ask(drip)).fate is Fate.UNKNOWN


async def test_a_message_is_sent_by_its_number_alone() -> None:
    """Whatever else Telegram says of it; an edit may be answered without one."""
    asked: list[object] = []
    answers: list[object] = [{"message_id": 7, "text": "甲"}, True, {"text": "甲"}, 5]

    async def answer(request: web.Request) -> web.Response:
        asked.append((request.path, await request.json()))
        return web.json_response({"ok": True, "result": answers[len(asked) - 1]})

    application = web.Application()
    application.router.add_route("*", "/{path:.*}", answer)
    async with TestServer(application) as server:
        line = Wire()
        await line.initialize()
        bot = Speaker("1:x", str(server.make_url("/bot")), request=line, get_updates_request=line)
        said = await bot.say("sendMessage", {"chat_id": 5, "text": "甲"})
        assert isinstance(said, MessageId)
        assert said.message_id == 7
        assert asked == [("/bot1:x/sendMessage", {"chat_id": "5", "text": "甲"})]
        assert await bot.say("editMessageText", {"chat_id": 5, "text": "乙"}) is True
        for _ in range(2):  # nobody knows what became of it
            with pytest.raises((KeyError, TypeError)):
                await bot.say("sendMessage", {"chat_id": 5, "text": "丙"})
        await line.shutdown()
