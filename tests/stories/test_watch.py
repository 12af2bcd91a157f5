"""The bot is watched: whoever looks after the machine is told how it is, and the office what did not run."""

import asyncio
import json
import os
import signal
import socket
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from bot.clock import SystemClock
from bot.jobs import TIMETABLE, remind
from bot.listening import Deaf
from bot.pulse import WATCHED, Watchdog
from bot.settings import HOME
from bot.views.watch import JOBS
from bot.vitals import METRICS
from bot.watch import Watch
from db.tables import Audit, Digest, Inbox, Order, Outbox, Reminder
from sandbox.hooks import Hooks
from sandbox.personas import Persona
from sandbox.server import Sandbox
from sandbox.telegram import Telegram
from services import watching
from tests.cellar import TOKEN
from tests.conftest import moved_in
from tests.house import CIVIL, DIRECTOR, REGISTRAR, Court, at
from tests.messages import words
from tests.settings import ROUND, SHIPPED
from tests.stories.test_webhook import free_port

CASE = "（2026）沪0114民初2718号"
HEALTHY = {"ok": True, "wrong": [], "uncertain_messages": 0, "failing_jobs": 0, "last_backup_seconds": None}


class Visitor:
    """Whoever asks on this machine."""

    def __init__(self, watched: Watch, port: int) -> None:
        self.watch, self._address = watched, f"http://127.0.0.1:{port}"

    async def get(self, path: str) -> tuple[int, str]:
        async with aiohttp.ClientSession() as session, session.get(self._address + path) as answer:
            return answer.status, await answer.text()

    async def health(self) -> dict[str, Any]:
        code, text = await self.get("/healthz")
        found: dict[str, Any] = json.loads(text)
        assert code == (200 if found["ok"] else 503)
        return found


@asynccontextmanager
async def watched(court: Court) -> AsyncIterator[Visitor]:
    port = free_port()
    made = Watch(court.house, court._database, court.folder, port, court.folder)
    await made.start()
    try:
        yield Visitor(made, port)
    finally:
        await made.stop()


def unsent(court: Court, state: str, minutes: int) -> Outbox:
    """A row that was due some time ago."""
    due, chat = court.now - timedelta(minutes=minutes), court.id(CIVIL)
    return Outbox(key=state, chat_id=chat, kind="card", rank=2, state=state, not_before=due, since=court.now)


def morning(court: Court) -> str:
    """The line on the director's card of today."""
    midnight = court.now.replace(hour=0, minute=0).timestamp()
    said = "\n".join(words(message) for message in court.heard(DIRECTOR) if message["date"] >= midnight)
    return next((line.removeprefix("● ") for line in said.splitlines() if "【运行】" in line), "")


async def test_whoever_asks_hears_how_it_is_and_nothing_about_anybody(signed: Court) -> None:
    async with watched(signed) as visitor:
        signed.telegram.says(signed.id(REGISTRAR), signed.id(REGISTRAR), "/tasks")  # the poll ends, and is a good one
        await signed.quiet()
        found = await visitor.health()
        assert found | HEALTHY == found
        assert found["last_poll_seconds"] < 60
        assert abs(found["clock_drift_seconds"]) < 10
        assert found["oldest_update_seconds"] is None
        code, text = await visitor.get("/metrics")
        lines = [line.split() for line in text.splitlines() if not line.startswith("#")]
        assert code == 200
        assert {name for name, _ in lines} <= {f"duban_{name}" for name in ("healthy", *METRICS)}
        assert dict(lines)["duban_healthy"] == "1"
        assert all(float(value) >= 0 for name, value in lines if "drift" not in name)
        await signed.say(REGISTRAR, CASE)
        said = (await visitor.get("/healthz"))[1] + (await visitor.get("/metrics"))[1]
        for secret in (TOKEN, CASE, REGISTRAR, str(signed.id(REGISTRAR))):
            assert secret not in said
        assert (await visitor.get("/"))[0] == 404


async def test_what_waits_for_too_long_is_named(signed: Court) -> None:
    async with watched(signed) as visitor:
        with signed.session() as session:
            session.add(Inbox(update_id=1 << 40, raw=None, kept_at=signed.now - timedelta(minutes=2)))
            session.add(unsent(signed, "pending", 9))
            session.add(unsent(signed, "unknown", 0))
            session.commit()
        found = await visitor.health()
    assert found["wrong"] == ["updates", "messages"]
    assert (found["oldest_update_seconds"], found["oldest_message_seconds"]) == (120, 540)
    assert found["uncertain_messages"] == 1


