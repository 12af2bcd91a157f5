"""Parts told with their whole: 43/45, 全部录入, 3人没参训."""

from collections.abc import Sequence
from fractions import Fraction

from domain.reader.asked import Asked
from domain.reader.attached import BESIDE, Said, Side, speaks
from domain.reader.counts_told import labels_of
from domain.reader.names import is_of
from domain.reader.saying import count, in_unit
from domain.reader.unclear import Unclear

Values = dict[str, Fraction]


def pair_told(side: Side, asked: Asked) -> Values:
    said = side.said if speaks(side.said) else side.held + side.said
    amount = side.amount
    shares = [d for d in asked.demands if d.is_share and d.whole and d.kind != "growth"]
    is_open = not speaks(said) and len(shares) > 1
    if is_open or speaks(side.held + side.said, *BESIDE, "time", "not") or amount.whole is None:
        raise Unclear
    for word in said:
        if word.kind == "rate":
            shares = [d for d in shares if d.key in word.of]
        elif word.kind == "noun":
            shares = [d for d in shares if word.of & {part.label for part in d.parts[:2]}]
        elif word.kind == "role":
            shares = [d for d in shares if d.parts[0].label in word.of]
    if len(shares) != 1 or amount.value > amount.whole:
        raise Unclear
    part, whole = shares[0].parts[:2]
    if not is_of(amount.unit, count(part)):
        raise Unclear
    return {part.label: in_unit(amount, amount.value, part), whole.label: in_unit(amount, amount.whole, whole)}


def all_told(said: Said, values: Values, asked: Asked) -> None:
    """全部录入: the part is as much as its whole."""
    labels = labels_of(said, asked) if speaks(said, "role") else frozenset(q.label for q in asked.quantities)
    shares = [d for d in asked.demands if d.is_share and d.whole and d.kind != "growth" and d.parts[0].label in labels]
    shares = [d for d in shares if {d.parts[0].label, d.parts[1].label} & set(values)]
    if not speaks(said, "role", "every") or speaks(said, *BESIDE, "time", "not") or len(shares) != 1:
        raise Unclear
    part, whole = shares[0].parts[0].label, shares[0].parts[1].label
    values.setdefault(part, values.get(whole, Fraction(0)))
    values.setdefault(whole, values[part])


def lacking_told(sides: Sequence[Side], values: Values, asked: Asked) -> None:
    """3人没参训: the part is what is left of its whole."""
    for side in sides:
        labels = labels_of(side.said, asked)
        shares = [d for d in asked.demands if d.is_share and d.whole and d.kind != "growth"]
        shares = [d for d in shares if d.parts[0].label in labels and d.parts[1].label in values]
        if len(shares) != 1 or speaks(side.said, *BESIDE, "time", "all") or "自动" in shares[0].parts[0].label:
            raise Unclear
        part, whole = shares[0].parts[:2]
        left = values[whole.label] - in_unit(side.amount, side.amount.value, part)
        if not is_of(side.amount.unit, count(part)) or values.setdefault(part.label, left) != left:
            raise Unclear
