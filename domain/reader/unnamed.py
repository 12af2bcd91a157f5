"""Figures without a name: as many as are asked for, or the only thing that they can be."""

from collections.abc import Sequence

from domain.reader.asked import Asked
from domain.reader.everything import says_all
from domain.reader.masking import Masked
from domain.reader.names import Thing, is_of
from domain.reader.notation import Amount
from domain.reader.placed import Placed, fits
from domain.reader.saying import Values, count, in_unit, readings, said
from domain.reader.stop import Stop
from domain.reader.trimming import short
from domain.reader.years import YEAR_OF_NAME


def in_order(amounts: list[Amount], asked: Asked, known: Sequence[Thing], text: str) -> Values:
    if any(amount.value < 0 for amount in amounts):
        raise Stop("not-understood")
    wanted = asked.wanted or (asked.quantities if len(asked.quantities) == 1 else ())
    if all(amount.sort == "number" for amount in amounts) and len(amounts) == len(wanted):
        if not all(is_of(a.unit, count(q)) for a, q in zip(amounts, wanted, strict=True)):
            raise Stop("not-understood")
        return {q.label: in_unit(a, a.value, q) for a, q in zip(amounts, wanted, strict=True)}
    if len(amounts) > 1:
        raise Stop("how-many-figures")
    amount = amounts[0]
    shares = [thing for thing in known if thing.sort == "share"]
    if len(shares) == 1 and (found := _of_only_share(amount, shares[0], text)):
        return found
    if len(wanted) == 1:
        raise Stop("not-understood")
    raise Stop("which", *readings(amount, known, ""))


def _of_only_share(amount: Amount, thing: Thing, text: str) -> Values | None:
    if amount.sort in ("share", "pair") and fits(amount, thing, ""):
        return said(amount, thing)
    if amount.sort != "number" or thing.demand is None or len(thing.demand.parts) != 2:
        return None
    part, whole = thing.demand.parts
    if says_all(text) and is_of(amount.unit, count(whole)):  # 50件都按时反馈
        return {part.label: amount.value, whole.label: amount.value}
    if not amount.unit and amount.value.denominator != 1:  # 0.523, 52.3: no count is meant
        likely = amount.value if amount.value < 1 else amount.value / 100
        raise Stop("ratio", {thing.key: likely}, about=thing.name)
    return None


def both(one: Placed, asked: Asked, masked: Masked) -> Values | None:
    """跨域的12件都按时反馈了: of the two that the words may name, both."""
    labels = {thing.key for thing in one.rivals}
    for demand in asked.demands:
        parts = [part.label for part in demand.parts]
        if demand.is_share and demand.whole and len(parts) == 2 and labels == set(parts) and says_all(masked.text):
            return dict.fromkeys(parts, one.amount.value)
    return None


def of_this_year(one: Placed, values: Values, asked: Asked) -> Values:
    """1568, 去年1620: what last year's figure stands beside."""
    names = {YEAR_OF_NAME.sub("", key) for key in values if YEAR_OF_NAME.match(key)}
    now = [q for q in asked.quantities if q.label in names and q.label not in values]
    plain = one.amount.sort == "number" and not one.rivals and not short(one.before) and not short(one.behind)
    if len(now) != 1 or not plain or not is_of(one.amount.unit, count(now[0])):
        return {}
    return {now[0].label: in_unit(one.amount, one.amount.value, now[0])}
