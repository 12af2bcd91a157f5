"""Telegram forgets what it is told was received. So it is told only of what is in the records (I-01)."""

import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from tests.house import DIRECTOR, Court, at
from tests.reliability.bench import GIVEN


@pytest.fixture
async def court(empty_installation: Path, tmp_path: Path) -> AsyncIterator[Court]:
    shutil.copytree(empty_installation, tmp_path / "court")
    (tmp_path / "court").chmod(0o700)
    court = Court(tmp_path / "court", at(GIVEN))
    await court.build()
    await court.open()
    yield court
    await court.close()


async def test_every_poll_confirms_only_what_is_kept(court: Court) -> None:
    handed_out: set[int] = set()
    confirmed: list[int] = []
    lost: set[int] = set()

    def watch(when: str, told: dict[str, Any]) -> None:
        if told["method"] != "getUpdates":
            return
        handed_out.update(update["update_id"] for update in told.get("result") or ())
        offset = int(told["params"].get("offset", 0))
        if when == "before" and offset:
            with closing(sqlite3.connect(f"file:{court.records}?mode=ro", uri=True)) as db:
                kept = {number for (number,) in db.execute("SELECT update_id FROM inbox")}
            confirmed.append(offset)
            lost.update({number for number in handed_out if number < offset} - kept)

    court.telegram.on_call.append(watch)
    await court.say(DIRECTOR, f"/start {await court.claim_code()}")
    await court.say(DIRECTOR, "帮助")
    assert len(confirmed) >= 2
    assert lost == set()


async def test_what_the_records_refused_is_handed_out_again(court: Court) -> None:
    await court.say(DIRECTOR, f"/start {await court.claim_code()}")
    refused: list[str] = []

    def refuse(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith("INSERT INTO inbox") and not refused:
            refused.append(statement)
            raise OperationalError(statement, {}, OSError("database is locked"))

    event.listen(court._database, "before_cursor_execute", refuse)
    assert await court.say(DIRECTOR, "帮助")
    assert len(refused) == 1
