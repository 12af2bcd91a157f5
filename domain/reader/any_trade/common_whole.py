"""One whole of several shares: 农村人口38.6万, 通自来水36.98万, 规模化供水覆盖27.85万."""

from collections.abc import Sequence
from dataclasses import replace

from domain.patterns import pattern_of
from domain.reader.any_trade.slots import Slotted, form_of, likeness
from domain.reader.any_trade.strange import is_far

SIDES = ("part", "whole", "open")
AMONG = pattern_of("^(?:其中|里[头面])")


def with_common_whole(slotted: Sequence[Slotted]) -> list[Slotted]:
    """As they are, unless the largest is named as each of them is, and each has but one figure beside it; or what
    follows is told to be among those that were all done."""
    if (among := _among_all(slotted)) is not None:
        return among
    counts = [one for one in slotted if one.slot in SIDES and form_of(one.demand) == "share"]
    shares = list(dict.fromkeys(one.demand for one in counts))
    if len(counts) < len(slotted) or len(shares) < 2:
        return list(slotted)
    whole = max(counts, key=lambda one: one.told.amount.value)
    parts = [one for one in counts if one.told.amount.value != whole.told.amount.value]
    is_of_all = all(likeness(whole.told.said, demand) for demand in shares)
    if not is_of_all or sorted(map(id, shares)) != sorted(id(one.demand) for one in parts):
        return list(slotted)
    if any(is_far(one.demand, one.told.amount.value / whole.told.amount.value) for one in parts):
        return list(slotted)
    return [side for one in parts for side in (replace(one, slot="part"), Slotted(whole.told, one.demand, "whole"))]


def _among_all(slotted: Sequence[Slotted]) -> list[Slotted] | None:
    """总里程3126公里，已全部列养，其中优良中等路2788公里."""
    alls = [one for one in slotted if one.slot == "all"]
    within = [one for one in slotted if AMONG.match(one.told.said) and form_of(one.demand) == "share"]
    if len(slotted) != 2 or len(alls) != 1 or len(within) != 1 or within[0].demand == alls[0].demand:
        return None
    whole, part = alls[0].told, within[0].told
    is_within = part.amount.value <= whole.amount.value and part.amount.unit == whole.amount.unit
    if not is_within or is_far(within[0].demand, part.amount.value / whole.amount.value):
        return None
    return [*alls, replace(within[0], slot="part"), Slotted(whole, within[0].demand, "whole")]


def is_half_of_several(slotted: Sequence[Slotted]) -> bool:
    """农村人口38.6万, 通自来水的36.98万, of two rates: neither is known to be its whole."""
    shares = {one.demand for one in slotted if form_of(one.demand) == "share" and one.slot != "share"}
    alone = [demand for demand in shares if [one.slot for one in slotted if one.demand == demand] == ["open"]]
    return bool(alone) and len(shares) > 1
