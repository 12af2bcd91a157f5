"""The child that reads: whatever becomes of it, the house gets one sentence."""

import asyncio
from pathlib import Path

import pytest

from bot import reading_room
from bot.reading_room import Limits, Outcome, Room
from bot.safe import Safe
from catalogue.reading.refusals import heavy, slow, stopped
from domain.notice import Unit
from tests.notices import TITLE, notice

NAME = "通知.docx"
ENOUGH = Limits(60, 300)
Said = list[tuple[str, int]]


async def read(tmp_path: Path, data: bytes, limits: Limits = ENOUGH, known: tuple[Unit, ...] = ()) -> Outcome:
    safe = Safe(tmp_path, 1 << 20)
    said: Said = []
    return await Room(safe, limits).read(safe.keep(data), NAME, known, lambda step, n: said.append((step, n)))


async def test_a_notice_becomes_a_draft(tmp_path: Path) -> None:
    found = await read(tmp_path, notice(), known=(Unit("综合治理科"),))
    assert found.draft is not None
    assert found.draft["title"] == TITLE


async def test_a_child_that_has_too_little_memory_ends_in_a_sentence(tmp_path: Path) -> None:
    assert (await read(tmp_path, notice(), Limits(60, 30))).refused in (heavy(NAME), stopped(NAME))


async def test_a_child_that_takes_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _instead(monkeypatch, "import time; time.sleep(60)")
    assert await read(tmp_path, notice(), Limits(1, 300)) == Outcome(refused=slow(NAME, 1))


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("import os; os._exit(1)", stopped(NAME)),
        ("print('not a word of JSON')", stopped(NAME)),
        ("", stopped(NAME)),
        ("import os; os.kill(os.getpid(), 11)", stopped(NAME)),
        ("import os; os.kill(os.getpid(), 9)", heavy(NAME)),
        ('import sys; sys.stdin.close(); print(\'{"refused": "…"}\')', "…"),
    ],
    ids=["exit", "noise", "silence", "a fault", "killed", "before it has read all"],
)
async def test_a_child_that_dies_ends_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, said: str
) -> None:
    _instead(monkeypatch, program)
    assert await read(tmp_path, notice() + b"\0" * 900_000) == Outcome(refused=said)


async def test_whoever_waits_hears_how_far_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_room, "PATIENCE", 0.05)
    _instead(
        monkeypatch,
        """import time
time.sleep(0.2)
print('{"step": "opened"}', flush=True)
time.sleep(0.2)
print('{"refused": "…"}')""",
    )
    safe, said = Safe(tmp_path, 1 << 20), Said()
    await Room(safe, ENOUGH).read(safe.keep(b"x"), NAME, (), lambda step, n: said.append((step, n)))
    assert said[0][0] == "begun"
    assert said[-1][0] == "opened"


async def test_a_reading_that_is_given_up_leaves_no_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = tmp_path / "lives"
    _instead(monkeypatch, f"import time, pathlib; time.sleep(0.6); pathlib.Path({str(mark)!r}).touch()")
    task = asyncio.create_task(read(tmp_path, notice()))
    await asyncio.sleep(0.3)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.sleep(0.6)
    assert not mark.exists()


def _instead(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setattr(reading_room, "CHILD", ("-c", program))
