"""What is told of the change to last year: 同比下降2.9%, 比去年少48件."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from domain.reader.asked import Asked
from domain.reader.attached import Side, speaks
from domain.reader.stop import Unclear
from domain.reader.vocabulary import Word, is_earlier
from domain.reader.years import YEAR_OF_NAME

BESIDE = ("target", "others", "missed")


def with_increases(sides: Sequence[Side], asked: Asked) -> list[Side]:
    """调解员348, 增45: where so many more are asked for, right behind how many there are."""
    wanted = [quantity for quantity in asked.quantities if "增加" in quantity.label]
    found = list(sides)
    if len(wanted) != 1:
        return found
    more = wanted[0]
    alike = {q.label for q in asked.quantities if q.unit == more.unit and q.label[:2] == more.label[:2]} - {more.label}
    for before, (at, side) in pairwise(enumerate(sides)):
        is_bare = {word.kind for word in side.said} == {"more"} and side.amount.sort == "number"
        if is_bare and any(word.kind == "role" and word.of <= alike for word in before[1].said):
            found[at] = replace(side, said=(Word("role", frozenset({more.label})),))
    return found


def is_change(side: Side) -> bool:
    return speaks(side.said, "more", "less")


def growth_told(sides: Sequence[Side], asked: Asked) -> dict[str, Fraction]:
    """Of the sides that are shares and changes, where a growth is asked for."""
    keys = [demand.key for demand in asked.demands if demand.kind == "growth"]
    own = [side for side in sides if not speaks(side.said, *BESIDE)]
    if len(own) > 1 or (own and not keys) or any(speaks(side.held, *BESIDE) for side in own):
        raise Unclear
    return {key: _signed(side) for key in keys for side in own}


def _signed(side: Side) -> Fraction:
    falls = speaks(side.said, "less")
    if falls == speaks(side.said, "more"):
        raise Unclear
    return -side.amount.value if falls else side.amount.value


def without_changes(sides: Sequence[Side]) -> list[Side]:
    """较去年减少48件, 为1623件: the name holds for what comes of it."""
    found: list[Side] = []
    for at, side in enumerate(sides):
        if is_change(side):
            continue
        if at and is_change(sides[at - 1]) and not speaks(side.said, "role", "noun", "time"):
            named = tuple(word for word in sides[at - 1].said if word.kind in ("role", "noun"))
            side = replace(side, said=named + side.said)
        found.append(side)
    return found


def check_changes(sides: Sequence[Side], values: Mapping[str, Fraction]) -> None:
    """By so much more or less than last year, or before the figure that came of it."""
    now = {label: value for label, value in values.items() if not label.startswith("#") and not is_earlier(label)}
    for at, side in enumerate(sides):
        if not is_change(side):
            continue
        twins = [
            (now[base], of) for key, of in values.items() if (base := YEAR_OF_NAME.sub("", key)) in now and base != key
        ]
        made = [this - last == _signed(side) for this, last in twins]
        leads = at + 1 < len(sides) and len(now) == 1
        if made != [True] and (made or not leads):
            raise Unclear
