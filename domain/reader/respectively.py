"""Figures told again in the order of those before: 速裁412, 快审291, 天数分别是9430和7560."""

import re
from itertools import pairwise

from domain.patterns import pattern_of

UNIT = "(?:个?百分点|[%％]|万元|[件个人名位条项次通天万元])"
FIGURE = rf"[0-9][0-9,]*(?:\.[0-9]+)?{UNIT}?"
PART = rf"[0-9]+(?:\.[0-9]+)?{UNIT}?"  # of a row, in which a comma parts two, or thousands
ITEM = pattern_of(
    rf"(?P<name>[一-鿿]{{2,14}}?)(?:[是为有:：])?\s?(?P<figure>{FIGURE})(?=[\s,，、;；。和及与(（]|$|[一-鿿]{{2,6}}[0-9])"
)
BETWEEN = pattern_of(r"[\s,，、;；和及与]*")
AGAIN = pattern_of(
    rf"[,，;；。\s]+(?P<what>[^,，;；。\s]{{0,10}}?)(?:分别|依次)(?:[是为有:：])*\s?(?P<figures>{PART}(?:[、,，和及与/\s]+{PART})+)(?=[,，;；。\s]|$)"
)
OURS = pattern_of("我们?[院庭局]?|本[院庭局]|[0-9]{1,2}月份?|实际|[是的]")
OF_TIME = pattern_of("[年月期季]|[0-9]")
PARTS = pattern_of(r"[、，;；和及与/\s]+|,(?![0-9]{3}(?![0-9]))")
WANTED = pattern_of(r"^.*(?:线|目标|要求|标准|考核|去年|上年|上个?月|高院)[^,，;；。0-9]*?[是为:：的](?=[一-鿿]{2})")


# 上年同月及前年同月一审收案分别为1655件、1590件
YEARS = r"(?:[上去前]年(?:同[月期])?|今年|本[月期])"
OF_YEARS = pattern_of(
    rf"(?P<one>{YEARS})(?:[、和及与]|以及)(?P<other>{YEARS})(?P<what>[一-鿿]{{0,12}}?)(?:分别|依次)(?:[是为有:：])*\s?(?P<a>{PART})[、,，和及与/\s]+(?P<b>{PART})(?=[,，;；。\s]|$)"
)


# 覆盖的和应覆盖的都报28个
BOTH = pattern_of(
    rf"(?P<one>(?:(?![年月庭院组各])[一-鿿]){{2,10}}?)的?[和及与跟](?P<other>(?:(?![年月庭院组各])[一-鿿]){{2,10}}?)的?(?:都|均)[是为报填]\s?"
    rf"(?P<n>{PART})(?=[,，;；。\s]|$)"
)


NAME = "(?:(?![和及与跟分依])[一-鿿]){2,8}"
# 速裁、快审分别446、266件
NAMES = pattern_of(
    rf"(?P<names>(?<![一-鿿]){NAME}(?:[、和及与跟]{NAME})+)(?:分别|依次)(?:[是为有:：])*\s?"
    rf"(?P<figures>{PART}(?:[、,，和及与/\s]+{PART})+)(?=[,，;；。\s]|$)"
)
# 1008；520；310，依次为诉前调解、成功、自动履行
NAMES_BEHIND = pattern_of(
    rf"(?<![0-9.一-鿿])(?P<figures>{PART}(?:[、,，;；/\s]+{PART})+)[\s,，;；。(（]*(?:[这以]?[上几两三四五六]?个?数字?|顺序|对应|就|的|是|为)*"
    rf"(?:分别|依次|顺序|对应)(?:对应|[是为的有:：])*\s?(?P<names>{NAME}(?:[、和及与跟,，/]{NAME})+)[)）]?(?=[,，;；。\s]|$)"
)
NAME_BETWEEN = pattern_of("[、和及与跟,，/]")


def _each_of(match: "re.Match[str]") -> str:
    names, figures = NAME_BETWEEN.split(match["names"]), PARTS.split(match["figures"])
    if len(names) != len(figures) or OF_TIME.search(match["names"]):
        return match[0]
    return ",".join(f"{name}{figure}" for name, figure in zip(names, figures, strict=True))


def in_full(text: str) -> str:
    """As it stands where there are not as many names in one row before."""
    text = NAMES_BEHIND.sub(_each_of, NAMES.sub(_each_of, text))
    text = OF_YEARS.sub(r"\g<one>\g<what>\g<a>，\g<other>\g<what>\g<b>", text)
    text = BOTH.sub(r"\g<one>\g<n>，\g<other>\g<n>", text)
    again = AGAIN.search(text)
    if again is None:
        return text
    before, figures = text[: again.start()], PARTS.split(again["figures"])
    items = list(ITEM.finditer(before))[-len(figures) :]
    gaps = (before[one.end() : other.start()] for one, other in pairwise(items))
    if len(items) < len(figures) or before[items[-1].end() :].strip() or not all(map(BETWEEN.fullmatch, gaps)):
        return text
    head = WANTED.match(before)
    names = [WANTED.sub("", one["name"]) for one in items]
    what = OURS.sub("", again["what"])
    if OF_TIME.search(what) or bool(what) == bool(head):
        return text
    told = ",".join(f"{name}{what}{figure}" for name, figure in zip(names, figures, strict=True))
    return f"{'' if head else before + ','}{told}{text[again.end() :]}"
