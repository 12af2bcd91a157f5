"""A clause that speaks of another department: no answer of this one, unless it only looked at what was told."""

from collections.abc import Collection

from domain.patterns import pattern_of
from domain.reader.clauses import NOR_THEY

BESIDE = pattern_of(r"^(?:但是?|不过|而|另外|其中|不像)?")
CONFIRMS = pattern_of("[核查审]|确认|签|盖章|出具|证明|备案|备查")
MORE = pattern_of(r"[0-9一二两三四五六七八九十]|没|未|不|有|但|发现|还")
LACKS = pattern_of("没|未|不|断|空白|缺|只|仅|少|停|落后")
TURNS = pattern_of("但|不过|可是|后来|现在已|目前已|已经?[补改恢建开完]|(?<![没未])补上|恢复|又[开恢]")


def is_of_others(clause: str, others: Collection[str]) -> bool:
    """各支部均无 is said of all of them, the own one too."""
    names = tuple(name for name in others if not name.startswith("各"))
    return bool(names) and BESIDE.sub("", clause).lstrip().startswith(names)


def takes_nothing_back(clause: str, states: Collection[str]) -> bool:
    """没有，派驻组也核过; 未经常开展，执行局支部有空白: behind what was stated of the point that is asked about."""
    if set(states) == {"no"}:
        return bool(LACKS.search(clause)) and not turns(clause)
    settled = set(states) in ({"nothing"}, {"yes"})
    if set(states) == {"nothing"} and NOR_THEY.search(clause):
        return True
    return settled and bool(CONFIRMS.search(clause)) and not MORE.search(clause)


def turns(clause: str) -> bool:
    """未经常开展，后来补上了."""
    return bool(TURNS.search(clause))
