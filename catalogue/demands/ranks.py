"""Which place among others: 名列前茅, 排名全市前三, 进入第一方阵."""

from collections.abc import Iterator

from catalogue.demands import naming
from catalogue.demands.demand import Demand
from catalogue.demands.said import Said, Sentence
from catalogue.demands.wording import CODE
from domain.patterns import pattern_of

N = "[0-9一二三四五六七八九十百]{1,3}"
PLACE = (
    rf"前百分之{N}|前{N}(?:%|强|个?[名位])?(?:[以之][内前])?|前列|首位|榜首"
    r"|第[一二三四五1-5](?:[名位]|方阵|梯队|档次?)?|中?上游|先进行列"
)
STANDS = r"排[名位]次?|位[次列居于]|名[次列]|(?<![人民定])居|列(?=前|全)|处于|保持在?|进入|跻身|进位至|争创|达到"
WHERE = r"全(?:国|省|市|区|县|州|系统)[一-鿿]{0,8}?|同[级类][一-鿿]{0,6}?|(?:本|全)?系统"
RANK = pattern_of(
    rf"(?P<first>名列前茅)|(?:{STANDS})[^,;。、0-9%\x02\x04]{{0,14}}?(?P<place>{PLACE})"
    rf"|(?:{WHERE})(?P<alone>前{N}[名位%强]?|前列|第一方阵|第一梯队)"
    rf"|(?:的|确保|力争|争取)(?P<of>前{N}[名位])"
)
FIELD = pattern_of(rf"(?P<field>{WHERE})(?:中|里|的|内)?(?=排|名列|位|居|前|第|处|领先|$)")
UNSURE = pattern_of(r"\s*(?:[至到~～—-]|或|左右)")
AIMED = pattern_of("力争|争取|努力|冲刺")
NOT_ONE = "名次写得有余地，须核对"
OPEN = "没有写明在哪个范围内排名"


def ranks(sentence: Sentence) -> Iterator[Said]:
    for match in RANK.finditer(sentence.plain, sentence.start, sentence.end):
        if match["alone"] and sentence.masked[match.start()] == CODE:
            continue  # 围绕“全国前列”目标
        start = sentence.clause_start(match.start())
        field = FIELD.search(sentence.plain[start : match.end()])
        end = start + field.start() if field and start + field.start() < match.start() else match.start()
        names, begin = naming.names(sentence, start, end)
        place = match["first"] or match["place"] or match["alone"] or match["of"]
        unit, doubt = (field["field"], "") if field else ("", OPEN)
        if UNSURE.match(sentence.plain, match.end()) or AIMED.search(sentence.plain, start, match.end()):
            doubt = NOT_ONE
        source = sentence.source(begin, match.end())
        for name in names:
            yield Said(*match.span(), Demand(name, "rank", None, place, unit, "R", "rank", source, doubt=doubt))
