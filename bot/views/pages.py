"""Pages of a long list: turning over, and a number for each line that leads on."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from bot.views.message import NUMBERS, Button, rows
from domain.pages import Leaf

Line = TypeVar("Line")
Rows = tuple[tuple[Button, ...], ...]


def turn(leaf: Leaf, to: Callable[[str, int], Button]) -> Rows:
    """◀ 2/5 ▶, each made by its label and page; the figure shows the same page as it is now."""
    if leaf.pages == 1:
        return ()
    labels = [("◀", leaf.page - 1), (f"{leaf.page}/{leaf.pages}", leaf.page), ("▶", leaf.page + 1)]
    return (tuple(to(label, page) for label, page in labels if 1 <= page <= leaf.pages),)


def opens(found: Iterable[Line], to: Callable[[str, Line], Button]) -> Rows:
    """A button for each line, made by its number."""
    return rows(*(to(number, line) for number, line in zip(NUMBERS, found, strict=False)), width=4)
