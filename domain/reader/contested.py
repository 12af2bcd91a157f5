"""Several figures that may bear one name: by its noun alone and by its own verb, in two stages, in two grades."""

from collections.abc import Sequence
from dataclasses import replace

from domain.patterns import pattern_of
from domain.reader.masking import Masked
from domain.reader.names import Thing
from domain.reader.placed import Placed
from domain.reader.wording import usual

STAGES = (pattern_of("收案|新收|受理|旧存"), pattern_of("结案|审结|办结|未结"))
GRADED = pattern_of(r"(?:非常|很|比较|较为?|十分|特别)(?P<what>满意|合格|优秀|成功)[评价票的数:都有]*\s*[0-9]")
BOTH = 2


def contested(placed: Sequence[Placed], masked: Masked) -> list[Placed]:
    found = [_of_a_stage(one, placed) for one in placed]
    grades = {match["what"] for match in GRADED.finditer(masked.raw)}
    found = [_apart(one) if one.thing and any(what in one.thing.name for what in grades) else one for one in found]
    return [replace(one, context="aside") if _is_noun_alone(one, found) else one for one in found]


def _apart(one: Placed) -> Placed:
    return one if one.context or one.thing is None else replace(one, thing=None, rivals=(one.thing,))


def _of_a_stage(one: Placed, placed: Sequence[Placed]) -> Placed:
    """诉前调解收案1083, 结案1010: neither is for certain what 诉前调解案件 counts."""
    if one.thing is None or one.context or not one.in_short:
        return one
    for mine, other in (STAGES, STAGES[::-1]):
        strange = mine.search(one.words) and not mine.search(one.thing.name)
        if strange and any(other.search(beside.words) for beside in placed if beside is not one and not beside.context):
            return _apart(one)
    return one


def _is_noun_alone(one: Placed, placed: Sequence[Placed]) -> bool:
    """终本案件208件, 抽查60件: what the label alone says is said of the second one."""
    if one.context or (one.thing and (not one.in_short or _says_own(one, one.thing))):
        return False
    if one.thing is None:
        return _is_told_beside(one, placed)
    rivals = [o for o in placed if o.thing == one.thing and o is not one and not o.context and o.amount.sort != "pair"]
    is_noun = len(set(usual(one.words)) & set(usual(one.thing.name))) >= BOTH
    return (
        is_noun
        and len(rivals) == 1
        and _says_own(rivals[0], one.thing)
        and (one.amount.sort == "share" or rivals[0].amount.value < one.amount.value)
    )


def _is_told_beside(one: Placed, placed: Sequence[Placed]) -> bool:
    """All that it may be is said of smaller figures, by their own verbs."""
    told = {o.thing: o for o in placed if o.thing and not o.context}
    mine = [told[thing] for thing in one.rivals if thing in told and not _says_own(one, thing)]
    enough = len(mine) == len(one.rivals) >= BOTH
    return enough and all(_says_own(o, o.thing) and o.amount.value < one.amount.value for o in mine if o.thing)


def _says_own(one: Placed, thing: Thing) -> bool:
    """Signs that the others of its share have not."""
    if thing.demand:
        whole = usual(thing.demand.parts[-1].label)
        return bool((set(usual(thing.name)) - set(whole) - set("率占比")) & set(usual(one.words)))
    others = "".join(usual(part.label) for demand in thing.of for part in demand.parts if part != thing.quantity)
    own = set(usual(thing.name)) - set(others)
    return bool(own & set(usual(one.words)))
