"""A sheet becomes a table: trimmed to what is used, hidden rows and columns left out."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Set
from itertools import pairwise

from catalogue.papers.limits import MOST_PLACES, TooLarge
from catalogue.papers.paper import Cell, Place
from catalogue.papers.sheet import Sheet, place_of

_MOST_HIDDEN = 1_000  # rows in a run: what is merged over more of them is hidden as good as whole


def cells_of(sheet: Sheet, texts: dict[Place, str], remarks: dict[str, str]) -> tuple[Cell, ...]:
    """Columns in which nothing stands are left out; of blank rows in a run one is kept, as a gap."""
    rows = _with_gaps(_used(sheet, texts, 0, sheet.hidden_rows), sheet.hidden_rows)
    columns = _used(sheet, texts, 1, sheet.hidden_columns)
    merged = sum(_within(rows, a[0], b[0])[1] * _within(columns, a[1], b[1])[1] for a, b in sheet.merges)
    if max(len(rows) * len(columns), merged) > MOST_PLACES:
        raise TooLarge
    notes = _by_place(remarks)
    found = []
    covered: set[Place] = set()
    for (top, left), (bottom, right) in sheet.merges:
        row, height = _within(rows, top, bottom)
        column, width = _within(columns, left, right)
        places = {(r, c) for r in range(row, row + height) for c in range(column, column + width)}
        if places and not places & covered:  # they overlap in damaged files alone
            covered |= places
            anchor = (top, left)
            found.append(Cell(texts.get(anchor, ""), row, column, height, width, notes.get(anchor, "")))
    for row, real_row in enumerate(rows):
        for column, real_column in enumerate(columns):
            if (row, column) not in covered:
                place = (real_row, real_column)
                found.append(Cell(texts.get(place, ""), row, column, note=notes.get(place, "")))
    return tuple(sorted(found, key=lambda cell: (cell.row, cell.column)))


def _used(sheet: Sheet, texts: Iterable[Place], axis: int, hidden: Set[int]) -> list[int]:
    """Rows (axis 0) or columns (1) in which something is seen to stand."""
    used = {place[axis] for place in texts} - hidden
    for first, last in sheet.merges:
        if first[axis] in hidden and first in texts:  # the text of a merged cell moves into what is left of it
            nearest = range(first[axis], min(last[axis], first[axis] + _MOST_HIDDEN) + 1)
            used |= {next((one for one in nearest if one not in hidden), first[axis])}
    return sorted(used - hidden)


def _with_gaps(rows: list[int], hidden: Set[int]) -> list[int]:
    return sorted({gap for row, after in pairwise(rows) for gap in _gap(row, after, hidden)} | {*rows})


def _gap(row: int, after: int, hidden: Set[int]) -> Iterator[int]:
    blank = next((one for one in range(row + 1, after) if one not in hidden), None)
    if blank is not None:
        yield blank


def _within(kept: list[int], first: int, last: int) -> tuple[int, int]:
    """Where a stretch begins among those kept, and how many of them it covers."""
    start = bisect_left(kept, first)
    return start, bisect_right(kept, last) - start


def _by_place(remarks: dict[str, str]) -> dict[Place, str]:
    found = {}
    for name, text in remarks.items():
        try:
            found[place_of(name)] = text
        except ValueError:
            continue  # a remark on no cell
    return found
