"""The drill: a backup is made in the night, the machine is lost, and the office goes on where it was."""

import asyncio
import shutil
from collections import Counter
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from pyrage import x25519
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from bot.vault.backing_up import Place, back_up
from bot.vault.journal import Journal
from bot.vault.nightly import Habit, Nightly, backups
from bot.vault.restoring import Restored, Wanted, restore
from db.tables import Proof, Reading, Report
from services import auditing
from tests import cellar
from tests.house import CIVIL, DIRECTOR, POLITICAL, REGISTRAR, Court, at
from tests.settings import ROUND, SETTINGS
from tests.stories.test_restart_in_the_middle import said

KEY = x25519.Identity.generate()
NONE = Habit(time(2, 30), Path(), (), keep=2, months=3)


class Elsewhere:
    """Another disk than that of the records."""

    def __init__(self, folder: Path) -> None:
        self.backups, self.journal = folder / "backups", folder / "journal"
        self.config = folder / "config.toml"
        self.habit = replace(NONE, folder=self.backups)
        folder.mkdir()
        self.config.touch()

    def vault(self, court: Court, *recipients: str) -> Any:
        habit = replace(self.habit, recipients=recipients)

        def made(database: Engine) -> tuple[Place, Habit]:
            return Place(database, court.folder, self.config, Journal(self.journal)), habit

        return made


@pytest.fixture
def elsewhere(tmp_path: Path) -> Elsewhere:
    return Elsewhere(tmp_path / "elsewhere")


async def night(court: Court, instant: str) -> None:
    await made(court)  # that of the night before, where it is still being made
    await court.until(instant)
    await made(court)
    await court.quiet()


async def made(court: Court) -> None:
    nightly = court.house._nightly
    assert nightly is not None
    if nightly._running:
        await nightly._running


async def lost_and_brought_back(court: Court, elsewhere: Elsewhere) -> Restored:
    """The disk is gone with all that was on it; Telegram is what it was."""
    await court.abandon()
    for path in court.folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif not path.name.startswith("telegram"):
            path.unlink()
    cellar.empty(court.folder)
    backup = backups(elsewhere.backups)[-1]
    with cellar.target_in(court.folder) as records:
        wanted = Wanted(backup, records, court.folder, [elsewhere.journal], [KEY])
        done = restore(wanted, ROUND, court.now, lambda done, of: None, lambda done: None)
    await court.open()
    await court.beat()
    return done


async def test_the_office_goes_on_where_it_was(signed: Court, elsewhere: Elsewhere) -> None:
    await signed.stop()
    signed.vault = elsewhere.vault(signed, str(KEY.to_public()))
    await signed.open()
    await signed.until("2026-03-02 10:00")
    await signed.press(REGISTRAR, "fill")
    card = signed.last(CIVIL)
    await night(signed, "2026-03-03 02:31")
    assert backups(elsewhere.backups)[-1].name == "duban-2026-03-03.age"
    await signed.until("2026-03-03 10:00")
    await signed.say(REGISTRAR, "45 45 0")
    filing = signed.button(signed.id(REGISTRAR), "file")
    await signed.press(REGISTRAR, "file")
    await signed.say(POLITICAL, "计划3月20日开会")
    await signed.send(POLITICAL, "纪要.docx", b"minutes")
    receipt, before = signed.text(REGISTRAR), said(signed)
    there = {table: [row.model_dump() for row in signed.rows(table)] for table in (Report, Reading, Proof)}
    assert [row["state"] for row in there[Proof]] == ["kept"]

    done = await lost_and_brought_back(signed, elsewhere)
    assert done.replayed is not None
    assert (done.replayed.astray, done.replayed.unpressed) == ("", 0)
    assert said(signed) == before, "what was said is not said again"
    assert {table: [row.model_dump() for row in signed.rows(table)] for table in there} == there
    with signed.session() as session:
        assert auditing.first_broken(session) is None
    assert await signed.press(CIVIL, "zero", on=card) is None, "a button from before the backup is good"
    assert "【填报】2月“三个规定”月报告" in signed.text(CIVIL)
    again = await signed.touch(REGISTRAR, signed.id(REGISTRAR), *filing, force=True)
    assert again is not None, "one that was pressed since the backup is used up"
    assert signed.text(REGISTRAR) == receipt


async def test_without_its_journal_it_is_brought_back_to_the_night(signed: Court, elsewhere: Elsewhere) -> None:
    await signed.stop()
    signed.vault = elsewhere.vault(signed, str(KEY.to_public()))
    await signed.open()
    await night(signed, "2026-02-27 02:31")
    shutil.rmtree(elsewhere.journal)
    done = await lost_and_brought_back(signed, elsewhere)
    assert done.replayed is None
    assert await signed.say(REGISTRAR, "/tasks"), "and it answers"


