"""Replies to the notices of other institutions: their words were never taught, and nothing may be wrong in silence."""

import pytest

from tests.scoring import LEVELS, OTHER_REPLIES, not_right, scored, table, tally

# right at first reading, of the plain and of the messy ones
REACHED = {"figures": (0.90, 0.65), "entries": (0.90, 0.85), "occurrence": (0.95, 0.50), "yes": (0.75, 0.50)}


def test_no_value_is_wrong_in_silence() -> None:
    found = scored(OTHER_REPLIES)
    print(f"\n{table(found)}")
    wrong = [one for one in found if one.status == "wrong"]
    assert len(found) >= 700
    assert not wrong, "\n".join(not_right(tuple(wrong), []))


@pytest.mark.parametrize("kind", REACHED)
def test_what_is_plain_is_understood_at_first_reading(kind: str) -> None:
    counts = tally(scored(OTHER_REPLIES))
    for level, reached in zip(LEVELS, REACHED[kind], strict=False):
        share = counts.share(level, kind=kind)
        assert share >= reached, f"{kind}, {level}: {share:.1%}"
