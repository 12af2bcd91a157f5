"""Departments by areas: where columns and rows stand, and what is in them."""

from dataclasses import dataclass

from domain.board import Board, BoardRow, Light, Lights, Rest
from exports import palette
from exports.font import printable, width
from exports.plan import LEADING, MARGIN, SMALLEST, WIDTH, Block, Item, Stamp, Words, dot, stack
from exports.shapes import Shape
from exports.words import broken, fits, lines

FOUR = (Shape.SQUARE, Shape.CIRCLE, Shape.TRIANGLE, Shape.DIAMOND)
NAME, NAME_SMALL = 36, SMALLEST
NAME_ROOM = (150, 312)
TAG_ROOM = 224  # a wider tag is set on two lines
TAG_PAD = 12
GAP = 12
LIGHT, BETWEEN = 32, 6
ROW = 86
QUIET = 58
DOT = 7


@dataclass(frozen=True)
class Columns:
    name: float  # width of the departments' names
    size: int  # of their letters, the same in all rows
    first: float  # left edge of the first area
    pitch: float
    count: int
    tag: float  # width of the tags; 0 where nothing is overdue

    def middle(self, column: int) -> float:
        return self.first + self.pitch * (column + 0.5)

    def edge(self, column: int) -> float:
        """Widest that may be centred on a column without leaving the sheet."""
        return 2 * (WIDTH - MARGIN / 3 - self.middle(column))


def grid(board: Board, top: float) -> tuple[list[Item], float]:
    """Items, and where the next may begin."""
    tags = _tags(board)
    columns = _columns(board, tags)
    made, top = _heads(board.areas, columns, top)
    for row, tag in zip(board.rows, tags, strict=False):  # the last tag may be the rest's
        made.append(Block((MARGIN, top, WIDTH - MARGIN, top + 2), palette.LINE))
        height = QUIET if _quiet(row) else ROW
        made += _row(row, tag, columns, top + height / 2 + 1)
        top += height
    if board.rest:
        made.append(Block((MARGIN, top, WIDTH - MARGIN, top + ROW), palette.PANEL))
        made += _rest(board.rest, tags[-1], columns, top + ROW / 2)
        top += ROW
    return made, top + 28


def _columns(board: Board, tags: list[list[str]]) -> Columns:
    name, size = _names([printable(row.unit) for row in _all(board)])
    tag = max((width(line, SMALLEST, True) + 2 * TAG_PAD for tag in tags for line in tag), default=0)
    first = MARGIN + name + GAP
    room = WIDTH - MARGIN - first - (tag + GAP if tag else 0)
    return Columns(name, size, first, room / max(len(board.areas), 1), len(board.areas), tag)


def _names(units: list[str]) -> tuple[float, int]:
    """Width and size of the names: large where all stand on one line, else smaller and on two."""
    least, most = NAME_ROOM
    if all(fits(unit, most, NAME) for unit in units):
        return max(least, *(width(unit, NAME) for unit in units)), NAME
    halves = [broken(unit, most, NAME_SMALL, 2) for unit in units]
    if not all(halves):
        return most, NAME_SMALL
    return max(least, *(width(line, NAME_SMALL) for half in halves if half for line in half)), NAME_SMALL


def _heads(areas: tuple[str, ...], columns: Columns, top: float) -> tuple[list[Item], float]:
    """Beside each other where they fit; else by turns on two levels, each as wide as two columns."""
    levels = 1 if all(broken(printable(area), columns.pitch - 8, SMALLEST, 2) for area in areas) else 2
    limit = columns.pitch * levels - 8
    heads = [lines(area, min(limit, columns.edge(i)), SMALLEST, 2) for i, area in enumerate(areas)]
    level = max((len(head) for head in heads), default=0) * SMALLEST * LEADING + 6
    bottom = top + level * levels
    made: list[Item] = []
    for column, head in enumerate(heads):
        x, foot = columns.middle(column), bottom
        if levels == 2 and column % 2 == 0:
            foot -= level
            made.append(Block((x - 1, foot, x + 1, bottom), palette.FAINT))
        made += stack(head, x, foot - 6 - len(head) * SMALLEST * LEADING / 2, SMALLEST, palette.SOFT, False, "m")
    return made, bottom + 8


