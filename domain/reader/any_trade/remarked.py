"""Figures that are only remarked of others: how late one of them was, what a pair leaves, who of those that lack."""

from collections.abc import Sequence
from dataclasses import replace

from domain.patterns import pattern_of
from domain.reader.any_trade.chosen import AMONG
from domain.reader.any_trade.slots import form_of, is_signed, likeness
from domain.reader.any_trade.strange import HAN
from domain.reader.any_trade.told import TOTAL, Told
from domain.reader.asked import Asked, Demand

DURATIONS = frozenset(("天", "小时", "分钟", "工作日", "周", "个月", "星期"))
HOLDS = pattern_of("^(?:[其当]中)?(?:已|也)?(?:包?含|包括|其中)(?!.*[没未不已])")
HOW_LATE = pattern_of("(?:[超拖晚迟]|逾期|超期|超时|延误)了?$")


def without_remarks(told: Sequence[Told], asked: Asked) -> list[Told]:
    left = [one for one in told if not (_is_how_late(one, asked) or _is_held_in(one, told, asked))]
    left = _without_breakdown(left, asked)
    left = [one for one in left if not _is_rest_of_pair(one, left) and not _is_of_what_lacks(one, left)]
    return _without_others_listed(left, asked.demands)


def _is_how_late(one: Told, asked: Asked) -> bool:
    """有一件超了两天, where nothing is counted in days."""
    units = {part.unit for demand in asked.demands for part in demand.parts}
    return one.amount.unit in DURATIONS and bool(HOW_LATE.search(one.said)) and not units & DURATIONS


def _is_held_in(one: Told, told: Sequence[Told], asked: Asked) -> bool:
    """入学374人（含送教上门46人）: a part of the figure before it, and of nothing that is asked for."""
    before = [o for o in told if o.amount.start < one.amount.start]
    is_part = one.is_in_brackets and HOLDS.match(one.said) and one.amount.sort == "number"
    if not before or not is_part or one.amount.unit != before[-1].amount.unit:
        return False
    is_less = one.amount.value < before[-1].amount.value
    return is_less and not any(likeness(one.said, demand) for demand in asked.demands)


def _is_rest_of_pair(one: Told, told: Sequence[Told]) -> bool:
    """84/86，两个新开工的这周装."""
    pairs = ((o.amount.whole, o.amount.value) for o in told if o.amount.whole is not None)
    return one.amount.sort == "number" and any(whole - part == one.amount.value for whole, part in pairs)


def _is_of_what_lacks(one: Told, told: Sequence[Told]) -> bool:
    """还有8个没入学，里头2个是家长不愿意."""
    before = [o for o in told if o.amount.start < one.amount.start]
    is_among = one.is_in_brackets or AMONG.search(one.said)
    return bool(before and is_among) and before[-1].sort == "lack" and one.amount.value < before[-1].amount.value


def _without_breakdown(told: Sequence[Told], asked: Asked) -> list[Told]:
    """206件，其中热线150件、网上56件，全部办结: in words of no demand, and it comes out; what follows is of all."""
    for at, first in enumerate(told):
        if not at or not AMONG.search(first.said):
            continue
        run = [first]
        for one in told[at + 1 :]:
            if sum(o.amount.value for o in run) >= told[at - 1].amount.value or one.sort or is_signed(one):
                break
            run.append(one)
        is_sum = len(run) > 1 and sum(o.amount.value for o in run) == told[at - 1].amount.value
        if is_sum and not any(likeness(one.said, demand) for one in run for demand in asked.demands):
            whole = replace(told[at - 1], after=run[-1].after)
            return [*told[: at - 1], whole, *told[at + len(run) :]]
    return list(told)


def _without_others_listed(told: Sequence[Told], demands: Sequence[Demand]) -> list[Told]:
    """其中国家级1人、省级3人: what goes on where the first of the list is asked for by itself."""
    left: list[Told] = []
    listed: Told | None = None
    for one in told:
        if AMONG.search(one.said):
            is_asked = any(likeness(one.said, demand) and form_of(demand) == "figure" for demand in demands)
            listed = one if is_asked else None
        elif listed and _goes_on(one, listed, demands):
            continue
        else:
            listed = None
        left.append(one)
    return left


def _goes_on(one: Told, listed: Told, demands: Sequence[Demand]) -> bool:
    """Counted alike, with a word of its own and none of what is asked for."""
    is_own = HAN.search(one.said) and not is_signed(one) and not one.sort and not TOTAL.search(one.said)
    is_alike = one.amount.sort == "number" and one.amount.unit == listed.amount.unit
    return bool(is_own) and is_alike and not any(likeness(one.said, demand) for demand in demands)
