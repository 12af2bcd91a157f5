"""A long list is read by the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")
ROWS = 8  # on one page: as many as a telephone shows without scrolling


@dataclass(frozen=True)
class Leaf:
    """Which page it is, of how many, and of how many rows in all; `rows` are those of a full page."""

    page: int = 1
    pages: int = 1
    n: int = 0
    rows: int = ROWS

    @property
    def offset(self) -> int:
        return (self.page - 1) * self.rows


ONE_PAGE = Leaf()


@dataclass(frozen=True)
class Page(Generic[Row]):
    rows: tuple[Row, ...]
    leaf: Leaf


def leaf(n: int, wanted: int, rows: int = ROWS) -> Leaf:
    """The page wanted of n rows, the last one where there are no longer so many; 0 is the last one too."""
    pages = max(1, -(-n // rows))
    return Leaf(min(max(1, wanted or pages), pages), pages, n, rows)


def cut(found: Sequence[Row], wanted: int, rows: int = ROWS) -> Page[Row]:
    which = leaf(len(found), wanted, rows)
    return Page(tuple(found[which.offset : which.offset + rows]), which)
