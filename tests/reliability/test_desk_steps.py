"""Each verb of the desk, broken off at many of its statements: all of a transaction is in the file, or nothing.

DUBAN_EVERY_STEP=1 breaks each at all of them, and so does `make torture`.
"""

import os

import pytest

from tests.reliability.bench import Bench
from tests.torture.verbs import VERBS, dies, fails

MANY = 80  # statements


def _stride(steps: int) -> int:
    """Each statement of a short verb; of a long one every fifth."""
    return 1 if steps < MANY or os.environ.get("DUBAN_EVERY_STEP") else 5


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_that_dies_at_any_statement_leaves_all_or_nothing_and_the_next_desk_ends_it(
    verb: str, bench: Bench
) -> None:
    times, wrong = dies(bench, verb, _stride)
    assert wrong == []
    assert times > 3


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_that_fails_at_any_statement_is_done_by_the_same_desk_when_it_is_called_again(
    verb: str, bench: Bench
) -> None:
    times, wrong = fails(bench, verb, _stride)
    assert wrong == []
    assert times > 3
