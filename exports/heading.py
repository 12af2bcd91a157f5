"""Above the grid: title, subtitle, and the counts as large figures."""

from exports import palette
from exports.font import printable, width
from exports.plan import LEADING, MARGIN, SMALLEST, WIDTH, Block, Item, Words, stack
from exports.words import cut, lines, shrunk

ROOM = WIDTH - 2 * MARGIN
TITLE = (48, 46, 44, 42, 40)
SUBTITLE = 30
FIGURE = 54
PANEL = 132  # height of one row of counts
ABREAST = 8  # at most so many counts side by side: more and their labels touch


def title(text: str, subtitle: str, top: float) -> tuple[list[Item], float]:
    """Items, and where the next may begin."""
    size = shrunk(printable(text), ROOM, TITLE, bold=True)
    made: list[Item] = []
    for line in lines(text, ROOM, size, 2, bold=True):
        made.append(Words(line, MARGIN, top + size / 2, size, palette.INK, bold=True))
        top += size * LEADING
    for line in lines(subtitle, ROOM, SUBTITLE, 2) if subtitle else []:
        made.append(Words(line, MARGIN, top + 8 + SUBTITLE / 2, SUBTITLE, palette.SOFT))
        top += SUBTITLE * LEADING + 4
    return made, top + 28


def counts(pairs: tuple[tuple[str, str], ...], top: float) -> tuple[list[Item], float]:
    made: list[Item] = []
    rows = _rows(pairs)
    if rows:
        made.append(Block((MARGIN, top, WIDTH - MARGIN, top + PANEL * len(rows)), palette.PANEL, radius=14))
    for row in rows:
        pitch = ROOM / len(rows[0])
        for column, (label, figure) in enumerate(row):
            made += _count(label, figure, MARGIN + pitch * (column + 0.5), top, pitch - 16)
        top += PANEL
    return made, top + (28 if rows else 0)


def _count(label: str, figure: str, x: float, top: float, limit: float) -> list[Item]:
    size = shrunk(printable(figure), limit, range(FIGURE, SMALLEST - 1, -2), bold=True)
    return [
        Words(cut(printable(figure), limit, size, bold=True), x, top + 50, size, palette.INK, bold=True, align="m"),
        *stack([cut(printable(label), limit, SMALLEST)], x, top + 100, SMALLEST, palette.SOFT, False, "m"),
    ]


def _rows(pairs: tuple[tuple[str, str], ...]) -> list[tuple[tuple[str, str], ...]]:
    """As few rows as let every label stand uncut; rows are equally long, the last perhaps shorter."""
    widest = max((width(printable(label), SMALLEST) for label, _ in pairs), default=0)
    abreast = max(1, min(ABREAST, int(ROOM / (widest + 16)) if widest else ABREAST))
    needed = -(-len(pairs) // abreast)
    each = -(-len(pairs) // needed) if needed else 1
    return [pairs[start : start + each] for start in range(0, len(pairs), each)]
