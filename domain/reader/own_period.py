"""The period that is asked about as people name it: 上半年, 1-6月, 前六个月, 截至6月底. It is no other time."""

import re

from domain.cadences import Period
from domain.numbers import chinese
from domain.patterns import pattern_of

N = "(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"
YEAR = "(?:(?:20[0-9]{2}|[今本当])年)?"
NAMED = pattern_of(
    rf"{YEAR}(?<![0-9])(?P<first>{N})月?份?\s*[-~～—–至到]+\s*(?P<last>{N})月(?:份|底|末)?"
    rf"|前(?P<front>{N})个月|截[至止]到?{YEAR}(?P<end>{N})月(?:底|末|3[01][日号])"
    rf"|{YEAR}(?P<half>[上下])半年度?"
)
# 2024年1月至2026年12月, 2026-01-01至2026-06-30
IN_FULL = pattern_of(
    r"(?:(?:统计|报告|自查|填报)?(?:区间|期间|周期|时间段?|时段)\s?[:：]?\s?)?(?<![0-9])(?P<y>20[0-9]{2})(?:年度?|(?=[./-]|[至到]))"
    r"(?:[./-]?0?(?P<m>1[0-2]|[1-9])(?![0-9])月?)?(?:[./-]?0?1(?![0-9])日?)?\s*[~～—–至到-]+\s*"
    r"(?P<to>20[0-9]{2})(?:年度?|(?=[./-]|[^0-9]|$))(?:[./-]?0?(?P<n>1[0-2]|[1-9])(?![0-9])月?(?:份|底|末)?)?(?:[./-]?[23][0-9]日?)?"
    r"(?:期间|间|内|以来)?[,，\s]*"
)


def without_span(text: str, period: Period, years: int) -> str:
    """`years` that are looked back on; 0 where the period alone is asked about."""
    first = (period.end.year - years + 1, 1) if years else (period.start.year, period.start.month)
    last = (period.end.year, period.end.month)
    text = IN_FULL.sub(lambda match: "" if _covers(match, first, last) else match.group(), text)
    return text if years else without_own(text, period)


def names_another(text: str) -> bool:
    """2025年至2026年, where it is no span of what is asked about."""
    return bool(IN_FULL.search(text))


def _covers(match: "re.Match[str]", first: tuple[int, int], last: tuple[int, int]) -> bool:
    since, until = (int(match["y"]), int(match["m"] or 1)), (int(match["to"]), int(match["n"] or 12))
    return since <= first and until == last


def without_own(text: str, period: Period) -> str:
    return NAMED.sub(lambda match: "" if _is_whole(match, period) else match.group(), text)


def _is_whole(match: "re.Match[str]", period: Period) -> bool:
    if match["half"]:
        return period.every == "half-year" and (period.start.month > 1) == (match["half"] == "下")
    first = _month(match["first"]) if match["first"] else 1 if match["front"] else period.start.month
    last = _month(match["last"] or match["front"] or match["end"])
    year = re.search("20[0-9]{2}", match.group())
    same = year is None or int(year.group()) == period.start.year
    return same and (first, last) == (period.start.month, period.end.month)


def _month(written: str) -> int | None:
    return int(written) if written.isdecimal() else chinese(written)
