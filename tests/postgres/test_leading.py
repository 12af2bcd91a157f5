"""Several bots on one database: one leads, and what is to be said is said once."""

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import app, leading
from bot.app import House, Line
from bot.clock import SystemClock
from bot.wire import NotLeading
from db import engine, postgres
from sandbox.hooks import Hooks
from sandbox.server import Sandbox
from sandbox.telegram import Telegram
from tests.postgres.reigns import NOBODY
from tests.postgres.replicas import CROWD, TOKEN, Replicas, never, nowhere
from tests.server import Server
from tests.settings import SETTINGS
from tests.torture import storms
from tests.torture.storms import TAKEOVER

BLOWS = {blow: int(os.environ.get(f"DUBAN_{blow.upper()}S", "1")) for blow in storms.blows(1)}
SEED = int(os.environ.get("DUBAN_SEED", "20221"))
LEASE = int(os.environ.get("DUBAN_LEASE", str(storms.QUICK)))  # with 15 everything is as shipped
BROUGHT = os.environ.get("DUBAN_UPDATES_BY", "webhook") == "webhook"  # else whoever leads fetches them


@pytest.mark.timeout(3000)
async def test_killed_and_stopped_each_message_goes_out_once_and_each_update_is_worked_once(
    running: Server, migrated: str, tmp_path: Path
) -> None:
    """No two speak in turns, and each time another speaks within thirty seconds."""
    async with storms.scene(running, migrated, tmp_path, LEASE, SEED, is_brought=BROUGHT) as scene:
        found = await storms.weather(scene, BLOWS, SEED)
    print(f"seed {SEED}: {found}")
    assert found.wrong == []
    assert len(found.waits) == sum(BLOWS.values())


@pytest.fixture
async def shipped(running: Server, migrated: str, tmp_path: Path) -> AsyncIterator[Replicas]:
    """Two, with every span of time as shipped; one of them leads."""
    replicas = Replicas(running, migrated, tmp_path, lease=postgres.LEASE)
    await replicas.open()
    for _ in range(2):
        await replicas.start()
    await replicas.reign_after(NOBODY)
    yield replicas
    await replicas.close()


@pytest.mark.parametrize("blow", ["kill", pytest.param("stop", marks=pytest.mark.long)])
async def test_as_shipped_another_speaks_within_thirty_seconds(blow: str, shipped: Replicas) -> None:
    """The server lets a silent leader go, one of those who stand by looks, and starts; whoever is stopped has the whole
    lease."""
    await asyncio.sleep(2)  # the other has looked, and stands by
    first = shipped.reign()
    if blow == "kill":
        await shipped.kill(first.of)  # and nobody comes in its place
    else:
        shipped.stop(first.of)
    shipped.say()
    second, waited = await shipped.reign_after(first)
    print(f"{blow}: {second.of} speaks after {waited:.1f} s")
    assert waited < TAKEOVER
    shipped.go_on(first.of)
    await shipped.quiet()
    assert (shipped.overlaps(), shipped.reckon()) == ([], [])


def test_whoever_leads_asks_more_often_than_it_may_rely_on_the_answer() -> None:
    assert app.ASK_SECONDS * 2 < postgres.SURE < postgres.LEASE
    assert postgres.LEASE + leading.LOOK_SECONDS < TAKEOVER


class Odd:
    """A lead that fails in a way that nobody has thought of, and then is lost."""

    is_lost = False

    def is_sure(self) -> bool:
        return True

    def ask(self) -> None:
        self.is_lost = True
        raise RuntimeError("nobody has thought of it")


async def test_whatever_happens_to_a_lead_its_loss_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "ASK_SECONDS", 0)
    line = Line(TOKEN, "http://127.0.0.1:9")
    house = House(engine.create_in_memory(), SETTINGS, SystemClock(), line, bytes(32), tmp_path)
    await house._stay(Odd())  # type: ignore[arg-type]
    assert house.lost.is_set()
    await house.stop()


async def test_a_leader_that_is_not_sure_says_nothing(
    migrated: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "SURE", 0)
    telegram = Telegram(token=TOKEN, cast=CROWD, now=SystemClock().now)
    sandbox = Sandbox(telegram, Hooks(now=SystemClock().now, next_event=never, move_to=nowhere))
    line = Line(TOKEN, await sandbox.start(port=0))
    records = engine.open_records(migrated)
    lead = postgres.try_to_lead(records)
    house = House(records, SETTINGS, SystemClock(), line, bytes(32), tmp_path, lead=lead)
    with pytest.raises(NotLeading):
        await house.start()
    await house.stop()
    assert telegram.history() == []
    assert lead
    lead.leave()
    records.dispose()
    await sandbox.stop()
    telegram.close()
