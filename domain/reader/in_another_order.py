"""Figures that were put to each other's names; and those of another month that are set apart.

速裁8010天268件，快审11180天455件，两组贴反了.

不是610/830，那是上个月的，8月596/811, where the own month is named.
"""

import re

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.asked import Asked
from domain.reader.figures_counted import named

N = r"[0-9]+(?:\.[0-9]+)?(?![0-9.%])"
UNIT = "(?:万元?|亿元?|人次|[件个名位人条份次项])?"
GROUPS = pattern_of(
    r"^(?P<a>[一-鿿]{2,4})(?P<x>[0-9][^,;。]*)[,;。\s]+(?P<b>[一-鿿]{2,4})(?P<y>[0-9][^,;。]*)[,;。!\s]+"
    r"(?:[哎呀哦啊噢]|不对)*[,!\s]*这?两[组行边]的?(?:名字|数据?)?(?:给|都|我)?(?:贴|写|填|说|放|标|抄|弄|搞)?(?:反|倒|颠倒)了"
    r"(?:[,;。\s]+(?:(?P=a)是?(?:后[面一]|下面)那?[组行边]|(?P=b)是?(?:前[面一]|上面)那?[组行边]))?[。!]*$"
)
# 律师平台不是610/830了，那是上个月的，8月596/811
NOT_THOSE = (
    rf"不是{N}{UNIT}/{N}{UNIT}了?[,;。\s]+[那这](?:两个)?是[^,;。0-9]{{0,4}}(?:[0-9]{{1,2}}月)?[^,;。0-9]{{0,6}}的[,;。\s]+"
    rf"(?:MONTH月份?|[本这]个?月|今年|现在)的?(?:是|为)?(?={N})"
)
# 来信来访67件次，这里面属于期限内应办结的41件
BELONGS = pattern_of(
    r"^(?P<lead>[^。;]*?)[,;。\s]+(?:这?里[头面]|其中)?属于?(?P<name>[^,;。0-9]{2,10})的(?=(?:有|是)?[0-9])"
)
WHAT = pattern_of(rf"(?P<what>[^,;。、0-9]{{2,10}}?)(?:总共|一共|共)?{N}")


def plainly(text: str, asked: Asked) -> str:
    """As it stands where nothing is told so."""
    said = level(text)
    plain = GROUPS.sub(r"\g<b>\g<x>，\g<a>\g<y>", said)
    if asked.period:
        plain = re.sub(NOT_THOSE.replace("MONTH", str(asked.period.start.month)), "", plain)
    plain = BELONGS.sub(lambda told: _of_those(told, asked), plain)
    return text if plain == said else plain


def _of_those(told: "re.Match[str]", asked: Asked) -> str:
    """What stands before them is of nothing that is asked for."""
    is_other = all(named(one["what"], asked) is None for one in WHAT.finditer(told["lead"]))
    return told["name"] if is_other and named(told["name"], asked) and re.search(N, told["lead"]) else told.group()
