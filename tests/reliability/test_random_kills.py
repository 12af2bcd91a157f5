"""A short form of what `make torture` does for an hour: lives in forks, disturbed at any step (I-01, I-03, I-05, I-06)."""

from pathlib import Path

from tests.forks import FORKS
from tests.torture import kills, records
from tests.torture.crew import Tally
from tests.torture.lives import Stage

SEED, STORIES = 8, 4


def _tell(folder: Path, out: Path) -> None:
    """In a process without threads, so that it can be forked."""
    stage, killed, failed = Stage(folder), Tally(), Tally()
    for number in range(STORIES):
        kills.tell(stage, killed, f"{SEED}/{number}")
        records.tell(stage, failed, f"{SEED}/{number}")
    out.write_text(f"{killed.times} {failed.met}\n" + "\n".join(killed.wrong + failed.wrong), encoding="utf-8")


def test_killed_or_refused_at_any_step_a_desk_loses_nothing_and_does_nothing_twice(tmp_path: Path) -> None:
    (tmp_path / "stage").mkdir()
    process = FORKS.Process(target=_tell, args=(tmp_path / "stage", tmp_path / "told"))
    process.start()
    process.join()
    assert process.exitcode == 0
    times, *wrong = (tmp_path / "told").read_text(encoding="utf-8").splitlines()
    assert wrong == []
    kills_, refusals = map(int, times.split())
    assert kills_ >= STORIES
    assert refusals > 0
