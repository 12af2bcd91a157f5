"""No exception ends what takes updates in, works on them or sends: whichever it is, wherever it comes up.

`make test` raises each where every third of them is due, DUBAN_EVERY_STEP=1 all of them everywhere.
"""

import asyncio
import os
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from sqlalchemy.exc import DatabaseError, OperationalError
from telegram.error import InvalidToken, NetworkError

from bot import app, intake
from bot.wire import Wire
from tests.house import CIVIL, DIRECTOR, REGISTRAR, Court
from tests.reliability.witness import Witness

ERRORS: list[Callable[[], BaseException]] = [
    lambda: ValueError("odd"),
    lambda: KeyError("result"),
    lambda: RuntimeError("odd"),
    lambda: RecursionError("deep"),
    lambda: MemoryError(),
    lambda: OSError(28, "No space left on device"),
    lambda: TimeoutError(),
    lambda: asyncio.CancelledError(),
    lambda: asyncio.IncompleteReadError(b"", 1),
    lambda: aiohttp.ServerDisconnectedError(),
    lambda: NetworkError("odd"),
    lambda: InvalidToken("Unauthorized"),
    lambda: OperationalError("SELECT 1", {}, sqlite3.OperationalError("database is locked")),
    lambda: DatabaseError("SELECT 1", {}, sqlite3.DatabaseError("malformed")),
]
LINE = ("getUpdates", "sendMessage", "answerCallbackQuery")
DESK = ("keep", "work", "tick", "settle")
EVERY = 1 if os.environ.get("DUBAN_EVERY_STEP") else 3


class Striker:
    """The next call of what it is armed for raises; no later one does."""

    def __init__(self) -> None:
        self.what: str | None = None
        self.error: BaseException = ValueError()

    def strike(self, what: str) -> None:
        if what == self.what:
            self.what = None
            raise self.error

    def before(self, verb: str, act: Callable[..., Any]) -> Callable[..., Any]:
        def struck(*args: Any) -> Any:
            self.strike(verb)
            return act(*args)

        return struck


@pytest.fixture
def striker(signed: Court, monkeypatch: pytest.MonkeyPatch) -> Striker:
    made, request = Striker(), Wire.do_request
    monkeypatch.setattr(intake, "BACKOFF", (0.01,) * 6)
    monkeypatch.setattr(app, "STUMBLE_SECONDS", 0.01)

    async def do_request(wire: Wire, url: str, *args: Any, **named: Any) -> tuple[int, bytes]:
        made.strike(url.partition("?")[0].rpartition("/")[2])
        return await request(wire, url, *args, **named)

    monkeypatch.setattr(Wire, "do_request", do_request)
    for verb in DESK:
        monkeypatch.setattr(signed.house.desk, verb, made.before(verb, getattr(signed.house.desk, verb)))
    return made


@pytest.mark.timeout(300)
async def test_whatever_is_raised_wherever_somebody_waits_the_bot_hears_works_and_speaks_on(
    signed: Court, striker: Striker
) -> None:
    await signed.say(DIRECTOR, "/people")
    witness = Witness(signed)
    me = signed.id(DIRECTOR)
    for n, what in enumerate((*LINE, *DESK)):
        for make in ERRORS[n % EVERY :: EVERY]:
            striker.what, striker.error = what, make()
            signed.telegram.presses(me, me, *signed.button(me, "people"))
            signed.telegram.says(signed.id(REGISTRAR), signed.id(REGISTRAR), "/tasks")
            await signed.quiet()
            assert striker.what is None, f"{what} was not called"
            assert await signed.say(CIVIL, "/tasks"), f"deaf after {striker.error!r} in {what}"
    await signed.until(signed.now + timedelta(minutes=5))
    assert not (found := witness.complaints()), "\n".join(found)
    witness.close()
