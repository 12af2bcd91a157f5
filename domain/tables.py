"""Tables as an office prints them: neighbours that say the same are one cell, rows as high as what stands in them."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

Place = tuple[int, int]  # row and column, from 0, the head not counted


@dataclass(frozen=True)
class Table:
    """One sheet. `widths` are in half-width signs; the first `merged` columns are grouped; `links` lead from a cell to
    a table, by its place among those of the file, and a row of it."""

    name: str
    title: str
    subtitle: str
    head: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    merged: int = 0
    centred: frozenset[int] = frozenset()  # columns
    links: Mapping[Place, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Workbook:
    tables: tuple[Table, ...]
    at: datetime  # local: of which moment it is
    page: tuple[str, str, str]  # what stands before, between and behind the numbers of page and pages


@dataclass(frozen=True)
class Span:
    column: int
    first: int
    last: int


def spans(rows: Sequence[Sequence[str]], columns: int) -> Iterator[Span]:
    """The cells of the first columns: rows that are alike in a column and in all before it share one."""
    for column in range(columns):
        first = 0
        for row in range(1, len(rows) + 1):
            if row == len(rows) or rows[row][: column + 1] != rows[first][: column + 1]:
                yield Span(column, first, row - 1)
                first = row


def width(text: str) -> int:
    """In half-width signs: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)


def lines(text: str, room: int) -> int:
    """How many a text takes where so many half-width signs fit; never too few, since words are broken late."""
    return sum(max(1, -(-width(line) // max(2, room - 1))) for line in text.split("\n"))
