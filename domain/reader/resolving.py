"""What a figure counts, seen beside the others: what is told for certain elsewhere is not meant here."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from domain.reader.deduced import DONE
from domain.reader.names import ENOUGH, HUNDRED, Thing
from domain.reader.placed import Placed
from domain.reader.wording import usual


def _says_nothing(one: Placed, part: Thing) -> bool:
    """应请示报告14件, 请示9件: by no sign that these are the ones in time."""
    wholes = {d.parts[1].label for d in part.of if d.is_share and d.whole and d.parts[0] == part.quantity}
    rivals = [thing.name for thing in one.rivals if thing.key in wholes]
    in_time = "按时" in usual(part.name) and not any("按时" in usual(name) for name in rivals)
    return bool(rivals) and in_time and not DONE.search(one.before) and "按时" not in usual(one.words)


def resolved(placed: list[Placed], known: Sequence[Thing]) -> list[Placed]:
    """到位金额 and 应执行到位金额: what is named for certain elsewhere is not meant here; counts stand among counts."""
    certain = [one.thing for one in placed if one.thing and not one.context]
    told = {thing.key for thing in certain}
    sorts = {thing.sort for thing in certain}
    in_percent = any(one.amount.sort == "share" and one.thing and not one.context for one in placed)
    against = [one.thing for one in placed if one.thing and one.context == "contrary"]
    found: list[Placed] = []
    for one in placed:
        others = {thing.sort for thing in certain if thing is not one.thing}
        bare = one.amount.sort == "number" and not one.amount.unit and one.amount.value <= HUNDRED
        is_open = others == {"share"} and not (one.thing and _are_its_own(certain, one.thing))
        if one.thing and one.thing.sort == "count" and one.in_short and bare and is_open:
            if one.amount.value == HUNDRED and (whole := _all_of_them(one.thing, known)):
                found.append(replace(one, thing=whole))  # 满意度96.4, 录入100
                continue
            found.append(replace(one, thing=None, rivals=(one.thing,)))  # 鉴定率83.3, 保全57: its share, or so many?
            continue
        left = [thing for thing in one.rivals if thing.key not in told]
        if len(sorts) == 1 and len(left) > 1:
            same = [thing for thing in left if thing.sort in sorts]
            left = left if bare and in_percent and sorts == {"share"} else same or left  # 保全率58.3%, 鉴定62
        if against and len(left) > 1 and (whole := _whole_of(against, left)):
            left = [whole]
        only = left[0] if len(left) == 1 < len(one.rivals) and not one.thing else None
        if only and _says_nothing(one, only):
            only = None
        found.append(replace(one, thing=only, rivals=()) if only else one)
    return found


def before_their_own(placed: list[Placed], known: Sequence[Thing]) -> list[Placed]:
    """总天数10120天, 速裁442件, 总天数6210天, 快审231件: each before what it is of, as the first one shows."""
    days, cases = placed[::2], placed[1::2]
    if len(days) < 2 or len(days) != len(cases) or days[0].thing or any(one.amount.unit != "天" for one in days):
        return placed
    names = [one.thing.name for one in cases if one.thing and not one.context and one.thing.unit != "天"]
    mine = [[t for t in known if t.unit == "天" and t.sort == "count" and t.name.startswith(name)] for name in names]
    is_said = any(name[:ENOUGH] in one.words for one in days for name in names)
    if is_said or len(names) != len(cases) or any(len(of) != 1 for of in mine):
        return placed
    turned = [replace(one, thing=of[0], rivals=()) for one, of in zip(days, mine, strict=True)]
    return [one for both in zip(turned, cases, strict=True) for one in both]


def _are_its_own(told: Sequence[Thing], thing: Thing) -> bool:
    """按期办结43, 办结率95.56%: a share that is told by itself is not told twice."""
    return all(t.demand and thing.quantity in t.demand.parts for t in told if t.sort == "share")


def _all_of_them(part: Thing, known: Sequence[Thing]) -> Thing | None:
    """The share of which all of them are wanted."""
    shares = {d.key for d in part.of if d.is_share and d.whole and d.target == 1 and d.parts[0] == part.quantity}
    return next((thing for thing in known if thing.key in shares), None) if len(shares) == 1 else None


def _whole_of(parts: Sequence[Thing], among: Sequence[Thing]) -> Thing | None:
    """法官29, 差1个没满90学时: who has not is one of all of them."""
    wholes = {d.parts[1] for t in parts for d in t.of if d.is_share and d.whole and d.parts[0] == t.quantity}
    found = [thing for thing in among if thing.quantity in wholes]
    return found[0] if len(found) == 1 else None


def in_counts(placed: Sequence[Placed], known: Sequence[Thing]) -> list[Placed]:
    """信访45/47, 化解32: no 32 %, where its whole is told as a number."""
    told: dict[str, Fraction] = {}
    for one in placed:
        if one.thing and not one.context and one.amount.sort == "pair" and one.thing.demand and one.amount.whole:
            told[one.thing.demand.parts[1].label] = one.amount.whole
        elif one.thing and not one.context and one.thing.sort == "count":
            told[one.thing.key] = one.amount.value
    return [replace(one, thing=part) if (part := _part_of(one, told, known)) else one for one in placed]


def _part_of(one: Placed, told: Mapping[str, Fraction], known: Sequence[Thing]) -> Thing | None:
    demand = one.thing.demand if one.thing and one.thing.sort == "share" and not one.context else None
    whole = told.get(demand.parts[1].label) if demand and demand.whole else None
    if demand is None or whole is None or re.search("[率占比%度]", one.words):
        return None
    is_number = one.amount.sort == "number" and one.amount.value.denominator == 1 and one.amount.value <= whole
    return next((thing for thing in known if thing.quantity == demand.parts[0]), None) if is_number else None
