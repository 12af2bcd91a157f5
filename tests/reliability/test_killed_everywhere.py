"""One story, its bot killed at every commit and at every send: nothing is lost, no effect comes twice."""

import os
from pathlib import Path

import pytest

from tests.reliability.telling import Scene, Told
from tests.reliability.ward import KINDS, Kind
from tests.torture.sends import everywhere

FIRST, *OTHERS = KINDS
STRIDE = 1 if os.environ.get("DUBAN_EVERY_STEP") else 6


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
    """`make torture` kills it so at each step, `make test` at every sixth commit."""
    times, steps, wrong = everywhere(kind, scene, twin, tmp_path / "court", STRIDE)
    print(f"killed {kind}: {times} times; {steps} steps were counted beforehand")
    assert wrong == []
