"""What is not to happen: 无重大错案, 未发生相关问题, 杜绝较大事故, 败诉案件为零, 零投诉."""

import re
from collections.abc import Iterator
from fractions import Fraction

from catalogue.demands import naming
from catalogue.demands.demand import Demand
from catalogue.demands.said import Said, Sentence
from domain.patterns import pattern_of

EVENT = (
    "问题|现象|情况|情形|行为|事件|事故|案件|错案|命案|要案|发案|过失|舆情|违纪|违法|投诉|上访|信访|死亡|伤亡|火灾|疫情|败诉|泄密"
    "|纠纷|违规|违约|逾期|超期|失误|差错|返贫|隐患|污染|举报|瞒报|漏报|报结|处分|腐败|感染|流失|辍学|欠薪|浪费|中毒|漏洞|空白|负面"
    "|积压|拖欠|遗漏|脱管|漏管|不合格|断供|坍塌|溺亡|溺水|欺凌|体罚|集访|非访|缺陷|异常|失信|脱岗|火情|燃爆|踩踏|决口"
    "|疫点|黑臭水体|露天焚烧|醉驾|酒驾|吸毒|走私|自杀|脱逃|超标|超载|违建|通报批评|挂牌督办|问责|伤害|冒领|套取|侵占|挪用"
)
ENDS_SO = pattern_of(rf"(?:{EVENT})(?:的?(?:发生|出现|存在|登记))?$")
# 无丙级病历
BEGINS_SO = pattern_of(
    "(?:丙级|不合格|劣|黑臭|违[法规章]|非法|超标|超期|逾期|重[特大]|较大|特大|恶性|负面|不良|新增)"
)  # 无丙级病历
# of 零距离 and 零突破 nothing is counted that happens
NOT_EVENTS = (
    "就业|距离|容忍|售|星|报告|门槛|跑|基础|工|散|接触|碳|等待|见面|材料|上门|延时|部件|担忧"
    "|突破|障碍|起步|证明|填报|成本|审批|投资|收费|费用|押金|干扰|等候|排队|排放|关税|负担|现场|纸质|缝隙|时差"
)
BEFORE_NONE = "(?<![有毫若绝虚史独万从本造建创对])"  # 有无违规, 万无一失
NOT_NONE = "(?![障偿纸党人证缝线公害差理菌烟需须论法锡形条])"
DENIED = pattern_of(
    rf"(?:未(?:再|曾)?(?:发生|出现|发现|产生|引发|造成|出台|受到)|不(?:再)?(?:发生|存在|出现|产生|引发|得(?:发生|出现))"
    rf"|(?:坚决|全面|有效|严格)?(?:杜绝|避免)|严禁(?:发生|出现)|不出(?=[^,;。现台]{{0,8}}(?:事故|问题|事件|案件))|(?:坚决)?(?:防止|遏制|防范|严防)(?=[^,;。]{{0,12}}发生|重特大)|没有(?:发生|出现)?|不(?:再)?新增|不得(?=超期|逾期|延误|迟报|漏报|瞒报|拖延|超标)|{BEFORE_NONE}无{NOT_NONE}(?:新增|任何)?)"
    r"(?:一[起件例人宗])?(?P<what>[^,;。0-9\n]{2,60})"
)
NIL = pattern_of(
    r"(?:降?[为是]|实现|保持|降至|达到)\s*(?:零|0(?![0-9.%]|\s*[.0-9])\s*(?:[起件次人个例宗%])?)(?=$|[,;。、\s()”]|\x02)"
    r"|(?:(?<=事故)|(?<=案件)|(?<=[伤死]亡)|(?<=投诉)|(?<=[数率:]))\s*零(?=$|[,;。、\s])"
)
NOT_AT_ALL = pattern_of(
    r"[(:\s]*(?:坚决|确保|绝对|全年)?(?:不(?:再|得)?(?:发生|出现|存在)|未(?:发生|出现)|没有发生)\s*(?:\)|(?=$|[,;。、\s]))"
)
NONE_OF = pattern_of(
    rf"(?<![百千万〇一二三四五六七八九])零(?![一二三四五六七八九零点])(?!{NOT_EVENTS})(?P<what>[一-鿿]{{2,4}}?)"
    r"(?:\)|(?=$|[,;。、\s”]|目标|和))"
)
NEW = pattern_of("^[^,;]{0,8}?新[增发]")
SURE = pattern_of(rf"发生|新增|出现|增长|延误|超期|差评|缺陷|{EVENT}")
CLEARED = pattern_of("(?P<all>全部|动态|全面)?清零(?!率|行动|工程|计划)")
CAUSE = pattern_of("因[^,;。]{1,40}(?:造成|导致|引发|引起)")
PART = pattern_of("、|或者?|和|以及")
HAPPENED = pattern_of("的?(?:发生|出现|存在)$")
RATE = pattern_of("[率例比]$")
PAPERS = pattern_of("(?:病历|处方|文书|卷宗|合同)$")