async def test_records_that_do_not_answer_are_named(signed: Court) -> None:
    def fail(*_: Any) -> None:
        raise OperationalError("SELECT", None, Exception("disk I/O error"))

    async with watched(signed) as visitor:
        event.listen(signed._database, "begin", fail)
        found = await visitor.health()
        event.remove(signed._database, "begin", fail)
        assert (found["wrong"], found["uncertain_messages"]) == (["records"], None)
        assert (await visitor.health())["ok"]


async def test_a_desk_that_hangs_does_not_keep_anybody_from_being_told(signed: Court) -> None:
    go = asyncio.Event()

    def hang(loop: asyncio.AbstractEventLoop) -> None:
        asyncio.run_coroutine_threadsafe(go.wait(), loop).result()

    async with watched(signed) as visitor:
        hanging = asyncio.ensure_future(signed.house.on_desk(hang, asyncio.get_running_loop()))
        assert (await visitor.health())["disk_free_bytes"] > 0
        go.set()
        await hanging


async def test_whatever_goes_on_in_the_house_has_a_pulse_and_a_desk_that_hangs_has_none(signed: Court) -> None:
    await signed.house._heartbeat()
    assert [name for name in WATCHED if signed.house.pulse.last(name) is None] == []
    go, ended = threading.Event(), threading.Event()
    hanging = asyncio.ensure_future(signed.house.on_desk(go.wait))
    dog = Watchdog(signed.house.pulse, ended.set, look=0.02, stall=0.1)
    dog.start()
    assert await asyncio.to_thread(ended.wait, 5)
    go.set()
    await hanging
    dog.join()


async def test_a_bot_of_its_own_tells_the_service_manager_and_answers(tmp_path: Path) -> None:
    """The whole program before a Telegram of this machine: ready, well, told to stop."""
    world = Telegram(token=TOKEN, cast=[Persona(1, "院外人员", "outsider")], now=SystemClock().now)
    server = Sandbox(world, Hooks(now=SystemClock().now, next_event=_never, move_to=_nowhere))
    port, config = free_port(), tmp_path / "config.toml"
    shipped = (HOME / "config.toml").read_text(encoding="utf-8")
    config.write_text(shipped.replace("port = 0 ", f"port = {port} ", 1), encoding="utf-8")
    env = {"DUBAN_TELEGRAM_TOKEN": TOKEN, "DUBAN_TELEGRAM_API_URL": await server.start(port=0)}
    env |= {"DUBAN_DATA_DIR": str(tmp_path / "data"), "DUBAN_CONFIG": str(config)}
    env |= {"NOTIFY_SOCKET": str(tmp_path / "notify"), "PYTHONUTF8": "1", "PATH": os.environ["PATH"]}
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(env["NOTIFY_SOCKET"])
        manager.setblocking(False)
        hear = partial(asyncio.get_running_loop().sock_recv, manager, 64)
        run = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=HOME, env=env, stdout=asyncio.subprocess.PIPE
        )
        assert await asyncio.wait_for(hear(), 60) == b"READY=1"
        async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/healthz") as answer:
            assert (answer.status, (await answer.json())["wrong"]) == (200, [])
        run.send_signal(signal.SIGTERM)
        while await asyncio.wait_for(hear(), 60) != b"STOPPING=1":
            continue
        assert await asyncio.wait_for(run.wait(), 60) == 0
        await run.communicate()
    await server.stop()
    world.close()


async def _never() -> None:
    return None


async def _nowhere(instant: datetime) -> None:
    raise AssertionError("this clock runs by itself")


async def test_the_last_backup_has_an_age(signed: Court) -> None:
    async with watched(signed) as visitor:
        for day in ("2026-02-24", "2026-02-25"):
            made = signed.folder / f"duban-{day}.age"
            made.write_bytes(b"")
            os.utime(made, (at(f"{day} 22:00").timestamp(),) * 2)
        assert (await visitor.health())["last_backup_seconds"] == 13 * 3600


