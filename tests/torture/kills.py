"""Random kills: a desk on a file dies at any statement, commit, confirmation or send, and the next one goes on."""

import json
import os
import random
import signal
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.forks import FORKS
from tests.torture.figures import Figures
from tests.torture.lives import Stage, Testimony, extra_copies

WORKERS = 2
MOST = 8  # deaths in one story
# a killed process loses nothing that it gave to the kernel: the disk is another part's matter
IN_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


@dataclass
class Tally:
    lives: int = 0
    kills: int = 0
    twice: int = 0  # extra copies, each after a recorded doubt and marked
    wrong: list[str] | None = None


def run(n: int, seed: int, workers: int = WORKERS) -> Figures:
    begin = time.monotonic()
    with TemporaryDirectory(dir=IN_MEMORY) as name:
        folders = [Path(name, str(worker)) for worker in range(workers)]
        shares = [
            FORKS.Process(target=_work, args=(folder, -(-n // workers), seed, worker, workers))
            for worker, folder in enumerate(folders)
        ]
        for process in shares:
            process.start()
        for process in shares:
            process.join()
        done = [Tally(**json.loads((folder / "tally").read_text())) for folder in folders]
    kills, wrong = sum(t.kills for t in done), [line for t in done for line in t.wrong or ()]
    found = Figures("kills", seed, time.monotonic() - begin, wrong)
    found.add(f"{kills} kills in {sum(t.lives for t in done)} stories", "0 lost, 0 effects twice" if not wrong else "")
    found.add("messages sent twice, each in doubt and marked so", str(sum(t.twice for t in done)))
    found.add("messages sent more than twice, or twice without a mark", "0" if not wrong else "")
    return found


def _work(folder: Path, n: int, seed: int, first: int, step: int) -> None:
    """A share of the stories: the first, and every `step`-th after it, until `n` deaths were died."""
    folder.mkdir()
    stage, tally, number = Stage(folder), Tally(wrong=[]), first
    while tally.kills < n and len(tally.wrong or ()) < MOST:
        story(stage, tally, f"{seed}/{number}")
        number += step
    (folder / "tally").write_text(json.dumps(asdict(tally)))


def story(stage: Stage, tally: Tally, seed: str) -> None:
    """One story, whose desk dies up to eight times."""
    chance = random.Random(seed)
    story = chance.choice(stage.stories)
    twin = stage.twins[stage.stories.index(story)]
    seen = Testimony(stage.bench.folder)
    stage.begin(story)
    number = 0
    while True:
        # the first death falls anywhere; those that follow fall soon, so that a recovery dies too
        reach = twin.steps if number == 0 else max(4, twin.steps // chance.choice((2, 4, 16)))
        stage.steps.arm(chance.randint(1, reach) if number < MOST else 0, die)
        if stage.life(story, number):
            break
        tally.kills += 1
        number += 1
        stage.between_lives(story, seen)
    stage.testimony(seen)
    tally.lives += 1
    tally.twice += extra_copies(seen)
    assert tally.wrong is not None
    tally.wrong += [f"story {seed} ({story.name}): {fault}" for fault in stage.complaints(story, seen)]


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
