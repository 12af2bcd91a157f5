"""The board: departments by areas with four lights, and the counts beside it. A frozen board is a digest's facts."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

ROWS = 30  # with more of them nobody reads a picture on a phone: the others are counted in one row
BRIEF = 18  # characters of a name that stand on two lines whatever they are
ELLIPSIS = "…"


class Light(StrEnum):
    """One light. NONE: nothing of the kind is asked here. WAITING: asked, not due yet."""

    NONE = "none"
    WAITING = "waiting"
    GOOD = "good"
    LATE = "late"  # done, but late; or in part
    BAD = "bad"


@dataclass(frozen=True)
class Lights:
    """The four, never merged: received 签收, on time 按时, proven 佐证, meets the target 达标."""

    received: Light = Light.NONE
    on_time: Light = Light.NONE
    proven: Light = Light.NONE
    meets: Light = Light.NONE

    @property
    def bad(self) -> int:
        return (self.received, self.on_time, self.proven, self.meets).count(Light.BAD)


@dataclass(frozen=True)
class BoardRow:
    unit: str
    cells: tuple[Lights, ...]  # one an area, in the order of Board.areas
    overdue: int = 0  # tasks overdue now
    overdue_days: int = 0  # working days of the oldest of them


@dataclass(frozen=True)
class Rest:
    """All departments behind the last row, in one: in how many of them something is bad, area by area."""

    unit: str  # 其余 176 个部门
    bad: tuple[int, ...]
    overdue: int = 0
    overdue_days: int = 0


@dataclass(frozen=True)
class Spark:
    """A small trend: shares between 0 and 1, one a week, the newest last; None in a week that has none."""

    label: str  # 本月按时率
    said: str  # the newest in words: 94%, 31/51
    shares: tuple[float | None, ...]


@dataclass(frozen=True)
class Board:
    """Texts are in the reader's language already: whoever draws this translates nothing."""

    title: str  # 示范法院创建局面, 创建工作周报 第 24 期
    subtitle: str  # 数据截至 2026年12月11日 17:30
    areas: tuple[str, ...]  # short column heads, at most 6 characters: 思想政治, 三个规定, …
    rows: tuple[BoardRow, ...]  # worst first
    counts: tuple[tuple[str, str], ...]  # label and figure: ("按时", "59")
    legend: tuple[str, str, str, str]  # the four lights: 签收 按时 佐证 达标
    states: tuple[str, str, str, str]  # WAITING, GOOD, LATE, BAD in words
    overdue_label: str  # "逾期 {count} · {days} 日" already a format string
    empty: str = ""  # where there are no rows
    footer: str = ""
    alarm: str = ""  # the label of the count that is set in red
    trend: tuple[Spark, ...] = ()
    weeks: tuple[str, str] = ("", "")  # of the trend's first week and of its last: 9月25日, 12月11日
    rest: Rest | None = None
    kind: Literal["board"] = "board"


def brief(name: str) -> str:
    """A name as it stands in a picture. What tells long names apart is at both of their ends: … is in the middle."""
    if _breadth(name) <= BRIEF:
        return name
    head, tail = name, name
    while _breadth(head) > BRIEF // 2:
        head = head[:-1]
    while _breadth(tail) > BRIEF - BRIEF // 2 - 1:
        tail = tail[1:]
    return f"{head.rstrip()}{ELLIPSIS}{tail.lstrip()}"


def _breadth(text: str) -> float:
    """In full-width characters."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.6 for char in text)
