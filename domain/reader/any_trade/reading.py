"""What the figures of an answer say where each of them has a place, and what they make comes out; otherwise nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.any_trade.sides import of_two
from domain.reader.any_trade.slots import Slotted, as_share, form_of, is_signed, likeness, slot_of, topics
from domain.reader.any_trade.told import Told, figures
from domain.reader.asked import Asked, Demand
from domain.reader.figures import is_uncertain
from domain.reader.names import HUNDRED
from domain.reader.plausible import rounds_to
from domain.reader.saying import in_unit

Values = dict[str, Fraction]
MOST = 12  # figures
LATER = words.LATER
SUM = pattern_of("合计|总|共|加起来|合起来")
CHANGE_OF = pattern_of("[增降]幅$")
TIMES = ("天", "个月", "小时", "分钟", "周", "星期")
KEPT = ("", "lack", "down", "up")


class Unclear(Exception):
    """Some figure has no place, or two have the same one."""


def read(text: str, asked: Asked) -> Values | None:
    """None where that is not certain; whether it is possible is looked at elsewhere."""
    told = None if is_uncertain(text) else figures(text, asked)
    if (
        not told
        or len(told) > MOST
        or any(one.amount.value < 0 or (one.amount.about and one.sort != "lack") for one in told)
    ):
        return None
    told = [as_share(one, asked.demands) for one in told]
    for some in (told, _without_summands(told)):
        try:
            return _values(some, text, asked)
        except Unclear:
            continue
    return None


def leaves_out(text: str, values: Mapping[str, object], asked: Asked) -> bool:
    """Whether a figure of it is nowhere among what was read, and nothing says why."""
    told = figures(text, asked)
    if told is None:
        return True
    if any(_is_on_the_other_side(one, values, asked) for one in told):
        return True
    known = {value for value in values.values() if isinstance(value, Fraction)}
    known |= {one - other for one in known for other in known if one > other}
    return any(not _is_among(one, known, asked) for one in _without_summands(told) if one.sort in KEPT)


def _is_on_the_other_side(one: Told, values: Mapping[str, object], asked: Asked) -> bool:
    """按期核处1864条 of 1846 is no whole."""
    of = topics(one, asked.demands, None)
    if len(of) != 1 or form_of(of[0]) != "share" or one.amount.sort != "number":
        return False
    part, whole = (values.get(quantity.label) for quantity in of[0].parts[:2])
    slot = slot_of(one, of[0])
    return part != whole and (
        (slot == "part" and one.amount.value == whole) or (slot == "whole" and one.amount.value == part)
    )


def _is_among(one: Told, known: set[Fraction], asked: Asked) -> bool:
    amount = one.amount
    numbers = {amount.value, amount.value / 10_000, amount.value / 100}
    if amount.sort == "share":
        made = (a / b for a in known for b in known if b)
        return amount.value in known or any(rounds_to(share, amount.value, share=True) for share in made)
    return bool(numbers & known)


def _without_summands(told: Sequence[Told]) -> list[Told]:
    """4月71件 5月66件 6月78件, 总的215: what a figure beside it is the sum of."""
    left = list(told)
    plain = [one for one in told if one.amount.sort == "number"]
    for at, whole in enumerate(plain):
        for run in (*_runs_before(plain, at), *_runs_behind(plain, at)):
            is_sum = sum(one.amount.value for one in run) == whole.amount.value
            if is_sum and (SUM.search(whole.said) or not any(one.sort or is_signed(one) for one in run)):
                return [one for one in left if one not in run]
    return left


def _runs_before(plain: Sequence[Told], at: int) -> Iterator[Sequence[Told]]:
    yield from (plain[start:at] for start in range(at - 1))


def _runs_behind(plain: Sequence[Told], at: int) -> Iterator[Sequence[Told]]:
    yield from (plain[at + 1 : stop] for stop in range(at + 3, len(plain) + 1))


def _values(told: Sequence[Told], text: str, asked: Asked) -> Values:
    slotted, loose = _slotted(told, asked)
    values: Values = {}
    for demand in dict.fromkeys(one.demand for one in slotted):
        mine = [one for one in slotted if one.demand == demand]
        for key, value in _of_one(demand, mine, loose).items():
            if values.setdefault(key, value) != value:
                raise Unclear
    if not values:
        raise Unclear
    targets = [one.amount.value for one in loose if one.sort == "target"]
    targets += [demand.target for demand in asked.demands if demand.target]
    shares = [one.amount.value for one in loose if one.amount.sort == "share"]
    for one in loose:
        if one.amount.sort == "share" and any((a - b) * HUNDRED in values.values() for a in shares for b in shares):
            continue  # 目前71.2%, 去年底68.6%, 提高了2.6个百分点
        if one.amount.sort == "share" and any(
            rounds_to(v / t, one.amount.value, share=True) for t in targets if t for v in values.values()
        ):
            continue
        _accounted(one, values, asked)
    return values


def _slotted(told: Sequence[Told], asked: Asked) -> tuple[list[Slotted], list[Told]]:
    """Each figure with its demand; and those that are only mentioned or have none."""
    demands = _apart(asked.demands)
    found: list[Slotted] = []
    loose: list[Told] = []
    waiting: list[Told] = []  # before what says what they are of
    current: Demand | None = None
    for one in told:
        among = topics(one, demands, current)
        is_share = one.amount.sort in ("share", "points")
        is_of_change = any(form_of(d) in ("fall", "growth") or CHANGE_OF.search(d.name) for d in among)
        is_of_change = is_of_change and not (is_share and one.sort == "then")
        is_whole = one.sort == "target" and "务" in one.said and bool(among) and _are_shares(among, one)
        if one.sort and not (is_of_change and one.sort in ("then", "down", "up")) and not is_whole:
            loose.append(one)
            continue
        if LATER.search(f"{one.said} {one.behind}"):
            raise Unclear
        if not among and not is_share and one.amount.unit not in TIMES:
            raise Unclear
        if not among and one.amount.unit in TIMES:
            continue  # 1件超了两天
        if len(among) != 1 or _is_taken(one, among[0], found):
            waiting.append(one)
            continue
        if among[0] != current and waiting:
            found += (Slotted(w, among[0], slot_of(w, among[0])) for w in waiting if w.segment == one.segment)
            waiting = [w for w in waiting if w.segment != one.segment]
        current = among[0]
        found += _pair(one, current) if one.amount.sort == "pair" else [Slotted(one, current, slot_of(one, current))]
    return found, [*loose, *waiting]


def _is_taken(one: Told, demand: Demand, found: Sequence[Slotted]) -> bool:
    """路况评定2120公里, behind both figures of another rate: its own is told behind it."""
    if one.amount.sort != "number" or likeness(one.words, demand):
        return False
    slot = slot_of(one, demand)
    return slot != "open" and any(
        o.demand == demand and o.slot == slot and o.told.amount.value != one.amount.value for o in found
    )


def _apart(demands: Sequence[Demand]) -> list[Demand]:
    """Of 不低于85% and 不高于93% of the same rate the first one."""
    seen: dict[object, Demand] = {}
    for demand in demands:
        seen.setdefault((demand.name, demand.parts) if demand.parts else demand.key, demand)
    return list(seen.values())


def _are_shares(among: Sequence[Demand], one: Told) -> bool:
    """任务86个 is what 其中联合29个 is a part of."""
    return one.amount.sort == "number" and all(form_of(demand) == "share" for demand in among)


def _pair(one: Told, demand: Demand) -> list[Slotted]:
    amount = one.amount
    if form_of(demand) not in ("share", "mean") or amount.whole is None:
        raise Unclear
    part = replace(one, amount=replace(amount, sort="number"))
    whole = replace(one, amount=replace(amount, sort="number", value=amount.whole))
    return [Slotted(part, demand, "part"), Slotted(whole, demand, "whole")]


def _of_one(demand: Demand, mine: Sequence[Slotted], rest: Sequence[Told]) -> Values:
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
                raise Unclear
            return _with_share(demand, {"part": part, "whole": whole}, slots)


def _with_share(demand: Demand, labels: Mapping[str, str], slots: Mapping[str, Fraction]) -> Values:
    values = {label: slots[slot] for slot, label in labels.items() if slot in slots}
    if "share" in slots:
        if len(values) == 2:
            part, whole = values.values()
            if not whole or not rounds_to(part / whole, slots["share"], share=demand.is_share):
                raise Unclear
            return values
        values[demand.key] = slots["share"]
    return values


def _of_fall(demand: Demand, slots: Mapping[str, Fraction]) -> Values:
    """276 fewer than 1562, or 1286 after 1562."""
    fallen, before = (quantity.label for quantity in demand.parts[:2])
    slots = dict(slots)
    if "now" in slots and "then" in slots:
        less = slots["then"] - slots["now"]
        if less < 0 or slots.setdefault("change", less) != less:
            raise Unclear
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
    if form_of(demand) == "figure" and "新" in demand.name:
        mine = [one for one in mine if "新" in one.told.said] or mine  # 一共186名, 今年新增43名
    slots: dict[str, Fraction] = {}
    alls = {one.told.amount.value for one in mine if one.slot == "all"}
    mine = [one for one in mine if one.slot != "open" or one.told.amount.value not in alls]
    sides = [one for one in mine if one.slot in ("part", "whole", "open")] if form_of(demand) == "share" else []
    if len(sides) == 2 and (apart := of_two(sides[0], sides[1], rest)):
        mine = [one for one in mine if one not in sides]
        mine += [replace(apart[0], slot="part"), replace(apart[1], slot="whole")]
    for one in mine:
        for slot in ("part", "whole") if one.slot == "all" else (one.slot,):
            if slots.setdefault(_only(slot, one, mine), value := _value(one)) != value:
                raise Unclear
    return slots


def _only(slot: str, one: Slotted, mine: Sequence[Slotted]) -> str:
    """工单86件 by itself is what there are; of what has no word of the name nobody knows."""
    if slot != "open":
        return slot
    counts = [other for other in mine if other.slot != "share"]
    if len(counts) > 1 or form_of(one.demand) == "mean" or not likeness(one.told.words, one.demand):
        raise Unclear
    return "whole"


def _value(one: Slotted) -> Fraction:
    amount, demand = one.told.amount, one.demand
    if amount.sort in ("share", "points"):
        return amount.value
    at = 1 if one.slot in ("whole", "then") and len(demand.parts) > 1 else 0
    return in_unit(amount, amount.value, demand.parts[at])


def _accounted(one: Told, values: Values, asked: Asked) -> None:
    """What is only mentioned has its reason; of what is left over it must come out, or it was told already."""
    if one.sort in ("target", "then", "others", "was") or (not one.sort and one.amount.value in values.values()):
        return
    if one.sort == "lack":
        wholes = [
            (values[d.parts[0].label], values[d.parts[1].label])
            for d in asked.demands
            if len(d.parts) == 2 and d.parts[0].label in values and d.parts[1].label in values
        ]
        is_rest = any(whole - part == one.amount.value for part, whole in wholes)
        if is_rest or one.amount.about or not wholes:
            return
    raise Unclear
