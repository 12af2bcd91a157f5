"""One story, its bot killed at every commit and at every send: nothing is lost, no effect comes twice."""

import os
from collections import Counter
from itertools import count
from pathlib import Path

import pytest

from tests.reliability.telling import Scene, Told, run, tell
from tests.reliability.ward import KINDS, Death, Kind

FIRST, *OTHERS = KINDS
STRIDE = 1 if os.environ.get("DUBAN_EVERY_STEP") else 3
SHARE = 0.9  # of the steps counted beforehand that must have been met: two tellings never take exactly the same ones


def test_the_story_that_nobody_disturbs_breaks_no_promise_either(twin: Told) -> None:
    assert twin.complaints == []
    assert twin.deaths == []
    assert twin.unsure == []
    assert all(commits for act, (commits, _) in twin.steps.items() if act != "certain")


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", [FIRST, *(pytest.param(kind, marks=pytest.mark.long) for kind in OTHERS)])
def test_a_bot_killed_at_every_step_of_every_act_loses_nothing_and_does_nothing_twice(
    kind: Kind, scene: Scene, twin: Told, tmp_path: Path
) -> None:
    """One death an act and telling, at its first step, at its fourth (or second), until there are no more steps."""
    died: Counter[str] = Counter()
    for n in count(1, STRIDE):
        told = run(tell(scene, tmp_path / "court", Death(kind, n), twin.outcome))
        assert told.complaints == [], f"killed {kind}, step {n} of each act"
        died.update(told.deaths)
        if not told.deaths:
            break
    steps = {act: sends if "acceptance" in kind else commits for act, (commits, sends) in twin.steps.items()}
    print(f"killed {kind}: {died.total()} times in {n} tellings; {sum(steps.values())} steps were counted beforehand")
    assert died.total() * STRIDE >= SHARE * sum(steps.values())
    assert [act for act, number in steps.items() if number and not died[act]] == []
