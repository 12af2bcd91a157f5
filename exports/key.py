"""Below the panels: what the marks and lines in them are. Only what is there is explained."""

from domain.board import Light
from domain.curves import Curves
from exports import palette
from exports.font import printable, width
from exports.legend import GAP, PITCH, SIZE, STATES
from exports.plan import MARGIN, SMALLEST, WIDTH, Block, Item, Stamp, Stroke, Words, dashes, dot
from exports.shapes import Shape
from exports.words import cut

LINE = 62  # length of a piece of line
Mark = Light | str  # of a point, or which of the lines


def key(curves: Curves, top: float) -> tuple[list[Item], float]:
    """Items, and where the next may begin."""
    entries = _entries(curves)
    if not entries:
        return [], top
    room = WIDTH - 2 * MARGIN - 4 * GAP
    widest = max(width(printable(text), SMALLEST) for _, text in entries) + LINE + 2 * GAP
    abreast = next(n for n in (3, 2, 1) if n == 1 or widest <= room / n)
    rows = -(-len(entries) // abreast)
    made: list[Item] = [Block((MARGIN, top, WIDTH - MARGIN, top + PITCH * rows + 36), palette.PANEL, radius=14)]
    for place, (mark, text) in enumerate(entries):
        x = MARGIN + 2 * GAP + room / abreast * (place % abreast)
        y = top + 18 + PITCH * (place // abreast + 0.5)
        made += _mark(mark, x, y)
        shown = cut(printable(text), room / abreast - LINE - GAP, SMALLEST)
        made.append(Words(shown, x + LINE + GAP, y, SMALLEST, palette.INK))
    return made, top + PITCH * rows + 36 + 20


def _entries(curves: Curves) -> list[tuple[Mark, str]]:
    lights = {point.light for curve in curves.curves for point in curve.points}
    made: list[tuple[Mark, str]] = [(s, text) for s, text in zip(STATES, curves.states, strict=True) if s in lights]
    if any(curve.aim is not None and (curve.points or curve.alone or curve.measure) for curve in curves.curves):
        made.append(("aim", curves.aim))
    if any(len(curve.points) > 1 and not curve.steps for curve in curves.curves):
        made.append(("line", curves.line))
    if any(curve.measure for curve in curves.curves):
        made.append(("measure", curves.measure))
    if any(curve.alone for curve in curves.curves):
        made.append(("alone", curves.alone))
    return made


def _mark(mark: Mark, x: float, y: float) -> list[Item]:
    middle = x + LINE / 2
    match mark:
        case Light():
            return [Stamp(Shape.DIAMOND, mark, middle, y, SIZE, palette.PANEL)]
        case "aim":
            return dashes(x, x + LINE, y, palette.INK)
        case "line":
            return [Stroke(((x, y), (x + LINE, y)), palette.NEUTRAL, 6)]
        case "measure":
            return [Stroke(((x, y), (x + LINE, y)), palette.WAITING, 3)]
        case _:
            return [dot(middle, y, 12, palette.WAITING)]
