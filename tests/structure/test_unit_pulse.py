"""Whoever stands still ends the process; whoever only sleeps does not. And how far a clock is off."""

import asyncio
import logging
import os
import re
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from bot import intake, logs, pulse, systemd
from bot.drift import Drift
from bot.pulse import WATCHED, Pulse, Watchdog
from bot.vitals import METRICS, Records, judge
from bot.wire import Wire
from tests.forks import FORKS

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
LOOK, STALL = 0.02, 0.1


def barks(beats: Pulse, meanwhile: Callable[[], None]) -> bool:
    ended = threading.Event()
    dog = Watchdog(beats, ended.set, look=LOOK, stall=STALL)
    dog.start()
    meanwhile()
    ended.wait(0.4)
    dog.stop()
    dog.join()
    return ended.is_set()


@pytest.mark.parametrize("name", WATCHED)
def test_whatever_stands_still_is_noticed(name: str, caplog: pytest.LogCaptureFixture) -> None:
    beats = Pulse()
    beats.beat(name)
    assert barks(beats, lambda: None)
    assert [record.levelno for record in caplog.records] == [logging.CRITICAL]
    assert f"the {name} has not moved for" in caplog.text


def test_what_moves_what_rests_and_what_never_began_is_left_alone() -> None:
    beats = Pulse()
    beats.beat("desk")
    beats.beat("sender")
    beats.rest("sender")
    going = threading.Event()

    def move() -> None:
        while not going.wait(0.005):
            beats.beat("desk")

    mover = threading.Thread(target=move)
    mover.start()
    assert not barks(beats, lambda: None)
    going.set()
    mover.join()


def test_a_process_that_was_stopped_has_not_stalled() -> None:
    """Nobody could move, the dog least of all: it counts its looks, and there was none."""
    ours, theirs = FORKS.Pipe()
    process = FORKS.Process(target=doze, args=(theirs,))
    process.start()
    assert ours.recv()
    assert process.pid is not None
    os.kill(process.pid, signal.SIGSTOP)
    time.sleep(0.8)
    os.kill(process.pid, signal.SIGCONT)
    process.join(30)
    assert process.exitcode == 0
    ours.close()
    theirs.close()


def doze(ready: Connection) -> None:
    """Beats all the time, and ends well after a while."""
    beats = Pulse()
    beats.beat("desk")
    Watchdog(beats, look=0.1, stall=0.4).start()
    ready.send(True)
    for _ in range(40):
        time.sleep(0.01)
        beats.beat("desk")


def hang(log: Path) -> None:
    """A process whose desk is stuck for good, and whose loop is blocked as well."""
    sys.stderr = log.open("w", encoding="utf-8")
    logs.set_up()
    beats = Pulse()
    beats.beat("desk")
    Watchdog(beats, look=LOOK, stall=STALL).start()
    asyncio.run(_hang())


async def _hang() -> None:
    time.sleep(600)


def test_a_process_that_hangs_ends_with_one_line(tmp_path: Path) -> None:
    process = FORKS.Process(target=hang, args=(tmp_path / "log",))
    process.start()
    process.join(30)
    assert process.exitcode == 1
    (line,) = (tmp_path / "log").read_text(encoding="utf-8").splitlines()
    assert re.search(r"CRITICAL bot.pulse: the desk has not moved for 0 s; the process ends$", line)


def test_a_poll_and_a_pause_are_shorter_than_a_stall() -> None:
    longest = max(intake.POLL_SECONDS + 15 + 10, *intake.BACKOFF)  # a poll that times out, and the time to connect
    assert longest < pulse.STALL_SECONDS


# the service manager


