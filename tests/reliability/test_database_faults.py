"""The records fail for a while: locked, full, read-only. Nothing is lost, and all heals alone."""

import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from bot.desk import Desk
from bot.pace import Pace
from bot.safe import Safe
from bot.secrets import secret
from bot.traffic import Sent
from bot.wire import Fate, Verdict
from db import engine
from domain.cadences import Moment
from services import pacing
from tests.house import CIVIL, DIRECTOR, REGISTRAR, at
from tests.reliability.bench import MONDAY, Bench, Broken, differences
from tests.reliability.reckoning import sound
from tests.reliability.troubles import Full, Locked, ReadOnly, on_desk

NOON = at("2026-03-02 12:00")
TRIES = 2  # one that waits for a lock gives up after seconds


@pytest.fixture
def desk(bench: Bench) -> Iterator[Desk]:
    bench.back_to(bench.monday)
    desk = bench.desk()
    yield desk
    bench.leave(desk)


def _day(bench: Bench) -> list[dict[str, Any]]:
    """Enough to need new pages of the file."""
    ((number,),) = bench.ask(
        "SELECT t.id FROM task t JOIN unit u ON u.id = t.unit_id WHERE u.name = '立案庭' AND t.form = 'signing'"
    )
    return [
        bench.presses(REGISTRAR, 1, "sign-all", number),
        *(bench.says(CIVIL, f"第 {n} 句，{'很长' * 300}") for n in range(20)),
    ]


FAULTS = (Locked, Full, ReadOnly)
Fault = type[Locked | Full | ReadOnly]


def keep(bench: Bench, desk: Desk, day: list[dict[str, Any]]) -> Callable[[], Any]:
    return lambda: desk.keep(day, NOON)


def work(bench: Bench, desk: Desk, day: list[dict[str, Any]]) -> Callable[[], Any]:
    desk.keep(day, NOON)
    return lambda: desk.work(NOON)


def settle(bench: Bench, desk: Desk, day: list[dict[str, Any]]) -> Callable[[], Any]:
    """What was sent is to be written down, and the next things claimed."""
    desk.keep(day, NOON)
    desk.work(NOON)
    sends = desk.settle((), NOON, Pace(), ()).sends
    landed = [Sent(send.outbox_id, Verdict(Fate.SENT, ""), 500 + n) for n, send in enumerate(sends)]
    return lambda: desk.settle(landed, NOON, Pace(), ())


def recover(bench: Bench, desk: Desk, day: list[dict[str, Any]]) -> Callable[[], Any]:
    settle(bench, desk, day)
    return lambda: desk.recover(NOON)


FITS = (settle, recover)  # a full disk has room for small changes


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("prepared", [keep, work, settle, recover])
def test_a_verb_that_the_records_refuse_leaves_nothing_and_is_done_as_soon_as_they_take_it(
    prepared: Callable[[Bench, Desk, list[dict[str, Any]]], Callable[[], Any]], fault: Fault, bench: Bench, desk: Desk
) -> None:
    day = _day(bench)
    verb = prepared(bench, desk, day)
    before = bench.dump()
    verb()
    whole = bench.dump()
    bench.leave(desk)

    bench.back_to(bench.monday)
    other = bench.desk()
    verb = prepared(bench, other, day)
    assert differences(before, bench.dump()) == {}
    trouble = fault()
    on_desk(trouble, other, bench.records)
    refusals = 0
    while refusals < TRIES and _refused(verb):
        refusals += 1
    assert refusals == TRIES or (fault is Full and prepared in FITS)
    # alone each update is a transaction, and one that fits is done
    assert prepared is work or refusals < TRIES or differences(before, bench.dump()) == {}, "half written"
    trouble.heal()
    assert sound(bench.records) == []
    if refusals == TRIES:
        verb()
    assert differences(whole, bench.dump()) == {}
    bench.leave(other)
    assert sound(bench.records) == []


def _refused(verb: Callable[[], Any]) -> bool:
    try:
        verb()
    except OperationalError as error:
        return bool(re.search("locked|full|readonly", str(error)))
    return False


