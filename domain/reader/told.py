"""Part and whole told in words of the form alone: every word is known, and each figure can be one thing only."""

from collections.abc import Sequence
from fractions import Fraction

from domain.patterns import pattern_of
from domain.reader.asked import Asked
from domain.reader.attached import BESIDE, SPEAKS, Said, Side, attached, speaks
from domain.reader.changes_told import check_changes, growth_told, is_change, with_increases, without_changes
from domain.reader.contraries import BELOW
from domain.reader.counts_told import add_to, counts_told
from domain.reader.figure_words import words_in
from domain.reader.names import HUNDRED
from domain.reader.parts_told import all_told, lacking_told, pair_told
from domain.reader.shares_told import bare_share, share_told, stop_at_bare
from domain.reader.stop import OfWhichYear, Stop, Unclear
from domain.reader.tokens import tokens
from domain.reader.turns import plainly
from domain.reader.years import OF_YEAR

Values = dict[str, Fraction]
# 成功报少了3件，案件1048
MISCOUNTED = pattern_of(
    "(?:[报填写算]|统计)[多少漏]了?[0-9一二两三四五六七八九十]+[件个人名条]|[多少漏][报填写算]了?[0-9一二两三四五六七八九十]+[件个人名条]"
)
JOINT = pattern_of(
    r"(?P<one>[一-鿿]{2,8})[、和与及跟](?P<other>[一-鿿]{2,8}?)(?:案件)?(?:加起来|合起来|加一起|合计|一共|总共|共)[是为有]?"
    r"\s?[0-9一二三四五六七八九十]"
)


def told(text: str, asked: Asked) -> Values | None:
    """None where that is not certain."""
    if any(quantity.label.startswith("20") for quantity in asked.quantities):
        return None  # named by their years
    if _is_of_all_year(text, asked) or NOT_ONE.search(text):
        return None
    if IN_WORK.search(text) or MISCOUNTED.search(text) or _is_of_both(text, asked):
        return None
    if BELOW.search(text) and any("不低于" in quantity.label for quantity in asked.quantities):
        return None
    found = tokens(plainly(text), asked)
    if found is None or not found.amounts:
        return None
    try:
        return _values(*attached(found), asked)
    except OfWhichYear:
        raise Stop("other-time") from None
    except Unclear:
        return None


def _is_of_all_year(text: str, asked: Asked) -> bool:
    """今年 is the month beside 去年; by itself it is all the year."""
    is_month = asked.period is not None and asked.period.every == "month"
    return is_month and bool(THIS_YEAR.search(text)) and not OF_YEAR.search(text)


def _is_of_both(text: str, asked: Asked) -> bool:
    """速裁、快审加起来693件 is neither's."""
    for match in JOINT.finditer(text):
        one, other = (
            frozenset().union(*(word.of for word in words_in(match[side], asked.demands)[0]))
            for side in ("one", "other")
        )
        if one and other and not one & other:
            return True
    return False


NOT_ONE = pattern_of(
    "(?:没有?|未|无(?!一例外|一遗漏|一缺席)|差)(?:到|满)?\\s*[0-9一二两三四五六七八九十]"
)  # 没有一件按时反馈, 没到90%
# 379件在履行, 300人将参训
IN_WORK = pattern_of(
    r"[0-9一二三四五六七八九十百]\s*[件个人名位通]\s*(?:(?:还|正|仍)?在(?=化解|办|审|调解|执行|履行|处理|整改|听证|审查|协调|推进|补训|催|训)|将(?=[一-鿿]))"
)
THIS_YEAR = pattern_of("(?:今年|本年)(?!度?目标|的?[0-9一二三四五六七八九十]{1,2}月)")


def _values(sides: Sequence[Side], alls: Sequence[Said], rest: Said, asked: Asked) -> Values:
    if speaks(rest, *SPEAKS, *BESIDE, "time", "not") or any(s.amount.about or s.amount.value < 0 for s in sides):
        raise Unclear
    sides = [bare_share(side) for side in sides]
    counts = [side for side in with_increases(sides, asked) if side.amount.sort == "number"]
    lacking = [side for side in counts if speaks(side.said, "not")]
    counts = [side for side in counts if side not in lacking]
    values = counts_told(without_changes(counts), [*alls, *(side.said for side in lacking)], asked)
    check_changes(counts, values)
    for before, side in zip([None, *sides], sides, strict=False):
        if side.amount.sort == "pair":
            add_to(values, pair_told(side, asked, before, alone=len(sides) == 1))
    lacking_told(lacking, values, asked)
    if lacking and any(speaks(side.said, "all", "every") for side in counts):
        raise Unclear  # 还有一件没结, 其他17件都结了
    for said in [*alls, *(side.said for side in counts if speaks(side.said, "all", "every"))]:
        all_told(said, values, asked)
    shares = [side for side in sides if side.amount.sort in ("share", "points")]
    if any(demand.kind == "growth" for demand in asked.demands):
        values |= growth_told([side for side in shares if is_change(side)], asked)
        shares = [side for side in shares if not is_change(side)]
    values |= share_told(shares, values, asked)
    _nothing_in_percent(sides, values, asked)
    stop_at_bare(sides, values, asked)
    if not values:
        raise Unclear
    return values


def _nothing_in_percent(sides: Sequence[Side], values: Values, asked: Asked) -> None:
    """保全率58.3%, 鉴定62: so many, or so many in a hundred, where its parts are not told as well."""
    if all(part.label in values for demand in asked.demands if demand.key in values for part in demand.parts[:2]):
        return
    small = [s for s in sides if s.amount.sort == "number" and not s.amount.unit and s.amount.value <= HUNDRED]
    if small and any(side.amount.sort == "share" for side in sides):
        raise Unclear
