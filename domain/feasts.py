"""Feasts by name: the one day that is meant, and the days around it that a name with 前, 后 or 期间 leaves open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from domain.calendar import ONE_DAY
from domain.date_words import YEAR, year_of
from domain.patterns import pattern_of

Side = Literal["on", "before", "after", "around"]
FIXED = {"元旦": (1, 1), "五一": (5, 1), "劳动": (5, 1), "国庆": (10, 1)}
# by their numbers, which mean the day in front of such words alone: 六一那天
BY_NUMBER = {"三八": (3, 8), "五四": (5, 4), "六一": (6, 1), "七一": (7, 1), "八一": (8, 1), "十一": (10, 1)}
FIXED |= BY_NUMBER
# by the words that stand before 节 in others' mouths
BY_WORD = {"妇女": (3, 8), "青年": (5, 4), "儿童": (6, 1), "建党": (7, 1), "建军": (8, 1), "教师": (9, 10)}
FIXED |= BY_WORD
# By the lunar calendar and the sun, as printed; what lies outside is asked back rather than reckoned.
MOVING: dict[str, tuple[tuple[int, int], ...]] = {
    "春节": ((2, 12), (2, 1), (1, 22), (2, 10), (1, 29), (2, 17), (2, 6), (1, 26), (2, 13), (2, 3)),
    "清明": ((4, 4), (4, 5), (4, 5), (4, 4), (4, 4), (4, 5), (4, 5), (4, 4), (4, 4), (4, 5)),
    "端午": ((6, 14), (6, 3), (6, 22), (6, 10), (5, 31), (6, 19), (6, 9), (5, 28), (6, 16), (6, 5)),
    "中秋": ((9, 21), (9, 10), (9, 29), (9, 17), (10, 6), (9, 25), (9, 15), (10, 3), (9, 22), (9, 12)),
}
FIRST_YEAR = 2021  # of each row above
BESIDE = {"除夕": ("春节", -1), "大年三十": ("春节", -1), "大年初一": ("春节", 0), "正月初一": ("春节", 0)}
BESIDE |= {"元宵": ("春节", 14)}
CERTAIN = "(?=[^,，。]{0,2}节|[当那这][天日]|[之以]?[前后]|期间|长假|假期|放假|黄金周)"
NAMES = (
    "元旦|五一|劳动(?=节)|国庆|春节|端午|中秋|除夕|大年三十|大年初一|正月初一"
    rf"|(?:{'|'.join(BY_WORD)})(?=节)|(?:清明|元宵|{'|'.join(BY_NUMBER)}){CERTAIN}"
)
SIDES: dict[str, Side] = {"前": "before", "后": "after"}
# behind a name that means its day; 国庆安保, 中秋、国庆 and 春节慰问 are matters, no days
DAY_FOLLOWS = (
    r"(?:当天|当日|那天|那日|这天)|(?=[ ,，。.;；:：!！)）\n]|$|[上下中]午|早上|晚|召开|举行|开(?:[了的过会]|$)"
    r"|发生|发现|出现|查实|有(?!关)|又|报)"
)
NAME = pattern_of(
    rf"(?:{YEAR} ?年?的? ?)?(?<![0-9一二三四五六七八九十〇零庆祝迎接度贺、])(?P<name>{NAMES})"
    r"(?:(?:妇女|青年|儿童|建党|建军)?佳?节|(?<=节))?"
    r"(?:(?P<break>小?长假|放假|假期)?[之的]?(?P<next>前|后)[一1](?:天|日)"
    rf"|(?P<side>(?:长假|放假|小长假|假期)?(?:期间|[之以]?[前后](?!后))|长假|假期|放假)|{DAY_FOLLOWS})"
)


@dataclass(frozen=True)
class Feast:
    """`day` is None where the year's day is not on record here."""

    day: date | None
    side: Side
    start: int
    end: int


def feasts(text: str, today: date, *, past: bool) -> Iterator[Feast]:
    """Every feast named. Without a year it is the last one that has begun, or the next one to come."""
    for match in NAME.finditer(text):
        side: Side = "on"
        if match["side"]:
            side = next((SIDES[c] for c in match["side"] if c in SIDES), "around")
        day = _day(match, today, past)
        if match["next"]:  # 六一前一天, 国庆放假前一天; 端午前一天 may be that of its break
            side = SIDES[match["next"]]
            if day and _is_certain(match, day, side):
                day, side = day + (ONE_DAY if side == "after" else -ONE_DAY), "on"
        yield Feast(day, side, match.start(), match.end())


def feast_day(name: str, year: int) -> date | None:
    """Of a name without 节, in a year; None where it is not on record."""
    name, shift = BESIDE.get(name, (name, 0))
    if name in FIXED:
        return date(year, *FIXED[name])
    row = MOVING[name]
    place = year - FIRST_YEAR
    return date(year, *row[place]) + timedelta(days=shift) if 0 <= place < len(row) else None


def _is_certain(match: re.Match[str], day: date, side: Side) -> bool:
    """The break of 国庆 begins with it, where 中秋 does not stand right before; others begin as they are decreed."""
    if not match["break"]:
        return match["name"] in BY_WORD or (match["name"] in BY_NUMBER and match["name"] != "十一")
    moon = feast_day("中秋", day.year)
    is_alone = moon is not None and not timedelta(0) < day - moon < timedelta(days=4)
    return match["name"] == "国庆" and side == "before" and is_alone


def proposal(feast: Feast) -> date | None:
    """A day to begin from, of what is said to have been around a feast."""
    if feast.day is None or feast.side == "after":
        return None
    return feast.day - ONE_DAY if feast.side == "before" else feast.day


def _day(match: re.Match[str], today: date, past: bool) -> date | None:
    if match["y"]:
        return feast_day(match["name"], year_of(match["y"], today))
    here, beside = (feast_day(match["name"], year) for year in (today.year, today.year + (-1 if past else 1)))
    return here if here and (here <= today if past else here >= today) else beside
