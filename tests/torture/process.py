"""The real process, killed by SIGKILL while it speaks HTTP with a Telegram: one story, a death in each of its acts."""

import random
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.reliability.telling import run as until_told
from tests.reliability.telling import set_up, tell
from tests.reliability.ward import KINDS, Death, Kind
from tests.torture.crew import IN_MEMORY
from tests.torture.figures import Figures

# steps of an act, at most: beyond them nobody dies in it
DEEPEST: dict[Kind, int] = {
    "before a commit": 6,
    "after a commit": 6,
    "before acceptance": 4,
    "after acceptance": 4,
}


def run(n: int, seed: int) -> Figures:
    """At least `n` deaths."""
    begin, chance = time.monotonic(), random.Random(seed)
    died: Counter[str] = Counter()
    wrong: list[str] = []
    tellings = 0
    with TemporaryDirectory(dir=IN_MEMORY) as name:
        scene = set_up(Path(name, "scene"))
        twin = until_told(tell(scene, Path(name, "twin"), None, None))
        wrong += twin.complaints
        while died.total() < n and not wrong:
            kind = KINDS[tellings % len(KINDS)]
            death = Death(kind, chance.randint(1, DEEPEST[kind]))
            told = until_told(tell(scene, Path(name, "court"), death, twin.outcome))
            wrong += [f"killed {kind}, step {death.n} of each act: {fault}" for fault in told.complaints]
            died[kind] += len(told.deaths)
            tellings += 1
    found = Figures("process", seed, time.monotonic() - begin, wrong)
    found.add("kills of the real process over HTTP", f"{died.total()} in {tellings} stories of {len(twin.steps)} acts")
    for kind in KINDS:
        found.add(f"… killed {kind}", str(died[kind]))
    found.add("lost, done twice, or sent twice without saying so", found.none)
    found.summary = f"{died.total()} kills over HTTP: {found.none} lost or twice"
    return found
