"""The names of what is asked about, and the words of any answer, typed by their sound: 重大错按, 中心祖, 制渡."""

from collections.abc import Sequence
from functools import lru_cache

from domain.patterns import pattern_of
from domain.reader.point_names import Point
from domain.reader.sounds import nearly

COMMON = (
    "没有",
    "发生",
    "发现",
    "存在",
    "超期",
    "健全",
    "落实",
    "制度",
    "建立",
    "开通",
    "上线",
    "台账",
    "学习",
    "排名",
    "查实",
)
LATIN = pattern_of("[^一-鿿]")
# of any answer that tells of a day
DATED = ("下午", "上午", "会议", "高院", "发布", "公布", "推送", "意识", "识形", "形态", "党组", "典型", "案例", "立案")
PAIR = 2


def in_full(text: str, points: Sequence[Point]) -> str:
    """Each pair of signs that is none of them, and sounds like the only one that it shares a sign with."""
    return _written(text, _pairs(tuple(points)))


def of_a_day(text: str) -> str:
    return _written(text, frozenset(DATED))


def _written(text: str, known: frozenset[str]) -> str:
    heard: dict[str, str] = {}  # what comes again is looked up once
    for at in range(len(text) - 1):
        said = text[at : at + PAIR]
        if said not in heard:
            heard[said] = "" if said in known or LATIN.search(said) else _meant(said, known)
        if (word := heard[said]) and not _is_within(text, at, word, known):
            text = text[:at] + word + text[at + PAIR :]
    return text


def _meant(said: str, known: frozenset[str]) -> str:
    found = [word for word in known if nearly(said, word)]
    return found[0] if len(found) == 1 else ""


def _is_within(text: str, at: int, word: str, known: frozenset[str]) -> bool:
    """The sign that would be another one belongs to its neighbour."""
    beside = text[at - 1 : at + 1] if text[at] != word[0] else text[at + 1 : at + 1 + PAIR]
    return beside in known


@lru_cache(maxsize=256)
def _pairs(points: tuple[Point, ...]) -> frozenset[str]:
    names = [point.bare for point in points]
    return frozenset((*COMMON, *(name[at : at + PAIR] for name in names for at in range(len(name) - 1))))
