"""Figures that the text leaves to others: 不低于全省平均水平, 高于序时进度, 全部达标."""

from collections.abc import Iterator

from catalogue.demands import naming
from catalogue.demands.demand import Demand
from catalogue.demands.said import Said, Sentence
from domain.notice import Op
from domain.patterns import pattern_of

BENCH = (
    r"(?>平均(?:值|水平|数|线|增速|增幅|标准|分)?|均值|目标值|达标值|标准值|参考值|序时进度|时序进度|考核(?:目标|标准)值?"
    r"|上年(?:同期|度)?(?:水平|实际|决算)?数?|预算数|决算数|核定数|控制数|限额|定额|上一年度?水平|去年同期(?:水平)?)"
)
WORDS: tuple[tuple[Op, str], ...] = (
    (">=", "不(?:得)?低于|不(?:得)?少于|不(?:得)?慢于|达到|≥|不落后于"),
    ("<=", "不(?:得)?高于|不(?:得)?超过|不(?:得)?突破|控制在|≤"),
    (">", "(?<!不)高于|(?<!不)超过|优于|好于|快于|跑赢|大于|>"),
    ("<", "(?<!不)低于|(?<!不)小于|(?<!不)少于|<"),
)
BENCHMARKS = tuple(
    (op, pattern_of(rf"(?:{words})(?P<bench>[^,;。、0-9]{{0,14}}?{BENCH})(?:[以之][上下内])?(?!\s*的?\s*[0-9])"))
    for op, words in WORDS
)
PASS = pattern_of("(?:全部|均|全面|都)达标")
COUNTED = pattern_of("指标|[率量数比]")
IN_PERCENT = pattern_of("(?:率|比例|占比|比重|增速|增幅|降幅|满意度)$")
OF_RANK = pattern_of("排名|名次|位次")
NOT_PRINTED = "达标值没有印出，须另行录入"
PLACE_OR_VALUE = "名次与平均值比较，是看名次还是看数值没有写明"


def benchmarks(sentence: Sentence) -> Iterator[Said]:
    """Tag X; of 全部达标 it is not even said which figure is meant."""
    for op, pattern in BENCHMARKS:
        for match in pattern.finditer(sentence.plain, sentence.start, sentence.end):
            yield from _external(sentence, match.start(), match.end(), op, match["bench"].strip(), "")
    for match in PASS.finditer(sentence.plain, sentence.start, sentence.end):
        if COUNTED.search(sentence.plain[sentence.clause_start(match.start()) : match.start()]):
            yield from _external(sentence, match.start(), match.end(), ">=", "达标值", NOT_PRINTED)


def _external(sentence: Sentence, at: int, stop: int, op: Op, target: str, doubt: str) -> Iterator[Said]:
    start = sentence.clause_start(at)
    names, begin = naming.names(sentence, start, at)
    source = sentence.source(begin, stop)
    is_rank = bool(OF_RANK.search(sentence.plain[start:at]))
    for name in names:
        if is_rank:
            demand = Demand(name, "rank", None, target, "", "R", "rank", source, doubt=PLACE_OR_VALUE)
        elif IN_PERCENT.search(name):
            demand = Demand(name, op, None, target, "%", "X", "rate", source, doubt=doubt)
        else:
            demand = Demand(name, op, None, target, "", "X", "figure", source, doubt=doubt)
        yield Said(at, stop, demand)
