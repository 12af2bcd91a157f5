"""The stretch of a clause that says it: the thing, and what was done to it; around it stands whatever people tell.

四个法庭分别与辖区街镇签订了对接协议, 责任清单已经党组会审议通过并下发: who, with whom and why need no known word,
what stands between the thing and its verb does. Nothing is told so by a clause that hedges, demands or plans, or that
is of another house's.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from domain.patterns import pattern_of
from domain.reader.point_names import SIGNS, Point
from domain.reader.point_words import IN_PLACE
from domain.reader.word_lists import any_of, words_of

PAIR = 2  # signs of a name
FAR = 14  # signs between the thing and its verb
# they name nothing by themselves
WEAK = words_of("工作|情况|效果|人员|信息|单位|管理|法院|干警|经常|严格|重大|落实|情形|行为|现象|作用|发现|问题|部署")
VERB = any_of(
    "建(?:立|成|好|起来|了|有)?|设(?:立|置|有|了)?|成立|组建|形成|制[定订]|修(?:订|改|好)?|出台|印发|[下签]发|发文|公布|通过|审定|定稿",
    "签[订署约了好领]|更新|挂[出上牌]|上[线墙]|开[通了好展]|启用|接入|打通|投入使用|运[行转]|施行|实行|执行|落[实地]|覆盖",
    "配[备齐]|纳入|写[进入]|列[进入]|编[进入]|录[入好进完齐]|推送|建档|归档|登记|明确|分解|完善|健全|规范|做到|到位|完成|对接|约谈|符合",
)
BROUGHT = "了|过|好|完|成|到位|起来|下去|进去|上去|完毕|并"
MARKED = rf"(?:(?:已经?|早就?|都|均|全部?|现|正式|也|就|又|还)(?:{VERB})|(?:{VERB})(?:{BROUGHT}))"
# to whom, whereto; no noun of which the verb is said
BEHIND = r"(?=$|[的了啦呢啊过好完毕并]|[到至给在于由与和跟且]|起来|下去|进去|上去|[已也都均又])(?!的[一-鿿])"
THERE = r"(?<![没未不])(?:是|也|都|早就|已经?)?有(?:[的了啊呀滴]+(?=$|[全都,;。!\s])|$)"
DONE = pattern_of(rf"(?:{MARKED}|(?:{IN_PLACE}){BEHIND}|{THERE})")
# who decided on it
DECIDED = pattern_of(
    r"(?:已?经|由)[^,;。没未不]{0,10}?(?:会议?|党组会?|领导|小组)(?:集体)?(?:审议|讨论|研究|审定|批准|同意|审核)?"
)
RISKS = words_of(
    "没|未|不|无|莫|否|缺|欠|差|停|撤|丢|断",
    r"要(?:求|是|把|将)?|应(?:当|该)?|须|得把|推动|推进|督促|研究|讨论|商[量议]|了解|关于|如何|怎[么样]|通知|培训|会议?上|等|待|将|拟|打算|计划|准备|争取|明[天年]|下(?:周|个?月|半?年|一?步)",
    "他们|人家|别[的人家]|隔壁|兄弟|外[院区]|上级|高院|中院|区[委里]|市[委里]",
)
NO_NOUN = pattern_of(rf"(?!对接){IN_PLACE}")  # verbs within a name
ENDS = pattern_of(r"^(?:的(?!要求|标准|规定)[一-鿿]{2})")
ALONE = pattern_of(r"[了过的啦呢啊]*")
AS_DEMANDED = pattern_of(r"^的?(?:要求|标准|规定)")


def between(clause: str, points: Sequence[Point]) -> Iterator[str]:
    """What stands between the thing and what was done to it, where nothing around them is a risk."""
    clause = DECIDED.sub("", clause)
    named = [
        match
        for match in things("\n".join(point.core for point in points)).finditer(clause)
        if not WEAK.fullmatch(match.group())
    ]
    for done in DONE.finditer(clause):
        for name in named:
            if name.start() < done.end() and done.start() < name.end() and not ALONE.fullmatch(clause[done.end() :]):
                continue  # 与街道对接了名单
            first, last = sorted((name.span(), done.span()))
            said, behind = clause[first[1] : last[0]], clause[max(first[1], last[1]) :]
            if len(said) > FAR or ENDS.match(behind):
                continue
            owner = clause[max(0, name.start() - PAIR) : name.start()] if name.start() < done.start() else ""
            said = "" if said.startswith("《") else f"{owner}{said}"  # 财物 of 财物台账
            if not RISKS.search(clause[: first[0]]) and not RISKS.search(AS_DEMANDED.sub("", behind)):
                yield said


@lru_cache(maxsize=256)
def things(cores: str) -> "re.Pattern[str]":
    """What stands in the names beside the verbs, the longest first."""
    nouns = NO_NOUN.sub("\n", SIGNS.sub("", cores.replace("\n", "\x00"))).replace("\x00", "\n").split("\n")
    parts = {noun[at:end] for noun in nouns for at in range(len(noun)) for end in range(at + PAIR, len(noun) + 1)}
    return pattern_of("|".join(sorted(parts, key=len, reverse=True)) or "(?!)")
