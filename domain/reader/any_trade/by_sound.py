"""Words of the demands' names that are typed by their sound as the names have them: 完号率 is 完好率."""

from collections.abc import Sequence

from domain.reader.asked import Demand
from domain.reader.sounds import nearly

OF_ANY = ("合格", "办结", "完成", "建成", "全部", "签订", "培训", "新增")
DENIALS = frozenset("不没未无非")  # 全不达标 is no 全部


def as_named(text: str, demands: Sequence[Demand]) -> str:
    """Each pair of signs that sounds like one pair of a name alone, one of the two as it is."""
    names = (*(demand.name for demand in demands), *OF_ANY)
    pairs = {name[at : at + 2] for name in names for at in range(len(name) - 1) if name[at : at + 2].isalpha()}
    for at in range(len(text) - 1):
        said = text[at : at + 2]
        is_known = said in pairs or text[at + 1 : at + 3] in pairs or text[at - 1 : at + 1] in pairs
        is_known = is_known or bool(set(said) & DENIALS)
        found = set() if is_known or not said.isalpha() else {pair for pair in pairs if nearly(said, pair)}
        text = text[:at] + found.pop() + text[at + 2 :] if len(found) == 1 else text
    return text
