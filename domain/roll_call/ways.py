"""Every way to say what the figures of an answer count, the likeliest first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from domain.roll_call.answer import Field
from domain.roll_call.choices import BARE, Choice, choices
from domain.roll_call.rows import in_rows
from domain.roll_call.told import Told

BEAM = 32  # ways that are followed at once
MOST = 14  # figures
ONCE = ("should", "filed", "everybody", "records", BARE)  # roles of one value


@dataclass(frozen=True)
class Way:
    """A role for each figure, the names that were used, and the values of what has but one."""

    score: int = 0
    roles: tuple[str, ...] = ()
    used: frozenset[int] = frozenset()
    values: Mapping[str, int] = field(default_factory=dict)


def ways(told: Told, asked: Field | None, headcount: int | None) -> list[Way]:
    found, rows = [Way()], in_rows(told, asked, headcount)
    if len(told.figures) > MOST:
        return []
    for n in told.figures:
        placed = rows.get(n, [])
        own = [*(one for one in choices(told, n, asked, headcount) if not placed or one.role != BARE), *placed]
        found = sorted(_onwards(found, own, told.tokens[n].value), key=lambda way: -way.score)[:BEAM]
    return found


def _onwards(found: Sequence[Way], own: Sequence[Choice], value: int) -> Iterator[Way]:
    for way in found:
        for one in own:
            if one.name in way.used or (one.role in ONCE and way.values.get(one.role, value) != value):
                continue
            used = way.used if one.name is None else way.used | {one.name}
            values = {**way.values, one.role: value} if one.role in ONCE else way.values
            yield Way(way.score + one.score, (*way.roles, one.role), used, values)