@pytest.mark.parametrize("fault", [Locked, ReadOnly])
def test_jobs_that_the_records_refuse_are_done_at_the_next_beat(
    fault: Fault, bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    bench.back_to(bench.friday)
    desk = bench.desk()
    before = bench.dump()
    trouble = fault()
    on_desk(trouble, desk, bench.records)
    with suppress(OperationalError):  # the calendar of the new day cannot be read
        desk.tick(at(MONDAY))
    assert differences(before, bench.dump()) == {}
    trouble.heal()
    desk.tick(at(MONDAY))
    while desk.tick(at(MONDAY)):
        continue
    assert bench.ask("SELECT week, state FROM digest") == [("2026-W09", "issued")]
    assert bench.ask("SELECT count(*) FROM task WHERE form = 'roll-call'") == [(3,)]
    bench.leave(desk)


def test_an_update_is_not_set_aside_because_the_records_failed_it(bench: Bench, desk: Desk) -> None:
    """Neither in the batch nor alone; it is worked on when they are back."""
    desk.keep(_day(bench)[:3], NOON)
    for k in range(1, 40):
        bench.breaker.arm(k, Broken)
        bench.breaker.again = k  # the batch fails, and then the first of them alone
        with suppress(OperationalError):
            desk.work(NOON)
        assert bench.ask("SELECT count(*) FROM inbox WHERE state = 'aside'") == [(0,)], f"statement {k}"
    bench.breaker.arm(0, Broken)
    desk.work(NOON)
    assert bench.ask("SELECT DISTINCT state FROM inbox") == [("done",)]


def test_the_desk_writes_through_to_the_disk(desk: Desk) -> None:
    """I-12: every acknowledged commit survives a power cut."""
    ask = desk.session.connection().exec_driver_sql
    assert ask("PRAGMA journal_mode").scalar() == "wal"
    assert ask("PRAGMA synchronous").scalar() == 2, "FULL"
    assert ask("PRAGMA foreign_keys").scalar() == 1


@pytest.mark.parametrize("umask", [0o077, 0o022])
def test_records_proof_and_secret_are_their_owners_alone(umask: int, tmp_path: Path) -> None:
    """The program sets the first umask; should it be lost, the files stay closed and so does the folder of all."""
    folder = tmp_path / "data"
    before = os.umask(umask)
    try:
        database = engine.open_file(folder / "duban.db")
        with database.connect() as connection:
            connection.exec_driver_sql("CREATE TABLE t (x)")
            connection.commit()
            secret(folder)
            Safe(folder / "proof", 100).keep(b"minutes")
            found = {path: path.stat().st_mode for path in [folder, *folder.rglob("*")]}
    finally:
        os.umask(before)
    database.dispose()
    files = {path.name: stat.S_IMODE(mode) for path, mode in found.items() if stat.S_ISREG(mode)}
    folders = {path: stat.S_IMODE(mode) for path, mode in found.items() if stat.S_ISDIR(mode)}
    assert files.keys() >= {"duban.db", "duban.db-wal", "duban.db-shm", "secret"}
    assert set(files.values()) == {0o600}
    assert folders[folder] == 0o700
    if umask == 0o077:
        assert set(folders.values()) == {0o700}


def test_what_the_desk_goes_by_is_what_is_on_record(bench: Bench, desk: Desk) -> None:
    """The director moves a limit, and the records break at one statement after the other, twice each time."""
    desk.keep([bench.presses(DIRECTOR, 1, "pace-sure", f"{pacing.code('filing')}-m-a5")], NOON)
    limits = {0: Moment("after", 3), 1: Moment("after", 5)}
    broken = 0
    while True:
        broken += 1
        bench.breaker.arm(broken, Broken)
        bench.breaker.again = broken
        with suppress(Broken):
            desk.work(NOON)
        bench.breaker.arm(0, Broken)
        ((written,),) = bench.ask("SELECT count(*) FROM pacing")
        assert desk.office(NOON, "look").rules.cadences["filing"].due == limits[written], broken
        desk.session.rollback()
        if written:
            break
    assert broken > 20
    assert bench.ask("SELECT count(*) FROM audit WHERE verb = 'pace'") == [(1,)]
