"""Which thing a figure counts: named in full or in short, before it or behind it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.deduced import DONE, MEAN, as_before, mean_of, part_of, share_of, sibling_of, whole_of
from domain.reader.differences import increased
from domain.reader.growth import grown
from domain.reader.masking import Masked, Named
from domain.reader.meant_by import thing_meant
from domain.reader.names import ENOUGH, NEW, Thing
from domain.reader.ownership import GENERAL, sided
from domain.reader.pairs import paired
from domain.reader.placed import Around, Placed
from domain.reader.signs import by_a_sign, of_money
from domain.reader.trimming import short
from domain.reader.years import YEAR_OF_NAME, earlier, pair_of_last_year, year_before

NOUN = 6  # signs at most
WITHIN = pattern_of("里头|里面|当中|之中")
RISEN = pattern_of(r"[加增多][到至]了?\s*$")
EMPTY = pattern_of("[了有共]*")


def named(
    one: Placed, masked: Masked, at: Around, free: list[Named], fitting: Sequence[Thing], last: Placed | None
) -> Placed:
    """With its thing, or with all that it may be where that is not certain.

    A name in full is taken out of `free`: it is said of one figure.
    """
    if one.amount.sort == "pair" and (pair := paired(one, masked, at, free, fitting)):
        return pair_of_last_year(pair)
    if money := of_money(one, fitting):
        return money
    if growth := grown(one, masked.raw[at.left : one.amount.start], fitting, free, last):
        return growth
    if increase := increased(one, masked.raw[at.left : one.amount.start], fitting, last):
        return increase
    if of_year := earlier(one, masked, at, fitting, last):
        return of_year
    if share := share_of(one, masked.raw[at.left : one.amount.start], fitting, last):
        return replace(one, thing=share)
    found = (
        _in_full(one, masked, at, free, fitting)
        or by_a_sign(one, masked, fitting)
        or _in_short(one, masked, at, fitting, last)
    )
    return year_before(found, masked.text[: one.amount.start], fitting)


def _in_full(one: Placed, masked: Masked, at: Around, free: list[Named], fitting: Sequence[Thing]) -> Placed | None:
    mine = [n for n in free if at.left <= n.start < one.amount.start]
    if not mine and not at.joined:
        mine = [n for n in free if one.amount.end <= n.start < at.ceiling][:1]
    mine = mine or [n for n in free if at.floor <= n.start < one.amount.start and not _is_of_all(n, masked)]
    if not mine:
        return None
    free.remove(mine[-1])
    if words.QUALIFIED.search(masked.raw[at.left : mine[-1].start]) and mine[-1].start < one.amount.start:
        return replace(one, rivals=(mine[-1].thing,))  # 民事诉前调解成功 is no more than a part of it
    if mine[-1].thing in fitting:
        if mine[-1].start > one.amount.start and _of_others(one, mine[-1].thing):
            context = one.context or ("" if one.amount.about else "aside")
            return replace(one, rivals=(mine[-1].thing,), context=context)  # 法官助理10人满90学时
        return _own(one, mine[-1].thing)
    # 速裁、快审案件平均审理期限26.8天 holds 快审案件, which no days are counted of
    raw = short(masked.raw[at.left : one.amount.start])
    longer = thing_meant(raw, one.amount, fitting)
    thing = longer if isinstance(longer, Thing) else mean_of(raw, one.amount, fitting)
    return _own(one, thing) if thing else replace(one, rivals=(mine[-1].thing,))


def _is_of_all(name: Named, masked: Masked) -> bool:
    """都满90了, 一共19个: the name says what all of them are, and not how many."""
    return bool(OF_ALL.search(masked.raw[max(0, name.start - NEAR) : name.start]))


OF_ALL = pattern_of(rf"(?:{words.ALL.pattern})(?:已经?|要|应该?当?|得|必须|须)?\s*$")
NEAR = 6  # signs before a name


def _of_others(one: Placed, thing: Thing) -> bool:
    """Before a figure whose name stands behind it stands somebody whom neither part nor whole speaks of."""
    names = "".join(part.label for demand in thing.of for part in demand.parts)
    said = words.FILLER.sub("", GENERAL.sub("", short(one.before)))
    return len(said) >= ENOUGH and not set(said) <= set(names)


def _in_short(one: Placed, masked: Masked, at: Around, fitting: Sequence[Thing], last: Placed | None) -> Placed:
    """In short before the figure, in short behind it, or as the one before."""
    spoken = short(one.before)
    chosen = _chosen(one, spoken, masked, at, fitting) or _of_the_only(spoken, fitting)
    if not isinstance(chosen, Thing) and one.amount.sort == "number":
        around = spoken or ("" if at.joined else short(one.behind))
        done = bool(DONE.search(one.before))
        chosen = sided(around, fitting, last.thing if last else None, done=done) or chosen
    if last and not isinstance(chosen, Thing) and (part := part_of(one, last, chosen)):
        chosen = part
    if isinstance(chosen, Thing):
        return replace(_own(one, chosen), in_short=True)
    return _by_the_last(one, spoken, chosen, fitting, last)


def _of_the_only(spoken: str, fitting: Sequence[Thing]) -> Thing | list[Thing]:
    """收1487, 去年1550: of one thing in several years a sign of its name is enough."""
    names = {YEAR_OF_NAME.sub("", thing.name) for thing in fitting if thing.sort == "count"}
    of_it = [thing for thing in fitting if thing.sort == "count" and thing.name in names]
    said = set(spoken) - NEW
    return of_it[0] if said and len(names) == len(of_it) == 1 and said <= set(of_it[0].name) else []


def _chosen(one: Placed, spoken: str, masked: Masked, at: Around, fitting: Sequence[Thing]) -> Thing | list[Thing]:
    chosen = _by_the_words(one, spoken, fitting) or _by_a_part_of_them(one, spoken, fitting)
    if not chosen and not spoken and at.joined and at.left == at.opening and one.amount.unit:
        chosen = _noun_behind(one, fitting)
    if isinstance(chosen, list) and len(chosen) > 1 and (topic := _topic(masked.raw[: at.left])):
        under = thing_meant(topic + spoken, one.amount, chosen)
        return under if isinstance(under, Thing) else chosen
    if not chosen and (not spoken or EMPTY.fullmatch(spoken)) and not at.joined:
        chosen = thing_meant(short(one.behind), one.amount, fitting)
    if not chosen and not spoken and at.floor < at.left:  # 先报个成功率, 52.3%
        before = words.BREAK.split(masked.text[at.floor : at.left].rstrip(" ,;。:\n"))
        chosen = thing_meant(short(before[-1]), one.amount, fitting) if len(before) > 1 or not at.floor else []
    return chosen


def _by_the_words(one: Placed, spoken: str, fitting: Sequence[Thing]) -> Thing | list[Thing]:
    if not spoken and "指标" in one.before:  # 指标10/13
        return thing_meant("指标", one.amount, fitting)
    chosen = thing_meant(spoken, one.amount, fitting)
    if ":" in spoken and not isinstance(chosen, Thing):
        return thing_meant(spoken.replace(":", ""), one.amount, fitting) or chosen
    return chosen


def _by_a_part_of_them(one: Placed, spoken: str, fitting: Sequence[Thing]) -> Thing | list[Thing]:
    if one.amount.sort == "pair" and spoken:  # 到位金额7168/15930
        shares = [t for t in fitting if t.demand and all(spoken in part.label for part in t.demand.parts)]
        return shares[0] if len(shares) == 1 else []
    parts = [WITHIN.split(spoken)[-1], spoken.removesuffix("总数"), spoken.removeprefix("实际")]
    parts += [short(one.before.rstrip(f" {mark}").rpartition(mark)[2]) for mark in ": " if mark in one.before.strip()]
    for said in parts:  # 诉调工作:成功率52.3%; 不好意思才看到 8月执行完毕336件
        if said != spoken and (chosen := thing_meant(said, one.amount, fitting)):
            return chosen
    return []


def _topic(before: str) -> str:
    """移动微法院:应用812件,可应用1758件: what stands before the last colon holds up to the end of the sentence."""
    said = re.split(r"[。;\n]", before)[-1]
    topic, colon, _ = said.partition(":")
    return short(topic) if colon and not re.search("[0-9,]", topic) else ""


def _noun_behind(one: Placed, fitting: Sequence[Thing]) -> Thing | list[Thing]:
    """29个法官28个够了: the noun right behind a figure with which a clause begins, a whole whose part follows."""
    said = re.match("[一-鿿]*", MEAN.split(one.behind)[0])
    for length in range(min(NOUN, len(said.group())) if said else 0, ENOUGH - 1, -1):
        noun = one.behind[:length]
        found = sided(noun, fitting, None, done=False) or thing_meant(noun, one.amount, fitting)
        wholes = [t for t in ([found] if isinstance(found, Thing) else found) if _is_whole(t)]
        if found:
            return wholes[0] if len(wholes) == 1 else []
    return []


def _is_whole(thing: Thing) -> bool:
    """Of a part, or of a mean."""
    of_two = [demand for demand in thing.of if len(demand.parts) == 2 and demand.parts[1] == thing.quantity]
    return any((demand.is_share and demand.whole) or demand.kind == "mean" for demand in of_two)


def _by_the_last(
    one: Placed, spoken: str, chosen: list[Thing], fitting: Sequence[Thing], last: Placed | None
) -> Placed:
    """By what was said of the figure before."""
    if mean := mean_of(spoken, one.amount, fitting):
        return replace(one, thing=mean)
    if last and (same := whole_of(one, last, fitting) or as_before(one, last, chosen or fitting, spoken)):
        return replace(one, thing=same)
    if last and last.context and not last.thing and not spoken and not chosen:
        return replace(one, rivals=last.rivals)  # 2025年轮训285人, 2026年291人
    if last and len(chosen) > 1 and (beside := sibling_of(one, last, chosen)):
        return replace(one, thing=beside, in_short=True)
    return replace(one, rivals=tuple(chosen))


def _own(one: Placed, thing: Thing) -> Placed:
    """上年同月一审收案 and 调解员增加人数 are asked for: the year, or the growth, is part of the name."""
    if "增加" in thing.name and RISEN.search(one.before):
        return replace(one, rivals=(thing,))  # 从82人增加到94人
    year = one.context == "other-time" and re.search("上年|去年|前年|同期", thing.name)
    growth = one.context == "change" and not words.COMPARED.search(one.before)
    growth = growth and "增加" in thing.name
    around = one.before + one.behind
    floor = one.context == "target" and any(said in thing.name and said in around for said in ("不低于", "指标"))
    return replace(one, thing=thing, context="" if year or growth or floor else one.context)
