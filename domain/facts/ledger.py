"""台账: the indicators of a notice with all that is on record of them."""

from dataclasses import dataclass
from datetime import datetime

from domain.facts.matters import Matter
from domain.facts.overview import IndicatorView


@dataclass(frozen=True)
class Row:
    view: IndicatorView
    matters: tuple[Matter, ...]


@dataclass(frozen=True)
class Ledger:
    campaign: str
    notice: str  # its number
    title: str
    year: int
    at: datetime
    rows: tuple[Row, ...]
