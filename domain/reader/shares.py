"""Figures told by the share or the mean that they make: 干警176人, 参加171人, 覆盖率97.2%."""

from collections.abc import Sequence
from itertools import permutations

from domain.patterns import pattern_of
from domain.reader.asked import Asked
from domain.reader.names import is_of
from domain.reader.placed import Placed
from domain.reader.plausible import rounds_to
from domain.reader.saying import Values, count

FEW = 6  # figures, beyond which some two of them make any share


def adds_up(unnamed: Sequence[Placed], values: Values) -> bool:
    """部门15个, 团队13个, 应覆盖28个; 速裁442件, 快审231件, 合计673件."""
    amounts = [one.amount for one in unnamed]
    if not values or any(amount.sort != "number" for amount in amounts):
        return False
    if len(amounts) == 1:
        return bool(TOGETHER.search(unnamed[0].before)) and amounts[0].value == sum(values.values()) and len(values) > 1
    return sum(amount.value for amount in amounts) in values.values()


TOGETHER = pattern_of("合计|共计|总计|一共|共")


def of_a_share(counted: Sequence[Placed], values: Values, asked: Asked) -> Values:
    """Of a share that is said by name the only two figures that make it, where neither is named."""
    loose = [one.amount for one in counted if one.thing is None and one.amount.sort == "number"]
    said = [d for d in asked.demands if d.is_share and d.whole and len(d.parts) == 2 and d.key in values]
    if len(said) != 1 or len(loose) > FEW or any(part.label in values for part in said[0].parts):
        return {}
    part, whole = said[0].parts
    made = [
        {part.label: some.value, whole.label: every.value}
        for some, every in permutations(loose, 2)
        if every.value and is_of(some.unit, count(part)) and is_of(every.unit, count(whole))
        and rounds_to(some.value / every.value, values[said[0].key], share=True)
    ]  # fmt: skip
    return made[0] if len(made) == 1 else {}
