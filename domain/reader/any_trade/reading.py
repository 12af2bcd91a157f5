"""What the figures of an answer say where each of them has a place, and what they make comes out; otherwise nothing."""

from collections.abc import Sequence
from dataclasses import replace

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.any_trade.by_month import added_up
from domain.reader.any_trade.chosen import AMONG, DID, NEW, chosen
from domain.reader.any_trade.common_whole import is_half_of_several, with_common_whole
from domain.reader.any_trade.left_over import (
    adds_up,
    counted_in,
    has_reason,
    is_added_wrong,
    is_beside,
    without_summands,
)
from domain.reader.any_trade.remarked import without_remarks
from domain.reader.any_trade.sides import with_the_rest
from domain.reader.any_trade.slots import (
    MEASURE,
    WHOLE,
    Slotted,
    as_share,
    fits,
    form_of,
    is_measured,
    likeness,
    slot_of,
    stem_of,
    topics,
)
from domain.reader.any_trade.strange import HAN, is_strange, is_unsound, leaves_out
from domain.reader.any_trade.told import AGAINST, MOST_OF, TOTAL, Told, figures
from domain.reader.any_trade.unclear import Strange, Unclear
from domain.reader.any_trade.worth import Values, worth
from domain.reader.asked import Asked, Demand
from domain.reader.figures import is_uncertain
from domain.reader.names import MONEY

MOST = 12  # figures
IN_ALL = pattern_of("^(?:一共|总共|合计|总计|共)")
CHANGE_OF = pattern_of("[增降]幅$")
# 计划筹集3000套完成2760套: done of what was planned right before it
DONE_OF_IT = pattern_of("(?:实际|目前|现在|已经?|只|才|共)*(?:完成|达到?|做到|实现)了?")
OF_PLAN = pattern_of("完成|计划|任务|执行")


def read(text: str, asked: Asked) -> Values | None:
    """None where that is not certain, Strange where nothing of it can be."""
    is_read = not is_uncertain(text) and all(form_of(demand) != "other" for demand in asked.demands)
    told = figures(text, asked) if is_read else None
    if is_unsound(text, asked) or (leaves_out(text) and not (adds_up(told or ()) or is_beside(told or ()))):
        raise Strange
    told = without_remarks(counted_in(text, told or (), asked), asked)
    if (
        not told
        or len(told) > MOST
        or any(one.amount.value < 0 or (one.amount.about and one.sort != "lack") for one in told)
    ):
        return None
    if not any(is_measured(one) for one in told):  # 8.5千克标煤 and 0.12 fewer come in no wholes
        told = [as_share(one, asked.demands) for one in told]
    if is_added_wrong(told):
        raise Strange
    failed: Exception | None = None
    sums = without_summands(told)
    for some in (told, sums, _with_own(told, sums, asked), added_up(text, told, asked)):
        if not some:
            continue
        try:
            return _values(some, asked)
        except (Unclear, Strange) as reason:
            failed = reason
    if isinstance(failed, Strange):
        raise failed
    return None


def _with_own(told: Sequence[Told], sums: Sequence[Told], asked: Asked) -> list[Told]:
    """国家级2位+省级5位=7位: of what was added up the one that is asked for by itself too."""
    added = [one for one in told if one not in sums]
    own = [one for one in added if any(likeness(one.said, demand) for demand in asked.demands)]
    return [one for one in told if one in sums or one in own] if len(own) == 1 and len(asked.demands) > 1 else []


def _values(told: Sequence[Told], asked: Asked) -> Values:
    slotted, loose = _slotted(told, asked)
    slotted = with_the_rest(with_common_whole(slotted), loose)
    if is_half_of_several(slotted):
        raise Unclear
    values: Values = {}
    for demand in dict.fromkeys(one.demand for one in slotted):
        mine: Sequence[Slotted] = [one for one in slotted if one.demand == demand]
        mine = chosen(demand, mine, asked)
        if is_strange(demand, mine, asked) or _is_of_all_there_are(demand, mine, loose):
            raise Strange
        for key, value in worth(demand, mine, loose).items():
            if values.setdefault(key, value) != value:
                raise Unclear
    if not values:
        raise Unclear
    if not all(has_reason(one, values, loose, asked) for one in loose):
        raise Unclear
    return values


