"""No text keeps a pattern busy for ever."""

import re

import pytest

from tests.structure.ambiguity import doubling
from tests.structure.compiled import patterns
from tests.structure.pumped import turns

TURNS = 60  # of two ways each there is no end to


def test_no_signs_go_round_a_loop_in_two_ways() -> None:
    signs = {(where, source): doubling(source, flags) for (source, flags), where in patterns().items()}
    assert {one: found for one, found in signs.items() if found is not None} == {}


def test_every_pattern_ends_on_its_own_words() -> None:
    """Where one has no end, the time that a test may take ends it."""
    tried = 0
    for source, flags in patterns():
        compiled = re.compile(source, flags)
        for lead, turn in dict.fromkeys(turns(source, flags)):
            for begin in ("", lead):
                compiled.search(f"{begin}{turn * TURNS}\x00")
                tried += 1
    assert tried > 5000


def test_those_are_seen_that_functions_and_modules_make() -> None:
    written = {where.rpartition(":")[0] for where in patterns().values()}
    assert {"domain/reader/own_verbs.py", "catalogue/papers/opening.py", "bot/settings.py"} <= written
    assert len(patterns()) > 1500


@pytest.mark.parametrize(
    ("source", "signs"),
    [
        (r"^(?:(?:好的|收到|嗯+)[，\s]*)*[0-9]", "嗯嗯"),
        (r"(?:刚刚?|[让叫请][一-鿿]{2,5}?)*[查看]", "刚刚"),
        (r"(?:[一-鿿]{2,14}[、和 ]+){1,9}[一-鿿]{2,14}?[0-9]", "和和和"),
        (r"(?:a?b?)*c", "a"),
        (r"(?:(?:a|b)?)*(?:(?:c*)d)*e", None),
        (r"(?:(?:a?)*b)*c", "ab"),
        (r"(?=(?:a|aa)*b)", "aa"),
        (r"(?:的是|的|是)*x", "的是"),
    ],
)
def test_two_ways_round_are_found(source: str, signs: str | None) -> None:
    found = doubling(source)
    assert (found is None) == (signs is None)


@pytest.mark.parametrize(
    "source",
    [
        r"(?:好的|收到|嗯)*x",
        r"[0-9]+(?:,[0-9]{3})*x",
        r"(?:a(?!b)|ab)*x",
        r"(?:(?>开(?:了|的)?)|的)*x",
        r"(?>a|ab)+x",
        r"(?:a|aa)*+x",
        r"(?:a(?:b|$)|ac)*x",
        r"(?P<n>没有)(?:[，\s]*(?P=n))+x",
        r"(?i:[a-f]|G)*x",
    ],
)
def test_one_way_round_is_let_be(source: str) -> None:
    assert doubling(source) is None
