"""Figures told of some months of a period that has more of them: 4、5两个月9家 is no quarter.

All of them, one by one or in a row, are the period: 4月3家，5月4家，6月2家. As many as are counted tell when it was:
通报3次（2月、4月、6月）.
"""

from collections.abc import Mapping

from domain.cadences import Period
from domain.numbers import chinese, level
from domain.patterns import pattern_of
from domain.reader.asked import Value

M = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
MONTH = pattern_of(M)
SO_MANY = pattern_of("[两三四五]个?月$")
# 4、5月; 4月5月; 四五月份; 4、5两个月
LISTED = (
    rf"(?<![0-9])(?:{M}(?:月份?)?[、,和及与跟]\s?|{M}月份?\s?|[一二三四五六七八九](?=[一二三四五六七八九]))+"
    rf"{M}(?:月份?(?:[两三四五]个?月)?|[两三四五]个?月)"
)
ONE = rf"(?<![0-9]){M}月份?(?![0-9一二三四五六七八九十]{{1,3}}[日号])"
AT_HEAD = pattern_of(
    rf"(?:^|(?<=[,。;:、\n\s]))(?:[我本][院庭局]|今年|本年)?(?P<span>{LISTED}|{ONE})(?![底末])"
    r"(?=[^,。;\n]{0,16}?[0-9一二两三四五六七八九十])"
)
# …9家（4、5月）; …9家，4、5月的
BEHIND = pattern_of(rf"[(,]\s?(?:都|全|只|仅|就)?是?(?P<span>{LISTED})(?:的|份|数据)*\s?\)?[。.!！\s]*$")
FIGURE = pattern_of("[0-9]|没有?|无|零|[一二三四五六七八九十百千]{2}|[一二两三四五六七八九十][件个人名家次起条项]")
OF_ALL = pattern_of("季度|本季|全季|半年|全年|年度")


def are_told(text: str, values: Mapping[str, Value], period: Period | None) -> bool:
    said = level(text)  # ，and （ are ordinary ones then
    if period is None or period.every in ("month", "once") or OF_ALL.search(said):
        return False
    heads = list(AT_HEAD.finditer(said))
    if heads and FIGURE.search(said[: heads[0].start()]):
        heads = []
    behind = BEHIND.search(said)
    months = _months([match["span"] for match in (*heads, *((behind,) if behind else ()))])
    whole = set(range(period.start.month, period.end.month + 1))
    return bool(months) and not months >= whole and not (len(months) > 1 and len(months) in values.values())


def _months(spans: list[str]) -> set[int]:
    found = (one for span in spans for one in MONTH.findall(SO_MANY.sub("", span)))
    return {int(one) if one.isdecimal() else chinese(one) or 0 for one in found}
