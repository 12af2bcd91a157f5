"""Below the grid: which shape asks what, which fill says what, and the footer."""

from itertools import accumulate

from domain.board import Light
from exports import palette
from exports.font import printable, width
from exports.grid import FOUR
from exports.plan import LEADING, MARGIN, SMALLEST, WIDTH, Block, Item, Stamp, Words
from exports.shapes import Shape
from exports.words import cut, lines

STATES = (Light.WAITING, Light.GOOD, Light.LATE, Light.BAD)
SIZE = 34
PITCH = 54  # from one line of the legend to the next
GAP = 14  # between a mark and its word

ROOM = WIDTH - 2 * MARGIN - 4 * GAP

Entry = tuple[Shape, Light | None, str]


def legend(asked: tuple[str, ...], said: tuple[str, ...], top: float) -> tuple[list[Item], float]:
    """Shapes stand two by two, as they do in a cell; states beside them, or beneath where words are long."""
    shapes: list[Entry] = [(shape, None, printable(text)) for shape, text in zip(FOUR, asked, strict=True)]
    states: list[Entry] = [(Shape.PILL, light, printable(text)) for light, text in zip(STATES, said, strict=True)]
    rows = [shapes[:2] + states[:2], shapes[2:] + states[2:]]
    lefts = _columns(rows)
    if lefts is None:
        rows = [shapes[:2], shapes[2:], states[:2], states[2:]]
        lefts = [0.0, ROOM / 2, ROOM]
    made: list[Item] = [Block((MARGIN, top, WIDTH - MARGIN, top + PITCH * len(rows) + 36), palette.PANEL, radius=14)]
    for row, entries in enumerate(rows):
        for column, entry in enumerate(entries):
            limit = lefts[column + 1] - lefts[column] - GAP
            made += _entry(entry, MARGIN + 2 * GAP + lefts[column], top + 18 + PITCH * (row + 0.5), limit)
    return made, top + PITCH * len(rows) + 36 + 20


def _columns(rows: list[list[Entry]]) -> list[float] | None:
    """Where they begin, and where the last one ends: each as wide as its words, the rest between them.

    None where they have no room beside each other.
    """
    widths = [
        max(width(text, SMALLEST) for _, _, text in column) + SIZE + 2 * GAP for column in zip(*rows, strict=True)
    ]
    spare = (ROOM - sum(widths)) / len(widths)
    if spare < 0:
        return None
    return [0.0, *accumulate(wide + spare for wide in widths)]


def footer(text: str, top: float) -> tuple[list[Item], float]:
    made: list[Item] = []
    for line in lines(text, WIDTH - 2 * MARGIN, SMALLEST, 3) if text else []:
        made.append(Words(line, MARGIN, top + SMALLEST / 2, SMALLEST, palette.SOFT))
        top += SMALLEST * LEADING
    return made, top


def _entry(entry: Entry, x: float, y: float, limit: float) -> list[Item]:
    shape, light, text = entry
    beside = x + SIZE + GAP
    return [
        Stamp(shape, light, x + SIZE / 2, y, SIZE, palette.PANEL),
        Words(cut(text, limit - SIZE - GAP, SMALLEST), beside, y, SMALLEST, palette.INK),
    ]
