"""Printed numbers: 一、 （一） 1. （1） 1.2 第三条, by which a paper says what belongs under what."""

import re
from dataclasses import dataclass
from typing import Literal

from domain.numbers import chinese

Level = Literal["part", "area", "item", "point", "sub", "path"]

_HAN = "[一二三四五六七八九十]{1,3}"
_LABEL = re.compile(
    rf"""\s*(?:
      第(?P<part>{_HAN})(?:部分|章|篇|项)[、:： ]?
    | (?P<path>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,2}})(?![\d%‰岁周日类年])[.．、 ]?
    | (?P<area>{_HAN})[、.．](?!\d)
    | (?P<bracket>(?=【[^【】：:]{{2,20}}】$))
    | [（(](?P<item>{_HAN})[)）][、.]?
    | (?P<point>\d{{1,3}})(?:[.．](?:(?![\d%])|(?=\d+[岁周日类]))|、|[ ](?![个件次家天年月日名项万亿])(?=[一-鿿]{{2}}))
    | [（(](?P<sub>\d{{1,2}})[)）][、.]?
    | (?P<ring>[①-⑳])
    )\s*""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Label:
    level: Level
    number: int  # the last one of a path
    path: tuple[int, ...] = ()


def label(text: str) -> tuple[Label | None, str]:
    """The number that a text begins with, and the text behind it."""
    found = _LABEL.match(text)
    if not found:
        return None, text.strip()
    rest = text[found.end() :].strip()
    if found["path"]:
        path = tuple(int(part) for part in re.split("[.．]", found["path"]))
        return Label("path", path[-1], path), rest
    if found["bracket"] is not None:
        return Label("item", 0), rest.strip("【】")
    if found["ring"]:
        return Label("sub", ord(found["ring"]) - ord("①") + 1), rest
    for level, group in _LEVELS:
        if found[group]:
            written = found[group]
            return Label(level, int(written) if written.isdecimal() else chinese(written) or 0), rest
    raise AssertionError(found.group())


_LEVELS: tuple[tuple[Level, str], ...] = (
    ("part", "part"),
    ("area", "area"),
    ("item", "item"),
    ("point", "point"),
    ("sub", "sub"),
)
_POINT = re.compile(r"(?:^|[\n。；;])\s*(?P<number>\d{1,2})(?P<mark>[.．]|、)(?P<after>[\d%]?)")


def points(text: str) -> list[tuple[int | None, str]]:
    """Numbered points of one cell with their numbers, counting on from the first; else the whole with its own number.

    On a line of its own a point may go on with a figure: 2.2型糖尿病.
    """
    starts: list[re.Match[str]] = []
    for found in _POINT.finditer(text):
        is_next = int(found["number"]) == int(starts[-1]["number"]) + 1 if starts else not found.start()
        if is_next and (not found["after"] or found["mark"] == "、" or (starts and "\n" in found.group())):
            starts.append(found)
    if len(starts) < 2:
        own, rest = label(text)
        return [(own.number if own and own.level == "point" else None, rest if own else text.strip())]
    ends = [*(found.start() for found in starts[1:]), len(text)]
    marked = zip(starts, ends, strict=True)
    return [(int(found["number"]), _point(text, found, end)) for found, end in marked]


def _point(text: str, found: re.Match[str], end: int) -> str:
    """With the sign that ends it, which the next point's match took."""
    ending = text[end : end + 1] if text[end : end + 1] in "。；;" else ""
    return f"{text[found.end('mark') : end].strip()}{ending}"
