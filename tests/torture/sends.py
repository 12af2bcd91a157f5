"""One story of the real process, killed before and after each of its commits and each of its sends."""

import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.forks import FORKS
from tests.reliability.telling import Scene, Told, set_up, tell
from tests.reliability.telling import run as until_told
from tests.reliability.ward import KINDS, Death, Kind
from tests.torture.crew import IN_MEMORY, WORKERS
from tests.torture.figures import Figures

SHARE = 0.9  # of the steps counted beforehand that must have been met: two tellings never take exactly the same ones
Met = tuple[int, int, list[str]]  # deaths, steps counted beforehand, and what was wrong


def run() -> Figures:
    begin = time.monotonic()
    with ProcessPoolExecutor(WORKERS, mp_context=FORKS) as pool:
        done = dict(zip(KINDS, pool.map(every, KINDS), strict=True))
    found = Figures("sends", 0, time.monotonic() - begin, [line for *_, wrong in done.values() for line in wrong])
    deaths = sum(times for times, *_ in done.values())
    for kind, (times, steps, _) in done.items():
        found.add(f"the real process killed {kind}, at each of those of one story", f"{times}; {steps} were counted")
    found.add("lost, done twice, or sent twice without saying so", found.none)
    found.summary = f"{deaths} kills at every commit and send of a story: {found.none} lost or twice"
    return found


def every(kind: Kind) -> Met:
    with TemporaryDirectory(dir=IN_MEMORY) as name:
        scene = set_up(Path(name, "scene"))
        twin = until_told(tell(scene, Path(name, "twin"), None, None))
        return everywhere(kind, scene, twin, Path(name, "court"))


def everywhere(kind: Kind, scene: Scene, twin: Told, court: Path, stride: int = 1) -> Met:
    """One death an act and telling, at its first step, at its next by that stride, until there are no more steps."""
    died: Counter[str] = Counter()
    wrong: list[str] = []
    for n in count(1, stride):
        told = until_told(tell(scene, court, Death(kind, n), twin.outcome))
        wrong += [f"killed {kind}, step {n} of each act: {fault}" for fault in told.complaints]
        died.update(told.deaths)
        if not told.deaths:
            break
    steps = {act: sends if "acceptance" in kind else commits for act, (commits, sends) in twin.steps.items()}
    wrong += [f"never killed {kind} in {act}" for act, number in steps.items() if number and not died[act]]
    if died.total() * stride < SHARE * sum(steps.values()):
        wrong.append(f"killed {kind} {died.total()} times where {sum(steps.values())} steps were counted beforehand")
    return died.total(), sum(steps.values()), wrong
