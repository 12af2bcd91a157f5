"""The two figures of a share told apart where their words do not say it: by the rest, by what is more to the name, by 了."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from domain.patterns import pattern_of
from domain.reader.any_trade.slots import Slotted, likeness, stem_of
from domain.reader.any_trade.told import Told

Sides = Mapping[str, Fraction]  # part and whole
DONE = pattern_of("[一-鿿][了过到成完好上掉进起](?:来|去)?的?$")
OTHER = {"part": "whole", "whole": "part"}


def of_two(one: Slotted, other: Slotted, rest: Sequence[Told]) -> Sides | None:
    """None where nothing tells them apart."""
    for found in (
        _by_the_other(one, other),
        _by_the_rest(one, other, rest),
        _by_name(one, other),
        _by_aspect(one, other),
    ):
        signed = [side for side in (one, other) if side.slot in OTHER]
        agrees = found and all(found[side.slot] == side.told.amount.value for side in signed if len(signed) == 1)
        if found and agrees and found["part"] <= found["whole"]:
            return found
    return None


def _by_the_other(one: Slotted, other: Slotted) -> Sides | None:
    for known, left in ((one, other), (other, one)):
        if known.slot in OTHER and left.slot == "open":
            return {known.slot: known.told.amount.value, OTHER[known.slot]: left.told.amount.value}
    return None


def _by_the_rest(one: Slotted, other: Slotted, rest: Sequence[Told]) -> Sides | None:
    """总共4300, 住进去4152, 空着148."""
    part, whole = sorted((one.told.amount.value, other.told.amount.value))
    is_told = any(left.sort == "lack" and left.amount.value == whole - part for left in rest)
    return {"part": part, "whole": whole} if is_told else None


def _by_name(one: Slotted, other: Slotted) -> Sides | None:
    """受理办电业务36420件, 线上受理35910件, of 线上办电率: what the name begins with is said of the part alone."""
    begins = stem_of(one.demand)[:2]
    named = [begins in side.told.said for side in (one, other)]
    if sum(named) != 1 or likeness(one.told.said, one.demand) == likeness(other.told.said, other.demand) == 0:
        return None
    part, whole = (one, other) if named[0] else (other, one)
    return {"part": part.told.amount.value, "whole": whole.told.amount.value}


def _by_aspect(one: Slotted, other: Slotted) -> Sides | None:
    """小区436个, 物业进驻了404个: what was done, of what there is."""
    if one.slot != "open" or other.slot != "open":
        return None
    done = [bool(DONE.search(side.told.said)) for side in (one, other)]
    if sum(done) != 1:
        return None
    part, whole = (one, other) if done[0] else (other, one)
    return {"part": part.told.amount.value, "whole": whole.told.amount.value}
