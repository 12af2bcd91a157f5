"""The two figures of a share told apart: by signs, by what is left of them, by the name, by 了."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from domain.patterns import pattern_of
from domain.reader.any_trade.slots import HOW, Slotted, form_of, likeness, stem_of
from domain.reader.any_trade.told import ALL_THE_REST, Told
from domain.reader.asked import Demand

Sides = tuple[Slotted, Slotted]  # part and whole
ONLINE = {"线上", "网上", "在线", "掌上"}
UNDONE = pattern_of("(?:没有?|未)(?:能|被|来得及)?(?P<verb>[一-鿿]{1,2})")
DONE = pattern_of("[一-鿿][了过到成完好上掉进起下出回](?:来|去)?的?$")
IS_NOT = pattern_of("不(?P<how>[一-鿿]{2})")  # 不合格
IN_TIME = pattern_of("[按限及准]时|[按限]期|时限|期限")
BROKEN = pattern_of("坏|损|故障|破|缺")
LATE = pattern_of("超期|超时|逾期|过期|超了|拖|延误|晚了|迟了")

LOST = pattern_of("退|撤|走了|流失|注销|扣|减|作废|重复|剔|[又再补追]|挂|丢|掉")
SUM = pattern_of("合计|一?共计?|总共|[加合]起来")
NEAR = Fraction(1, 5)  # to the target


def of_two(one: Slotted, other: Slotted, rest: Sequence[Told]) -> Sides | None:
    """None where nothing tells them apart."""
    by_slot = {side.slot: side for side in (one, other)}
    if by_slot.keys() == {"part", "whole"}:
        return by_slot["part"], by_slot["whole"]
    if "open" in by_slot and len(by_slot) == 2:
        left = by_slot["open"]
        sides = (by_slot["part"], left) if "part" in by_slot else (left, by_slot["whole"])
        is_turned = sides[0].told.amount.value > sides[1].told.amount.value and "总" in sides[0].told.said
        return (sides[1], sides[0]) if is_turned else sides  # 办电总件数35720, 线上35200
    if by_slot.keys() == {"whole"} and (summed := _by_sum(one, other)):
        return summed
    for found in (
        _by_the_rest(one, other, rest),
        _by_name(one, other),
        _by_aspect(one, other),
        _by_order(one, other),
    ):
        if found and found[0].told.amount.value <= found[1].told.amount.value:
            return found
    return None


def of_several(sides: Sequence[Slotted]) -> Sides | None:
    """238件, 按期办结236, 有两件拖了: all others are the whole, and one of them is said to be the part."""
    whole = max(sides, key=lambda side: side.told.amount.value)
    others = [side for side in sides if side is not whole]
    if whole.slot == "part" or sum(side.told.amount.value for side in others) != whole.told.amount.value:
        return None
    best = max(likeness(side.told.said, side.demand) for side in others)
    parts = [side for side in others if best and likeness(side.told.said, side.demand) == best]
    if len(parts) != 1:  # 其中市监单独49次，联合23次: what is named is the part, whatever stands behind 其中
        parts = [side for side in others if side.slot == "part"]
    return (parts[0], whole) if len(parts) == 1 else None


def with_the_rest(slotted: Sequence[Slotted], rest: Sequence[Told]) -> list[Slotted]:
    """Of each demand with what is told behind its own figure to be left of it."""
    found: list[Slotted] = []
    for demand in dict.fromkeys(one.demand for one in slotted):
        left = [one for one in rest if _last_before(one, slotted) in (demand, None)]
        mine = [one for one in slotted if one.demand == demand]
        found += _of_the_rest(demand, mine, left) or mine
    return found


def _last_before(left: Told, slotted: Sequence[Slotted]) -> Demand | None:
    before = [one for one in slotted if one.told.amount.start < left.amount.start]
    return max(before, key=lambda one: one.told.amount.start).demand if before else None


def _of_the_rest(demand: Demand, mine: Sequence[Slotted], rest: Sequence[Told]) -> Sequence[Slotted]:
    """纳入评定的130座, 还剩五座没评, 其余全评完了."""
    counts: Sequence[Slotted] = [one for one in mine if one.slot != "share"]
    lacks = [one for one in rest if one.sort == "lack" and one.amount.sort == "number"]
    if form_of(demand) == "share" and len(counts) > 2 and len(lacks) == 1:
        counts = _with_sum(counts, lacks[0])
    if form_of(demand) != "share" or len(counts) != 1 or len(lacks) != 1 or counts[0].slot not in ("whole", "open"):
        return ()
    left = counts[0].told.amount.value - lacks[0].amount.value
    said = ALL_THE_REST.search(lacks[0].after)
    is_rest_done = said is not None and _is_how(said["how"], stem_of(demand))
    if left < 0 or not (is_rest_done or _is_all_that_lacks(lacks[0], demand)):
        return ()
    told = counts[0].told
    return (
        *(one for one in mine if one.slot == "share"),
        Slotted(replace(told, amount=replace(told.amount, value=left)), demand, "part"),
        replace(counts[0], slot="whole"),
    )


def _is_how(said: str, stem: str) -> bool:
    """其余都入了学 is 入学; 其余全是网上办的 is 线上."""
    how = HOW.match(stem)
    return said[0] in stem[-4:] if how is None else said == how.group() or {said, how.group()} <= ONLINE


def _with_sum(counts: Sequence[Slotted], lack: Told) -> Sequence[Slotted]:
    """在册383，随班就读212，特校163，还有8个没入: the whole alone, where all the others make what is not left."""
    first, *others = sorted(counts, key=lambda one: one.told.amount.value, reverse=True)
    some = sum(one.told.amount.value for one in others)
    return [first] if some + lack.amount.value == first.told.amount.value else counts


def _is_all_that_lacks(lack: Told, demand: Demand) -> bool:
    """只剩6个没评上等级, of the rate of those that are: not done by its own verb; 1件超期, of those in time."""
    said = f"{lack.said} {lack.behind}"
    undone, is_not = UNDONE.search(said), IS_NOT.search(said)
    if "完好" in stem_of(demand) and BROKEN.search(said):
        return True
    if IN_TIME.search(stem_of(demand)) and LATE.search(said):
        return True
    if is_not and is_not["how"] in stem_of(demand):
        return True
    return undone is not None and any(sign in stem_of(demand) for sign in undone["verb"])


def _by_the_rest(one: Slotted, other: Slotted, rest: Sequence[Told]) -> Sides | None:
    """总共4300, 住进去4152, 空着148."""
    part, whole = sorted((one, other), key=lambda side: side.told.amount.value)
    left = whole.told.amount.value - part.told.amount.value
    return (part, whole) if any(more.sort == "lack" and more.amount.value == left for more in rest) else None


def _by_name(one: Slotted, other: Slotted) -> Sides | None:
    """受理办电业务36420件, 线上受理35910件, of 线上办电率: what the name begins with is said of the part alone."""
    begins = stem_of(one.demand)[:2]
    named = [begins in side.told.said for side in (one, other)]
    likely = {likeness(side.told.said, side.demand) for side in (one, other)}
    return _told_by(named, one, other) if likely != {0} else None


def _by_aspect(one: Slotted, other: Slotted) -> Sides | None:
    """小区436个, 物业进驻了404个: what was done, of what there is."""
    return _told_by([bool(DONE.search(side.told.said)) for side in (one, other)], one, other)


def _by_order(one: Slotted, other: Slotted) -> Sides | None:
    """考了15200, 过了14136: of two things done one after the other the first is what the second is a part of."""
    first, then = sorted((one, other), key=lambda side: side.told.amount.start)
    whole, part = first.told.amount.value, then.told.amount.value
    is_done = DONE.search(first.told.said) and DONE.search(then.told.said) and not LOST.search(then.told.said)
    target = one.demand.target
    is_near = target is not None and bool(whole) and abs(part / whole - target) <= NEAR
    return (then, first) if is_done and is_near and part < whole else None


def _by_sum(one: Slotted, other: Slotted) -> Sides | None:
    """合计378人, 总数386: what was only added up is a part of what there is in all."""
    part, whole = sorted((one, other), key=lambda side: side.told.amount.value)
    target = one.demand.target
    is_near = target is not None and abs(part.told.amount.value / whole.told.amount.value - target) <= NEAR
    is_sum = SUM.fullmatch(part.told.said) and not SUM.fullmatch(whole.told.said)
    return (part, whole) if is_sum and is_near else None


def _told_by(is_part: Sequence[bool], one: Slotted, other: Slotted) -> Sides | None:
    if sum(is_part) != 1:
        return None
    return (one, other) if is_part[0] else (other, one)