def _is_of_all_there_are(demand: Demand, mine: Sequence[Slotted], loose: Sequence[Told]) -> bool:
    """全市派出所52个, 还在建的7个: how many there are is no count of what was done, where some of it is not."""
    if form_of(demand) != "figure" or not any(one.sort == "lack" for one in loose):
        return False
    done = stem_of(demand)[-2:]
    told = {one.told.amount.value + left.amount.value for one in mine for left in loose if left.sort == "lack"}
    return demand.target not in told and any(  # 共108台, 剩下12台, of 120 that are wanted
        WHOLE.search(one.told.said) and done not in one.told.said and not DID.search(one.told.said) for one in mine
    )


def _slotted(told: Sequence[Told], asked: Asked) -> tuple[list[Slotted], list[Told]]:
    """Each figure with its demand; and those that are only mentioned or have none."""
    demands, names = _apart(asked.demands), "".join(demand.name for demand in asked.demands)
    found: list[Slotted] = []
    loose: list[Told] = []
    waiting: list[Told] = []  # before what says what they are of
    current: Demand | None = None
    planned: list[Demand] = []
    for one in told:
        among = topics(one, _unfilled(one, demands, found), current) or topics(one, demands, current)
        among = planned if len(planned) == 1 and DONE_OF_IT.fullmatch(one.said) else among
        planned = among if one.sort == "target" else []
        if _is_mentioned(one, among) or _is_most(one, told, asked):
            loose.append(one)
            continue
        later = words.LATER.search(f"{one.said} {one.behind}")
        is_plan = one.sort == "target" and not any(o.told.sort == "target" for o in found)
        if (later and not is_plan and later.group() not in names) or any(_is_contrary(one, demand) for demand in among):
            raise Strange
        is_counted = not one.amount.unit or (one.amount.unit == "个" and not _is_all_money(demands))
        if not among and (not is_counted or MEASURE.match(one.behind) or AMONG.search(one.said)):
            continue  # 1件超了两天, 合同外资2.3亿美元
        if not among and one.amount.sort not in ("share", "points"):
            raise Unclear
        if len(among) != 1 or _is_taken(one, among[0], found, demands):
            waiting.append(one)
            continue
        is_by_itself = one.amount.sort == "share" and _left_for(waiting[0], demands, found) if waiting else None
        if among[0] != current and waiting and form_of(among[0]) != "figure" and not is_by_itself:
            found += (Slotted(w, among[0], slot_of(w, among[0])) for w in waiting if w.segment == one.segment)
            waiting = [w for w in waiting if w.segment != one.segment]
        current = among[0]
        found += _pair(one, current) if one.amount.sort == "pair" else [Slotted(one, current, slot_of(one, current))]
    if len(waiting) == 1 and (left := _left_for(waiting[0], demands, found)):
        return [*found, Slotted(waiting[0], left, slot_of(waiting[0], left))], loose
    return found, [*loose, *waiting]


def _unfilled(one: Told, demands: Sequence[Demand], found: Sequence[Slotted]) -> list[Demand]:
    """考了15200 behind 培训16040人次: a figure that was told, and that it does not name, is no more asked for."""
    if one.sort == "target" or TOTAL.search(one.said):
        return list(demands)
    told = {o.demand for o in found if form_of(o.demand) == "figure" and o.told.amount.value != one.amount.value}
    return [demand for demand in demands if demand not in told or likeness(one.words, demand)]


