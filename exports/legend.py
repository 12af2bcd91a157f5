"""Below the grid: which shape asks what, which fill says what, and the footer."""

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

Entry = tuple[Shape, Light | None, str]


def legend(asked: tuple[str, ...], said: tuple[str, ...], top: float) -> tuple[list[Item], float]:
    """Shapes stand two by two, as they do in a cell; states beside them, or beneath where words are long."""
    shapes: list[Entry] = [(shape, None, printable(text)) for shape, text in zip(FOUR, asked, strict=True)]
    states: list[Entry] = [(Shape.PILL, light, printable(text)) for light, text in zip(STATES, said, strict=True)]
    widest = max(width(text, SMALLEST) for _, _, text in shapes + states)
    room = WIDTH - 2 * MARGIN
    rows = [shapes[:2] + states[:2], shapes[2:] + states[2:]]
    if widest > room / 4 - SIZE - 2 * GAP:
        rows = [shapes[:2], shapes[2:], states[:2], states[2:]]
    made: list[Item] = [Block((MARGIN, top, WIDTH - MARGIN, top + PITCH * len(rows) + 36), palette.PANEL, radius=14)]
    for row, entries in enumerate(rows):
        for column, entry in enumerate(entries):
            pitch = (room - 2 * GAP) / len(entries)
            made += _entry(entry, MARGIN + 2 * GAP + pitch * column, top + 18 + PITCH * (row + 0.5), pitch - GAP)
    return made, top + PITCH * len(rows) + 36 + 20


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
