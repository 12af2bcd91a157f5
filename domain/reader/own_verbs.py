"""The verb of a demand as people say it, of the demand that is asked about: 录好了, 都录进去了, where 信息录入 is."""

import re
from functools import lru_cache
from typing import Literal

from domain.patterns import pattern_of
from domain.reader.point_names import SIGNS, Point
from domain.reader.sounds import as_written_in

VERBS = (
    ("录入", "录入?|输入?|(?<=[都全已])[在上进]了?(?:调解)?(?:平台|系统)"),
    ("建立", "建立?|设立|成立"), ("健全", "健全|完善|建立?|补齐|配齐"),
    ("落实", "落实|执行|照做|做"), ("开通", "开通?|通|上线"), ("推送", "推送?"), ("开展", "开展|搞|做|办|活动"),
    ("纳入", "纳入|列入|写[进入]|放[进入]|编[进入]"), ("设置", "设置?|设立|编|建立?"),
    ("融入", "融入|写[进入]|融[进合]"), ("提供", "提供"), ("参与", "参与|参加"), ("达标", "达标|达到"),
    ("制度建设", "建(?:章立制|立|成|了)|制[定订]|出台|印发|完善|健全|修订"),
    ("报送", "上?报送?|补?报|发送?|送|交(?![流接办])"),
)  # fmt: skip
# what is said of people, and lasts no longer than it is so
PREDICATES = (("强", "强|不错|没(?:得|话)说"), ("良好", "良?好|不错"))
COVERED = ("全覆盖", "覆盖|(?:检查|[跑走查看到做巡])(?=[完遍全到]|一遍)")
SIGN = "[^,;。没未不无]"
ASSENTS = r"(?:(?:嗯+|是的?|对的?|好的?|有的?|当然|放心)[\s、]*)?"
NUMBER = "[0-9一二两三四五六七八九十百千]+"
UNITS = "法庭|支部|党小组|部门|庭室|团队|单位|科室|条线|处室|合议庭|庭|室|组"
# two of the courts may be some of them, 四家法庭都 are all
ALL = (
    rf"(?:我们?|本|咱们?|全[院庭局部室]|(?:所有|全部|每个?|各个?|{NUMBER}[家个例件台所处名](?=.{{0,6}}[都均全]))"
    rf"(?:派出|人民|业务|审判)*(?:{UNITS})?|(?<!的)[庭院局部室里内])"
)
WHEN = (
    rf"(?:今?年初?|年前|[上下]半年|{NUMBER}月(?:份|[底初中]|{NUMBER}[日号]?)?|{NUMBER}[日号]|早就?|刚刚?|上个?[周月]|昨天|前[几两]?天"
    "|目前|现在)"
)
ADVERBS = r"(?:[都均全也已就统]|已经|早已|全部|全都|统统|统一|按要求|按规定|完整|一并|陆续|分别|正式|其?实|确实)"
RESULT = r"(?:[了过好完齐全成毕上进入掉起来去]|完毕|完成|到位|起来)"
WHERE = rf"(?:[到进入在至]?了?(?:{SIGN}{{0,6}}(?:平台|系统|网|台账|考核|清单|判决书?|方案)|里|去|来)[里中上内面]*)"
TO = rf"(?:给|到|至)?(?:{SIGN}){{2,8}}?(?:科|处|室|部|股|局|办|中心|支队|大队|邮箱|群)"  # 已报组织教育科
# 嘉北、嘉中, and whatever else is called a part of them
# as people call what a name has: 机构和人员都录进平台了
CALLED = (("单位", "机构|村居|居村|[村居]委会?|社区|街镇"),)
NONE_LEFT = "一[家户个处所件台]也?都?(?:不|没|未)(?:有)?[落漏少差剩]下?"
SOME = rf"(?:[一-鿿]{{2,4}}(?:、[一-鿿]{{2,4}})+|(?:(?!的)[一-鿿]){{1,6}}(?:{UNITS}))"
# 出台了两个办法, 已建立健全相关制度
RULES = (
    f"|(?:(?:{NUMBER}|几)[个项条部套份])?(?:办法|规定|细则|规程|规章|制度|机制)"
    f"|相关|相应|有关|配套|专门|管理|有?针对性?地?|(?<=针对){SIGN}{{2,10}}?漏洞"
)
END = r"[了的啦咯哈呢啊哒呀\s]"
NOT = r"(?:还没有?|尚?未|没有?|没能|未能)(?:完全|全部|都|全)?"
Patterns = tuple["re.Pattern[str]", "re.Pattern[str]"]
DUE, DAY = pattern_of("([0-9]{1,2})[日号](?:之?前)"), pattern_of("([0-9]{1,2})[日号]")
HAN = pattern_of("[一-鿿]")
VERB_FIRST = pattern_of("整治|清理|排查|化解|修订|推进|实施|规范|推广|强化|加大|加强|组织|编制|制定|完成|改造")
WITHIN = 2  # signs of a name, at least


