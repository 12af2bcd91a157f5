"""Above every picture: title, subtitle, and the counts as large figures."""

from exports import palette
from exports.font import printable, width
from exports.palette import Colour
from exports.plan import LEADING, MARGIN, SMALLEST, WIDTH, Block, Item, Words, stack
from exports.words import cut, lines, shrunk

ROOM = WIDTH - 2 * MARGIN
TITLE = (48, 46, 44, 42, 40)
SUBTITLE = 32
RULE = 10.0
NOTHING, NOTHING_ROOM = 36, 170
FIGURE = 54
PANEL = 138  # height of one row of counts
ABREAST = 8  # at most so many counts side by side: more and their labels touch


def title(text: str, subtitle: str, top: float) -> tuple[list[Item], float]:
    """Items, and where the next may begin."""
    size = shrunk(printable(text), ROOM, TITLE, bold=True)
    made: list[Item] = [Block((0, top, WIDTH, top + RULE), palette.SEAL)]
    top += RULE + MARGIN
    for line in lines(text, ROOM, size, 2, bold=True):
        made.append(Words(line, MARGIN, top + size / 2, size, palette.INK, bold=True))
        top += size * LEADING
    for line in lines(subtitle, ROOM, SUBTITLE, 2) if subtitle else []:
        made.append(Words(line, MARGIN, top + 8 + SUBTITLE / 2, SUBTITLE, palette.SOFT))
        top += SUBTITLE * LEADING + 4
    return made, top + 32


def nothing(text: str, top: float) -> tuple[list[Item], float]:
    """In place of what there is nothing of."""
    made: list[Item] = []
    for place, line in enumerate(lines(text, ROOM, NOTHING, 2)):
        y = top + NOTHING_ROOM / 2 + place * NOTHING * LEADING
        made.append(Words(line, WIDTH / 2, y, NOTHING, palette.SOFT, align="m"))
    return made, top + NOTHING_ROOM


def counts(pairs: tuple[tuple[str, str], ...], alarm: str, top: float) -> tuple[list[Item], float]:
    made: list[Item] = []
    rows = _rows(pairs)
    if rows:
        made.append(Block((MARGIN, top, WIDTH - MARGIN, top + PANEL * len(rows)), palette.PANEL, radius=14))
    for row in rows:
        pitch = ROOM / len(rows[0])
        for column, (label, figure) in enumerate(row):
            colour = palette.SEAL if label == alarm else palette.INK
            made += _count(label, figure, colour, MARGIN + pitch * (column + 0.5), top, pitch - 16)
        top += PANEL
    return made, top + (28 if rows else 0)


def _count(label: str, figure: str, colour: Colour, x: float, top: float, limit: float) -> list[Item]:
    size = shrunk(printable(figure), limit, range(FIGURE, SMALLEST - 1, -2), bold=True)
    return [
        Words(cut(printable(figure), limit, size, bold=True), x, top + 52, size, colour, bold=True, align="m"),
        *stack([cut(printable(label), limit, SMALLEST)], x, top + 103, SMALLEST, palette.SOFT, False, "m"),
    ]


def _rows(pairs: tuple[tuple[str, str], ...]) -> list[tuple[tuple[str, str], ...]]:
    """As few rows as let every label stand uncut; rows are equally long, the last perhaps shorter."""
    widest = max((width(printable(label), SMALLEST) for label, _ in pairs), default=0)
    abreast = max(1, min(ABREAST, int(ROOM / (widest + 16)) if widest else ABREAST))
    needed = -(-len(pairs) // abreast)
    each = -(-len(pairs) // needed) if needed else 1
    return [pairs[start : start + each] for start in range(0, len(pairs), each)]
