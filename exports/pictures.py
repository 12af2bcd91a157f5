"""A picture from its kept facts: which of them draws which."""

from collections.abc import Callable
from typing import Any

from pydantic import TypeAdapter

import exports.board
import exports.curves
import exports.year
from domain.board import Board
from domain.curves import Curves
from domain.year import Year

FACTS: TypeAdapter[Board | Curves | Year] = TypeAdapter(Board | Curves | Year)
DRAW: dict[str, Callable[[Any], bytes]] = {
    "board": exports.board.draw,
    "curves": exports.curves.draw,
    "year": exports.year.draw,
}


def draw(facts: dict[str, Any]) -> bytes:
    """A PNG of facts as they lie in an outbox row."""
    picture = FACTS.validate_python(facts)
    return DRAW[picture.kind](picture)
