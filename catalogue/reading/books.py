"""Workbooks that leave: what was read, and who holds which seat."""

from collections.abc import Mapping, Sequence
from typing import Any

from catalogue.reading.settling import settled
from catalogue.reading.sheets import sheets_of
from catalogue.reading.storing import restored
from domain.paper import Book, Copy, Sheet


def book_of(copy: Copy) -> Book:
    """The draft with the answers given so far."""
    return Book(sheets_of(settled(restored(copy.reading), copy.answers)), copy.mark)


def roll_of(holders: Sequence[Mapping[str, Any]]) -> Book:
    rows = tuple((str(one["body"]), str(one["part"]), str(one["title"]), str(one["holder"])) for one in holders)
    return Book((Sheet("名单", ("机构", "职责", "职务", "姓名"), (20, 12, 44, 12), rows),))
