"""Every way to say what the figures of an answer count, the likeliest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.roll_call.answer import Field
from domain.roll_call.choices import BARE, Choice, choices
from domain.roll_call.rows import in_rows
from domain.roll_call.told import Told

BEAM = 32  # ways that are followed at once
MOST = 14  # figures


@dataclass(frozen=True)
class Way:
    """A role for each figure, and the names that were used."""

    score: int = 0
    roles: tuple[str, ...] = ()
    used: frozenset[int] = frozenset()


def ways(told: Told, asked: Field | None, headcount: int | None) -> list[Way]:
    found, rows = [Way()], in_rows(told, asked, headcount)
    if len(told.figures) > MOST:
        return []
    for n in told.figures:
        placed = rows.get(n, [])
        own = [*(one for one in choices(told, n, asked, headcount) if not placed or one.role != BARE), *placed]
        found = sorted(_onwards(found, own), key=lambda way: -way.score)[:BEAM]
    return found


def _onwards(found: Sequence[Way], own: Sequence[Choice]) -> Iterator[Way]:
    for way in found:
        for one in own:
            used = set() if one.name is None else {one.name}
            if not used & way.used:
                yield Way(way.score + one.score, (*way.roles, one.role), way.used | used)
