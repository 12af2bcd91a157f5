"""Below the counts: how the last weeks went, small and calm, two trends side by side."""

from domain.board import Spark
from exports import palette
from exports.font import printable, width
from exports.plan import MARGIN, SMALLEST, WIDTH, Block, Item, Spot, Stroke, Words, dot
from exports.words import cut

WEEKS = 12  # the scale stays the same while there are fewer
APART = 56
HEAD = 46  # label and figure
HEIGHT = 74  # from nothing to all
FOOT = 52  # the days
FIGURE = 38
POINT, LAST = 8, 16


def trend(sparks: tuple[Spark, ...], weeks: tuple[str, str], top: float) -> tuple[list[Item], float]:
    """Items, and where the next may begin. A single week is no trend."""
    shown = [spark for spark in sparks if len(spark.shares) > 1]
    if not shown:
        return [], top
    room = (WIDTH - 2 * MARGIN - APART * (len(shown) - 1)) / len(shown)
    made: list[Item] = []
    for place, spark in enumerate(shown):
        made += _spark(spark, weeks, MARGIN + (room + APART) * place, room, top)
    return made, top + HEAD + HEIGHT + FOOT + 30


def _spark(spark: Spark, weeks: tuple[str, str], left: float, room: float, top: float) -> list[Item]:
    right, ceiling = left + room, top + HEAD
    floor = ceiling + HEIGHT
    said = printable(spark.said)
    label = cut(printable(spark.label), room - width(said, FIGURE, bold=True) - 16, SMALLEST)
    return [
        Words(label, left, top + 20, SMALLEST, palette.SOFT),
        Words(said, right, top + 18, FIGURE, palette.INK, bold=True, align="r"),
        Block((left, ceiling, right, ceiling + 2), palette.LINE),
        Block((left, floor, right, floor + 2), palette.FAINT),
        *_line(spark.shares[-WEEKS:], left, right, floor),
        *_days(weeks, len(spark.shares[-WEEKS:]), left, right, floor),
    ]


def _line(shares: tuple[float | None, ...], left: float, right: float, floor: float) -> list[Item]:
    """Broken where a week has none: nothing is made up between two."""
    spots = [
        (_across(len(shares) - 1 - place, left, right), floor - HEIGHT * max(0.0, min(1.0, share)))
        for place, share in enumerate(shares)
        if share is not None
    ]
    pitch = _across(0, left, right) - _across(1, left, right)
    made: list[Item] = [Stroke(tuple(run), palette.NEUTRAL) for run in _runs(spots, pitch) if len(run) > 1]
    made += [dot(x, y, POINT, palette.NEUTRAL) for x, y in spots[:-1]]
    return [*made, *(dot(x, y, LAST, palette.INK) for x, y in spots[-1:])]


def _across(ago: int, left: float, right: float) -> float:
    return right - LAST / 2 - (right - left - LAST) * ago / (WEEKS - 1)


def _runs(spots: list[Spot], pitch: float) -> list[list[Spot]]:
    made: list[list[Spot]] = []
    for spot in spots:
        if made and spot[0] - made[-1][-1][0] < pitch * 1.5:
            made[-1].append(spot)
        else:
            made.append([spot])
    return made


def _days(weeks: tuple[str, str], count: int, left: float, right: float, floor: float) -> list[Item]:
    first, last = (printable(day) for day in weeks)
    y = floor + 28
    made: list[Item] = [Words(last, right, y, SMALLEST, palette.SOFT, align="r")]
    x = max(left, _across(count - 1, left, right) - width(first, SMALLEST) / 2)
    if x + width(first, SMALLEST) + 16 < right - width(last, SMALLEST):
        made.append(Words(first, x, y, SMALLEST, palette.SOFT))
    return made
