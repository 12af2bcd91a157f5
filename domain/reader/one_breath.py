"""So many of which so many stand, said in one breath: 45件信访43件按期办结了, 去年42件化解27件."""

from collections.abc import Sequence
from dataclasses import replace

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.asked import Asked, Demand
from domain.reader.contraries import is_contrary, is_negative
from domain.reader.deduced import TOTAL
from domain.reader.masking import CODE, NAME, OTHER, Masked
from domain.reader.names import Thing, is_of
from domain.reader.ownership import GENERAL, own_of
from domain.reader.placed import Placed
from domain.reader.saying import count
from domain.reader.trimming import short
from domain.reader.wording import usual
from domain.reader.years import ANY_YEAR, OF_YEAR

FOUR = 4  # parts of a trend that is a share
PAUSE = pattern_of(r"[,;。、:\n()/+~-]| (?! )")
DUE = pattern_of("应?[该应]当?[一-鿿]{1,2}的")  # 该办的办了43件
HELD = ("target", "scope", "total", "other-time")
WANTED = pattern_of("(?<![不主])[要须需](?!求)|计划|打算|拟|正在|[还仍尚]在")
WITHIN = pattern_of("^\\s*(?:里[面头]?|当中|之中|中)")


OF_ANOTHER_YEAR = pattern_of("去年|上年|前年|同期")


def of_which(placed: Sequence[Placed], masked: Masked, known: Sequence[Thing], asked: Asked) -> list[Placed]:
    found = list(placed)
    for at in range(len(found) - 1):
        one, part = found[at], found[at + 1]
        gap = masked.text[one.amount.end : part.amount.start]
        runs_on = at + 2 < len(found) and not PAUSE.search(masked.text[part.amount.end : found[at + 2].amount.start])
        others = [other for other in found if other is not one and other is not part]
        shares = _shares(asked, one) if _may_be(one, part, gap) else []
        of_part = _of_part(part, _said_of(part, gap, runs_on=runs_on), shares)
        of_them = [demand for demand in of_part if _is_whole(one, demand, others, asked)]
        if len(of_them) == 1:
            some, every = (next(t for t in known if t.quantity == quantity) for quantity in of_them[0].parts)
            found[at] = replace(one, thing=every, rivals=(), context="")
            found[at + 1] = replace(part, thing=some, rivals=(), context="")
        elif held := _held(one, part, gap):
            found[at + 1] = replace(part, context=held)
    return found


def _held(one: Placed, part: Placed, gap: str) -> str:
    """全市47件化解32件, 47件要化解32件: what is said of the one is said of the other."""
    if one.amount.unit != part.amount.unit or part.context or PAUSE.search(gap):
        return ""
    return one.context if one.context in HELD else "target" if WANTED.search(gap) else ""


def _may_be(one: Placed, part: Placed, gap: str) -> bool:
    is_total = not one.context and _is_total(one)
    if {one.context, part.context} - {"", "other-time"} or OTHER in one.before + gap:
        return False
    if OF_ANOTHER_YEAR.search(part.words) and not OF_ANOTHER_YEAR.search(one.words):
        return False  # 应办结30件上年同期化解12件
    if PAUSE.search(gap) and not is_total:
        return False
    if WANTED.search(gap) or (one.context and not OF_YEAR.search(one.before)):
        return False
    counts = one.amount.sort == part.amount.sort == "number" and not one.amount.about and not part.amount.about
    return counts and part.amount.value <= one.amount.value and bool(one.amount.unit or WITHIN.search(gap) or is_total)


def _is_total(one: Placed) -> bool:
    """总数1083, 成功487: so many in all, and no word of whom."""
    return one.thing is None and bool(TOTAL.search(one.before)) and not short(TOTAL.sub("", one.before))


def _said_of(part: Placed, gap: str, *, runs_on: bool) -> str:
    """Between both figures, or behind the second one."""
    between = DUE.sub("", WITHIN.sub("", gap))
    behind = "" if runs_on else part.behind
    said = between if "了" in between or not behind.strip() else f"{between}{behind}"
    said = short(said).strip(NAME + CODE)
    return "" if is_negative(usual(said)) else said


def _shares(asked: Asked, one: Placed) -> list[Demand]:
    """Of the year that is spoken of."""
    shares = [d for d in asked.demands if d.is_share and d.whole and len(d.parts) in (2, FOUR)]
    if OF_YEAR.search(one.before):
        return [replace(d, parts=d.parts[2:]) for d in shares if d.kind == "trend" and len(d.parts) == FOUR]
    return [replace(d, parts=d.parts[:2]) if len(d.parts) == FOUR else d for d in shares]


def _of_part(part: Placed, said: str, shares: Sequence[Demand]) -> list[Demand]:
    named = [demand for demand in shares if part.thing and part.thing.quantity == demand.parts[0]]
    of_them = [demand for demand in shares if said and own_of(said, demand)]
    return named or [d for d in of_them if not is_contrary(said, d.parts[0].label)]  # 12项里3项低于去年


def _is_whole(one: Placed, demand: Demand, others: Sequence[Placed], asked: Asked) -> bool:
    part, whole = demand.parts
    if one.thing and one.thing.quantity not in demand.parts:
        return False
    if not is_of(one.amount.unit, count(whole)):
        return False
    if any(o.thing and o.thing.quantity == whole and o.amount.value != one.amount.value for o in others):
        return False
    said = set(words.FILLER.sub("", usual(GENERAL.sub("", short(TOTAL.sub("", ANY_YEAR.sub("", one.before))))))) - set(
        CODE + NAME
    )
    elsewhere = any(d.parts[0] == part and whole not in d.parts for d in asked.demands)
    return said <= set(usual(whole.label + demand.name)) and (bool(said) or not elsewhere or _is_total(one))
