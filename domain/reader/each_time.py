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


# 2月一次，4月一次，6月一次; 三次，2月1次4月2次
TIMES = "(?:[1-9]|[一二两三四五六])[次回期]"
ITEM = rf"{A_TIME}(?:也|又|还|那边)?(?:是|有|搞|发|通报|开展)?了?{TIMES}"
LIST = pattern_of(
    rf"(?P<told>(?P<all>{TIMES})[^0-9,，。;；]{{0,6}}[,，:：;；。\s(（]+)?(?:分别是?|其中)?"
    rf"(?P<list>{ITEM}(?:[、,，;；和跟与及\s]*{ITEM}){{1,5}})[)）]?"
)
COUNT = pattern_of(rf"(?<!第){TIMES}")
# 搞了两次; 3期通报
HELD = pattern_of("(?:就|只|也|又)?(?:搞|弄|做|开展|组织|进行)了(?=(?:[0-9]+|[一二两三四五六七八九十]+)[次回])")
BULLETINS = pattern_of(
    "(?<![第0-9一二两三四五六七八九十])(?P<n>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})(?:期|份)(?=(?:书面)?(?:通报|简报)|了?(?:$|[,，。;；!！]))"
)


# 通报发了3期, 半年里头通报过两回, 会上通报过的只有2次，平时没另发
REPORTED = pattern_of(
    r"(?:^|(?<=[,，;；。]))(?:(?:[上下这]?半年|全年|今年|一年)(?:里[头面]?|以来|内|下来)?)?(?:就|只|也|一共|总共)*(?:在?(?:党组)?会上)?通报(?:[发出搞做])?(?:过|了)+的?(?:就|只|一共|总共|共|有|是)*(?P<n>[0-9]+|[一二两三四五六七八九十])[次回期份]"
    r"(?:[,，]\s?(?:平时|别的时候|其他时候|另外|此外)*[也都]?(?:没有?|未)(?:再|另外?)(?:单独)?[发通报过]+)?(?=$|[,，;；。!！])"
)


def in_all(text: str, asked: Asked) -> str:
    """Where one thing is counted, in times, and each month lies within what is asked about."""
    if len(asked.quantities) != 1 or asked.quantities[0].unit != "次" or asked.period is None:
        return text
    period = asked.period
    if "通报" in asked.quantities[0].label:
        text = REPORTED.sub(r"通报\g<n>次", text)
        text = BULLETINS.sub(r"\g<n>次", text)
    text = LIST.sub(lambda match: _listed(match, period), HELD.sub("", text))
    return EACH.sub(
        lambda match: _in_all(match, period) if not COUNTED.search(text[: match.start()]) else match[0], text
    )


def _listed(match: "re.Match[str]", period: Period) -> str:
    """As it stands where one of them lies elsewhere, or where they make another number than was told before."""
    many = sum(_number(one) for one in COUNT.findall(match["list"]))
    is_within = all(_lies_within(one, period) for one in ONE.findall(match["list"]))
    is_so = is_within and (match["all"] is None or _number(match["all"]) == many)
    return f"{many}次" if is_so else match.group()


def _number(times: str) -> int:
    n = times[0].replace("两", "二")
    return NUMBERS.find(n) if n in NUMBERS else int(n)


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
