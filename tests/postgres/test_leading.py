"""Several bots on one database: one leads, and what is to be said is said once."""

import asyncio
import os
import random
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
from tests.postgres.replicas import CROWD, TOKEN, Replicas, never, nowhere
from tests.server import Server
from tests.settings import SETTINGS

BLOWS = {blow: int(os.environ.get(f"DUBAN_{blow.upper()}S", "1")) for blow in ("kill", "stop", "cut", "restart")}
SEED = int(os.environ.get("DUBAN_SEED", "20221"))
LEASE = int(os.environ.get("DUBAN_LEASE", "2"))  # with 15 everything is as shipped


@pytest.fixture
async def replicas(running: Server, migrated: str, tmp_path: Path) -> AsyncIterator[Replicas]:
    """Two, of which one leads."""
    made = Replicas(running, migrated, tmp_path, lease=LEASE)
    await made.open()
    made.start()
    made.start()
    await made.leader()
    yield made
    await made.close()


@pytest.mark.timeout(3000)
async def test_killed_and_stopped_each_message_goes_out_once(replicas: Replicas) -> None:
    """Whoever was stopped for longer than its lease goes on when another leads already."""
    chance = random.Random(SEED)
    blows = [blow for blow, times in BLOWS.items() for _ in range(times)]
    chance.shuffle(blows)
    waits = []
    for blow in blows:
        replicas.say()
        await asyncio.sleep(chance.uniform(0.3, 0.9))
        struck, _ = await replicas.leader()
        if blow == "kill":
            await replicas.kill(struck)
            replicas.start()
        elif blow == "stop":
            replicas.stop(struck)
        elif blow == "cut":
            replicas.cut(struck)
        else:
            await replicas.restart()
        _, waited = await replicas.leader(other_than=struck if blow in ("kill", "stop") else "")
        waits.append(waited)
        if blow == "stop":
            replicas.say()
            await asyncio.sleep(chance.uniform(0, 0.5))
            replicas.go_on(struck)
    replicas.say()
    await replicas.quiet()
    print(
        f"seed {SEED}: {BLOWS}, {replicas.numbers} messages, {replicas.doubted()} in doubt, "
        f"takeover after {max(waits):.1f} s at most with a lease of {replicas.lease} s"
    )
    assert replicas.reckon() == []
    assert await asyncio.to_thread(replicas.unfollowed) == [], "what each of them told the journal is one way"
    assert replicas.ended <= BLOWS["restart"]


def test_another_leads_within_thirty_seconds() -> None:
    """The server lets a silent leader go, one of those who stand by looks, and starts."""
    start = 5
    assert postgres.LEASE + leading.LOOK_SECONDS + start < 30
    assert app.ASK_SECONDS * 2 < postgres.SURE < postgres.LEASE


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
