"""Once in each of several months, told as so many in all: 3月、6月各一次 is 2次.

一季度、二季度各通报一次，共两次 too.
"""

import re

from domain.cadences import Period
from domain.numbers import chinese
from domain.patterns import pattern_of
from domain.reader.asked import Asked

A_TIME = r"(?:第?[一二三四1-4]季度|(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?)"
EACH = pattern_of(
    rf"(?P<times>{A_TIME}(?:[、,，和跟与及]?{A_TIME}){{1,5}})(?:[都又]?各)(?P<what>[^,，。;；0-9一二三四五六七八九十]{{0,6}})[一1]次"
    r"(?:[,，、]?(?:一?共|合计|总共|共计|总计)[^,，。;；0-9一二两三四五六七八九十]{0,6}(?P<all>[0-9]+|[一二两三四五六])次)?"
)
ONE = pattern_of(A_TIME)
COUNTED = pattern_of("[0-9一二两三四五六][次回]")  # 通报两次，7月和12月各一次: told before
NUMBERS = "零一二三四五六"


def in_all(text: str, asked: Asked) -> str:
    """Where one thing is counted, in times, and each month lies within what is asked about."""
    if len(asked.quantities) != 1 or asked.quantities[0].unit != "次" or asked.period is None:
        return text
    period = asked.period
    return EACH.sub(
        lambda match: _in_all(match, period) if not COUNTED.search(text[: match.start()]) else match[0], text
    )


def _in_all(match: "re.Match[str]", period: Period) -> str:
    times = ONE.findall(match["times"])
    said = (match["all"] or str(len(times))).replace("两", "二")
    many = NUMBERS.find(said) if said in NUMBERS else int(said)
    is_within = all(_lies_within(one, period) for one in times)
    return f"{match['what']}{many}次" if is_within and many == len(times) else match.group()


def _lies_within(said: str, period: Period) -> bool:
    if "季度" in said:
        quarter = "一二三四1234".index(said.removesuffix("季度")[-1]) % 4
        return period.every in ("half-year", "year") and period.start.month <= 3 * quarter + 1 <= period.end.month
    number = said.rstrip("月份")
    month = int(number) if number.isdecimal() else chinese(number) or 0
    return period.start.month <= month <= period.end.month
