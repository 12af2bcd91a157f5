"""A figure beside another one that nobody has entered: 15家，真正算数的2家; 59次变成9次; 24份里面重复4份."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from domain.numbers import value_of
from domain.patterns import pattern_of
from domain.reader.against_own_words import UNIT, N, read_as
from domain.reader.asked import Value
from domain.reader.question import Question

M = r"(?P<m>[1-9][0-9]*(?:\.[0-9]+)?|[一二两三四五六七八九十]+)(?![0-9.%])"
PAUSE = r"[,\s]*"
# what is taken off it, or is all that counts
LESS = pattern_of(
    rf"{N}{UNIT}{PAUSE}(?:但|不过|里[头面]?|其中|当中)*(?:有|要|需|得|再)*"
    rf"(?P<verb>减|扣除?|退了|漏了|多报了?|少报了?|错报了?|重复了?|有效的?|真正[^,;。0-9]{{0,4}}?|算数的?|作数的?)(?:是|为|有|只有)*{M}"
)
NOT_SO = pattern_of(rf"{N}{UNIT}{PAUSE}(?:有|其中)*{M}{UNIT}(?:都|也)?(?P<verb>不是|不对|是错的|有误|存疑)")
BOTH = pattern_of(rf"{N}{UNIT}(?P<verb>和|加|-|—|~){M}{UNIT}(?=$|[,;。!])")
CHANGED = pattern_of(rf"{N}{UNIT}(?:又|后来)?(?P<verb>变|改|调整?)(?:成|为)?了?{M}")
# 表上24天，实际4天
APPARENT = pattern_of(
    rf"(?:表[上面]|名义上?|账面|纸面|本来|原来)[^,;。0-9]{{0,3}}{N}{UNIT}{PAUSE}(?:但|可|不过)?(?P<verb>实际|其实|现在|目前|真正)[^,;。0-9]{{0,3}}{M}"
)
ALL = (LESS, NOT_SO, BOTH, CHANGED, APPARENT)
PUT_RIGHT = pattern_of("更正|应为|应该是|改为")


def is_told(text: str, values: Mapping[str, Value], question: Question) -> bool:
    """Whoever writes two and has one entered has to be asked which; what comes out, or was put right, is plain."""
    if PUT_RIGHT.search(text):
        return False
    figures = [one for one in values.values() if isinstance(one, Fraction)]
    apart = {one - other for one in figures for other in figures if one > other}
    return any(
        (mine := read_as(Fraction(found["n"]), values))
        and (m := Fraction(value_of(found["m"]) or found["m"])) not in apart
        and not _is_its_own(found, mine, read_as(m, values))
        for pattern in ALL
        for found in pattern.finditer(text)
    )


def _is_its_own(found: "re.Match[str]", mine: Sequence[str], labels: Sequence[str]) -> bool:
    """有效评价405个, 734条有效698条满意 are asked for by that word; 实际到位, 现有."""
    return bool(labels) and (
        found["verb"] in (*"和加-—~", "实际", "现在")
        or found["verb"][:2] == "真正"
        or any(found["verb"][:2] in label for label in (*mine, *labels))
    )
