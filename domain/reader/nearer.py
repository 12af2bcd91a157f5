"""A short name that fits several things, with a figure such as another one of them had: 调解268件."""

from collections.abc import Sequence
from fractions import Fraction

from domain.reader.asked import Asked
from domain.reader.names import STRIPPED, within
from domain.reader.placed import Placed
from domain.reader.saying import Values
from domain.reader.stop import Stop
from domain.reader.trimming import short
from domain.reader.wording import usual

FAR = 2  # so many times what was on record of the thing itself
NEAR = Fraction(5, 4)  # and so little off what was on record of the other one


def stop_at_another(values: Values, placed: Sequence[Placed], asked: Asked) -> None:
    for one in placed:
        if one.context or not one.in_short or not one.thing or not one.thing.quantity or one.thing.key not in values:
            continue
        said = STRIPPED.sub("", usual(short(one.before)))
        mine, value = asked.last.get(one.thing.key), values[one.thing.key]
        if not said or not mine or not value or _apart(value, mine) < FAR:
            continue
        others = [
            part.label
            for part in asked.quantities
            if part.label not in values and part.unit == one.thing.unit and within(said, usual(part.label))
        ]
        if near := [label for label in others if asked.last.get(label) and _apart(value, asked.last[label]) <= NEAR]:
            raise Stop("which", {one.thing.key: value}, *({label: value} for label in near))


def _apart(one: Fraction, other: Fraction) -> Fraction:
    return max(one, other) / min(one, other)
