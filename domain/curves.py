"""Curves of one year: a count on its way to its target, a reading beside its threshold. What a picture is made of.

Its floats are places on a sheet: every comparison was made before, with exact figures.
"""

from dataclasses import dataclass
from typing import Literal

from domain.board import Light

Spot = tuple[float, float]  # where in the year, 0 to 1, and the value


@dataclass(frozen=True)
class Point:
    at: float  # 0 is the year's first day, 1 its last
    value: float
    said: str  # 52.3%
    light: Light = Light.WAITING


@dataclass(frozen=True)
class Curve:
    """One demand."""

    title: str  # 诉前调解案件成功率
    target: str  # 目标 ≥ 50%
    points: tuple[Point, ...]  # the oldest first
    steps: bool  # a count, which stands until the next one comes
    percent: bool  # values are shares
    aim: float | None = None
    measure: tuple[Spot, ...] = ()  # the thin line: the even pace, or the year before
    alone: tuple[Spot, ...] = ()  # each month by itself, where the points are of the year so far
    note: str = ""  # beneath it, in words
    form: Literal["", "rank", "day"] = ""  # of ranks the first is on top; of a milestone the day is all there is


@dataclass(frozen=True)
class Curves:
    """Texts are in the reader's language already."""

    title: str
    subtitle: str
    months: tuple[str, ...]  # twelve
    today: float | None  # where in the year; None in one that is over
    curves: tuple[Curve, ...]
    states: tuple[str, str, str, str]  # WAITING, GOOD, LATE, BAD of a point in words
    line: str  # what the thick line of readings is, the dashed one, the thin one, the small dots
    aim: str
    measure: str
    alone: str
    empty: str  # where there is nothing on record yet
    footer: str = ""
    kind: Literal["curves"] = "curves"
