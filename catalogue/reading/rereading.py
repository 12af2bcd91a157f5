"""The words of an indicator on record read once more, to be compared with a newer wording."""

from datetime import date
from functools import lru_cache

from catalogue.demands.reading import demands
from catalogue.reading.asking import requirement
from domain.notice import Indicator, Requirement


def reread(indicator: Indicator, issued: date) -> tuple[Requirement, ...]:
    """Nothing where its demands are what was read already, or where no words are on record."""
    if not indicator.text or all(
        row.calculation and row.calculation in indicator.text for row in indicator.requirements
    ):
        return ()
    return _read(indicator.text, issued)


@lru_cache(maxsize=512)
def _read(text: str, issued: date) -> tuple[Requirement, ...]:
    return tuple(requirement(demand, seq, "", issued) for seq, demand in enumerate(demands(text, issued), 1))
