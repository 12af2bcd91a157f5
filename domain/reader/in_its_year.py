"""A day without its year, told of a period that is over: 6月5日岗位练兵 is of 2025, where it is January 2026.

By itself it would be the nearest one, which lies ahead.
"""

import re
from datetime import date

from dateutil.relativedelta import relativedelta

from domain.cadences import Period
from domain.dates import Found, find_days
from domain.patterns import pattern_of
from domain.reader.word_lists import any_of

BARE = pattern_of(r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}) ?月|[0-9]{1,2}(?P<sign>[./-])[0-9]{1,2}")
# what will be, or is asked for until then
AHEAD = pattern_of(
    any_of(
        "将|拟|计划|准备|打算|明年|今年|预计|争取|到时|届时|[定排约][在于到]|[推拖延挪]|改[到在成]|等|还没|尚未|未(?!成年)|没|取消",
        r"要(?!求|素|案|点)|会(?=在|于|再|开展)|才[能会可]|再(?=[开办搞做报交补填说])|[?？吗]|宽限|[日号](?:之?前|以前)|下[周月次]|明|后天",
    )
)
# 领导小组是21年5月11号成立的，制度是同年9月3号才定下来
NAMED = pattern_of(
    r"(?<![0-9])(?P<year>20[0-9]{2}|[12][0-9])年(?P<between>[^?？]*?)(?P<which>同年|[当那]年|次年|翌年|转过?年|第二年|隔年)(?:的|底|初)?(?=(?:1[0-2]|0?[1-9])月)"
)


def in_full(text: str) -> str:
    """The year that is meant by 同年 or by 次年, behind the one that is named."""
    return NAMED.sub(_named, text)


def _named(match: "re.Match[str]") -> str:
    later = match["which"][0] not in "同当那"
    year = int(match["year"]) % 100 + 2000 + later
    return f"{match['year']}年{match['between']}{year}年"


def told(text: str, today: date, period: Period | None) -> str:
    """With that year, where it is the period's and nothing is said of what will be."""
    if period is None or period.every == "once" or not period.end < today or AHEAD.search(text):
        return text
    for found in reversed(find_days(text, today, past=True)):
        year = _year(found, today, period)
        text = f"{text[: found.start]}{year}{text[found.start :]}"
    return text


def _year(found: Found, today: date, period: Period) -> str:
    bare = BARE.match(found.written)
    if bare is None or found.day is None or found.day <= today:
        return ""
    day = found.day - relativedelta(years=1)
    return f"{day.year}{bare['sign'] or '年'}" if period.start <= day <= period.end else ""
