"""Last year's figures, where they are asked for beside this year's."""

import re
from collections.abc import Sequence
from dataclasses import replace

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.asked import Asked
from domain.reader.masking import OTHER, Masked, is_asked
from domain.reader.names import ENOUGH, Thing, meant
from domain.reader.placed import Around, Placed, fits
from domain.reader.trimming import short
from domain.reader.uncounted import PERIOD

FOUR = 4  # parts of a trend that is a share
YEARS = (("前年", "前年"), ("去年|上年", "上年"), ("同期|同月", "上年"))


def earlier(one: Placed, masked: Masked, at: Around, fitting: Sequence[Thing], last: Placed | None) -> Placed | None:
    """去年同月1620, 2025年10月1620, where last year's is asked for as well."""
    if one.context == "total":
        return None
    raw = masked.raw[at.left : one.amount.start]
    name = _year_of(raw, one, masked) or next((name for said, name in YEARS if re.search(said, one.before)), None)
    if name == "上年" and one.amount.sort == "pair":
        return _pair_of_year(one, short(ANY_YEAR.sub("", raw)), fitting, last)
    of_year = [thing for thing in fitting if name and name in thing.name and thing.sort == "count"]
    if not of_year:
        return None
    spoken = short(ANY_YEAR.sub("", raw))
    if not spoken and last and not last.thing and _is_said(last.words) and not words.SIDE.search(last.words):
        return replace(one, rivals=tuple(of_year), context="")  # 一审结案1700, 去年1650
    if spoken:
        chosen = meant(f"{name}{spoken}", of_year)
        return replace(one, thing=chosen, context="") if isinstance(chosen, Thing) else None
    names = {thing.name for thing in fitting}  # 去年435 says nothing of 上年度民事一审收案
    of_year = [t for t in of_year if YEAR_OF_NAME.sub("", t.name) in names]
    if last and last.thing and last.thing.sort == "count":
        of_year = [t for t in of_year if t.name.endswith(YEAR_OF_NAME.sub("", last.thing.name))]
    return replace(one, thing=of_year[0], context="") if len(of_year) == 1 else None


def pair_of_last_year(pair: Placed) -> Placed:
    """去年同期42件里化解27件."""
    demand = pair.thing.demand if pair.thing else None
    if pair.context != "other-time" or not demand or len(demand.parts) != FOUR or not OF_YEAR.search(pair.before):
        return pair
    return replace(pair, thing=_a_year_back(pair.thing), rivals=(), context="") if pair.thing else pair


def _a_year_back(trend: Thing) -> Thing:
    return replace(trend, demand=replace(trend.demand, parts=trend.demand.parts[2:])) if trend.demand else trend


def _pair_of_year(one: Placed, spoken: str, fitting: Sequence[Thing], last: Placed | None) -> Placed | None:
    """化解32/47, 去年27/42: of the share that is asked for of both years, and that was named before."""
    trends = [t for t in fitting if t.demand and t.demand.kind == "trend" and len(t.demand.parts) == FOUR]
    of_them = [t for t in trends if _is_meant(spoken, t, fitting) or (not spoken and last and _is_same(last, t))]
    return replace(one, thing=_a_year_back(of_them[0]), rivals=(), context="") if len(of_them) == 1 else None


def _is_meant(spoken: str, trend: Thing, fitting: Sequence[Thing]) -> bool:
    return bool(spoken) and meant(spoken, fitting) == trend


def _is_same(last: Placed, trend: Thing) -> bool:
    """A bare number before it may be so many or so many percent: of one share in either case."""
    mine = (last.thing,) if last.thing else last.rivals
    return bool(mine) and all(
        thing == trend or (trend.demand is not None and thing.quantity == trend.demand.parts[0]) for thing in mine
    )


def year_before(one: Placed, said: str, fitting: Sequence[Thing]) -> Placed:
    """上年同期应办结52件, 实质化解27件: the year holds for what is said behind it."""
    spoken = words.OTHER_TIME.findall(said)
    if one.context != "other-time" or one.thing is None or not spoken or not OF_YEAR.search(spoken[-1]):
        return one
    twins = [t for t in fitting if t != one.thing and YEAR_OF_NAME.sub("", t.name) == one.thing.name]
    twins = [t for t in twins if t.name.startswith("上年")]
    return replace(one, thing=twins[0], context="") if len(twins) == 1 else one


