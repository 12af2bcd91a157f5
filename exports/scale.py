"""From values to heights: which values the side of a panel goes from and to, and what is written beside it."""

import math
from dataclasses import dataclass

from domain.curves import Curve

FAR = 2.5  # times the target: what lies beyond is shown at the edge, with an arrow
ROOM = 0.12  # of the range, above and below
LEAST = 0.2  # of the values: what differs by a hair is not blown up to the height of the panel
LAST = 4  # place that a panel of ranks reaches down to at least
STEPS = 4  # at most so many figures beside it


@dataclass(frozen=True)
class Scale:
    """Of ranks the foot is the higher figure."""

    low: float
    high: float

    def share(self, value: float) -> float:
        """0 at the foot, 1 at the head, never outside."""
        return max(0.0, min(1.0, (value - self.low) / (self.high - self.low)))


def scale(curve: Curve) -> Scale:
    if curve.form == "rank":
        return _places(curve)
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


def _places(curve: Curve) -> Scale:
    """The first place is on top, whatever was reached."""
    last = max([LAST, *(point.value for point in curve.points), *_aims(curve)])
    return Scale(last + (last - 1) * ROOM, 1 - (last - 1) * ROOM)


def ticks(shown: Scale, whole: bool) -> list[float]:
    """Round figures within the scale, a few of them; of counts whole ones."""
    low, high = sorted((shown.low, shown.high))
    rough = (high - low) / STEPS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * n for n in (1, 2, 5, 10) if power * n >= rough)
    if whole:
        step = max(1.0, round(step))
    found = [n * step for n in range(math.ceil(low / step), math.floor(high / step) + 1)]
    return [1.0, *(place for place in found if place > 1)] if shown.low > shown.high else found


def _aims(curve: Curve) -> list[float]:
    return [] if curve.aim is None else [curve.aim]