def _left_for(one: Told, demands: Sequence[Demand], found: Sequence[Slotted]) -> Demand | None:
    """13人, 国家级1人: a figure without a word is of the first that is asked for, where all others were named."""
    told = {o.demand for o in found}
    left = [demand for demand in demands if demand not in told]
    if (
        left[:1] != [demands[0]]
        or any(form_of(demand) == "figure" for demand in left[1:])
        or HAN.search(IN_ALL.sub("", one.said))
    ):
        return None
    return left[0] if form_of(left[0]) == "figure" and fits(one, left[0], demands) else None


def _is_all_money(demands: Sequence[Demand]) -> bool:
    return all(part.unit in MONEY for demand in demands for part in demand.parts)


def _is_mentioned(one: Told, among: Sequence[Demand]) -> bool:
    """A target, what was last year, the rest; last year's and how much more or less are of what is to change."""
    if one.sort in ("then", "down", "up") and any(
        form_of(demand) in ("fall", "growth") or CHANGE_OF.search(demand.name) for demand in among
    ):
        return one.sort == "then" and one.amount.sort in ("share", "points")
    if one.sort == "up" and one.amount.sort == "number" and not AGAINST.search(one.said):
        return not any(NEW.search(demand.name) for demand in among)  # 又多了三家
    # 任务86个 is what 其中联合29个 is a part of
    is_whole = one.sort == "target" and _is_planned(one, among) and one.amount.sort == "number" and bool(among)
    return bool(one.sort) and not (is_whole and all(form_of(demand) == "share" for demand in among))


def _is_most(one: Told, told: Sequence[Told], asked: Asked) -> bool:
    """平均13.1天, 最长一件26天."""
    names = "".join(demand.name for demand in asked.demands)
    return bool(MOST_OF.search(one.said)) and "最" not in names and any(not MOST_OF.search(o.said) for o in told)


def _is_planned(one: Told, among: Sequence[Demand]) -> bool:
    """Of a plan's own rate the plan is the whole; of any other rate no more than a task is."""
    of_plan = all(OF_PLAN.search(demand.name) for demand in among) and not words.OTHER_TIME.search(one.said)
    return "务" in one.said or (of_plan and "计划" in one.said)


def _is_contrary(one: Told, demand: Demand) -> bool:
    """发案上升5%, where it is to fall."""
    falls = form_of(demand) == "fall" or demand.name.endswith("降幅")
    grows = form_of(demand) == "growth" or demand.name.endswith("增幅")
    return (falls and one.sort == "up") or (grows and one.sort == "down")


def _is_taken(one: Told, demand: Demand, found: Sequence[Slotted], demands: Sequence[Demand]) -> bool:
    """路况评定2120公里, behind both figures of another rate: its own is told behind it."""
    slot = slot_of(one, demand)
    if len(demands) == 1 and (TOTAL.search(one.said) or WHOLE.fullmatch(one.said)):
        return False  # 合计378人 总数386; 合计376人，底数385人
    is_only = (form_of(demand) == "figure" or slot == "share") and topics(one, demands, None) == [demand]
    if one.amount.sort != "number" or is_only or likeness(one.words, demand):
        return False
    return slot != "open" and any(
        o.demand == demand and o.slot == slot and o.told.amount.value != one.amount.value for o in found
    )


def _apart(demands: Sequence[Demand]) -> list[Demand]:
    """Of 不低于85% and 不高于93% of the same rate the first one."""
    seen: dict[object, Demand] = {}
    for demand in demands:
        seen.setdefault((demand.name, demand.parts) if demand.parts else demand.key, demand)
    return list(seen.values())


def _pair(one: Told, demand: Demand) -> list[Slotted]:
    amount = one.amount
    if form_of(demand) not in ("share", "mean") or amount.whole is None:
        raise Unclear
    part, whole = (
        replace(one, amount=replace(amount, sort="number", value=value)) for value in (amount.value, amount.whole)
    )
    return [Slotted(part, demand, "part"), Slotted(whole, demand, "whole")]
