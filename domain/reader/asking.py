"""The demands of an indicator as the reader sees them: those that figures answer, and its points."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Protocol

from domain.kinds import KINDS, quantity
from domain.reader.asked import Demand
from domain.reader.points import Point


class Row(Protocol):
    """One demand, of a notice or on record."""

    @property
    def seq(self) -> int: ...

    @property
    def name(self) -> str: ...

    @property
    def kind(self) -> str: ...

    @property
    def unit(self) -> str: ...

    @property
    def value(self) -> Fraction | None: ...

    @property
    def parts(self) -> Sequence[str]: ...

    @property
    def whole(self) -> bool: ...


def counted(rows: Iterable[Row]) -> tuple[Demand, ...]:
    return tuple(
        _demand(row.seq, row.name, row.kind, row.unit, row.value, tuple(row.parts), row.whole)
        for row in rows
        if KINDS[row.kind].shape == "figures"
    )


@lru_cache(maxsize=256)  # the same one for every answer: what is known of a form is looked up by its demands
def _demand(
    seq: int, name: str, kind: str, unit: str, target: Fraction | None, parts: tuple[str, ...], whole: bool
) -> Demand:
    return Demand(seq, name, kind, unit, target, tuple(quantity(part) for part in parts), whole)


def points(rows: Iterable[Row]) -> tuple[Point, ...]:
    return tuple(
        Point(row.seq, row.name, shape, row.unit)
        for row in rows
        if (shape := KINDS[row.kind].shape) != "figures" and shape != "entries"
    )
