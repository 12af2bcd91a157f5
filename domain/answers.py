"""Answers that are no figures: in place or not, nothing or something, a day, a rank."""

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from domain.date_words import after_time
from domain.dates import Found, find_day
from domain.numbers import CHINESE, NUMBER, amount_of, level, plain, value_of

Problem = Literal[
    "not-understood",
    "no-such-day",
    "about-day",
    "not-yet",
    "occurrence-day",
    "occurrence-count",
    "occurrence-what",
    "rank-two-figures",
    "rank-out-of-field",
    "rank-source",
]
DayProblem = Literal["no-such-day", "about-day", "not-yet"]
WORDS_AT_MOST = 100
END = r"[了的。.!,，\s]*$"
YES = re.compile(rf"^(?:是的?|有的?|已?(?:落实|建立|健全|开通|开展|制定|到位|完成|规范|做到|达到)(?:到位)?|对){END}")
NO = re.compile(
    rf"^(?:否|不是|没有?|无|未|尚未|还没有?)(?:落实|建立|健全|开通|开展|制定|到位|完成|规范|做到|达到)?(?:到位)?{END}"
)
NOTHING = re.compile(
    rf"^(?:本期|本月|本季度|[上下]半年|全年|近[一三]年)?(?:[零0]报告|[无0零]|没有?|均无|未发生|没有?发生|无此(?:类|种)?情[形况]|未发现)"
    rf"(?:此类|该类|这类|任何|此种|相关)?(?:情[形况]|问题|事项|现象|件|起)?{END}"
)
# a number whole or not at all: in a long row of digits nothing is tried twice
WHOLE = rf"(?<![0-9](?=[0-9]))(?<![{CHINESE}](?=[{CHINESE}]))(?>{NUMBER.pattern})"
COUNT = re.compile(rf"(?:共|计|合计)?\s{{0,9}}(?P<figure>{WHOLE})\s{{0,9}}(?:件|起|个|次|项|人次|例)")
PLACE = re.compile(rf"第\s*(?P<place>{NUMBER.pattern})\s*(?:名|位)?|^(?P<first>{NUMBER.pattern})(?:名|位)?(?=[\s/,、])")
FIELD = re.compile(
    rf"[共全]?(?:市|院|区|省)?(?:共|全部)?\s*(?P<field>{NUMBER.pattern})\s*(?:家|个|所)(?:法院|单位|院)?|/\s*(?P<slash>{NUMBER.pattern})(?:家|个|所)?(?:法院|单位|院)?"
)
DENIED = re.compile(r"(?:没有?|未|无)(?:有|再|曾)?(?:发现|发生|出现|查实|此类|该类)")
PLANNED = re.compile(r"尚未|没有?完成|还没|未完成|计划|预计|原定|拟于|打算|争取|准备")
EDGES = " ,，、;；。.:：()（）/"
BESIDE = re.compile(r"^(?:[全本]?[市院省区]|中|里|排名?|位列|位居|[列居位])+(?=[ ,，])|(?:排名?|位列|位居)$")
SOURCE = re.compile(r"^(?:来源|依据|据)(?:于|是|为)?[:：]?\s*|^(?:见|按)\s*")


BenchmarkProblem = Literal[
    "benchmark-value", "benchmark-day", "benchmark-source", "not-yet", "no-such-day", "about-day"
]
VALUE = re.compile(rf"(?<![0-9.])(?P<figure>{NUMBER.pattern})\s*(?P<unit>[天件]|学时)?")


@dataclass(frozen=True)
class Benchmark:
    """`value` in the unit of the demand: 78.5 % is 157/200. Published by `source` on that day."""

    value: Fraction
    source: str
    day: date


@dataclass(frozen=True)
class Occurrence:
    """Something happened: when, what kind of thing, how many. No names."""

    day: date
    count: int
    what: str


