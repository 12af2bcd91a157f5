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
