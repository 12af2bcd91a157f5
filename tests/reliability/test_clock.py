"""The host's clock lies: another zone, an hour and a half off and back again. The month's reminders are the same."""

import asyncio
import shutil
from pathlib import Path

import pytest

from tests.house import DIRECTOR, Court, at
from tests.reliability.bench import GIVEN, Bench
from tests.reliability.months import FARTHEST, Jumpy, Month

JUMPS = ((1, "UTC", False), (2, "America/New_York", False), (3, "UTC", True))


@pytest.fixture(scope="module")
def calm(bench: Bench) -> Month:
    return Month(bench, "UTC", None)


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


@pytest.mark.parametrize(("seed", "zone", "sleeps"), JUMPS)
def test_a_clock_that_jumps_back_and_forth_or_sleeps_loses_no_reminder_and_repeats_none(
    seed: int, zone: str, sleeps: bool, bench: Bench, calm: Month
) -> None:
    print(f"seed {seed}")
    month = Month(bench, zone, seed, sleeps=sleeps)
    assert (month.naps > 3) == sleeps
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
