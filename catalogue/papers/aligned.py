"""Tables of plain text whose columns are kept apart by blanks alone. Only what cannot be anything else is one."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import takewhile

_WORDS = re.compile(r"\S+(?: \S+)*")
_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 3

Row = dict[int, str]  # place on the page → text


def aligned_rows(lines: Sequence[str]) -> Iterator[tuple[int, list[list[str]], int]]:
    """First line, rows, number of lines; without rows they are ordinary lines. In order, nothing left out."""
    at = plain = 0
    while at < len(lines):
        rows = _rows_from(lines, at)
        if not rows:
            at += 1
            continue
        if at > plain:
            yield plain, [], at - plain
        yield at, rows, len(rows)
        at = plain = at + len(rows)
    if len(lines) > plain:
        yield plain, [], len(lines) - plain


def _rows_from(lines: Sequence[str], first: int) -> list[list[str]]:
    """The first line is the head: every later row begins its texts where a column of it begins."""
    head = _row(lines[first])
    if len(head) < _FEWEST_COLUMNS:
        return []
    columns = sorted(head)

    def fits(line: str) -> bool:
        row = _row(line)
        return len(row) > 1 and row.keys() <= head.keys()

    rows = [_row(line) for line in takewhile(fits, lines[first:])]
    return [[row.get(column, "") for column in columns] for row in rows] if len(rows) >= _FEWEST_ROWS else []


def _row(line: str) -> Row:
    """Texts parted by two blanks or more; a Chinese character is two places wide."""
    if "  " not in line and "\u3000" not in line:
        return {}
    spread = line.replace("\u3000", "  ")
    places = [0]
    for sign in spread:
        places.append(places[-1] + (2 if unicodedata.east_asian_width(sign) in "WF" else 1))
    return {places[found.start()]: found.group() for found in _WORDS.finditer(spread)}
