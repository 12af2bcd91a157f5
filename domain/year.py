"""A department's year: months by its indicators, four lights a cell. What a picture is made of."""

from dataclasses import dataclass
from typing import Literal

from domain.board import Lights

INDICATORS = 24  # with more of them nobody reads a picture on a phone: the footer counts the others


@dataclass(frozen=True)
class YearRow:
    code: str
    title: str
    cells: tuple[Lights, ...]  # twelve


@dataclass(frozen=True)
class Year:
    """Texts are in the reader's language already."""

    title: str
    subtitle: str
    months: tuple[str, ...]  # twelve
    month: int  # of them so many have begun
    rows: tuple[YearRow, ...]  # worst first
    counts: tuple[tuple[str, str], ...]
    legend: tuple[str, str, str, str]
    states: tuple[str, str, str, str]
    empty: str  # where there are no rows
    footer: str = ""
    alarm: str = ""  # the label of the count that is set in red
    kind: Literal["year"] = "year"
