"""A short form of what `make torture` does for an hour: lives in forks, disturbed at any step."""

import json
import random
from pathlib import Path

from tests.forks import FORKS
from tests.torture import disk, kills, power, records
from tests.torture.crew import Tally
from tests.torture.lives import Stage

SEED, STORIES = 8, 4


def _tell(folder: Path, out: Path) -> None:
    """In a process without threads, so that it can be forked."""
    stage, killed, failed = Stage(folder), Tally(), Tally()
    for number in range(STORIES):
        kills.tell(stage, killed, f"{SEED}/{number}")
        records.tell(stage, failed, f"{SEED}/{number}")
    cuts = power.story(stage, random.Random(SEED)) if disk.library() else None
    out.write_text(json.dumps([killed.times, failed.met, killed.wrong + failed.wrong, cuts]), encoding="utf-8")


def test_killed_refused_or_cut_off_at_any_step_a_desk_loses_nothing_and_does_nothing_twice(tmp_path: Path) -> None:
    """I-01, I-03, I-05, I-06, I-11 and, where this Python's SQLite can be watched, I-12."""
    (tmp_path / "stage").mkdir()
    process = FORKS.Process(target=_tell, args=(tmp_path / "stage", tmp_path / "told"))
    process.start()
    process.join()
    assert process.exitcode == 0
    times, refusals, wrong, cuts = json.loads((tmp_path / "told").read_text(encoding="utf-8"))
    assert wrong == []
    assert times >= STORIES
    assert refusals > 0
    if cuts is not None:
        number, syncs, commits, lost = cuts
        assert lost == []
        assert number == power.CUTS
        assert syncs >= commits > 0