@pytest.mark.parametrize("kind", ["a file", "abstract"])
def test_the_service_manager_is_told(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = str(tmp_path / "notify") if kind == "a file" else f"@duban-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind("\0" + name[1:] if name.startswith("@") else name)
        monkeypatch.setenv("NOTIFY_SOCKET", name)
        systemd.notify("READY=1")
        assert manager.recv(64) == b"READY=1"
        beats = Pulse()
        dog = Watchdog(beats, look=0.01)
        dog.start()
        assert manager.recv(64) == b"WATCHDOG=1"
        dog.stop()
        dog.join()


def test_where_there_is_none_or_nobody_listens_nothing_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    systemd.notify("READY=1")
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "nobody"))
    systemd.notify("READY=1")


# the clock


@pytest.mark.parametrize(
    ("ahead", "found", "wrong"),
    [
        ([], None, False),
        ([0], 0, False),
        ([60], 60, False),
        ([61], 61, True),
        ([-61], -61, True),
        ([0, 0, 86_400], 0, False),  # one answer that lay somewhere
        ([0, 86_400, 86_400], 86_400, True),
        ([86_400, 86_400, 0, 0], 0, False),  # put right
    ],
)
def test_the_middle_of_three_answers_is_the_drift(ahead: list[int], found: int | None, wrong: bool) -> None:
    drift = Drift()
    for seconds in ahead:
        drift.tell(NOW, NOW + timedelta(seconds=seconds))
    assert drift.now == (None if found is None else timedelta(seconds=found))
    assert (drift.wrong is not None) == wrong


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("Mon, 02 Mar 2026 01:00:00 GMT", [NOW]),
        (None, []),
        ("", []),
        ("yesterday", []),
        ("Mon, 99 Mar 2026 01:00:00 GMT", []),
        ("Mon, 02 Mar 2026 01:00:00", []),
        ("Mon, 02 Mar 99999 01:00:00 GMT", []),
    ],
)
def test_a_date_that_is_none_tells_nothing(said: str | None, heard: list[datetime]) -> None:
    found: list[datetime] = []
    Wire(dated=found.append)._tell_date(said)
    assert found == heard


# vitals


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({}, ()),
        ({"poll": 151.0}, ("poll",)),
        ({"poll": None}, ("poll",)),
        ({"drift": -60.5}, ("clock",)),
        ({"jobs": 1}, ("jobs",)),
        ({"disk": 199 << 20}, ("disk",)),
        ({"records": Records(NOW - timedelta(seconds=61), None, 3, None)}, ("updates",)),
        ({"records": Records(None, NOW - timedelta(seconds=301), 0, None)}, ("messages",)),
        ({"records": None, "disk": 0}, ("records", "disk")),
    ],
)
def test_what_is_wrong_is_named(changed: dict[str, Any], wrong: tuple[str, ...]) -> None:
    good: dict[str, Any] = {
        "records": Records(NOW, NOW, 2, None),
        "now": NOW,
        "poll": 149.0,
        "drift": 60.0,
        "limit": 60.0,
    }
    found = judge(**(good | {"jobs": 0, "disk": 1 << 30} | changed))
    assert found.wrong == wrong
    assert found.health()["ok"] == (not wrong)


def test_nothing_that_is_not_known_has_a_line() -> None:
    vitals = judge(None, NOW, None, None, 60, 0, 1 << 40)
    assert vitals.wrong == ("poll", "records")
    lines = [line for line in vitals.metrics().splitlines() if not line.startswith("#")]
    assert lines == ["duban_healthy 0", f"duban_disk_free_bytes {1 << 40}", "duban_failing_jobs 0"]


def test_every_line_of_the_metrics_has_its_help_and_its_type() -> None:
    past = NOW - timedelta(seconds=5)
    text = judge(Records(past, past, 0, past), NOW, 1.5, -0.25, 60, 0, 1 << 40).metrics()
    names = [line.split()[0] for line in text.splitlines() if not line.startswith("#")]
    assert names == ["duban_healthy", *(f"duban_{name}" for name in METRICS)]
    for name in names:
        assert f"# TYPE {name} gauge\n{name} " in text
        assert re.search(rf"^# HELP {name} [A-Z1].+\.$", text, re.M)
