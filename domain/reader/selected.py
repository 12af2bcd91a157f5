"""What the heads of columns or rows choose of a table: this period, last year, our own court, or what is beside it."""

import re
from collections.abc import Sequence
from typing import Literal

from domain.cadences import Period
from domain.numbers import chinese
from domain.own_names import is_house
from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.asked import Asked
from domain.reader.differences import twin_of
from domain.reader.masking import is_asked
from domain.reader.meant_by import whole_of_both
from domain.reader.names import Thing, meant, plainest, things
from domain.reader.notation import UNIT
from domain.reader.uncounted import PERIOD
from domain.reader.wording import usual

# empty of what chooses nothing: a name
Chosen = Literal["", "now", "上年", "前年", "growth", "beside", "unit", "remark"]
UNITS = pattern_of(f"{UNIT}|%")
N = "1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九]"
TAIL = r"(?:[数值]据?|情况|份|度)?"
LAST = pattern_of(f"{TAIL}$")
A_YEAR = pattern_of("(20[0-9]{2})年?度?")
MONTH = pattern_of(rf"(?P<year>20[0-9]{{2}}年|[0-9]{{2}}年|[今本去上前]年)?(?P<month>{N})月{TAIL}")
YEAR = pattern_of(rf"(?P<year>20[0-9]{{2}}|[今本去上前]年|[0-9]{{2}}年)年?(?:度|同期|同月)?{TAIL}")
SAME_TIME = pattern_of(rf"同[期月]{TAIL}")
THIS = pattern_of(rf"[本当](?:月|期|季度?|半年|年度?){TAIL}")
OURS = pattern_of(rf"(?:我|本)(?:院|庭|局|部门|单位){TAIL}")
WHOLE = pattern_of("[合总小]计|全院(?:合计)?")
BESIDE = pattern_of(
    r"(?:目标|任务|计划|要求|考核|标准)(?:值|数|完成率)?|上上?(?:个?月|期|季度?)(?:数|值)?|环比.*|增减.*|变化.*"
    r"|(?:全[市国省]|高院|中院|上海|兄弟|外院|他院|其他).*|.{0,4}平均.{0,2}|排名"
)
MORE = pattern_of(r"累计|.*累计|全年|1\s*[-~—至到]\s*[0-9]{1,2}月|年初至今|今年以来")
GROWTH = pattern_of(r"同比.{0,4}|[增降]幅|增长率")
PLAIN = pattern_of("数[值量据字]?|结果|填报[值数]?|实际值?|完成(?:情况|数|值)?|[件人]数|值")
HOUSES = pattern_of("法院|单位|部门|庭室?|院")
ALL_YEAR = pattern_of("全年(?:合计|累计|数据)?|[合总共]计|累计")
PART_OF_YEAR = pattern_of("[上下]半年|第?[一二三四1-4]季度")
UNIT_HEAD = pattern_of("(?:计量)?单位")
REMARK = pattern_of("备注|说明")
OF_MONTH = pattern_of(rf"^(?:[本当]月|(?:{N})月份?)的?")
YEARS_AGO: tuple[Chosen, ...] = ("now", "上年", "前年")
SPELLED: tuple[tuple[str, Chosen], ...] = (("去", "上年"), ("上", "上年"), ("前", "前年"), ("今", "now"), ("本", "now"))


def chosen(heads: Sequence[str], asked: Asked, corner: str = "") -> list[Chosen]:
    """Of each head in turn; `corner` says what they are.

    合计 stands for all rows, and so does 全院 where the department has no row of its own.
    """
    found: list[Chosen] = [_of(head.replace(" ", ""), asked) for head in heads]
    own = [_is_own(head, asked) for head in heads]
    for at, head in enumerate(heads):
        if WHOLE.fullmatch(head) or own[at]:
            found[at] = "now"
        elif not found[at] and (head in asked.others or head.endswith(("庭", "局", "法院"))) and any(found):
            found[at] = "beside"
    if asked.period and asked.period.every == "year" and any(map(ALL_YEAR.fullmatch, heads)):
        found = ["beside" if PART_OF_YEAR.fullmatch(head) else of for head, of in zip(heads, found, strict=True)]
    if any(own):
        found = ["beside" if head.startswith("全院") else of for head, of in zip(heads, found, strict=True)]
    if any(WHOLE.fullmatch(head) for head in heads) or (any(own) and HOUSES.fullmatch(corner)):
        found = [of or "beside" for of in found]
    return found


