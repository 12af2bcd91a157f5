"""The words of an indicator on record read once more, to be compared with a newer wording."""

from datetime import date
from functools import lru_cache

from domain.notice import Indicator, Requirement


def reread(indicator: Indicator, issued: date) -> tuple[Requirement, ...]:
    """Nothing where its demands are what was read already, or where no words are on record."""
    return () if is_read(indicator) else _read(indicator.text, issued)


def is_read(indicator: Indicator) -> bool:
    """Its demands are phrases of its words, and were not put together by people."""
    words = indicator.text
    return not words or all(row.calculation and row.calculation in words for row in indicator.requirements)


@lru_cache(maxsize=512)
def _read(text: str, issued: date) -> tuple[Requirement, ...]:
    # the reader of notices is loaded only where one comes in
    from catalogue.demands.reading import demands
    from catalogue.reading.asking import requirement

    return tuple(requirement(demand, seq, "", issued) for seq, demand in enumerate(demands(text, issued), 1))
