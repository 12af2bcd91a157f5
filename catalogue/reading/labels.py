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
    | [（(](?P<item>{_HAN})[)）][、.]?
    | (?P<point>\d{{1,3}})(?:[.．](?![\d%])|[.．](?=\d+[岁周日类])|、)
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
_POINTS = re.compile(r"(?:(?<=^)|(?<=[\n。；;]))\s*(?=\d{1,2}(?:[.．](?![\d%])|[.．](?=\d+[岁周日类])|、))")


def points(text: str) -> list[str]:
    """One cell that holds several numbered points, point by point; what counts on by one from its first number."""
    parts = [part.strip() for part in _POINTS.split(text) if part.strip()]
    numbers = [found.number if (found := label(part)[0]) and found.level == "point" else None for part in parts]
    first = numbers[0] if numbers else None
    if first is None or numbers != list(range(first, first + len(parts))):
        return [text.strip()]
    return parts
