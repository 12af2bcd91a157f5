"""What one figure says of one thing: under its label, under the key of a share, or under both labels of a pair."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from domain.kinds import Quantity
from domain.reader.names import Thing
from domain.reader.notation import Amount
from domain.reader.placed import fits
from domain.reader.stop import Stop

Values = dict[str, Fraction]
OFFERED = 3  # readings, at most


def said_or_none(amount: Amount, thing: Thing) -> Values | None:
    try:
        return said(amount, thing)
    except Stop:
        return None


def said(amount: Amount, thing: Thing) -> Values:
    """What a figure says of a thing."""
    if amount.value < 0 and not (thing.demand and thing.demand.kind == "growth"):
        raise Stop("not-understood")
    if amount.sort == "pair":
        assert thing.demand is not None
        assert amount.whole is not None
        part, whole = thing.demand.parts[:2]  # of a trend those of this year
        return {part.label: in_unit(amount, amount.value, part), whole.label: in_unit(amount, amount.whole, whole)}
    if thing.quantity is not None:
        return {thing.key: in_unit(amount, amount.value, thing.quantity)}
    if thing.sort == "mean" or amount.sort == "share":
        return {thing.key: amount.value}
    if 0 < amount.value <= 1:  # 成功率0.523; 1 may be all of them or one in a hundred
        raise Stop("ratio", {thing.key: amount.value}, {thing.key: amount.value / 100}, about=thing.name)
    return {thing.key: amount.value / 100}


def in_unit(amount: Amount, value: Fraction, quantity: Quantity) -> Fraction:
    """Money in the unit that is asked for: 350万, 3500000元 and 350 are the same 万元."""
    in_yuan = amount.unit in ("元", "块") or (amount.scaled and not amount.unit)
    return value / 10_000 if quantity.unit == "万元" and in_yuan else value


def count(quantity: Quantity) -> Thing:
    return Thing(quantity.label, quantity.label, "count", quantity.unit, quantity=quantity)


def readings(amount: Amount, things: Sequence[Thing], around: str) -> Sequence[Mapping[str, Fraction]]:
    """What a figure may say, by the things that it may be said of."""
    fitting = [thing for thing in things if fits(amount, thing, around)]
    found = (said_or_none(amount, thing) for thing in fitting)
    return [values for values in found if values][:OFFERED]
