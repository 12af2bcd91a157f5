"""Documents of other institutions, read as they come: what is found, what is right, what is wrong in silence."""

from collections import Counter
from functools import cache

import pytest

from tests.documents.scoring import Score, scored, table

# of indicators, departments and figures; raised as the reader learns
FOUND, CELLS, FIGURES = 1.0, 1.0, 0.99


@cache
def scores() -> tuple[Score, ...]:
    return tuple(scored())


def total() -> Counter[str]:
    return sum((one.counts for one in scores()), Counter())


def mistakes(name: str) -> str:
    return "\n".join(f"{one.stem}: {said}" for one in scores() for said in one.mistakes if said.startswith(name))


@pytest.fixture(scope="module", autouse=True)
def shown() -> None:
    print(f"\n{table(scores())}")


@pytest.mark.parametrize(
    ("right", "whole", "floor"),
    [("found", "indicators", FOUND), ("cells_right", "cells", CELLS), ("figures_right", "figures", FIGURES)],
)
def test_what_is_printed_is_found(right: str, whole: str, floor: float) -> None:
    counts = total()
    assert counts[right] >= floor * counts[whole], mistakes("")


@pytest.mark.parametrize("name", ["cells_wrong", "figures_wrong"])
def test_nothing_is_wrong_in_silence(name: str) -> None:
    assert not total()[name], mistakes(name)


def test_every_form_is_among_them() -> None:
    assert len(scores()) >= 40
