import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from telegram import InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.wire import Fate, NotLeading, NotSent, Wire, classify

pytestmark = pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")  # retry_after as a number


@pytest.mark.parametrize("seconds", [7, timedelta(seconds=7)], ids=["number", "duration"])
@pytest.mark.parametrize("new_way", ["0", "1"])
def test_told_to_come_back_later_the_message_waits_as_long(
    seconds: int | timedelta, new_way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever way the library tells it."""
    monkeypatch.setenv("PTB_TIMEDELTA", new_way)
    verdict = classify(RetryAfter(seconds))
    assert (verdict.fate, verdict.wait) == (Fate.LATER, timedelta(seconds=7))


@pytest.mark.parametrize(
    ("error", "fate"),
    [
        (ChatMigrated(-1002), Fate.MOVED),
        (Forbidden("bot was blocked by the user"), Fate.UNREACHABLE),
        (Forbidden("bot was kicked from the group chat"), Fate.UNREACHABLE),
        (InvalidToken("Unauthorized"), Fate.LOCKED_OUT),
        (BadRequest("Message is not modified: specified new message content is the same"), Fate.SENT),
        (BadRequest("Chat not found"), Fate.UNREACHABLE),
        (BadRequest("Can't parse entities"), Fate.REFUSED),
        (BadRequest("Message to edit not found"), Fate.REFUSED),
        (NotSent("ClientConnectorError"), Fate.LATER),
        (TimedOut("SocketTimeoutError"), Fate.UNKNOWN),
        (NetworkError("ServerDisconnectedError"), Fate.UNKNOWN),
        (NetworkError("Bad Gateway"), Fate.UNKNOWN),
        (Conflict("terminated by other getUpdates request"), Fate.LATER),
        (TelegramError("something new"), Fate.UNKNOWN),
    ],
    ids=lambda value: f"{type(value).__name__} {value}" if isinstance(value, TelegramError) else "",
)
def test_every_error_of_the_wire_says_what_became_of_the_message(error: TelegramError, fate: Fate) -> None:
    assert classify(error).fate is fate


def test_a_group_that_moved_says_where_it_lives_now() -> None:
    assert classify(ChatMigrated(-1002)).moved_to == -1002


def test_only_what_was_surely_not_sent_is_sent_again_by_itself() -> None:
    """A message that may have arrived is not a matter of waiting."""
    unsure = [TimedOut("x"), NetworkError("x"), TelegramError("x")]
    assert all(classify(error).fate is Fate.UNKNOWN and classify(error).wait == timedelta(0) for error in unsure)
    assert classify(NotSent("x")).wait > timedelta(0)


def test_the_error_of_a_wrong_token_carries_no_token() -> None:
    token = "123456789:AbCdEfGhIjKlMnOpQrStUvWxYz-123456789"
    assert token not in classify(InvalidToken(f"The token `{token}` was rejected by the server.")).error


async def test_a_refused_connection_was_not_sent() -> None:
    wire = Wire()
    await wire.initialize()
    with pytest.raises(NotSent):
        await wire.do_request("http://127.0.0.1:9/", "POST")
    await wire.shutdown()


async def test_a_wire_that_is_shut_sends_nothing_and_says_so() -> None:
    wire = Wire()
    with pytest.raises(NotSent):
        await wire.do_request("http://127.0.0.1:9/", "POST")
    await wire.initialize()
    await wire.shutdown()
    await wire.shutdown()
    with pytest.raises(NotSent):
        await wire.do_request("http://127.0.0.1:9/", "POST")


@dataclass
class Listener:
    """A Telegram that says yes to whatever reaches it."""

    came: list[bytes] = field(default_factory=list)

    async def open(self) -> str:
        self._server = await asyncio.start_server(self._answer, "127.0.0.1", 0)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/sendMessage"

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            self.came.append(data)
            writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 28\r\n\r\n{"ok": true, "result": true}')
        writer.close()
        await writer.wait_closed()

    async def close(self) -> None:
        self._server.close()
        await self._server.wait_closed()


@pytest.fixture
async def telegram() -> AsyncIterator[Listener]:
    listener = Listener()
    yield listener
    await listener.close()


async def test_nothing_of_a_request_leaves_once_it_may_not(telegram: Listener) -> None:
    """Asked when the connection is there: however long that took, and on one that was kept open too."""
    url, may = await telegram.open(), [False, True, False]
    wire = Wire(may=lambda: may.pop(0))
    await wire.initialize()
    with pytest.raises(NotLeading):
        await wire.post(url)
    assert telegram.came == []
    assert await wire.post(url) is True
    asked = len(telegram.came)
    with pytest.raises(NotLeading):
        await wire.post(url)
    assert len(telegram.came) == asked
    assert may == []
    await wire.shutdown()


@pytest.mark.parametrize("value", ["text", InputFile(b"picture")], ids=["words", "file"])
async def test_nor_with_a_body_that_is_written_a_moment_after_its_head(telegram: Listener, value: Any) -> None:
    """A bot that is stopped in that moment goes on when another leads."""
    url, loop = await telegram.open(), asyncio.get_running_loop()
    leads = [True]

    def may() -> bool:
        loop.call_soon(leads.clear)  # whatever else has its turn then
        return bool(leads)

    wire = Wire(may=may)
    await wire.initialize()
    data = RequestData([RequestParameter.from_input("document", value)])
    with pytest.raises(NotLeading):
        await wire.post(url, data)
    await wire.shutdown()
    plain = Wire()
    await plain.initialize()
    assert await plain.post(url) is True  # whatever left before it would be there by now
    assert not any(b"document" in one for one in telegram.came)
    await plain.shutdown()
