"""A label of two nouns, 来信来访: each of them alone is less than it, both together are it."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from domain.numbers import CHINESE
from domain.patterns import pattern_of
from domain.reader.asked import Asked
from domain.reader.names import Thing
from domain.reader.placed import Placed
from domain.reader.sounds import as_written_in

COUPLE = pattern_of(r"(?=(?P<one>(?P<sign>[一-鿿])[一-鿿])(?P<other>(?P=sign)[一-鿿])$)")
FIGURE = rf"(?:[0-9]+|[{CHINESE}]+)[件封个起批次人]*"
HEADS = ("人次", "人", "次", "批")
UNITS = ("", "件", "封", "人次", "人", "次", "个", "起", "批")


def in_full(text: str, asked: Asked) -> str:
    """信37封访91批: each half by its last sign, where both are told so."""
    for couple in filter(None, (COUPLE.search(quantity.label) for quantity in asked.quantities)):
        first, other = couple["one"], couple["other"]
        both = pattern_of(rf"(?<![一-鿿]){first[-1]}(?P<n>{FIGURE})[,，、\s和]*{other[-1]}(?=\s?{FIGURE})")
        text = both.sub(rf"{first}\g<n>，{other}", text)
    return text


def together(placed: Sequence[Placed], known: Sequence[Thing]) -> list[Placed]:
    """来信52封, 来访85件 make 137; a half by itself says nothing."""
    whole = min(
        (t for t in known if t.sort == "count" and COUPLE.search(t.name)), key=lambda t: len(t.name), default=None
    )
    couple = COUPLE.search(whole.name) if whole else None
    if whole is None or couple is None:
        return list(placed)
    sides = [_side(one, couple["one"], couple["other"]) for one in placed]
    if not any(sides):
        return list(placed)
    halves = [one for one, side in zip(placed, sides, strict=True) if side]
    if sorted(side for side in sides if side) != sorted((couple["one"], couple["other"])):
        if any(one.thing == whole for one in placed if one not in halves):  # 来信来访138件, 其中来信21件
            return [replace(one, context="aside") if one in halves else one for one in placed]
        return _none_of_it(placed, halves, whole)
    return _summed(placed, halves, whole)


def _side(one: Placed, first: str, other: str) -> str:
    if one.context or one.amount.sort != "number" or one.amount.unit not in UNITS:
        return ""
    said = as_written_in(one.words, first + other)  # 来信来方
    if (first in said) == (other in said) or "录" in said:
        return ""
    return first if first in said else other


def _summed(placed: Sequence[Placed], halves: Sequence[Placed], whole: Thing) -> list[Placed]:
    total = sum((one.amount.value for one in halves), Fraction(0))
    others = [one for one in placed if one not in halves]
    if said := next(
        (o for o in others if o.amount.value == total and not o.context and o.thing in (None, whole)), None
    ):
        named = replace(said, thing=whole, rivals=())
        return [replace(one, context="aside") if one in halves else named if one is said else one for one in placed]
    # 来信87件, 来访55人次: how many cases were these?
    if any(one.thing == whole for one in others) or len({one.amount.unit in HEADS for one in halves}) > 1:
        return _none_of_it(placed, halves, whole)
    first = halves[0]
    made = replace(first, thing=whole, rivals=(), amount=replace(first.amount, value=total, unit=whole.unit))
    return [made if one is first else replace(one, context="aside") if one in halves else one for one in placed]


def _none_of_it(placed: Sequence[Placed], halves: Sequence[Placed], whole: Thing) -> list[Placed]:
    """Nothing of the same couple is certain then."""
    return [
        replace(one, thing=None, rivals=(whole,))
        if one in halves or (one.thing and whole.name in one.thing.name)
        else one
        for one in placed
    ]
