"""What cannot be, or hardly can: asked back with the likely reading, before it counts."""

from collections.abc import Mapping
from fractions import Fraction

from domain.figures import value as value_of
from domain.reader.asked import Asked, Demand, Doubt
from domain.reader.names import MONEY

# so many times what was on record, or so small a part of it, is a jump
FOLD, FOLD_OF_HUNDREDS = Fraction(5, 2), Fraction(2)
FOLD_OF_MONEY = Fraction(5)  # one large case
FOLD_OF_PEOPLE = Fraction(3, 2)  # who are much the same from month to month
HUNDREDS = 100
MANY = 20  # smaller numbers may well change by as much
POINTS = Fraction(30, 100)  # so far from the share on record


def doubts(values: Mapping[str, Fraction], asked: Asked, *, named: bool) -> Doubt | None:
    """The first that is found: against what is possible, against each other, against what is on record."""
    units = {quantity.label: quantity for quantity in asked.quantities}
    for label, value in values.items():
        if label in units and units[label].in_wholes and value.denominator != 1:
            return Doubt("not-whole", about=label)
    merged = {**asked.known, **values}
    for demand in asked.demands:
        if touched(demand, values) and (doubt := _cannot_be(demand, merged, values)):
            return doubt
        none_wanted = demand.kind == "figure" and demand.target == 0 and not named
        # 4个: courts without, or courts? there are more courts than one
        if none_wanted and any(values.get(part.label, Fraction(0)) > 1 for part in demand.parts):
            return Doubt("not-zero", (values,), demand.name)
    return _part_for_whole(values, asked) or _jump(values, asked)


def touched(demand: Demand, values: Mapping[str, Fraction]) -> bool:
    return demand.key in values or any(part.label in values for part in demand.parts)


def _cannot_be(demand: Demand, merged: Mapping[str, Fraction], values: Mapping[str, Fraction]) -> Doubt | None:
    said = values.get(demand.key)
    if said is not None and demand.is_share and demand.whole and demand.kind != "growth" and said > 1:
        return Doubt("over-100", _tenth(demand, said), demand.name)
    paired = demand.is_share and demand.kind != "growth"
    labels = [part.label for part in demand.parts]
    for part, whole in zip(labels[::2], labels[1::2], strict=False):
        if part not in merged or whole not in merged:
            continue
        some, all_of_them = merged[part], merged[whole]
        if (paired or demand.kind == "mean") and all_of_them == 0 and some > 0:
            return Doubt("part-of-nothing", about=demand.name)
        if paired and demand.whole and some > all_of_them:
            return Doubt("part-over-whole", about=demand.name)
    if demand.kind == "growth":
        labels = labels[:2]  # the year before the last one is told beside them
    if any(label not in merged for label in labels):
        return None
    parts = [merged[label] for label in labels]
    said = merged.get(demand.key) if said is None else said
    if (
        said is not None
        and (len(parts) == 2 or demand.kind == "growth")
        and (made := value_of(demand.kind, parts)) is not None
        and not rounds_to(made, said, share=demand.is_share)
    ):
        return Doubt("parts-and-share", about=demand.name)
    return None


def _tenth(demand: Demand, said: Fraction) -> tuple[Mapping[str, Fraction], ...]:
    """523 % was 52.3 %."""
    slips = (said / scale for scale in (10, 100))
    return tuple({demand.key: slip} for slip in slips if slip <= 1)[:1]


def rounds_to(exact: Fraction, said: Fraction, *, share: bool) -> bool:
    """Within one of the last place that is usually written: a tenth of a percent, a tenth of a day."""
    return abs(exact - said) <= (Fraction(1, 1000) if share else Fraction(1, 10))


def _part_for_whole(values: Mapping[str, Fraction], asked: Asked) -> Doubt | None:
    """保全108, where 101 of 172 were on record: as many as were done, though 保全 is all of them."""
    for demand in asked.demands:
        if not (demand.is_share and demand.whole and demand.kind != "growth"):
            continue
        part, whole = (part.label for part in demand.parts[:2])
        if part in values or demand.key in values or whole not in values:
            continue
        some, every = asked.last.get(part), asked.last.get(whole)
        if some and every and abs(values[whole] / some - 1) <= LIKE and values[whole] / every < UNLIKE:
            return Doubt("jump", (values, {part: values[whole]}), whole)
    return None


LIKE, UNLIKE = Fraction(1, 8), Fraction(3, 4)  # of what was on record


def _jump(values: Mapping[str, Fraction], asked: Asked) -> Doubt | None:
    for key, value in values.items():
        before = asked.last.get(key, _made(key, asked))
        if before is None:
            continue
        if key.startswith("#") and _is_share(key, asked):
            jumps = abs(value - before) >= POINTS
        else:
            jumps = is_far(value, before, _fold(key, max(value, before), asked))
        if jumps:
            return Doubt("jump", (values, *_slips(values, key, before)), key)
    return None


def is_far(value: Fraction, before: Fraction, fold: Fraction) -> bool:
    larger, smaller = max(value, before), min(value, before)
    return larger >= MANY and (smaller == 0 or larger / smaller >= fold)


def _fold(key: str, larger: Fraction, asked: Asked) -> Fraction:
    unit = next((quantity.unit for quantity in asked.quantities if quantity.label == key), "")
    if unit in MONEY:
        return FOLD_OF_MONEY
    if unit == "人":
        return FOLD_OF_PEOPLE
    return FOLD_OF_HUNDREDS if larger >= HUNDREDS else FOLD


def _made(key: str, asked: Asked) -> Fraction | None:
    """The share or mean of the figures on record."""
    demand = next((demand for demand in asked.demands if demand.key == key), None)
    if demand is None or any(part.label not in asked.last for part in demand.parts):
        return None
    return value_of(demand.kind, [asked.last[part.label] for part in demand.parts])


def _is_share(key: str, asked: Asked) -> bool:
    return any(demand.key == key and demand.is_share for demand in asked.demands)


def _slips(values: Mapping[str, Fraction], key: str, before: Fraction) -> tuple[Mapping[str, Fraction], ...]:
    """Ten times too much or too little, where that brings it beside what is on record."""
    value = values[key]
    if not before or not value:
        return ()
    for scale in (Fraction(1, 10), Fraction(10)):
        near = value * scale / before
        if Fraction(1, 2) <= near <= 2 and (value * scale).denominator == 1:
            return ({**values, key: value * scale},)
    return ()