def zeros(sentence: Sentence) -> Iterator[Said]:
    yield from _denied(sentence)
    for match in NOT_AT_ALL.finditer(sentence.plain, sentence.start, sentence.end):
        start = sentence.clause_start(match.start())
        name, begin = naming.name(sentence, start, match.start())
        yield _zero(sentence, name, begin, match.start(), match.end())
    last = sentence.start
    for match in NIL.finditer(sentence.plain, sentence.start, sentence.end):
        start, last = max(sentence.clause_start(match.start()), last), match.end()
        name, begin = naming.name(sentence, start, match.start())
        names = naming.listed(sentence.words(start, match.start())) or (name,)
        yield from (_zero(sentence, one, begin, match.start(), match.end()) for one in names)
    for match in NONE_OF.finditer(sentence.plain, sentence.start, sentence.end):
        start = sentence.clause_start(match.start())
        own = naming.own(sentence, start, match.start())
        bare = match["what"] in ("发生", "增长", "出现", "新增")
        if match["what"] == "增长" and not (NEW.search(own) or ENDS_SO.search(own)):
            continue  # 化肥使用量零增长 goes one way, it is no event
        name = own if bare else f"{own}{match['what']}"
        doubt = "" if SURE.search(match["what"]) else f"“零{match['what']}”是否指一件也不许发生，没有写明"
        if name:
            yield _zero(sentence, name, start, match.start(), match.end(), doubt)
    for match in CLEARED.finditer(sentence.plain, sentence.start, sentence.end):
        start = sentence.clause_start(match.start())
        name, begin = naming.name(sentence, start, match.start())
        doubt = "" if match["all"] == "全部" else "“清零”是要求一件不留还是一种做法，没有写明"
        yield _zero(sentence, name, begin, match.start(), match.end(), doubt)


def _denied(sentence: Sentence) -> Iterator[Said]:
    for match in DENIED.finditer(sentence.plain, sentence.start, sentence.end):
        what = match["what"].strip()
        is_none = match.group().lstrip().startswith("无")
        if is_none and not (ENDS_SO.search(what) or BEGINS_SO.match(what)):
            continue
        for one in _parts(what):
            start = sentence.clause_start(match.start())
            subject = naming.own(sentence, start, match.start())
            name = naming.clean(HAPPENED.sub("", one)) or naming.clean(one)
            yield _zero(sentence, f"{subject}{name}"[: naming.LONGEST], start, match.start(), match.end())


def _parts(what: str) -> list[str]:
    """重大错案、重大过失 are two; what is summed up by 等, or caused by several things, is one."""
    if CAUSE.match(what) or re.search("等[^、]{0,12}$", what):
        return [what]
    parts = [part.removeprefix("无") for part in PART.split(what) if part]
    return parts if len(parts) > 1 and all(ENDS_SO.search(part) for part in parts) else [what]


def _zero(sentence: Sentence, name: str, start: int, at: int, end: int, doubt: str = "") -> Said:
    unit = "%" if RATE.search(name) else "件" if "案" in name[-3:] else "份" if PAPERS.search(name) else "起"
    source = sentence.source(start, end)
    return Said(at, end, Demand(name, "=", Fraction(0), "0", unit, "Z", "attestation", source, doubt=doubt))
