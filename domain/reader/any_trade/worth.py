"""What the figures of one demand make: the part and the whole, now and then, or the share that was told."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from domain.reader.any_trade.chosen import AMONG
from domain.reader.any_trade.sides import of_several, of_two
from domain.reader.any_trade.slots import Slotted, form_of, likeness
from domain.reader.any_trade.strange import is_far
from domain.reader.any_trade.told import Told
from domain.reader.any_trade.unclear import Strange, Unclear
from domain.reader.asked import Demand
from domain.reader.plausible import rounds_to
from domain.reader.saying import in_unit

NEAR = 4  # times the target
Values = dict[str, Fraction]


def worth(demand: Demand, mine: Sequence[Slotted], rest: Sequence[Told]) -> Values:
    """By label, or by the key of the demand; `rest` are the figures that are only mentioned."""
    slots = _filled(demand, mine, rest)
    match form_of(demand):
        case "figure":
            return {demand.parts[0].label: slots["part"]}
        case "fall":
            return _of_fall(demand, slots)
        case "growth":
            return _of_growth(demand, slots)
        case form:
            part, whole = (quantity.label for quantity in demand.parts[:2])
            if form == "share" and slots.get("part", Fraction()) > slots.get("whole", slots.get("part", Fraction())):
                raise Strange if any(one.told.sort == "target" for one in mine) else Unclear
            return _with_share(demand, {"part": part, "whole": whole}, slots)


def _with_share(demand: Demand, labels: Mapping[str, str], slots: Mapping[str, Fraction]) -> Values:
    values = {label: slots[slot] for slot, label in labels.items() if slot in slots}
    shares = [slots["share"]] if "share" in slots else []
    if form_of(demand) == "share" and len(values) == 2 and values[labels["whole"]]:
        shares.append(values[labels["part"]] / values[labels["whole"]])
    if demand.is_share and any(is_far(demand, share) for share in shares):
        raise Strange
    if form_of(demand) == "mean" and len(values) == 2 and not _is_near(demand, *values.values()):
        raise Unclear
    if "share" in slots:
        if len(values) == 2:
            part, whole = values.values()
            if not whole or not rounds_to(part / whole, slots["share"], share=demand.is_share):
                raise Unclear
            return values
        values[demand.key] = slots["share"]
    return values


def _is_near(demand: Demand, total: Fraction, number: Fraction) -> bool:
    target = demand.target
    return not target or (bool(number) and target / NEAR <= total / number <= target * NEAR)


def _of_fall(demand: Demand, slots: Mapping[str, Fraction]) -> Values:
    """276 fewer than 1562, or 1286 after 1562."""
    fallen, before = (quantity.label for quantity in demand.parts[:2])
    slots = dict(slots)
    if "now" in slots and "then" in slots:
        less = slots["then"] - slots["now"]
        if less < 0 or slots.setdefault("change", less) != less:
            raise Unclear
    elif "now" in slots and "change" in slots and "share" not in slots:
        slots["then"] = slots["now"] + slots["change"]  # 发案1302，同比少273
    elif "now" in slots:
        raise Unclear
    return _with_share(demand, {"change": fallen, "then": before}, slots)


def _of_growth(demand: Demand, slots: Mapping[str, Fraction]) -> Values:
    now, then = (quantity.label for quantity in demand.parts[:2])
    slots = dict(slots)
    if "change" in slots and {"now", "then"} <= set(slots) and abs(slots["now"] - slots["then"]) != slots["change"]:
        raise Unclear
    if "share" in slots and {"now", "then"} <= set(slots):
        grown = slots["now"] / slots["then"] - 1 if slots["then"] else None
        if grown is None or not rounds_to(grown, slots.pop("share"), share=True):
            raise Unclear
    values = {label: slots[slot] for slot, label in (("now", now), ("then", then)) if slot in slots}
    return values | ({demand.key: slots["share"]} if "share" in slots else {})


def _filled(demand: Demand, mine: Sequence[Slotted], rest: Sequence[Told]) -> dict[str, Fraction]:
    """Each slot once; 38家全部达标了 fills both."""
    slots: dict[str, Fraction] = {}
    mine = _as_mean(demand, mine) if form_of(demand) == "mean" else mine
    alls = {one.told.amount.value for one in mine if one.slot == "all"}
    mine = [one for one in mine if one.slot != "open" or one.told.amount.value not in alls]
    sides = [one for one in mine if one.slot in ("part", "whole", "open")] if form_of(demand) == "share" else []
    within = [one for one in sides if AMONG.search(one.told.said)]
    if any(_may_be_the_whole(one, sides) for one in within):
        raise Unclear
    if sorted(one.slot for one in sides if one not in within) == ["part", "whole"]:
        mine = [one for one in mine if one not in within]  # 382名, 已入学374名(含送教上门41名)
        sides = [one for one in sides if one not in within]
    apart = of_two(sides[0], sides[1], rest) if len(sides) == 2 else of_several(sides) if len(sides) > 2 else None
    if apart:
        mine = [one for one in mine if one not in sides]
        mine += [replace(apart[0], slot="part"), replace(apart[1], slot="whole")]
    for one in mine:
        for slot in ("part", "whole") if one.slot == "all" else (one.slot,):
            if slots.setdefault(_only(slot, one, mine), value := _value(one)) != value:
                raise Unclear
    return slots


def _may_be_the_whole(one: Slotted, sides: Sequence[Slotted]) -> bool:
    """投诉举报共2870件，其中投诉2195件，按时办结2188件: named as what is asked for is, and not the least."""
    named = likeness(AMONG.sub("", one.told.said), one.demand)
    return bool(named) and any(side.told.amount.value < one.told.amount.value for side in sides)


def _as_mean(demand: Demand, mine: Sequence[Slotted]) -> Sequence[Slotted]:
    """出院16210人次, 占用床日128360, 平均7.9: what nobody has named is the other side of what comes out."""
    counts = [one for one in mine if one.slot != "share"]
    shares = [one.told.amount.value for one in mine if one.slot == "share"]
    if len(counts) != 2 or "open" not in (one.slot for one in counts):
        return mine
    for total, number in (counts, counts[::-1]):
        is_so = total.slot in ("open", "part") and number.slot in ("open", "whole") and number.told.amount.value
        mean = total.told.amount.value / number.told.amount.value if is_so else None
        if mean is not None and _is_told_mean(mean, shares, demand, is_named=total.slot != number.slot):
            kept = [one for one in mine if one.slot == "share"]
            return [*kept, replace(total, slot="part"), replace(number, slot="whole")]
    return mine


def _is_told_mean(mean: Fraction, shares: Sequence[Fraction], demand: Demand, *, is_named: bool) -> bool:
    if shares:
        return all(rounds_to(mean, share, share=False) for share in shares)
    return is_named and demand.target is not None and demand.target / 2 <= mean <= demand.target * 2


def _only(slot: str, one: Slotted, mine: Sequence[Slotted]) -> str:
    """工单86件 by itself is what there are; of what has no word of the name nobody knows."""
    if slot != "open":
        return slot
    counts = [other for other in mine if other.slot != "share"]
    is_whole = likeness(one.told.words, one.demand) and not one.told.said.endswith("的")  # 通自来水的
    if len(counts) > 1 or form_of(one.demand) == "mean" or not is_whole:
        raise Unclear
    return "whole"


def _value(one: Slotted) -> Fraction:
    amount, demand = one.told.amount, one.demand
    if amount.sort in ("share", "points"):
        return amount.value
    at = 1 if one.slot in ("whole", "then") and len(demand.parts) > 1 else 0
    return in_unit(amount, amount.value, demand.parts[at])