async def test_the_director_hears_once_that_there_is_no_backup(signed: Court, elsewhere: Elsewhere) -> None:
    await signed.stop()
    signed.vault = elsewhere.vault(signed)
    await signed.open()
    await night(signed, "2026-02-26 14:00")
    assert "尚未设置备份" in signed.text(DIRECTOR)
    await night(signed, "2026-02-27 10:00")
    assert sum(n for (_, text), n in said(signed).items() if "尚未设置备份" in text) <= 1


# the nights


class Told(Counter[str]):
    async def __call__(self, code: str, data: dict[str, Any], key: str) -> None:
        self[code] += 1


async def nights(nightly: Nightly, *instants: datetime) -> None:
    for instant in instants:
        await nightly.look(instant)
        if nightly._running:
            await asyncio.wait([nightly._running])


@pytest.fixture
def place(empty_installation: Path, tmp_path: Path) -> Any:
    folder = tmp_path / "there"
    cellar.copy(empty_installation, folder)
    (folder / "secret").write_bytes(bytes(32))
    (folder / "config.toml").touch()
    database = cellar.open_in(folder)
    yield Place(database, folder, folder / "config.toml", Journal(folder / "journal"))
    database.dispose()
    cellar.let_go(folder)


async def test_there_is_one_a_night_and_so_many_are_kept(place: Place, elsewhere: Elsewhere) -> None:
    told = Told()
    habit = replace(elsewhere.habit, recipients=(str(KEY.to_public()),))
    nightly = Nightly(place, habit, SETTINGS.hours, told)
    night = at("2026-03-02 02:30")
    await nights(nightly, night - timedelta(minutes=1))
    assert backups(elsewhere.backups) == []
    await nights(nightly, night, night + timedelta(hours=5), night + timedelta(days=1), night + timedelta(days=2.3))
    assert [path.name for path in backups(elsewhere.backups)] == ["duban-2026-03-03.age", "duban-2026-03-04.age"]
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in backups(elsewhere.backups))
    assert not told


async def test_one_that_fails_is_told_and_tried_again(place: Place, elsewhere: Elsewhere) -> None:
    told = Told()
    habit = replace(elsewhere.habit, recipients=(str(KEY.to_public()),))
    nightly = Nightly(place, habit, SETTINGS.hours, told)
    elsewhere.backups.write_text("in the way")
    night = at("2026-03-02 02:30")
    await nights(nightly, night, night + timedelta(minutes=20))
    assert told == {"backup-failed": 1}
    elsewhere.backups.unlink()
    await nights(nightly, night + timedelta(hours=1))
    assert len(backups(elsewhere.backups)) == 1


async def test_where_nobody_can_be_told_either_the_bot_is_stopped_as_ever(place: Place, elsewhere: Elsewhere) -> None:
    async def told(code: str, data: dict[str, Any], key: str) -> None:
        raise OperationalError("records", {}, OSError("disk I/O error"))

    habit = replace(elsewhere.habit, recipients=(str(KEY.to_public()),))
    nightly = Nightly(place, habit, SETTINGS.hours, told)
    elsewhere.backups.write_text("in the way")
    await nights(nightly, at("2026-03-02 02:30"))
    await nightly.close()


async def test_one_by_hand_beside_that_of_the_night_takes_nothing_from_it(place: Place, elsewhere: Elsewhere) -> None:
    """And what a process that died has left lying is cleared away."""
    (place.folder / ".backup-dead").mkdir()
    keys, now = [str(KEY.to_public())], at("2026-03-02 02:30")

    def meanwhile(done: int, of: int) -> None:
        if not (elsewhere.backups / "by-hand.age").exists():
            back_up(place, elsewhere.backups / "by-hand.age", keys, now, lambda done, of: None)
            assert len(list(place.folder.glob(".backup-*"))) == 1

    back_up(place, elsewhere.backups / "night.age", keys, now, meanwhile)
    assert sorted(path.name for path in elsewhere.backups.iterdir()) == ["by-hand.age", "night.age"]
    assert list(place.folder.glob(".backup-*")) == []


async def test_a_bot_that_is_stopped_gives_the_backup_up_and_leaves_nothing_lying(
    place: Place, elsewhere: Elsewhere
) -> None:
    habit = replace(elsewhere.habit, recipients=(str(KEY.to_public()),))
    nightly = Nightly(place, habit, SETTINGS.hours, Told())
    await nightly.look(at("2026-03-02 02:30"))
    await nightly.close()
    assert list(elsewhere.backups.glob("*")) == []
    assert list(place.folder.glob(".backup-*")) == []
