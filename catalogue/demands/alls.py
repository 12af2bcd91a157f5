"""全部办结, 全部整改到位: every one of them, though no percentage is printed."""

from collections.abc import Iterator
from fractions import Fraction

from catalogue.demands import naming
from catalogue.demands.choices import DONE_OR_NOT
from catalogue.demands.demand import Demand
from catalogue.demands.said import Said, Sentence
from domain.patterns import pattern_of

DONE = "整改|办结|完成|建成|销号|到位|清理|入库|上线|归档|审结|化解|覆盖|达到|兑现|解决|录入"
ALL = pattern_of(rf"全部(?:{DONE}|(?=按[期时]))(?:到位|完毕)?")
REASON = "原文写“全部”，没有印百分比"


def alls(sentence: Sentence) -> Iterator[Said]:
    for match in ALL.finditer(sentence.masked, sentence.start, sentence.end):
        start = sentence.clause_start(match.start())
        name, begin = naming.name(sentence, start, match.start())
        source = sentence.source(begin, match.end())
        demand = Demand(
            name, "=", Fraction(1), "100", "%", "N", "all", source, doubt=REASON, alternatives=(DONE_OR_NOT,)
        )
        yield Said(*match.span(), demand)
