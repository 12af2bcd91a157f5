"""Several processes, each with a stage of its own, share the stories of a part."""

import json
import logging
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.forks import FORKS
from tests.torture.lives import Stage

WORKERS = 2
MOST_WRONG = 8  # faults after which a share is given up
# a killed process loses nothing that it gave to the kernel: what a disk does is another part's matter
IN_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


@dataclass
class Tally:
    stories: int = 0
    times: int = 0  # that the stories were disturbed
    twice: int = 0  # extra copies of messages
    met: int = 0  # stories in which the trouble was felt
    wrong: list[str] = field(default_factory=list)


def hush() -> None:
    """What goes wrong here goes wrong on purpose."""
    logging.disable(logging.CRITICAL)


Telling = Callable[[Stage, Tally, str], None]


def share(telling: Telling, n: int, seed: int) -> Tally:
    """Stories until they were disturbed `n` times; `telling` tells one, by a seed of its own."""
    with TemporaryDirectory(dir=IN_MEMORY) as name:
        folders = [Path(name, str(worker)) for worker in range(WORKERS)]
        processes = [
            FORKS.Process(target=_work, args=(telling, folder, -(-n // WORKERS), seed, worker))
            for worker, folder in enumerate(folders)
        ]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        done = [Tally(**json.loads((folder / "tally").read_text())) for folder in folders]
    return Tally(
        sum(one.stories for one in done),
        sum(one.times for one in done),
        sum(one.twice for one in done),
        sum(one.met for one in done),
        [line for one in done for line in one.wrong],
    )


def _work(telling: Telling, folder: Path, n: int, seed: int, number: int) -> None:
    folder.mkdir()
    stage, tally = Stage(folder), Tally()
    while tally.times < n and len(tally.wrong) < MOST_WRONG:
        telling(stage, tally, f"{seed}/{number}")
        number += WORKERS
    (folder / "tally").write_text(json.dumps(asdict(tally)))