async def test_a_taken_port_is_one_line(signed: Court) -> None:
    async with watched(signed) as visitor:
        port = int(visitor._address.rpartition(":")[2])
        other = Watch(signed.house, signed._database, signed.folder, port, signed.folder)
        with pytest.raises(Deaf, match=f"watch.port: 127.0.0.1:{port} cannot be listened on"):
            await other.start()
        await other.stop()


# in the morning


async def test_a_night_without_the_bot_is_on_the_director_s_card(signed: Court) -> None:
    async with watched(signed):
        await asyncio.sleep(0.05)
    await signed.off_until("2026-02-26 11:20")  # a restart
    assert signed.rows(Audit, verb=watching.WAS_OFF) == []
    async with watched(signed):
        await asyncio.sleep(0.05)
    await signed.off_until("2026-02-27 08:40")
    assert len(signed.rows(Audit, verb=watching.WAS_OFF)) == 1
    await signed.until("2026-02-27 09:00")
    assert morning(signed) == "【运行】2月26日 11:20 至 2月27日 08:40 未运行。请安排技术人员查看。"
    assert len(signed.unasked(DIRECTOR, at("2026-02-27 09:00").date())) == 1
    await signed.until("2026-03-02 09:00")
    assert morning(signed) == "", "it is told once"


async def test_a_job_that_fails_is_told_and_the_others_run(signed: Court, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> bool:
        raise ValueError(CASE)

    monkeypatch.setattr(remind, "run", fail)
    await signed.beat()
    assert len(signed.house.desk.failing) == 1
    assert signed.rows(Audit, verb=watching.JOB_FAILED) == []  # it may be a lock that is held
    for _ in range(3):
        signed.clock.move_to(signed.now + timedelta(minutes=11))
        await signed.beat()
    (row,) = signed.rows(Audit, verb=watching.JOB_FAILED)
    assert (row.subject, row.data) == ("job/remind", {})
    await signed.until("2026-02-27 09:00")
    assert morning(signed) == "【运行】未按时完成：催办。请安排技术人员查看。"
    monkeypatch.undo()
    await signed.beat()
    assert len(signed.house.desk.failing) == 0


def test_every_job_has_a_name_for_the_office() -> None:
    assert set(JOBS) == {job.__name__.rpartition(".")[2] for job in TIMETABLE}


# the clock


def escalated(court: Court) -> list[Reminder]:
    return [row for row in court.rows(Reminder) if row.audience in ("head", "office")]


@pytest.fixture
async def ordering(signed_installation: Path, tmp_path: Path) -> AsyncIterator[Court]:
    """As `signed`, on the evening on which the monthly round was due, with orders proposed by rule."""
    settings = ROUND.model_copy(update={"orders": SHIPPED.orders})
    court = await moved_in(signed_installation, tmp_path / "ordering", "2026-03-02 08:00", settings)
    await court.until("2026-03-04 18:00")
    yield court
    await court.close()


async def test_a_wrong_clock_escalates_nobody_and_a_right_one_makes_up_for_it(
    ordering: Court, caplog: pytest.LogCaptureFixture
) -> None:
    court = ordering
    async with watched(court) as visitor:
        court.telegram.world.ahead = timedelta(seconds=-90)  # by Telegram it is earlier
        for _ in range(3):
            await court.say(CIVIL, "/tasks")
        for _ in range(2):
            await court.house._heartbeat()
        assert caplog.text.count("nothing is escalated meanwhile") == 1
        await court.until("2026-03-09 12:00")  # T+1 and T+3 of the monthly round, the week's cut-off, the day of issue
        found = await visitor.health()
        assert found["wrong"] == ["clock"]
        assert 80 < found["clock_drift_seconds"] < 100
        assert (escalated(court), court.rows(Order), len(court.rows(Digest))) == ([], [], 1)  # of the week before
        assert [row for row in court.rows(Reminder, audience="contact") if row.at >= at("2026-03-05 09:00")]
        assert "服务器时间偏差 2 分钟，校准之前不作升级催办" in morning(court)
        court.telegram.world.ahead = timedelta(0)
        for _ in range(3):
            await court.say(CIVIL, "/tasks")
        await court.until("2026-03-09 13:00")
        assert (await visitor.health())["ok"]
    assert escalated(court)
    assert court.rows(Order)
    assert [row.state for row in court.rows(Digest)] == ["issued", "issued"]
