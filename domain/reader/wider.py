"""全院收案2145件, 其中一审1615件: the figure before is of more than is asked for, that behind it is what is.

So is what came in, where what is asked for of it is told by its own name: 收到信访32件, 期限内应办结29件.
"""

from collections.abc import Sequence
from dataclasses import replace

from domain.patterns import pattern_of
from domain.reader.placed import Placed
from domain.reader.wording import usual

OF_IT = pattern_of(r"其中|包括|里面|当中")
CAME_IN = pattern_of(r"收到|新收|[总一]共[进收来]|进来|收回|收了|发[出了]")


def without_wider(placed: Sequence[Placed]) -> list[Placed]:
    found = list(placed)
    for at in range(1, len(found)):
        one, last = found[at], found[at - 1]
        if OF_IT.search(one.before) and _is_wider(last, one):
            found[at - 1] = replace(last, thing=None, rivals=(), context="aside")
            found[at] = replace(one, context="")
    return found


def without_what_came_in(placed: Sequence[Placed]) -> list[Placed]:
    return [replace(one, thing=None, rivals=(), context="aside") if _came_in(one, placed) else one for one in placed]


def _came_in(one: Placed, found: Sequence[Placed]) -> bool:
    """It was taken for what another figure is named, or for a part of that."""
    if one.thing is None or one.context or not CAME_IN.search(one.before):
        return False
    behind = (other for other in found if other.thing and not other.context)
    return any(
        other.amount.start > one.amount.start
        and other.amount.value < one.amount.value
        and other.thing
        and (
            other.thing == one.thing
            or any(d.parts[:2] == (one.thing.quantity, other.thing.quantity) for d in one.thing.of)
        )
        for other in behind
    )


def _is_wider(last: Placed, one: Placed) -> bool:
    """The name is said of the second one, by signs that the first has not; no part of what the first counts."""
    if one.thing is None or one.thing.sort != "count" or one.context not in ("", "aside") or last.context:
        return False
    if last.amount.sort != "number" or one.amount.sort != "number" or one.amount.value > last.amount.value:
        return False
    is_part = any(
        d.is_share and d.whole and d.kind != "growth" and one.thing.quantity in d.parts[::2] for d in one.thing.of
    )
    if is_part or (last.thing and not last.in_short):
        return False
    name = set(usual(one.thing.name))
    return bool((name & set(usual(one.words))) - set(usual(last.words)))