def _row(row: BoardRow, tag: list[str], columns: Columns, y: float) -> list[Item]:
    made = _name(row, columns, y)
    cells = (*row.cells, *[Lights()] * columns.count)[: columns.count]
    for column, one in enumerate(cells):
        made += cell(one, columns.middle(column), y, columns.pitch)
    return made + _overdue(tag, columns, y)


def _rest(rest: Rest, tag: list[str], columns: Columns, y: float) -> list[Item]:
    """How many of them have something bad, area by area."""
    made = stack(lines(rest.unit, columns.name, columns.size, 2), MARGIN + 8, y, columns.size, palette.INK, False, "l")
    for column, bad in enumerate(rest.bad[: columns.count]):
        x = columns.middle(column)
        if bad:
            made.append(Words(str(bad), x, y, NAME, palette.SEAL, bold=True, align="m"))
        else:
            made.append(dot(x, y, DOT, palette.FAINT))
    return made + _overdue(tag, columns, y)


def _overdue(tag: list[str], columns: Columns, y: float) -> list[Item]:
    if not tag:
        return []
    right = WIDTH - MARGIN
    half = 26 if len(tag) == 1 else ROW / 2 - 4
    made: list[Item] = [Block((right - columns.tag, y - half, right, y + half), palette.SEAL, radius=10)]
    return made + stack(tag, right - columns.tag / 2, y, SMALLEST, palette.GROUND, True, "m")


def _name(row: BoardRow, columns: Columns, y: float) -> list[Item]:
    unit, most = printable(row.unit), 1 if _quiet(row) else 2
    size = columns.size if broken(unit, columns.name, columns.size, most) else SMALLEST
    texts = lines(unit, columns.name, size, most)
    return stack(texts, MARGIN, y, size, palette.SOFT if _quiet(row) else palette.INK, False, "l")


def cell(lights: Lights, x: float, y: float, pitch: float) -> list[Item]:
    """Two by two, always in the same order; a faint dot where nothing is asked at all."""
    four = (lights.received, lights.on_time, lights.proven, lights.meets)
    if all(light is Light.NONE for light in four):
        return [dot(x, y, DOT, palette.FAINT)]
    scale = min(1.0, (pitch - BETWEEN) / (2 * LIGHT + 2 * BETWEEN))
    apart = (LIGHT + BETWEEN) / 2 * scale
    places = [(x - apart, y - apart), (x + apart, y - apart), (x - apart, y + apart), (x + apart, y + apart)]
    return [
        Stamp(shape, light, *place, LIGHT * scale)
        for shape, light, place in zip(FOUR, four, places, strict=True)
        if light is not Light.NONE
    ]


def _tags(board: Board) -> list[list[str]]:
    """One a row, empty where nothing is overdue; all on one line, or all on two."""
    texts = [
        printable(board.overdue_label.format(count=row.overdue, days=row.overdue_days)) if row.overdue else ""
        for row in _all(board)
    ]
    room = TAG_ROOM - 2 * TAG_PAD
    if all(fits(text, room, SMALLEST, bold=True) for text in texts):
        return [[text] if text else [] for text in texts]
    return [_halves(text, room) if text else [] for text in texts]


def _all(board: Board) -> list[BoardRow | Rest]:
    return [*board.rows, *([board.rest] if board.rest else [])]


def _halves(text: str, room: float) -> list[str]:
    halves = text.split("·")
    if len(halves) == 2 and all(fits(half, room, SMALLEST, bold=True) for half in halves):
        return halves
    return lines(text, room, SMALLEST, 2, bold=True)


def _quiet(row: BoardRow) -> bool:
    return not row.overdue and all(cell == Lights() for cell in row.cells)