def _is_own(head: str, asked: Asked) -> bool:
    return bool(OURS.fullmatch(head)) or head in asked.own or is_house(LAST.sub("", head), asked.place, asked.house)


def is_foreign(caption: str, asked: Asked) -> bool:
    """Of another time, of others, or what is only wanted."""
    is_monthly = asked.period is not None and asked.period.every == "month"
    periods = [
        is_asked(match, asked.period) and (is_monthly or not match["month"]) for match in PERIOD.finditer(caption)
    ]
    caption = caption.replace("指标", "")
    said = any(pattern.search(caption) for pattern in (words.OTHER_TIME, words.OTHERS, words.LATER, words.TARGET))
    return said or (bool(periods) and not all(periods))


def _of(head: str, asked: Asked) -> Chosen:
    if (match := MONTH.fullmatch(head)) and asked.period:
        return _of_month(match, asked.period)
    if (match := YEAR.fullmatch(head)) and asked.period:
        return _of_year(match["year"], asked.period)
    if (match := PERIOD.fullmatch(head)) and asked.period:
        return "now" if is_asked(match, asked.period) else "beside"
    for pattern, of in PATTERNS:
        if pattern.fullmatch(head):
            return of
    if MORE.fullmatch(head):
        return "beside" if asked.period and asked.period.every == "month" else "now"
    if GROWTH.fullmatch(head):
        return "growth" if any(demand.kind == "growth" for demand in asked.demands) else "beside"
    return ""


PATTERNS: tuple[tuple["re.Pattern[str]", Chosen], ...] = (
    (SAME_TIME, "上年"),
    (THIS, "now"),
    (BESIDE, "beside"),
    (PLAIN, "now"),
    (UNIT_HEAD, "unit"),
    (REMARK, "remark"),
)


def _of_month(match: "re.Match[str]", period: Period) -> Chosen:
    month = int(match["month"]) if match["month"].isdecimal() else chinese(match["month"])
    if period.every != "month" or month != period.start.month:
        return "beside"
    return _of_year(match["year"], period) if match["year"] else "now"


def _of_year(said: str, period: Period) -> Chosen:
    for sign, of in SPELLED:
        if said.startswith(sign):
            return of
    years = period.start.year - int(said.removesuffix("年").rjust(4, "x").replace("xx", "20"))
    return YEARS_AGO[years] if 0 <= years < len(YEARS_AGO) else "beside"


def last_years(name: str, year: str, asked: Asked) -> str | None:
    """The label of the same in an earlier year, where that is asked for: 3月收案 beside 2025."""
    name = OF_MONTH.sub("", name)
    counts = [thing for thing in things(asked) if thing.sort == "count"]
    now = [thing for thing in counts if not thing.name.startswith(("上年", "前年"))]
    found = plainest(name, now) or meant(name, now)
    return twin_of(found, year, asked) if isinstance(found, Thing) else None


def named_by(one: str, other: str, asked: Asked) -> str | None:
    """The label that two words make together."""
    counts = [thing for thing in things(asked) if thing.sort == "count"]
    if year := A_YEAR.fullmatch(one) or A_YEAR.fullmatch(other):
        counts = [thing for thing in counts if thing.year == int(year[1])]
        name = other if A_YEAR.fullmatch(one) else one
        of_it = plainest(name, counts) or meant(name, counts)
        only = of_it if isinstance(of_it, Thing) else whole_of_both(of_it)
        return only.key if only else None
    found = [plainest(said, counts) or meant(said, counts) for said in (one + other, other + one)]
    said = set(usual(one + other)) - set("的数件")
    names = {thing.key for thing in found if isinstance(thing, Thing) and said <= set(usual(thing.key))}
    return names.pop() if len(names) == 1 else None