def said_of(clause: str, point: Point) -> Literal["yes", "no", ""]:
    """Empty where it says more than that, or has another verb: 报好了."""
    bare = clause.strip(" :\"“”'~-—")
    patterns = _patterns(point.core)
    if patterns is None:
        return ""
    done, not_done = patterns
    for said in (bare, as_written_in(bare, point.bare) if len(bare) <= LONGEST else bare):
        if not_done.fullmatch(said):
            return "no"
        if done.fullmatch(said):
            return "yes"
    return ""


def is_late(said: str, point: Point) -> bool:
    """29号报的, of what is to be reported before the 28th."""
    due, day = DUE.search(point.core), DAY.search(said)
    return due is not None and day is not None and int(day[1]) > int(due[1])


LONGEST = 24  # signs of a clause that is read by its sound


def lasts(core: str) -> bool:
    """What is set up or laid down is so in the next year too; what is checked is not."""
    return any(verb in core for verb, _ in VERBS if verb != "报送")


def _verbs_of(name: str) -> list[tuple[str, str]]:
    """What stands at its end, or what it begins with where that is a verb; any sign of it that is said to be done."""
    first = VERB_FIRST.match(name)
    verb = first.group() if first else name[-WITHIN:]
    signs = "".join(sorted(set(HAN.findall(name)) - set("一不全大小上下中人"))) or "\x00"
    return [(verb, f"{verb}(?=[^,]*[了过完毕])|(?<=[已都均全]){verb}|[{signs}](?=[完好掉][了毕]?)")]


@lru_cache(maxsize=256)
def _patterns(core: str) -> Patterns | None:
    """That it was done, and that it was not."""
    name = SIGNS.sub("", core)
    known = [(verb, said) for verb, said in VERBS if verb in core]
    known = known or [(verb, said) for verb, said in PREDICATES if core.endswith(verb)] or _verbs_of(name)
    known = [COVERED] if COVERED[0] in core else known
    if not known:
        return None
    verbs = "|".join(said for _, said in known)
    nouns = re.split("|".join(verb for verb, _ in known), name)
    things = {noun[at:end] for noun in nouns for at in range(len(noun)) for end in range(at + WITHIN, len(noun) + 1)}
    called = "".join(f"|(?:{said})(?=[和与及、])" for word, said in CALLED if word in name)
    named = "|".join(sorted(things, key=len, reverse=True)) or "(?!)"
    named += RULES if "制度建设" in name else ""
    thing = f"(?:{named})(?![完好掉])|的|和|、|等|内容|工作|情况{called}"
    about = rf"(?>{NONE_LEFT}|{ALL}|{WHEN}|{ADVERBS}|{thing})*+"
    where = f"{WHERE}|{TO}" if "报送" in core else WHERE
    behind = rf"(?>{where}|{RESULT}|{ADVERBS}|{thing}|{END})*+"
    first = "" if lasts(core) else "(?!我(?!们))"  # 我上报了: what the writer did
    done = rf"{first}{ASSENTS}(?:{about}(?:完成了?)?(?:{verbs}){behind})++"
    if [verb for verb, _ in known] == [last := name[-WITHIN:]]:  # 均已主动上报, 全主动报了: behind a word of its name
        ends = "|".join(sorted({word[-WITHIN:] for word in things})) or "(?!)"
        done += rf"|{about}(?<={ends})(?:{last})?(?:这一?[块项]|方面)?(?:都|也|是|一直)*(?:有在?|在)做[的着了]?{END}*"
        done += rf"|{first}(?=.*[已均都全]){ASSENTS}{about}(?<={ends})(?:{last}|[{last}](?=[了过完好的])){behind}"
    not_done = rf"{ASSENTS}{about}{SOME}?{about}{NOT}(?:{verbs}|{thing}){behind}"
    if known == [COVERED]:  # 还剩9家没查, 86家才跑了五十几家
        not_done += rf"|{SIGN}{{0,6}}[才只仅]{SIGN}{{1,2}}了{NUMBER}[几多余来]?[家个所处台件名]{SIGN}{{0,4}}"
        not_done += rf"|[但只就]?[还尚]?[剩差有欠][下了]?{NUMBER}[家个所处台件名](?:[还都]|的)*[没未]有?{SIGN}{{1,3}}"
    return pattern_of(done), pattern_of(not_done)
