"""A leader that is stopped leads until what is on its way has arrived and is written down."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import select

from bot import app
from bot.app import House, Line, furnish
from bot.clock import SystemClock
from db import engine, postgres
from db.tables import Outbox
from sandbox.hooks import Hooks
from sandbox.server import Sandbox
from sandbox.telegram import Telegram
from services.saying import Rank
from tests.postgres.replicas import CROWD, TOKEN, never, nowhere
from tests.settings import SETTINGS


async def test_what_landed_is_written_down_though_something_hangs_for_longer_than_a_lease(
    migrated: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "LEASE", 2)
    monkeypatch.setattr(postgres, "SURE", 1)
    monkeypatch.setattr(app, "ASK_SECONDS", 0.2)
    monkeypatch.setattr(app, "DRAIN_SECONDS", 2 * postgres.LEASE)
    telegram = Telegram(token=TOKEN, cast=CROWD, now=lambda: datetime.now(UTC))
    hanging = telegram.faults.add("sendMessage", "hang-after")
    sandbox = Sandbox(telegram, Hooks(now=lambda: datetime.now(UTC), next_event=never, move_to=nowhere))
    line = Line(TOKEN, await sandbox.start(port=0))
    records = engine.open_records(migrated)
    await asyncio.to_thread(furnish, records, SETTINGS)
    with engine.session(records) as session:
        now = datetime.now(UTC)
        for persona in CROWD[:2]:
            telegram.world.people.mark(persona.id, "started", 1)
            row = Outbox(
                key=f"test/{persona.id}",
                chat_id=persona.id,
                kind="sentence",
                args={"code": "went-wrong", "reference": "N1"},
                rank=Rank.REMINDER,
                not_before=now,
                since=now,
            )
            session.add(row)
        session.commit()
    lead = postgres.try_to_lead(records)
    house = House(records, SETTINGS, SystemClock(), line, bytes(32), tmp_path, lead=lead)
    await house.start()
    while len(telegram.history("sendMessage")) < 2:
        await asyncio.sleep(0.05)
    assert hanging.struck == 1
    await house.stop()
    assert lead
    assert not lead.is_lost
    lead.leave()
    with engine.session(records) as session:
        assert sorted(row.state for row in session.exec(select(Outbox))) == ["sending", "sent"]
    await sandbox.stop()
    telegram.close()
    records.dispose()
