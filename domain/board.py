"""The board: departments by areas with four lights, and the counts beside it. A frozen board is a digest's facts."""

from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True)
class BoardRow:
    unit: str
    cells: tuple[Lights, ...]  # one an area, in the order of Board.areas
    overdue: int = 0  # tasks overdue now
    overdue_days: int = 0  # working days of the oldest of them


@dataclass(frozen=True)
class Board:
    """Texts are in the reader's language already: whoever draws this translates nothing."""

    title: str  # 示范法院创建局面, 创建工作周报 第 24 期
    subtitle: str  # 数据截至 12月11日 17:30
    areas: tuple[str, ...]  # short column heads, at most 6 characters: 思想政治, 三个规定, …
    rows: tuple[BoardRow, ...]  # worst first
    counts: tuple[tuple[str, str], ...]  # label and figure: ("按时", "59")
    legend: tuple[str, str, str, str]  # the four lights: 签收 按时 佐证 达标
    states: tuple[str, str, str, str]  # WAITING, GOOD, LATE, BAD in words
    overdue_label: str  # "逾期 {count} · {days} 日" already a format string
    footer: str = ""
