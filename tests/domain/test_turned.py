"""What is reserved by its sender is asked about; what he says of the weather is not."""

from collections import Counter

from tests.turned import Turned, of_all, remarked, turned

SEED = 20261127
# of a hundred remarks, each behind several replies: so many that reserve are overlooked, so many harmless ones stop it
OVERLOOKED, STOPPED = 0.06, 0.24


def test_a_word_beside_a_figure_makes_it_a_question() -> None:
    assert _taken(list(turned(8, SEED))) == []


def test_what_is_said_of_all_of_a_reply_makes_it_a_question() -> None:
    assert _taken(list(of_all(16, SEED))) == []


def test_hardly_a_remark_that_reserves_is_overlooked() -> None:
    told = list(remarked("reserving", 1, SEED))
    taken = Counter(one.by for one in told if one.is_taken())
    assert sum(taken.values()) <= OVERLOOKED * len(told), taken.most_common()


def test_most_harmless_remarks_stop_nothing() -> None:
    told = list(remarked("harmless", 1, SEED))
    stopped = Counter(one.by for one in told if not one.is_taken())
    assert sum(stopped.values()) <= STOPPED * len(told), stopped.most_common()


def _taken(told: list[Turned]) -> list[str]:
    assert len(told) > 200
    return [f"{one.by}: {one.text}" for one in told if one.is_taken()]
