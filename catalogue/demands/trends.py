"""Which way it is to go, without a figure: 稳中有升, 逐年下降, 同比提高, 双下降, 只减不增."""

import re
from collections.abc import Iterator

from catalogue.demands import naming
from catalogue.demands.demand import Demand
from catalogue.demands.said import Said, Sentence
from domain.patterns import pattern_of

WAYS = "提高|提升|上升|增长|增加|改善|好转|下降|降低|减少|缩短|向好|回落|压降|压减|加快"
LAST_YEAR = "(?:较|比)(?:上年度?|去年|年初|上一年度?)(?:同期|底|末)?"
TREND = pattern_of(
    rf"稳中(?:有[升进降增]|向好|提质)|(?P<soft>逐年|逐步|逐月|持续|不断|稳步|明显|显著|进一步|连续|同比|环比|出现|{LAST_YEAR})"
    rf"(?:有所|均|实现|明显|持续|稳步)?(?P<way>{WAYS})|(?P<both>(?:实现)?[“\"]?双[“\"]?(?:下降|提升|上升|增长|降|升)[”\"]?)"
    r"|(?P<only>只[减降]不[增升]|只[增升]不[减降]|不增反降)"
)
FIGURE_FOLLOWS = pattern_of(
    r"[^,;。]{0,20}?[至到]\s*[0-9]|[^,;。]{0,6}[0-9]|[^,;。]{0,4}百分之|至|到|[^,;。]{0,3}[一二三四五六七八九十]成"
)
COUNTABLE = pattern_of("指标|质效|[率数量额比值度]|时间|时长|收入|支出|成本|费|浓度|面积|增速|案件")
VAGUE = ("逐步", "进一步", "不断", "明显", "显著", "稳步")


def trends(sentence: Sentence) -> Iterator[Said]:
    for match in TREND.finditer(sentence.plain, sentence.start, sentence.end):
        if FIGURE_FOLLOWS.match(sentence.plain, match.end(), sentence.end):
            continue
        start = sentence.clause_start(match.start())
        name, begin = naming.name(sentence, start, match.start())
        tail = name[-6:]
        if not COUNTABLE.search(tail) and (match["soft"] in (*VAGUE, "持续", "出现") or match.group().startswith("稳")):
            continue
        if match["both"]:
            begin = sentence.clause_start(match.start())
        names = naming.listed(sentence.words(begin, match.start() if begin == start else start - 1)) or (name,)
        target = match["way"] or re.sub('[“”"]|^实现', "", sentence.raw[match.start() : match.end()])
        doubt = f"“{match['soft']}”要到什么程度没有写明" if match["soft"] in VAGUE else ""
        unit = "上年同期" if "同期" in sentence.plain[begin : match.end()] else "同比"
        for one in names:
            source = sentence.source(begin, match.end())
            yield Said(*match.span(), Demand(one, "trend", None, target, unit, "T", "trend", source, doubt=doubt))
