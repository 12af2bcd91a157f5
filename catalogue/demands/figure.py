"""One figure of a sentence, with the words that compare it."""

from dataclasses import dataclass

from catalogue.demands.operators import Comparison
from catalogue.demands.units import TIMES, Measured

UNREAD = "?"  # the unit of what looks like a figure and cannot be read
TIME_UNITS = frozenset((*TIMES, "工作日", "自然日"))


@dataclass(frozen=True)
class Figure:
    """`since` is where the words before it begin, `stop` where those behind it end; `chain` tells lists of figures."""

    start: int
    end: int
    stop: int
    since: int
    said: Measured
    compared: Comparison | None
    chain: int
    spelt: bool = False  # in Chinese signs
    ranged: int = 0  # 1 the lower end of a range, 2 the upper one
    ratio: bool = False
