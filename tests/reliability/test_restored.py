"""I-15: a backup at any instant, the bot runs on, the machine is lost: backup and journal bring back what there was.

DUBAN_TRIALS=50 restores so many times; by default a few.
"""

import os
import random
from pathlib import Path

import pytest

from tests.reliability.bench import Bench, differences
from tests.reliability.restored import Living, backed_up, brought_back

TRIALS = int(os.environ.get("DUBAN_TRIALS", "3"))
ACTS, A_LIFE = 25, 3  # of a life, backups of it


@pytest.mark.parametrize("seed", range(-(-TRIALS // A_LIFE)))
def test_backup_and_journal_bring_back_what_there_was(bench: Bench, seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    living = Living(bench, tmp_path / "life", chance)
    backups: list[Path] = []

    def pause() -> None:
        if len(backups) < A_LIFE and chance.random() < 0.05:
            backups.append(tmp_path / f"{len(backups)}.age")
            backed_up(living, backups[-1])

    living.pause = pause
    living.live(ACTS)
    bench.leave(living.desk)
    was = bench.dump()
    assert len(backups) == A_LIFE
    for n, backup in enumerate(backups):
        now, done = brought_back(living, backup, tmp_path / str(n))
        assert done.replayed is not None
        assert done.replayed.astray == ""
        assert differences(was, now) == {}
