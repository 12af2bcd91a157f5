"""An assent before another point: 是的呀，干警的理论学习雷打不动 is said of that one, whatever was asked."""

from collections.abc import Sequence

from domain.patterns import pattern_of
from domain.reader.point_names import Point, named

ASSENT = pattern_of("(?:嗯|是|对|好)+[的滴]?[呀啊哦呢嘛]*")
TOO = pattern_of("也|另|同样|还|都")  # 是的，干警的也一样 is of both


def without_strange(told: list[str], asked: Point, points: Sequence[Point]) -> list[str]:
    if len(told) < 2 or not ASSENT.fullmatch(told[0]) or TOO.search(told[1]) or not named(told[1], points):
        return told
    return told[1:] if all(asked not in named(clause, points) for clause in told[1:]) else told
