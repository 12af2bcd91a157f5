"""Tables of HTML: spans become cells, tables that only lay out a page are told from tables of data."""

from collections.abc import Callable, Iterator

from lxml.etree import _Element

from catalogue.papers.html_seen import is_unseen
from catalogue.papers.limits import MOST_PLACES, TooLarge
from catalogue.papers.paper import Cell

_MOST_COLUMNS = 500
_GROUPS = ("thead", "tbody", "tfoot")


def own_cells(table: _Element) -> list[_Element]:
    return [cell for group in _groups(table) for row in group for cell in row]


def is_layout(table: _Element) -> bool:
    """A frame of one cell, or a page whose cells hold more of a table than they hold themselves."""
    cells = own_cells(table)
    if len(cells) == 1 or (table.get("role") or "") in ("presentation", "none"):
        return True
    holders = [cell for cell in cells if next(cell.iter("table"), None) is not None]
    inner = sum(1 for holder in holders for tag in ("td", "th") for _ in holder.iter(tag))
    inner -= len(holders)  # iter() begins with the holder itself
    return bool(holders) and inner > 2 * (len(cells) - len(holders))


def cells_of(table: _Element, read: Callable[[_Element], str]) -> tuple[Cell, ...]:
    """Cells do not overlap: a span that runs into another ends there."""
    found: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    top = 0
    for group in _groups(table):
        for row, cells in enumerate(group, start=top):
            column = 0
            for cell in cells:
                while (row, column) in taken:
                    column += 1
                rows = min(_span(cell, "rowspan") or len(group), top + len(group) - row)
                columns = _free(taken, row, column, max(1, _span(cell, "colspan")))
                taken |= {(r, c) for r in range(row, row + rows) for c in range(column, column + columns)}
                if len(taken) > MOST_PLACES:
                    raise TooLarge
                found.append(Cell(read(cell), row, column, rows, columns))
                column += columns
        top += len(group)
    return tuple(sorted(found, key=lambda cell: (cell.row, cell.column)))


def _groups(table: _Element) -> list[list[list[_Element]]]:
    """Rows by head, bodies and foot, in the order in which they are shown; rows outside of any group are one."""
    groups: list[tuple[str, list[list[_Element]]]] = []
    for one in table:
        if one.tag in _GROUPS and not is_unseen(one):
            groups.append((str(one.tag), [list(_cells(row)) for row in one if row.tag == "tr" and not is_unseen(row)]))
        elif one.tag == "tr" and not is_unseen(one):
            if not groups or groups[-1][0] != "":
                groups.append(("", []))
            groups[-1][1].append(list(_cells(one)))
    groups.sort(key=lambda group: {"thead": 0, "tfoot": 2}.get(group[0], 1))
    return [rows for _, rows in groups]


def _cells(row: _Element) -> Iterator[_Element]:
    return (cell for cell in row if cell.tag in ("td", "th") and not is_unseen(cell))


def _span(cell: _Element, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return min(int(text), _MOST_COLUMNS) if text.isdecimal() and len(text) < 9 else 1


def _free(taken: set[tuple[int, int]], row: int, column: int, wanted: int) -> int:
    return next((width for width in range(1, wanted) if (row, column + width) in taken), wanted)