@dataclass(frozen=True)
class Rank:
    """The `place`-th of `field` courts, as `source` says."""

    place: int
    field: int
    source: str


def read_yes(text: str) -> bool | Problem:
    text = plain(text)
    if NO.match(text):
        return False
    return True if YES.match(text) else "not-understood"


def is_nothing(text: str) -> bool:
    return bool(NOTHING.match(plain(text)))


def read_day(text: str, today: date) -> date | Problem:
    """The day on which something was done."""
    found = find_day(level(text.strip()), today, past=True)
    if found is None or PLANNED.search(text) or NO.match(plain(text)):
        return "not-understood"
    return _day_of(found, today)


def _day_of(found: Found, today: date) -> date | DayProblem:
    """The day of what has happened; one that is only near (上月底) is asked for."""
    if found.about:
        return "about-day"
    if found.day is None:
        return "no-such-day"
    return "not-yet" if found.day > today else found.day


def read_occurrence(text: str, today: date) -> Occurrence | Problem:
    """11月3日 超期审核 2件"""
    text = level(text.strip())
    if DENIED.search(text):
        return "not-understood"
    found = find_day(text, today, past=True)
    if found is None:
        return "occurrence-day"
    day = _day_of(found, today)
    if isinstance(day, str):
        return day
    rest = text[: found.start] + " " + text[after_time(text, found.end) :]
    counts = list(COUNT.finditer(rest))
    count = value_of(counts[0]["figure"]) if len(counts) == 1 else None
    if not count:
        return "occurrence-count"
    what = re.sub(r"\s+", " ", rest[: counts[0].start()] + " " + rest[counts[0].end() :]).strip(EDGES)
    what = re.sub(r"^(?:发生|发现|查实|出现)(?:了|过)?\s*|\s*(?:发生|各|共)$", "", what).strip(EDGES)
    return Occurrence(day, count, what[:WORDS_AT_MOST]) if len(what) >= 2 else "occurrence-what"


def read_rank(text: str) -> Rank | Problem:
    """第3名，共16家，高院2026年质效通报"""
    text = level(text.strip())
    place = PLACE.search(text)
    rest = text[: place.start()] + "  " + text[place.end() :] if place else text
    field = FIELD.search(rest)
    if place is None or field is None:
        return "rank-two-figures"
    n, of = value_of(place["place"] or place["first"]), value_of(field["field"] or field["slash"])
    if not n or not of:
        return "rank-two-figures"
    if n > of:
        return "rank-out-of-field"
    source = SOURCE.sub("", (rest[: field.start()] + " " + rest[field.end() :]).strip(EDGES))
    source = BESIDE.sub("", re.sub(r"\s+", " ", source)).strip(EDGES)
    return Rank(n, of, source[:WORDS_AT_MOST]) if len(source) >= 2 else "rank-source"


def read_benchmark(text: str, unit: str, today: date) -> Benchmark | BenchmarkProblem:
    """78.5%，最高法院通报，2027年1月20日. A share is written with its sign: 0.785 might be meant or not."""
    text = level(text.strip())
    found = find_day(text, today, past=True)
    if found is None:
        return "benchmark-day"
    day = _day_of(found, today)
    if isinstance(day, str):
        return day
    rest = f"{text[: found.start]} {text[found.end :]}"
    values = [match for match in VALUE.finditer(rest) if ("%" in match["figure"]) == (unit == "%")]
    value = amount_of(values[0]["figure"].removesuffix("%")) if len(values) == 1 else None
    if value is None or (unit == "%" and value > 100):
        return "benchmark-value"
    words = SOURCE.sub("", f"{rest[: values[0].start()]} {rest[values[0].end() :]}".strip(EDGES))
    source = re.sub(r"\s+", " ", words).strip(EDGES)
    if len(source) < 2:
        return "benchmark-source"
    return Benchmark(value / 100 if unit == "%" else value, source[:WORDS_AT_MOST], day)
