"""What the name of a demand says of its parts where nobody has named them: 按期办结率 of 按期办结 and 应办结."""

from collections.abc import Iterator
from typing import Literal

from domain.named_parts import OF_ALL, OF_MEAN, OF_RATE, OF_TWO_RATES, name_in, part_in
from domain.patterns import pattern_of
from domain.reader import sayings

Side = Literal["part", "whole", ""]
SIDES: dict[str, Side] = {
    **dict.fromkeys((OF_RATE[0], OF_ALL[0], OF_TWO_RATES[0]), "part"),
    **dict.fromkeys((OF_RATE[1], OF_ALL[1], OF_TWO_RATES[1], OF_MEAN[1]), "whole"),
}
END = pattern_of("(?:的?比例|占比|比重|率|度|数量?|情况)$")
VERB = range(2, 7)  # signs
# what is done with whatever is counted, and what is counted all together, in any trade
DONE = "符合|符合要求|符合条件|达标|合格|完成|已完成|办结|通过|做到|实有|实际|达到要求|达到标准"
WHOLE = "应|应有|应当|收到|受理|基数|分母|涉及|现有|纳入|登记|在册|建档|摸排|需要|计划"
BEGINS = ("", *sayings.BEGINS, "成功")
DUE = (*sayings.SHOULD, *sayings.CAN, "计划")


def side_of(label: str) -> Side:
    return SIDES.get(part_in(label), "")


def said_of(label: str) -> Iterator[str]:
    """The words that tell this part from the other one."""
    stem, side = _stem(label), side_of(label)
    verbs = [stem[-length:] for length in VERB if length <= len(stem)]
    if side == "part":
        yield from (f"{begin}{verb}{end}" for begin in BEGINS for verb in verbs for end in ("", "了", "的"))
        yield from DONE.split("|")
    elif side == "whole":
        yield from (f"{due}{verb}{end}" for due in DUE for verb in verbs for end in ("", "的"))
        yield from (said for said in WHOLE.split("|") if said not in stem)


def nouns_of(label: str) -> Iterator[str]:
    """Whatever of the name stands before its verb is said of both parts."""
    stem = _stem(label) if side_of(label) else ""
    yield from (
        stem[start:stop]
        for start in range(len(stem))
        for stop in range(start + 2, len(stem))
        if stop - start <= VERB[-1]
    )


def rates_of(name: str) -> Iterator[str]:
    """巩固率 is 九年义务教育巩固率."""
    if name.endswith(("率", "比例", "占比")):
        yield from (name[-length:] for length in range(3, len(name)))


def _stem(label: str) -> str:
    return END.sub("", name_in(label))
