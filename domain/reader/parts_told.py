"""Parts told with their whole: 43/45, 全部录入, 3人没参训."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from domain.reader.asked import Asked, Demand
from domain.reader.attached import BESIDE, Said, Side, speaks
from domain.reader.counts_told import labels_of
from domain.reader.names import is_of
from domain.reader.notation import Amount
from domain.reader.on_record import share_on_record
from domain.reader.saying import count, in_unit
from domain.reader.stop import Unclear
from domain.reader.years import YEAR_OF_NAME

Values = dict[str, Fraction]


YEARS = 4  # parts of a trend that is a share
AS_BEFORE, FAR = Fraction(3, 100), Fraction(15, 100)


def this_year(label: str) -> str:
    return YEAR_OF_NAME.sub("", label)


def _goes_on(side: Side, before: Side | None, demand: Demand) -> bool:
    """化解24, 去年同期21/40: of what is told before it, where it has no word of its own."""
    said = side.said if speaks(side.said, "role", "noun", "rate") else before.said if before else ()
    return any(word.kind == "role" and demand.parts[0].label in word.of for word in said) or any(
        word.kind == "rate" and demand.key in word.of for word in said
    )


def _as_before(amount: Amount, shares: Sequence[Demand], asked: Asked) -> list[Demand]:
    """38/41 by itself: of the share that was as much on record, where the others were far from it."""
    near = [demand for demand in shares if is_as_before(amount, demand, asked, within=FAR)]
    return [demand for demand in near if len(near) == 1 and is_as_before(amount, demand, asked, within=AS_BEFORE)]


def is_as_before(amount: Amount, demand: Demand, asked: Asked, *, within: Fraction) -> bool:
    before = share_on_record(demand, asked)
    if before is None or not amount.whole:
        return False
    return abs(amount.value / amount.whole - before) <= within


def pair_told(side: Side, asked: Asked, before: Side | None, *, alone: bool) -> Values:
    said = side.said if speaks(side.said) else side.held + side.said
    amount = side.amount
    shares = [d for d in asked.demands if d.is_share and d.whole and d.kind != "growth"]
    is_then = speaks(side.held + side.said, "time")
    if is_then:
        shares = [replace(d, parts=d.parts[2:]) for d in shares if len(d.parts) == YEARS and _goes_on(side, before, d)]
        shares = shares if speaks(said) else [d for d in shares if is_as_before(amount, d, asked, within=FAR)]
    elif alone and not speaks(said) and len(shares) > 1:
        shares = _as_before(amount, shares, asked)
    is_open = not speaks(said) and len(shares) > 1
    if is_open or speaks(side.held + side.said, *BESIDE, "not") or amount.whole is None:
        raise Unclear
    for word in said:
        if word.kind == "rate":
            shares = [d for d in shares if d.key in word.of]
        elif word.kind == "noun":
            shares = [d for d in shares if word.of & {part.label for part in d.parts[:2]}]
        elif word.kind == "role":
            shares = [d for d in shares if word.of & {this_year(d.parts[0].label), d.parts[1].label}]
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
