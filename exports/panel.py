"""One demand over the year: its name, how it stands, and the curve beside its target."""

from domain.curves import Curve, Curves, Point, Spot
from exports import palette
from exports.font import printable, width
from exports.plan import LEADING, MARGIN, SMALLEST, WIDTH, Block, Item, Stamp, Stroke, Words, dashes, dot
from exports.scale import Scale, scale, ticks
from exports.shapes import Shape
from exports.words import cut, lines

ROOM = WIDTH - 2 * MARGIN
NAME = 36
FIGURE = 44
HEIGHT = 250
MONTHS = 56
AFTER = 54
EMPTY = 78
MARK, DOT, ALONE = 28, 10, 10
DOTS = 24  # of a count: more of them run into each other
ARROW = "↑"


class Plot:
    """Where on the sheet a moment of the year and a value are."""

    def __init__(self, shown: Scale, left: float, top: float) -> None:
        self.shown, self.left, self.top = shown, left, top
        self.right, self.floor = WIDTH - MARGIN, top + HEIGHT

    def x(self, at: float) -> float:
        return self.left + (self.right - self.left) * at

    def y(self, value: float) -> float:
        return self.floor - HEIGHT * self.shown.share(value)

    def spot(self, spot: Spot) -> Spot:
        return self.x(spot[0]), self.y(spot[1])


def panel(curve: Curve, curves: Curves, top: float) -> tuple[list[Item], float]:
    """Items, and where the next may begin."""
    made, top = _head(curve, top)
    if not (curve.points or curve.alone or curve.measure):
        return _empty(curves.empty, made, top)
    shown = scale(curve)
    whole = curve.steps or curve.form == "rank"
    marks = [(value, _written(value, curve.percent)) for value in ticks(shown, whole)] if curve.form != "day" else []
    gutter = max((width(text, SMALLEST) for _, text in marks), default=0) + 14
    plot = Plot(shown, MARGIN + gutter, top)
    made += _ground(curves, plot)
    for value, text in marks:
        made.append(Block((plot.left, plot.y(value) - 1, plot.right, plot.y(value) + 1), palette.LINE))
        made.append(Words(text, plot.left - 14, plot.y(value), SMALLEST, palette.SOFT, align="r"))
    if curve.aim is not None:
        made += dashes(plot.left, plot.right, plot.y(curve.aim), palette.INK)
    made += _measure(curve, plot)
    made += _curve(curve, 1.0 if curves.today is None else curves.today, plot)
    return _foot(curve, made, plot.floor + MONTHS)


def _head(curve: Curve, top: float) -> tuple[list[Item], float]:
    """The name; below it how it stands, and beside that what is asked."""
    made: list[Item] = []
    for line in lines(curve.title, ROOM, NAME, 2, bold=True):
        made.append(Words(line, MARGIN, top + NAME / 2, NAME, palette.INK, bold=True))
        top += NAME * LEADING
    top, asked = top + 6, 0.0
    y = top + FIGURE / 2 + 4
    left = float(MARGIN)
    if curve.points:
        last = curve.points[-1]
        said = cut(printable(last.said), ROOM / 2, FIGURE, bold=True)
        made.append(Stamp(Shape.DIAMOND, last.light, left + 18, y, 36))
        made.append(Words(said, left + 48, y, FIGURE, palette.INK, bold=True))
        asked = 48 + width(said, FIGURE, bold=True) + 24
    target = cut(printable(curve.target), ROOM - asked, SMALLEST)
    made.append(
        Words(target, WIDTH - MARGIN if asked else left, y, SMALLEST, palette.SOFT, align="r" if asked else "l")
    )
    return made, top + FIGURE + 34


def _ground(curves: Curves, plot: Plot) -> list[Item]:
    """What is still to come is shaded; below stand the months."""
    made: list[Item] = []
    if curves.today is not None:
        made.append(Block((plot.x(curves.today), plot.top, plot.right, plot.floor), palette.PANEL))
    made.append(Block((plot.left, plot.floor - 1, plot.right, plot.floor + 1), palette.FAINT))
    for place, month in enumerate(curves.months):
        x = plot.x((place + 0.5) / 12)
        made.append(Words(printable(month), x, plot.floor + MONTHS / 2, SMALLEST, palette.SOFT, align="m"))
    return made


def _measure(curve: Curve, plot: Plot) -> list[Item]:
    if not curve.measure:
        return []
    return [Stroke(tuple(plot.spot(spot) for spot in curve.measure), palette.WAITING, 3)]


def _curve(curve: Curve, today: float, plot: Plot) -> list[Item]:
    spots = [plot.spot((point.at, point.value)) for point in curve.points]
    if curve.steps:
        made = _count(curve, spots, plot.x(today), plot)
    else:
        made = [dot(*plot.spot(spot), ALONE, palette.WAITING) for spot in curve.alone]
        made += [Stroke(tuple(spots), palette.NEUTRAL, 6)] if len(spots) > 1 else []
        judged = zip(curve.points, spots, strict=True)
        made += [Stamp(Shape.DIAMOND, point.light, *spot, MARK) for point, spot in judged]
    return made + _beyond(curve.points, plot)


def _count(curve: Curve, spots: list[Spot], today: float, plot: Plot) -> list[Item]:
    """From nothing on the year's first day up to today; judged as it stands now."""
    stairs: list[Spot] = [(plot.left, plot.floor)]
    for x, y in spots:
        stairs += [(x, stairs[-1][1]), (x, y)]
    end = (max(today, stairs[-1][0]), stairs[-1][1])
    made: list[Item] = [Stroke((*stairs, end), palette.NEUTRAL, 6)]
    made += [dot(x, y, DOT, palette.NEUTRAL) for x, y in spots] if len(spots) <= DOTS else []
    where = spots[-1] if spots and curve.form == "day" else end
    return [*made, *(Stamp(Shape.DIAMOND, point.light, *where, MARK) for point in curve.points[-1:])]


def _beyond(points: tuple[Point, ...], plot: Plot) -> list[Item]:
    """The last that is far beyond the target stands at the edge with its figure."""
    past = [point for point in points if point.value > max(plot.shown.low, plot.shown.high)]
    if not past:
        return []
    last = past[-1]
    x, text = plot.x(last.at), printable(f"{ARROW} {last.said}")
    left = x - MARK - width(text, SMALLEST, bold=True)
    if left > plot.left:
        return [Words(text, x - MARK, plot.top + 26, SMALLEST, palette.INK, bold=True, align="r")]
    return [Words(text, x + MARK, plot.top + 26, SMALLEST, palette.INK, bold=True)]


def _empty(text: str, made: list[Item], top: float) -> tuple[list[Item], float]:
    """No plot of nothing: a line says so."""
    middle = top + EMPTY / 2 - 14
    made.append(Block((MARGIN, top - 14, WIDTH - MARGIN, top + EMPTY - 14), palette.PANEL, radius=14))
    made.append(Words(cut(printable(text), ROOM - 40, SMALLEST), MARGIN + 28, middle, SMALLEST, palette.SOFT))
    return made, top + EMPTY + AFTER - 14


def _foot(curve: Curve, made: list[Item], top: float) -> tuple[list[Item], float]:
    for line in lines(curve.note, ROOM, SMALLEST, 2) if curve.note else []:
        made.append(Words(line, MARGIN, top + 8 + SMALLEST / 2, SMALLEST, palette.SOFT))
        top += SMALLEST * LEADING + 4
    return made, top + AFTER


def _written(value: float, percent: bool) -> str:
    return f"{value * 100:.6g}%" if percent else f"{value:,.6g}"
