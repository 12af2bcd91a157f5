"""What Telegram brings to one who stands by is kept there, and answered by the one that leads."""

import asyncio
import json
import socket
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import create_engine
from sqlmodel import col, select

from bot.app import furnish
from bot.clock import SystemClock
from bot.gate import Gate
from bot.hook import HEADER
from bot.leading import stand_by
from bot.standby import Standby
from bot.vault.following import lines_since, way_from
from bot.vault.journal import Journal
from db import engine
from db.queries.journal import Told, last
from db.tables import Inbox, Person
from tests.settings import SETTINGS

SECRET = "canary-of-the-standby"
PERSON = 6_000_001


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def brought(number: int) -> dict[str, object]:
    person = {"id": PERSON, "is_bot": False, "first_name": "立案庭联络员"}
    chat = {"id": PERSON, "type": "private"}
    message = {"message_id": number, "date": 1, "chat": chat, "from": person, "text": "本月零报告"}
    return {"update_id": number, "message": message}


async def test_who_stands_by_is_ready_and_alive_to_the_service_manager(
    migrated: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = engine.open_records(migrated)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.settimeout(5)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        looks: list[bool] = []
        lead = await stand_by(records, asyncio.Event(), looks.append)
        assert lead is not None
        assert looks == [True]
        assert [manager.recv(64) for _ in range(2)] == [b"READY=1", b"WATCHDOG=1"]
    lead.leave()
    records.dispose()


async def test_kept_by_one_and_seen_by_the_other(migrated: str, tmp_path: Path) -> None:
    records = engine.open_records(migrated)
    await asyncio.to_thread(furnish, records, SETTINGS)
    with engine.session(records) as session:
        person = Person(
            telegram_id=PERSON, name="立案庭联络员", language="zh_CN", state="active", at=SystemClock().now()
        )
        session.add(person)
        session.commit()
    watch = SETTINGS.watch.model_copy(update={"port": free_port()})
    gate = Gate("http://127.0.0.1/hook", SECRET, "127.0.0.1", free_port())
    settings, journal = SETTINGS.model_copy(update={"watch": watch}), Journal(tmp_path / "journal")
    standby = Standby(records, settings, bytes(32), SystemClock(), gate, journal)
    await standby.start()
    async with aiohttp.ClientSession() as client:
        async with client.get(f"http://127.0.0.1:{watch.port}/healthz") as answer:
            assert (answer.status, await answer.json()) == (200, {"ok": True, "standing_by": True, "wrong": []})
        address = f"http://127.0.0.1:{gate.port}/hook"
        async with client.post(address, json=brought(1)) as answer:
            assert answer.status == 403
        for number in (2, 2, 3):
            async with client.post(address, json=brought(number), headers={HEADER: SECRET}) as answer:
                assert answer.status == 200
    await standby.stop()
    with engine.session(records) as session:
        rows = session.exec(select(Inbox).order_by(col(Inbox.update_id))).all()
        assert [(row.update_id, row.state) for row in rows] == [(2, "new"), (3, "new")]
        assert json.dumps(rows[0].raw, ensure_ascii=False).count("本月零报告") == 1
        way = way_from(Told(0, 0), lines_since([journal.folder], SystemClock().now()))
        assert way is not None
        assert [(line["v"], line["id"]) for line in way] == [("kept", 2), ("kept", 3)]
        assert last(session) == (way[-1]["n"], way[-1]["mark"])
    records.dispose()


async def test_who_stands_by_before_a_server_that_is_away_is_not_well(tmp_path: Path) -> None:
    records = create_engine(f"postgresql+psycopg://duban@/duban?host={tmp_path}")
    watch = SETTINGS.watch.model_copy(update={"port": free_port()})
    standby = Standby(records, SETTINGS.model_copy(update={"watch": watch}), bytes(32), SystemClock(), None)
    stop = asyncio.Event()

    def told(reached: bool) -> None:
        standby.tell(reached)
        stop.set()

    await standby.start()
    assert await stand_by(records, stop, told) is None
    async with aiohttp.ClientSession() as client:
        address = f"http://127.0.0.1:{watch.port}/healthz"
        async with client.get(address) as answer:
            assert (answer.status, (await answer.json())["wrong"]) == (503, ["records"])
        standby.tell(True)
        async with client.get(address) as answer:
            assert answer.status == 200
    await standby.stop()
    records.dispose()


async def test_a_port_that_is_taken_takes_no_other() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        watch = SETTINGS.watch.model_copy(update={"port": taken.getsockname()[1]})
        gate = Gate("http://127.0.0.1/hook", SECRET, "127.0.0.1", free_port())
        settings, records = SETTINGS.model_copy(update={"watch": watch}), engine.create_in_memory()
        standby = Standby(records, settings, bytes(32), SystemClock(), gate)
        await standby.start()
        address = f"http://127.0.0.1:{gate.port}/hook"
        async with aiohttp.ClientSession() as client, client.post(address, json=brought(1)) as answer:
            assert answer.status == 403
        await standby.stop()
