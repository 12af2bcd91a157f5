"""One whole of several shares: 农村人口38.6万, 通自来水36.98万, 规模化供水覆盖27.85万."""

from collections.abc import Sequence
from dataclasses import replace

from domain.reader.any_trade.slots import Slotted, form_of, likeness
from domain.reader.any_trade.strange import is_far

SIDES = ("part", "whole", "open")


def with_common_whole(slotted: Sequence[Slotted]) -> list[Slotted]:
    """As they are, unless the largest is named as each of them is, and each has but one figure beside it."""
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


def is_half_of_several(slotted: Sequence[Slotted]) -> bool:
    """农村人口38.6万, 通自来水的36.98万, of two rates: neither is known to be its whole."""
    shares = {one.demand for one in slotted if form_of(one.demand) == "share" and one.slot != "share"}
    alone = [demand for demand in shares if [one.slot for one in slotted if one.demand == demand] == ["open"]]
    return bool(alone) and len(shares) > 1
