"""The host's clock lies: another zone, an hour and a half off and back again. The month's reminders are the same."""

import asyncio
import os
import random
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.play import Play
from bot.rehearse import Ledger, Line
from services.auditing import first_broken
from tests.house import DIRECTOR, Court, at
from tests.reliability.bench import FRIDAY, GIVEN, Bench

LAST = at("2026-03-27 20:00")  # a round opened, chased and shown, four digests; New York has put its clocks on
BEAT, AWAKE = timedelta(minutes=30), range(6, 20)  # by night every tenth beat will do
FARTHEST = 90  # minutes
JUMPS = ((1, "UTC"), (2, "America/New_York"), (3, "UTC"))


class Jumpy(MovableClock):
    """Unlike the sandbox's it is set back too, as an operator or a time server does it."""

    def __init__(self, start: datetime) -> None:
        super().__init__(start, running=False)
        self._true, self._off = start, timedelta(0)

    def now(self) -> datetime:
        return self._true + self._off

    def move_to(self, instant: datetime) -> None:
        self._true = max(self._true, instant - self._off)

    def jump(self, minutes: int) -> None:
        self._off = timedelta(minutes=minutes)


@contextmanager
def host_in(zone: str) -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    time.tzset()
    try:
        yield
    finally:
        if before is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = before
        time.tzset()


@pytest.fixture(scope="module")
def calm(bench: Bench) -> "Month":
    return Month(bench, "UTC", None)


class Month:
    """Nobody answers from Friday, 27 February to the last of March; beats come every half hour."""

    def __init__(self, bench: Bench, zone: str, seed: int | None) -> None:
        bench.back_to(bench.friday)
        desk = bench.desk()
        clock = Jumpy(at(FRIDAY))
        names = {number: title for title, number in bench.ids.items()}
        ledger = Ledger(desk, clock, names, _numbers=count(1))
        play = Play(desk, clock, ledger, lambda content: "0" * 64)
        chance = random.Random(seed)
        with host_in(zone):
            instant = at(FRIDAY)
            while instant < LAST:
                instant += BEAT if instant.hour in AWAKE else 10 * BEAT
                clock.jump(0)
                clock.move_to(instant)
                clock.jump(chance.choice((-FARTHEST, 0, FARTHEST)) if seed else 0)
                play.settle_down()
        assert first_broken(desk.session) is None
        bench.leave(desk)
        self.lines: list[Line] = ledger.lines
        self.reminders = bench.ask("SELECT task_id, rung, audience, person_id, on_date FROM reminder ORDER BY 1, 2, 3")
        self.digests = bench.ask("SELECT number, week, state FROM digest ORDER BY 1")
        self.tasks = bench.ask(
            "SELECT unit_id, assignment_id, cadence, period, opens, due FROM task ORDER BY 1, 2, 3, 4"
        )
        self.open = bench.ask("SELECT kind, state FROM outbox WHERE state NOT IN ('sent', 'dropped')")

    def said(self, but: str = "") -> Counter[tuple[str, str, str, str]]:
        """Day, to whom, what kind, about what; `but` is a kind that is left out."""
        return Counter((line.at[:10], line.to, line.kind, line.subject) for line in self.lines if line.kind != but)


def test_the_calm_month_has_its_reminders(calm: Month) -> None:
    assert {audience for _, _, audience, _, _ in calm.reminders} == {"contact", "head", "office"}
    assert [week for _, week, _ in calm.digests] == ["2026-W09", "2026-W10", "2026-W11", "2026-W12", "2026-W13"]
    assert {period for _, _, cadence, period, _, _ in calm.tasks if cadence == "filing"} == {"2026-02"}
    assert calm.open == []


def test_the_zone_of_the_host_changes_no_word(bench: Bench, calm: Month) -> None:
    """Its summer time begins in the middle of the month."""
    month = Month(bench, "America/New_York", None)
    assert month.lines == calm.lines
    assert month.reminders == calm.reminders


@pytest.mark.parametrize(("seed", "zone"), JUMPS)
def test_a_clock_that_jumps_back_and_forth_loses_no_reminder_and_repeats_none(
    seed: int, zone: str, bench: Bench, calm: Month
) -> None:
    print(f"seed {seed}")
    month = Month(bench, zone, seed)
    assert month.reminders == calm.reminders
    assert month.digests == calm.digests
    assert month.tasks == calm.tasks
    assert month.open == []
    assert month.said("digest-draft") == calm.said("digest-draft")
    assert month.said() <= calm.said()  # a draft whose hour seems past is not sent; `/digest` has it


async def test_a_clock_that_is_set_back_does_not_make_the_bot_mute(empty_installation: Path, tmp_path: Path) -> None:
    shutil.copytree(empty_installation, tmp_path / "court")
    (tmp_path / "court").chmod(0o700)
    court = Court(tmp_path / "court", at(GIVEN))
    clock = court.clock = Jumpy(at(GIVEN))
    await court.build()
    await court.open()
    try:
        await court.say(DIRECTOR, f"/start {await court.claim_code()}")
        clock.jump(-FARTHEST)
        number = court.telegram.says(court.id(DIRECTOR), court.id(DIRECTOR), "帮助")["message_id"]
        async with asyncio.timeout(5):
            while court.last(DIRECTOR)["message_id"] < number:
                await asyncio.sleep(0.01)
    finally:
        await court.close()
