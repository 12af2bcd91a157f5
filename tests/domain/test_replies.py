"""The collection of replies: a wrong value in silence is the one error that nothing excuses."""

import pytest

from tests.scoring import LEVELS, not_right, scored, table, tally

# right at first reading, of the plain and of the messy ones; raised as the reader learns, set anew when replies that
# nobody had read come in
REACHED = {
    "figures": (0.994, 0.935),
    "yes": (0.98, 0.94),
    "occurrence": (0.995, 0.965),
    "day": (0.97, 0.97),
    "rank": (1.0, 0.98),
    "roll-call": (0.995, 0.94),
    "meeting": (0.995, 0.95),
    "entries": (0.995, 0.98),
}


@pytest.fixture(scope="module", autouse=True)
def shown() -> None:
    print(f"\n{table(scored())}")


def test_no_value_is_wrong_in_silence() -> None:
    wrong = [one for one in scored() if one.status == "wrong"]
    assert not wrong, "\n".join(not_right(tuple(wrong), []))


@pytest.mark.parametrize("kind", REACHED)
def test_what_is_plain_is_understood_at_first_reading(kind: str) -> None:
    counts = tally(scored())
    for level, reached in zip(LEVELS, REACHED[kind], strict=False):
        share = counts.share(level, kind=kind)
        assert share >= reached, f"{kind}, {level}: {share:.1%}"


def test_what_somebody_wants_is_understood_where_nothing_is_reported() -> None:
    """Its day and the department that is named included."""
    wishes = [one for one in scored() if one.intent not in ("report", "correction") and not one.values]
    missed = [one for one in wishes if one.status != "right"]
    assert len(missed) <= len(wishes) // 45, "\n".join(not_right(tuple(missed), []))
