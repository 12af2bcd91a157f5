"""Ranks, and figures that the text leaves to others: 名列前茅, 全市前三, 不低于全省平均水平, 全部达标."""

from collections.abc import Iterator

from catalogue.demands import naming
from catalogue.demands.demand import Demand
from catalogue.demands.said import Said, Sentence
from domain.notice import Op
from domain.patterns import pattern_of

N = "[0-9一二三四五六七八九十百]{1,3}"
PLACE = rf"前百分之{N}|前{N}(?:%|强|个?[名位])?(?:[以之][内前])?|前列|首位|榜首|第[一二三四五1-5](?:[名位]|方阵|梯队|档次?)?|中?上游|先进行列"
WHERE = r"全(?:国|省|市|区|县|州|系统)[一-鿿]{0,8}?|同[级类][一-鿿]{0,6}?|(?:本|全)?系统"
RANK = pattern_of(
    rf"(?P<place3>名列前茅)|(?:排[名位]次?|位[次列居于]|名[次列]|(?<![人民定])居|列(?=前|全)|处于|保持在?|进入|跻身|进位至|争创|达到)[^,;。、0-9%\x02\x04]{{0,14}}?"
    rf"(?P<place>{PLACE})|(?:{WHERE})(?P<place2>前{N}[名位%强]?|前列|第一方阵|第一梯队)"
)
FIELD = pattern_of(rf"(?P<field>{WHERE})(?:中|里|的|内)?(?=排|名列|位|居|前|第|处|领先|$)")
PASS = pattern_of("(?:全部|均|全面|都)达标")
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
    (op, pattern_of(rf"(?:{words})(?P<bench>[^,;。、0-9]{{0,14}}?{BENCH})(?:[以之][上下内])?(?!\s*[0-9])"))
    for op, words in WORDS
)
IN_PERCENT = pattern_of("(?:率|比例|占比|比重|增速|增幅|降幅|满意度)$")
OF_RANK = pattern_of("排名|名次|位次")


def ranks(sentence: Sentence) -> Iterator[Said]:
    for match in RANK.finditer(sentence.plain, sentence.start, sentence.end):
        place = match["place"] or match["place2"] or match["place3"]
        start = sentence.clause_start(match.start())
        head = sentence.plain[start : match.start()]
        field = FIELD.search(sentence.plain[start : match.end()])
        end = start + field.start() if field and field.start() < len(head) else match.start()
        unit = field["field"] if field else ""
        doubt = "" if unit else "没有写明在哪个范围内排名"
        yield from _of_names(sentence, start, end, match.span(), "rank", place, unit, doubt)


def benchmarks(sentence: Sentence) -> Iterator[Said]:
    """X where a figure is published elsewhere; of 全部达标 it is not even said which."""
    for op, pattern in BENCHMARKS:
        for match in pattern.finditer(sentence.plain, sentence.start, sentence.end):
            start = sentence.clause_start(match.start())
            if OF_RANK.search(sentence.plain[start : match.start()]):
                doubt = "名次与平均值比较，是看名次还是看数值没有写明"
                yield from _of_names(sentence, start, match.start(), match.span(), "rank", match["bench"], "", doubt)
            else:
                yield from _of_names(sentence, start, match.start(), match.span(), op, match["bench"], "", "")
    for match in PASS.finditer(sentence.plain, sentence.start, sentence.end):
        start = sentence.clause_start(match.start())
        if (
            naming.MEASURE.search(naming.own(sentence, start, match.start()))
            or "指标" in sentence.plain[start : match.start()]
        ):
            doubt = "达标值没有印出，须另行录入"
            yield from _of_names(sentence, start, match.start(), match.span(), ">=", "达标值", "", doubt)


def _of_names(
    sentence: Sentence, start: int, end: int, span: tuple[int, int], op: Op, target: str, unit: str, doubt: str
) -> Iterator[Said]:
    name, begin = naming.name(sentence, start, end)
    names = naming.listed(sentence.words(begin, end)) if begin == start else ()
    for one in names or (name,):
        percent = "%" if op != "rank" and IN_PERCENT.search(one) else unit
        rank = op == "rank"
        demand = Demand(
            one, op, None, target.strip(), percent, "R" if rank else "X", "rank" if rank else "rate" if percent else "figure",
            sentence.source(begin, span[1]), doubt=doubt,
        )  # fmt: skip
        yield Said(*span, demand)
