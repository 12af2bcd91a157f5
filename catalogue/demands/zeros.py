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
)
ENDS_SO = pattern_of(rf"(?:{EVENT})(?:的?(?:发生|出现|存在|登记))?$")
# of 零距离 and 零突破 nothing is counted that happens
NOT_EVENTS = (
    "就业|距离|容忍|售|星|报告|门槛|跑|基础|工|散|接触|碳|等待|见面|材料|上门|延时|部件|担忧"
    "|突破|障碍|起步|证明|填报|成本"
)
EDGE = r"(?<![一-鿿])"
BEGIN = (
    rf"(?:{EDGE}|(?<=全年)|(?<=年内)|(?<=[年月]内)|(?<=[并且均全])|(?<=辖区)|(?<=辖区内)|(?<=单位)|(?<=[上实]现)|(?<=确保)|(?<=强)|(?<=杜绝)"
    r"|(?<=期间)|(?<=范围内)|(?<=区)|(?<=县)|(?<=园)|(?<=年度))"
)
NOT_NONE = "(?![障偿纸党人证缝线公害差理菌烟需须论法锡形条])"
DENIED = pattern_of(
    rf"(?:未(?:再|曾)?(?:发生|出现|发现|产生|引发|造成|出台|受到)|不(?:再)?(?:发生|存在|出现|产生|引发|得(?:发生|出现))"
    rf"|(?:坚决|全面|有效|严格)?(?:杜绝|避免)|(?:坚决)?(?:防止|遏制|防范)(?=[^,;。]{{0,12}}发生|重特大)|没有(?:发生|出现)?|不(?:再)?新增|不得(?=超期|逾期|延误|迟报|漏报|瞒报|拖延|超标)|{BEGIN}无{NOT_NONE}(?:新增|任何)?)"
    r"(?P<what>[^,;。0-9\n]{2,60})"
)
NIL = pattern_of(
    r"(?:降?[为是]|实现|保持|降至|达到)\s*(?:零|0(?![0-9.%]|\s*[.0-9])\s*(?:[起件次人个例宗%])?)(?=$|[,;。、\s）)”]|\x02)"
)
NONE_OF = pattern_of(
    rf"(?<![百千万〇一二三四五六七八九])零(?![一二三四五六七八九零点])(?!{NOT_EVENTS})(?P<what>[一-鿿]{{2,4}}?)"
    r"(?=$|[,;。、\s”]|目标|和)"
)
SURE = pattern_of(rf"发生|出现|增长|延误|超期|差评|缺陷|{EVENT}")
CLEARED = pattern_of("(?P<all>全部|动态|全面)?清零")
CAUSE = pattern_of("因[^,;。]{1,40}(?:造成|导致|引发|引起)")
PART = pattern_of("、|或者?|和|以及")
HAPPENED = pattern_of("的?(?:发生|出现|存在)$")
RATE = pattern_of("[率例比]$")


def zeros(sentence: Sentence) -> Iterator[Said]:
    yield from _denied(sentence)
    for match in NIL.finditer(sentence.plain, sentence.start, sentence.end):
        start = sentence.clause_start(match.start())
        name, begin = naming.name(sentence, start, match.start())
        names = naming.listed(sentence.words(start, match.start())) or (name,)
        yield from (_zero(sentence, one, begin, match.start(), match.end()) for one in names)
    for match in NONE_OF.finditer(sentence.plain, sentence.start, sentence.end):
        start = sentence.clause_start(match.start())
        own = naming.own(sentence, start, match.start())
        bare = match["what"] in ("发生", "增长", "出现")
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
        if is_none and not ENDS_SO.search(what):
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
    parts = [part for part in PART.split(what) if part]
    return parts if len(parts) > 1 and all(ENDS_SO.search(part) for part in parts) else [what]


def _zero(sentence: Sentence, name: str, start: int, at: int, end: int, doubt: str = "") -> Said:
    unit = "%" if RATE.search(name) else "件" if "案" in name[-3:] else "起"
    source = sentence.source(start, end)
    return Said(at, end, Demand(name, "=", Fraction(0), "0", unit, "Z", "attestation", source, doubt=doubt))
