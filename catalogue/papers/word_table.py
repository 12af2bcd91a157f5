"""Tables of Word: the cells as they are drawn, whatever the grid under them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from lxml.etree import _Element

from catalogue.papers.limits import MOST_PLACES, TooLarge
from catalogue.papers.paper import Cell
from catalogue.papers.word_xml import W, child, number, switch, value, within

_MOST_COLUMNS = 63  # Word's own limit; a span beyond it is an error of writing
_NARROW = 85  # twips, 1.5 mm: nobody draws a column of that width, two rows just do not end at quite the same place
_UNSAID = 1000


@dataclass(frozen=True)
class _Drawn:
    cell: _Element
    start: int  # edges of the grid
    end: int
    merge: str  # "restart", "continue", ""


def rows_of(table: _Element) -> list[_Element]:
    """Rows that are printed, those in content controls included."""
    gone = ("del", "hidden")
    return [row for row in within(table, f"{W}tr") if not any(switch(row, "trPr", name) for name in gone)]


def only_cell(table: _Element) -> _Element | None:
    """The cell of a table that is but a frame around text."""
    rows = rows_of(table)
    cells = list(within(rows[0], f"{W}tc")) if len(rows) == 1 else []
    return cells[0] if len(cells) == 1 else None


def cells_of(table: _Element, read: Callable[[_Element], tuple[str, str]]) -> tuple[Cell, ...]:
    """`read` gives text and note of a cell; it is called once for each cell drawn, in the order of print."""
    rows = [list(_drawn(row)) for row in rows_of(table)]
    column_of = _columns(table, rows)
    if len(rows) * max(column_of.values(), default=0) > MOST_PLACES:
        raise TooLarge
    found: list[Cell] = []
    open_cells: dict[int, int] = {}  # column → place of the cell in `found` that the row above left open
    for at, row in enumerate(rows):
        still_open: dict[int, int] = {}
        for drawn in row:
            column = column_of[drawn.start]
            columns = column_of[drawn.end] - column
            above = open_cells.get(column) if drawn.merge == "continue" else None
            if above is not None and found[above].columns == columns:
                found[above] = replace(found[above], rows=at - found[above].row + 1)
                still_open[column] = above
                continue
            text, note = read(drawn.cell)
            if drawn.merge:
                still_open[column] = len(found)
            found.append(Cell(text, at, column, 1, columns, note))
        open_cells = still_open
    return tuple(sorted(found, key=lambda cell: (cell.row, cell.column)))


def _drawn(row: _Element) -> Iterator[_Drawn]:
    start = _span(row, "trPr", "gridBefore", least=0)
    waiting: _Drawn | None = None
    for cell in within(row, f"{W}tc"):
        end = start + _span(cell, "tcPr", "gridSpan", least=1)
        if waiting is not None and _merge(cell, "hMerge") == "continue":
            waiting = replace(waiting, end=end)
        else:
            if waiting is not None:
                yield waiting
            waiting = _Drawn(cell, start, end, _merge(cell, "vMerge"))
        start = end
    if waiting is not None:
        yield waiting


def _span(element: _Element, *names: str, least: int) -> int:
    return min(max(number(element, *names) or least, least), _MOST_COLUMNS)


def _merge(cell: _Element, name: str) -> str:
    """A merge without a word goes on."""
    if child(cell, "tcPr", name) is None:
        return ""
    return value(cell, "tcPr", name) or "continue"


def _columns(table: _Element, rows: list[list[_Drawn]]) -> dict[int, int]:
    """Edge of the grid → column that is seen; edges which no cell uses, or which nearly coincide, are one."""
    spans = {(drawn.start, drawn.end) for row in rows for drawn in row}
    edges = sorted({edge for span in spans for edge in span})
    places = _places(table, edges[-1] if edges else 0)
    column_of: dict[int, int] = {}
    first, column = 0, -1
    for edge in edges:
        same = column >= 0 and places[edge] - places[first] <= _NARROW
        if not same or any((one, edge) in spans for one, at in column_of.items() if at == column):
            first, column = edge, column + 1
        column_of[edge] = column
    return column_of


def _places(table: _Element, last: int) -> list[int]:
    """Distance of each edge of the grid from the left, in twips."""
    grid = child(table, "tblGrid")
    widths = [] if grid is None else [one.get(f"{W}w", "") for one in grid.findall(f"{W}gridCol")]
    places = [0]
    for at in range(last):
        said = widths[at] if at < len(widths) else ""
        places.append(places[-1] + (int(said) if said.isdecimal() and int(said) else _UNSAID))
    return places
