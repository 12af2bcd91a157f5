"""Figures in a row and whose each is, told before or behind: 今年去年前年：1605、1661、1590; 1612/1598（今年、去年）.

1702、1655、1690，依次是前年、去年、今年的一审收案; 8010、268，分别是天数、件数.
"""

import re

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.year_words import A_YEAR

# 今年去年前年：1605、1661
ROW = pattern_of(
    rf"(?:依次|顺序|分别|按照?|就|是|为)*(?P<years>{A_YEAR}(?:[、和/\s,，→-]*{A_YEAR})+)(?:[0-9]{{1,2}}月份?|一审|收案|[数\s]|的|分别|依次|顺序|次序|先后|排列?|来报)*[:：,，是为]*\s*(?P<figures>[0-9]+件?(?:[、/,，和\s]+[0-9]+件?)+)(?![0-9.%])"
)
# 1612 / 1598 / 1540，按今年、去年、前年的顺序; 1612、1598（今年、去年）
ROW_FIRST = pattern_of(
    rf"(?:分别|依次)*[是为:：]?(?<![0-9.])(?P<figures>[0-9]+件?(?:[、/,，;；→\s]+[0-9]+件?)+)[\s,，;；。(（]*(?:[这以]?[上三几]?个?数字?|按照?|依次|顺序|分别|对应|都|就|的|是|为|[:：])*"
    rf"(?P<years>{A_YEAR}(?:[、和/\s,，→-]*{A_YEAR})+)(?![0-9]|[^,，。;；\n]*[0-9])(?:[数\s]|的|顺序|次序|先后|排列?|来报)*[)）]?"
)
# 26.3 1612, 25.3 1598: a line a year; 1612今年的，1598去年，1540前年
JOTTED = pattern_of(
    r"(?:^|(?<=\n))\s*(?:20)?(?P<year>2[0-9])[./-]0?(?P<month>1[0-2]|[1-9])(?:月份?)?[:：\s]+(?=[0-9]{2,})"
)
YEAR_LAST = pattern_of(rf"(?P<figure>[0-9]+件?)(?:那个|就)?[是为]?(?P<year>{A_YEAR})的?")
YEARS_LAST = pattern_of(
    rf"[哦嗯啊好的,，：:\s]*(?:[0-9]+件?(?:那个|就)?[是为]?{A_YEAR}的?[,，、;；\s]*){{2,}}[。.!！]*"
)
# 1702、1655、1690，依次是前年、去年、今年的一审收案
N = r"[0-9]+(?:\.[0-9]+)?(?![0-9.%])"
UNIT = "(?:万元?|亿元?|人次|[件个名位人条份次项])?"
BETWEEN = r"(?:→|—+|-+>?|[、/,\s]+)"
NAMES_BEHIND = pattern_of(
    rf"^(?P<row>{N}{UNIT}(?:{BETWEEN}{N}{UNIT})+)[,;。\s]*(?:分别|依次)(?:对应的?)?(?:是|为|:)*(?P<names>[^,;。、和0-9]{{1,8}}(?:[0-9]{{1,2}}月)?(?:[、和][^,;。、和0-9]{{1,8}}(?:[0-9]{{1,2}}月)?)+?)(?:的(?P<of>[^,;。、0-9]{{2,8}}))?[。!]*$"
)
FIGURE = pattern_of(rf"{N}{UNIT}")
# 2024年8月1602→2025年8月1688→今年反弹到1731
ARROW = pattern_of(r"(?<=[0-9件])\s*(?:→|—*-*>)+\s*(?=(?:20[0-9]{2}年|今年|去年|前年|上年))")
CAME_TO = pattern_of(r"(?<=[年月期])(?:又|再|就)?(?:反弹|回升|上升|回落|下降|涨|升|落|降|跌)回?[到至为](?=[0-9])")
YEAR, ONE = pattern_of(A_YEAR), pattern_of("[0-9]+")


def plainly(text: str) -> str:
    """Each figure with its year or its name; as it stands where there are not as many of them."""
    if len(JOTTED.findall(text)) > 1:
        text = JOTTED.sub(r"20\g<year>年\g<month>月:", text)
    if YEARS_LAST.fullmatch(text):
        text = YEAR_LAST.sub(r"\g<year>\g<figure>", text)
    said = level(text)
    said = CAME_TO.sub("", ARROW.sub("，", said)) if ARROW.search(said) else said
    named = NAMES_BEHIND.sub(_each_named, said)
    text = text if named == level(text) else named
    return ROW.sub(_each_of_years, ROW_FIRST.sub(_each_of_years, text))


def _each_of_years(told: "re.Match[str]") -> str:
    return _beside(YEAR.findall(told["years"]), ONE.findall(told["figures"])) or told.group()


def _each_named(told: "re.Match[str]") -> str:
    names = [f"{name}{told['of'] or ''}" for name in re.split("[、和]", told["names"])]
    return _beside(names, FIGURE.findall(told["row"])) or told.group()


def _beside(names: list[str], figures: list[str]) -> str:
    if len(names) != len(figures):
        return ""
    return ",".join(f"{name}{figure}" for name, figure in zip(names, figures, strict=True))
