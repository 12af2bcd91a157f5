"""One thing counted in several years: 10月收了1568件 is this year's, and 9月1604件 beside it is nobody's."""

import re

from domain.numbers import chinese
from domain.patterns import pattern_of
from domain.reader.asked import Asked
from domain.reader.years import YEAR_OF_NAME

MONTH = r"(?<![0-9年到至一二三四五六七八九十~～-])(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?"
FIGURE = r"[0-9][0-9,]*|[一二三四五六七八九十百千零两]{2,}"
SAID = r"(?:全院|[本我]院|[当单]月|一审(?!收案|案)|新?收案?了?|数|是|为|有|[:：\s])*"
OF_MONTH = pattern_of(rf"(?:^|(?<=[,，。;；\s])){MONTH}(?P<said>{SAID})(?P<n>(?:{FIGURE})\s?件?)(?=$|[,，。;；\s(（])")
BARE_BESIDE = pattern_of(rf"^(?P<n>(?:{FIGURE})\s?件?)(?=[,，\s]*(?:[比较](?:去年|上年)|同比))")
# 全年累计化解98件，8月当月15件
IN_ALL = pattern_of(
    rf"(?:^|(?<=[,，。;；\s]))(?=[^,，;；。]*(?:累计|全年|今年|1月?[-~至到]))[^,，;；。]*?(?:累计|全年|共|月份?)+(?P<name>(?!累计)[一-鿿]{{2,10}}?)(?:累计|一?共)?(?:{FIGURE})[件个通]?[,，;；\s]+"
    rf"(?:其中)?{MONTH}(?:[当单]月)?[是为有]?(?P<n>(?:{FIGURE})\s?[件个通]?)(?=$|[,，。;；\s])"
)
MORE = pattern_of("(?:其中|包括)[^0-9,，。;；]{0,4}一审")  # 全院收案2145件，其中一审1615件
SAME_MONTH = pattern_of("(?<=年)同[月期]")


def in_full(text: str, asked: Asked) -> str:
    if asked.period is not None and (both := IN_ALL.search(text)) and _month(both) == asked.period.start.month:
        text = f"{text[: both.start()]}{both['name']}{both['n']}{text[both.end() :]}"
    names = {YEAR_OF_NAME.sub("", quantity.label) for quantity in asked.quantities}
    if len(names) != 1 or len(asked.quantities) == 1 or asked.period is None or asked.period.every != "month":
        return text
    name, own = names.pop(), asked.period.start.month
    if name in text or MORE.search(text):
        return text
    if BARE_BESIDE.match(text):
        return f"{name}{text}"
    if (first := OF_MONTH.search(text)) and _month(first) != own:
        text = SAME_MONTH.sub(f"{first['month']}月", text)
    if not any(_month(match) == own for match in OF_MONTH.finditer(text)):
        return text
    return OF_MONTH.sub(lambda match: f"本月{name}{match['n']}" if _month(match) == own else "", text)


def _month(match: "re.Match[str]") -> int | None:
    return int(match["month"]) if match["month"].isdecimal() else chinese(match["month"])
