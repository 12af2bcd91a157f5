"""A department's year as a picture: its indicators, each with twelve cells of four lights beneath its name."""

from domain.board import Lights
from domain.year import Year, YearRow
from exports import palette
from exports.font import printable
from exports.grid import cell
from exports.heading import counts, nothing, title
from exports.legend import footer, legend
from exports.paint import paint
from exports.plan import LEADING, MARGIN, SMALLEST, WIDTH, Block, Item, Part, Plan, Words, sheet
from exports.words import lines

PITCH = (WIDTH - 2 * MARGIN) / 12
HEAD = 56
NAME = 34
NAME_LINES = 3
CELL = 88


def draw(year: Year) -> bytes:
    """A PNG."""
    return paint(plan(year))


def plan(year: Year) -> Plan:
    return sheet(
        lambda top: title(year.title, year.subtitle, top),
        lambda top: counts(year.counts, year.alarm, top),
        *_parts(year),
        lambda top: footer(year.footer, top),
    )


def _parts(year: Year) -> tuple[Part, ...]:
    if not year.rows:
        return (lambda top: nothing(year.empty, top),)
    return (lambda top: _rows(year, top), lambda top: legend(year.legend, year.states, top))


def _rows(year: Year, top: float) -> tuple[list[Item], float]:
    """The months stand above and again below: a year of many indicators is taller than a screen."""
    made, at = _months(year, top), top + HEAD
    for row in year.rows:
        items, at = _row(row, year.month, at)
        made += items
    return [*made, *_months(year, at)], at + HEAD + 12


def _months(year: Year, top: float) -> list[Item]:
    return [
        Words(
            printable(month),
            MARGIN + PITCH * (place + 0.5),
            top + HEAD / 2,
            SMALLEST,
            palette.INK if place == year.month - 1 else palette.SOFT,
            bold=place == year.month - 1,
            align="m",
        )
        for place, month in enumerate(year.months)
    ]


def _row(row: YearRow, begun: int, top: float) -> tuple[list[Item], float]:
    made: list[Item] = [Block((MARGIN, top, WIDTH - MARGIN, top + 2), palette.LINE)]
    y = top + 32
    for line in lines(f"{row.code} {row.title}", WIDTH - 2 * MARGIN, NAME, NAME_LINES):
        made.append(Words(line, MARGIN, y, NAME, palette.INK))
        y += NAME * LEADING
    middle = y - NAME * LEADING / 2 + CELL / 2 + 2
    left = MARGIN + PITCH * (begun - 1)  # this month
    made.append(Block((left, middle - CELL / 2 + 2, left + PITCH, middle + CELL / 2 - 2), palette.PANEL, radius=10))
    for place, lights in enumerate(row.cells):
        if place < begun or lights != Lights():  # nothing is said of months to come
            made += cell(lights, MARGIN + PITCH * (place + 0.5), middle, PITCH)
    return made, middle + CELL / 2 + 4
