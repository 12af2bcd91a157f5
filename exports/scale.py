"""From values to heights: which values the side of a panel goes from and to, and what is written beside it."""

import math
from dataclasses import dataclass

from domain.curves import Curve

FAR = 2.5  # times the target: what lies beyond is shown at the edge, with an arrow
ROOM = 0.12  # of the range, above and below
LEAST = 0.2  # of the values: what differs by a hair is not blown up to the height of the panel
STEPS = 4  # at most so many figures beside it


@dataclass(frozen=True)
class Scale:
    low: float
    high: float

    def share(self, value: float) -> float:
        """0 at the foot, 1 at the head, never outside."""
        return max(0.0, min(1.0, (value - self.low) / (self.high - self.low)))


def scale(curve: Curve) -> Scale:
    values = [point.value for point in curve.points] + [value for _, value in (*curve.measure, *curve.alone)]
    low, high = min([*values, *_aims(curve)], default=0.0), max([*values, *_aims(curve)], default=1.0)
    if curve.aim and curve.aim > 0:
        high = max(min(high, curve.aim * FAR), curve.aim)
    if curve.steps:
        return Scale(0.0, max(high, 1.0) * (1 + ROOM))
    spread = max(high - low, LEAST * max(abs(low), abs(high))) or 1.0
    low, high = (low + high - spread) / 2, (low + high + spread) / 2
    foot = low - spread * ROOM
    return Scale(0.0 if low >= 0 > foot else foot, high + spread * ROOM)


def ticks(shown: Scale, whole: bool) -> list[float]:
    """Round figures within the scale, a few of them; of counts whole ones."""
    rough = (shown.high - shown.low) / STEPS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * n for n in (1, 2, 5, 10) if power * n >= rough)
    if whole:
        step = max(1.0, round(step))
    first = math.ceil(shown.low / step)
    last = math.floor(shown.high / step)
    return [n * step for n in range(first, last + 1)]


def _aims(curve: Curve) -> list[float]:
    return [] if curve.aim is None else [curve.aim]
