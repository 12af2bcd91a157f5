"""What a few words mean of the things that a figure may count: the one, or all that they may."""

import re
from collections.abc import Sequence

from domain.reader.names import ENOUGH, Thing, meant, narrowed, plainest
from domain.reader.notation import Amount


def thing_meant(spoken: str, amount: Amount, fitting: Sequence[Thing]) -> Thing | list[Thing]:
    if not spoken:
        return []
    bare = amount.sort == "number" and not amount.unit
    among = narrowed(spoken, amount.value, fitting) if bare else fitting
    found = plainest(spoken, among) or meant(spoken, among)
    return found if isinstance(found, Thing) else whole_of_both(found) or _rather_done(spoken, found) or found


def whole_of_both(found: Sequence[Thing]) -> Thing | None:
    """跨域 is 跨域立案申请 rather than 按时反馈的跨域立案申请: the whole, whose name its part bears."""
    if len(found) != 2:
        return None
    for part, whole in (found, found[::-1]):
        within = any(d.whole and d.is_share and d.parts == (part.quantity, whole.quantity) for d in whole.of)
        if within and whole.name.removesuffix("总数") in part.name:
            return whole
    return None


def _rather_done(spoken: str, found: Sequence[Thing]) -> Thing | None:
    """应用微法院 is what was done rather than what can be, 可应用."""
    if len(found) != 2 or re.search("[可能]", spoken):
        return None
    done, may = sorted(found, key=lambda thing: len(thing.name))
    return done if may.name == f"可{done.name}" and done.name[:ENOUGH] in spoken else None
