"""Of a month's reminding, by department."""

from dataclasses import dataclass
from datetime import date

from domain.fairness import Month


@dataclass(frozen=True)
class Figures:
    """`others` are those that are asked and not ranked. `later` is the month behind, where it has begun. `every` where
    all departments are asked for."""

    month: date  # its first day
    whole: Month
    units: tuple[tuple[str, Month], ...]
    others: tuple[tuple[str, Month], ...]
    earlier: date
    later: date | None
    every: bool = False
