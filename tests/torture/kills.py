"""Random kills: a desk on a file dies at any statement, commit, confirmation or send, and the next one goes on."""

import os
import random
import signal
import sqlite3
import time

from tests.torture.crew import Tally, share
from tests.torture.figures import Figures
from tests.torture.lives import Stage, Testimony, extra_copies

MOST = 8  # deaths in one story


def run(n: int, seed: int) -> Figures:
    begin = time.monotonic()
    tally = share(tell, n, seed)
    found = Figures("kills", seed, time.monotonic() - begin, tally.wrong)
    found.add("random kills of a desk on a file", f"{tally.times} in {tally.stories} stories")
    found.add("lost, or done twice", found.none)
    found.add("messages that somebody got twice, each in doubt and marked so", str(tally.twice))
    found.add("messages got twice unmarked, or more than twice", found.none)
    found.summary = f"{tally.times:,} random kills: {found.none} lost or twice"
    return found


def tell(stage: Stage, tally: Tally, seed: str) -> None:
    """One story, whose desk dies up to eight times."""
    chance = random.Random(seed)
    story = chance.choice(stage.stories)
    steps = stage.twins[story.name].steps
    seen = Testimony(stage.bench.folder)
    stage.begin(story)
    number = 0
    while True:
        # the first death falls anywhere; those that follow fall soon, so that a recovery dies too
        reach = steps // chance.choice((2, 4, 16)) if number else steps
        stage.steps.arm(chance.randint(1, reach) if number < MOST else 0, _die)
        if stage.life(story, number):
            break
        number += 1
        stage.between_lives(story, seen)
    stage.read(seen)
    tally.stories += 1
    tally.times += number
    tally.twice += extra_copies(seen)
    tally.wrong += [f"story {seed} ({story.name}): {fault}" for fault in stage.complaints(story, seen)]


def _die(raw: sqlite3.Connection) -> bool:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("it lives")