def of_now_again(placed: Sequence[Placed], known: Sequence[Thing]) -> list[Placed]:
    """去年同月1640件, 一审收案1592件: a year that is held ends where its figure is told already."""
    found: list[Placed] = []
    told: set[str] = set()
    year, is_over = "", False
    for one in placed:
        said = [name for spoken, name in YEARS if re.search(spoken, one.before + one.words)]
        year, is_over = (said[0], False) if said else (year, is_over)
        mine = one.thing
        if year and not said and mine is not None:
            now = YEAR_OF_NAME.sub("", mine.name)
            twin = next((t.key for t in known if t.name.startswith(year) and YEAR_OF_NAME.sub("", t.name) == now), None)
            is_named = bool(set(short(one.words)) & set(now))
            is_held = is_named and (one.context == "other-time" or (mine.key == twin and not one.context))
            is_over = is_over or (is_held and twin in told)
            this = next((t for t in known if t.name == now and t.key not in told), None)
            if is_held and is_over and this and fits(one.amount, this, one.words):
                one = replace(one, thing=this, context="")
        told |= {one.thing.key} if one.thing and not one.context else set()
        found.append(one)
    return found


def in_turn(placed: Sequence[Placed], known: Sequence[Thing]) -> list[Placed]:
    """应办35, 办结33, 上年同期分别为38、36: as many as of this year, in their order."""
    head = next((n for n, one in enumerate(placed) if IN_TURN.search(one.before)), None)
    if head is None:
        return list(placed)
    run = 1
    while head + run < len(placed) and LISTED.fullmatch(placed[head + run].before) and placed[head + run].before:
        run += 1
    now = [one for one in placed[:head] if not one.context and one.thing and one.thing.sort == "count"]
    if run < 2 or len(now) != run or len(now) != head:
        return list(placed)
    turned = [_of_last_year(placed[head + n], now[n], known) for n in range(run)]
    return [*placed[:head], *turned, *placed[head + run :]]


def of_months(placed: Sequence[Placed], masked: Masked, asked: Asked) -> list[Placed]:
    """7月39件, 8月43件, 应办结分别是42件和45件: of two periods that are named the one that is asked for."""
    head = next((n for n, one in enumerate(placed[:-1]) if RESPECTIVELY.search(one.before)), None)
    if head is None or not placed[head + 1].before or not LISTED.fullmatch(placed[head + 1].before):
        return list(placed)
    said = [is_asked(match, asked.period) for match in PERIOD.finditer(masked.raw[: placed[head].amount.start])]
    if sorted(said) != [False, True] or placed[head].thing is None:
        return list(placed)
    found = list(placed)
    mine, other = (head, head + 1) if said[0] else (head + 1, head)
    found[mine] = replace(placed[mine], thing=placed[head].thing, rivals=(), context="")
    found[other] = replace(placed[other], context="other-time")
    return found


RESPECTIVELY = pattern_of("(?:分别|依次)[为是有]?\\s*$")


def _of_last_year(one: Placed, now: Placed, known: Sequence[Thing]) -> Placed:
    name = now.thing.name if now.thing else ""
    twin = next((t for t in known if t.name.startswith("上年") and YEAR_OF_NAME.sub("", t.name) == name), None)
    return replace(one, before="", thing=twin, rivals=(), context="" if twin else "other-time")


IN_TURN = pattern_of("(?:上年|去年)(?:同期|同月)?(?:分别|依次)[为是]?\\s*$")
LISTED = pattern_of(r"[\s、,和及]*")
OF_YEAR = pattern_of("去年|上年|同期")
YEAR_OF_NAME = pattern_of("^(?:上年|前年)(?:同月|同期)?")
ANY_YEAR = pattern_of(
    "20[0-9]{2}年|^\\s*[比较与]|(?:去年|上年|前年)(?:[这那同当]个?(?:时候?|月))?|同期|同月|[0-9一二三四五六七八九十]{1,2}月份?|的"
)


def _year_of(raw: str, one: Placed, masked: Masked) -> str | None:
    """2025年 in a report of 2026 is the year before, where both are of the same month."""
    years = [int(year) for year in re.findall("(20[0-9]{2})年", raw)]
    if not years or OTHER not in one.before or masked.year is None:
        return None
    return {1: "上年", 2: "前年"}.get(masked.year - years[-1])


def _is_said(around: str) -> bool:
    return len(words.FILLER.sub("", short(ANY_YEAR.sub("", around)))) >= ENOUGH
