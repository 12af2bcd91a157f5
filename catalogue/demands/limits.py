"""By when something is to be: 6月底前, 2026年12月31日前, 二季度末, 年底前, 五一前, 2021年度."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from domain.dates import find_days
from domain.feasts import feasts
from domain.patterns import pattern_of
from domain.stretches import stretches

BEFORE = pattern_of(r"[以之]?前(?!后|[期景列沿])")
IN_TIME = pattern_of(
    r"(?:[以之]?前(?!后|[期景列沿])|[以之]?内|时?止|(?=[^,，。;；]{0,30}?(?:达到|完成|实现|建成|[0-9])))"
)
MONTH = pattern_of(r"(?:(?P<y>20[0-9]{2})年)?(?<![0-9])(?P<m>1[0-2]|[1-9])月份?[以之]?前(?!后)")
YEAR = pattern_of(
    r"(?:^|(?<=[,，。;；\n]))\s*(?:到|至|截至)?(?P<y>20[0-9]{2})年度?(?![0-9]|[初底末上下第中]|[一-十0-9]月)"
)
HALF = pattern_of(r"(?:(?P<y>20[0-9]{2})年)?(?P<half>上半年|[一二三四1-4]季度)[以之]?[内前]")
UNTIL = pattern_of("(?:到|至|截至)$")
EVERY = pattern_of("每(?:个?季度?末?|年度?|周)?的?$")
NO_YEAR = (date(2001, 1, 1), date(2011, 1, 1))  # a day that is the same for both names its year
QUARTERS = {"上": 6, "一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}


@dataclass(frozen=True)
class Limit:
    """`day` is the last day that is still in time; None where no year is known."""

    day: date | None
    start: int
    end: int
    doubt: str = ""
    of_year: bool = False  # 2021年度: a period that ends then


def limits(text: str, issued: date | None) -> list[Limit]:
    """In their order; of two that overlap the longer one."""
    found = list(_found(text, issued or NO_YEAR[0]))
    if issued is None:
        others = {(one.start, one.end): one.day for one in _found(text, NO_YEAR[1])}
        found = [one if others.get((one.start, one.end)) == one.day else _without_year(one) for one in found]
    kept: list[Limit] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(_doubted(one, issued))
    return kept


def _without_year(one: Limit) -> Limit:
    return Limit(None, one.start, one.end, "期限没有写年份，通知的印发日期也不清楚")


def _doubted(one: Limit, issued: date | None) -> Limit:
    if one.day and issued and one.day < issued and not one.doubt:
        return Limit(one.day, one.start, one.end, "期限早于通知印发日期", one.of_year)
    return one


def _found(text: str, today: date) -> Iterator[Limit]:
    for found in find_days(text, today, past=False):
        behind = BEFORE.match(text, found.end)
        if behind and not found.about and not EVERY.search(text[: found.start]):
            yield Limit(found.day, found.start, behind.end())
    for stretch in stretches(text, today, past=False):
        behind = IN_TIME.match(text, stretch.end)
        until = UNTIL.search(text[: stretch.start])
        if stretch.ends and (behind or until):
            yield Limit(
                stretch.last, until.start() if until else stretch.start, behind.end() if behind else stretch.end
            )
    for feast in feasts(text, today, past=False):
        if feast.side == "before":
            yield Limit(feast.day - timedelta(days=1) if feast.day else None, feast.start, feast.end)
    yield from _parts(text, today)


def _parts(text: str, today: date) -> Iterator[Limit]:
    for match in MONTH.finditer(text):
        year = int(match["y"] or today.year)
        yield Limit(
            date(year, int(match["m"]), 1) - timedelta(days=1),
            *match.span(),
            f"“{match.group()}”是否包括当月没有写明",
        )
    for match in HALF.finditer(text):
        yield Limit(_end(int(match["y"] or today.year), QUARTERS[match["half"][0]]), *match.span())
    for match in YEAR.finditer(text):
        yield Limit(date(int(match["y"]), 12, 31), *match.span(), of_year=True)


def _end(year: int, month: int) -> date:
    return date(year, month, 1) + relativedelta(months=1) - timedelta(days=1)
