"""Whatever is thrown at intake, worker, sender and heartbeat, none of them ends by itself (I-09)."""

import asyncio
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError
from telegram.error import NetworkError

from bot import app, intake
from sandbox.faults import WORDS
from tests.house import CIVIL, REGISTRAR, Court

CAUSE = Exception("thrown")
THROWN: tuple[BaseException, ...] = (
    OperationalError("", None, CAUSE),
    IntegrityError("", None, CAUSE),
    DatabaseError("", None, CAUSE),
    OSError(28, "No space left on device"),
    MemoryError(),
    RecursionError(),
    KeyError("thrown"),
    ValueError("thrown"),
    TimeoutError(),
    NetworkError("thrown"),
    AssertionError(),
)
AT = ("begin", "commit")
PATIENCE = 500  # looks, then somebody writes again


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "BACKOFF", (0.01,) * 6)
    monkeypatch.setattr(app, "STUMBLE_SECONDS", 0.01)


async def answered(court: Court) -> None:
    """Somebody writes, and is answered; what fails twice for its own sake is passed over, and written once more."""
    before = len(court.heard(REGISTRAR))
    court.clock.move_to(court.now + timedelta(seconds=10))  # Telegram's pace
    async with asyncio.timeout(20):
        for turn in count():
            if len(court.heard(REGISTRAR)) != before:
                return
            if turn % PATIENCE == 0:
                court.telegram.says(court.id(REGISTRAR), court.id(REGISTRAR), "/tasks")
            await asyncio.sleep(0.002)
            court.clock.move_to(court.now + timedelta(seconds=1))  # whatever was put off
            court.house.delivery.wake()


def alive(court: Court) -> list[str]:
    return sorted(loop.get_name() for loop in court.house._loops if not loop.done())


@pytest.mark.parametrize("at", AT)
async def test_no_error_of_the_records_ends_a_loop(signed: Court, at: str) -> None:
    for error in THROWN:
        left = [4]  # one for each of the loops, and the heartbeat

        def throw(*_: Any, error: BaseException = error, left: list[int] = left) -> None:
            if left[0]:
                left[0] -= 1
                raise error

        event.listen(signed._database, at, throw)
        await signed.house._heartbeat()
        await answered(signed)
        event.remove(signed._database, at, throw)
        assert left == [0], type(error).__name__
    assert alive(signed) == ["delivery", "intake", "worker"]
    await signed.quiet()
    assert await signed.say(REGISTRAR, "/tasks")


async def test_no_answer_of_telegram_ends_a_loop(signed: Court) -> None:
    for kind in WORDS:
        signed.telegram.faults.add("getUpdates", kind, times=2)
        await answered(signed)
        fault = signed.telegram.faults.add("sendMessage", kind)
        signed.telegram.says(signed.id(CIVIL), signed.id(CIVIL), "/tasks")  # perhaps never answered, and that is right
        async with asyncio.timeout(20):
            while not fault.struck:
                await asyncio.sleep(0.002)
        await answered(signed)
    assert alive(signed) == ["delivery", "intake", "worker"]
