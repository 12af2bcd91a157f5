"""What stands beside a day is a topic where it says what the matter was; whatever else is said there is none.

Evidence is a title in quotes, a verb of deliberation with what it was about, or a noun phrase that ends in a subject.
The name that all these meetings have, their place and their papers are no matter.
"""

import re

from domain.patterns import pattern_of
from domain.reader.word_lists import any_of

QUOTES = r"《[^《》]{2,}》|“[^“”]{2,}”|「[^「」]{2,}」|\"[^\"]{2,}\""
QUOTED = pattern_of(QUOTES)
PARTS = pattern_of(
    rf"(?P<quoted>{QUOTES})|[,，。;；！!\n]+|\s+(?=(?:细的|具体|详细的?)?纪要里|参会|出席|参加|地点|主持|人数|时间|日期|记录)"
)
ABOUT = (
    "学习|研究|讨论|审议|传达|听取|部署|分析|研判|通报|贯彻|落实|解读|观看|总结|宣讲|推进|强调|明确|剖析|交流"
    "|(?:(?<![大中小开数哲会建决协约座宣])[学讲谈议](?![题程事案校院习生期者])(?=[了的过]?[一-鿿《“]{3}))"
)
HOW = "专题|集中|专门|重点|认真|主要|再次|共同|组织|全体[一-鿿]{2}|大家|一起|又|还|就|并|并且"
VERB = pattern_of(
    rf"(?:{ABOUT})(?!室|组|时|期间|当中|中[,，。]|结束|完|到|者)(?:(?:{ABOUT})|[了过]|的是|的|通过|一?下)*"
)
BEGINS = pattern_of(rf"^(?:{HOW})*(?:{ABOUT})")
# what a noun phrase ends in that names a subject
SUBJECT = pattern_of(
    any_of(
        "形势|态势|研判|分析|教育|责任制?|管理|防范|防控|建设|阵地|舆情|精神|应对|处置|引导|排查|整治|审核|清[查理]|值守",
        "安全|队伍|动态|情况|汇报|意见|方案|办法|细则|规定|条例|制度|机制|预案|规划|清单|督[查察]|检查|宣传|风险|隐患|问题",
        "宣传报道|报道|评议|测评|调研|要点|计划|报告|传达|部署|落实|贯彻|学习|解读|任务|任务分解|分工|工作|演练|培训|思想|账号|文化|直播|公开|治理|考核|队伍建设|把关",
        "(?:推进|动员|研判|分析|座谈|汇报|总结|警示教育|约谈|述职|交流|整治)会",
    )
    + r"(?:等?(?:工作|情况|问题|内容|方面|事宜|事项)|等)?(?:[（(][^（）()]{1,8}[）)])?$"
)
# a sentence, and no noun phrase
TELLS = pattern_of(
    any_of(
        r"[我你您他她它咱俺谁啥哪]|[了吗呢吧啦嘛呀的滴]$|没(?!收)|未(?![成来决检])|不(?![断忘力良正])|别|请|麻烦|烦",
        r"[是](?!非)|会后|今[天年日]|昨[天日]|明天|下午|上午|晚上|登记|录入|查收|通知|[填交]|(?<![通汇简预申周月])报(?![告道刊纸社])|改(?!革|造|善)",
        r"发(?![展布挥现生票动言])|[让叫把被给想]|在(?![线押校职建])|到(?!位)|去|来(?!信|访)|(?<![职功可技智性体])能(?![力源动])|等(?!级|工作|问题|情况|内容|$)",
        r"完成|符合|负责|参加|出席|列席|按(?!揭)|根据|会前|捎带|套开|一起开|强国",
        r"已经?|正在|还(?!款)|都|也|很|挺|比较|刚|才(?!能)|[0-9]月|开的|开了|开会|会上|那[天次个]|这[天次个]",
    )
)
# the name that all of these meetings have
GENERIC = pattern_of(
    any_of(
        r"意识形态(?:领域)?(?!形势)|党组|党委|支部|班子|中心组|院务|扩大|专题|会议?|集中|理论|本院|我院|[全本我]院|院里|年度|[上下]半年|季度|例行|定期",
        r"第[0-9一二三四五六七八九十]+[次届]|今年|本年|工作|有关|相关|情况|问题|事项|方面|这块|那块|一[下次]|组织|开展|全体|干警|党员|人员|大家",
        rf"{ABOUT}|[上中里于由和与及等]|在(?!线)|[了过的是吧呢啊呀，,、。.;；:：()（）\s]|[一二三四][、.]|主要|重点|认真|专门|共同|就是|并且?",
        r"[0-9一二两三四五六七八九十]+(?:个|整)?(?:上午|下午|半天|天|小时)",
    )
)
N = "[0-9一二两三四五六七八九十]+"
# behind the verb, and no matter of it: 讨论得挺热烈, 研究决定的, 学习资料我整理中
NO_OBJECT = pattern_of(
    rf"^(?:文件(?=$|[\s,，])|没|别|请|麻烦|昨|今天|明天|登记|通知|开[的会]|得|时间|资料|材料|笔记|强国|结束|完|决定|同意|通过|一[会下]|[一半]?天|过程|氛围|{N}个?[半多来]?个?(?:小时|钟头|半天|上午|下午))|套开|会前|会后|捎带|[我你您他她]|(?<!目)[的了吧啊呢]$"
)
ITEM = pattern_of(r"^(?:第?[一二三四五六七八九十]+(?:是|[、.．]|项[是为])|(?:会议|主要)?(?:议题|主题|题目))")
# the field itself is a matter where it is said what was done about it
WEIGHED = pattern_of(
    rf"^(?:{HOW})*(?:研判|分析|剖析|部署|通报|讲评)(?:研判|分析|了|当前|近期|我院|本院|全院|[上下]半年)*意识形态领域(?:的|当前|有关)*"
    r"(?:情况|形势|态势|动态|问题|风险|工作)+$"
)
LEAST = 2  # signs of a matter, apart from the name of the meeting
OF_MEETING = pattern_of(
    r"^(?:[本我该此]?(?:院|次)?(?:党组|党委|支部|中心组|班子|院务)?(?:扩大|专题)?会议?(?:上|中|里)?(?:就|又)?|会上)"
    rf"(?=(?:{HOW})*(?:{ABOUT}))"
)


def matter(text: str) -> str | None:
    """The clauses from the first to the last one that says what it was about; None where there is none."""
    spans = clauses(text, PARTS)
    kept = [n for n, (start, end) in enumerate(spans) if names_matter(text[start:end])]
    if not kept:
        return None
    last = kept[-1]
    while last + 1 < len(spans) and BEGINS.match(text[slice(*spans[last + 1])].strip()):
        last += 1  # 学习《条例》，部署工作
    told = text[spans[kept[0]][0] : spans[last][1]].strip()
    return OF_MEETING.sub("", told) or None


def clauses(text: str, parts: "re.Pattern[str]") -> list[tuple[int, int]]:
    """Where each clause begins and ends; what stands in quotes is not cut."""
    marks = [match for match in parts.finditer(text) if not match["quoted"]]
    begins = [0, *(mark.end() for mark in marks)]
    return list(zip(begins, [*(mark.start() for mark in marks), len(text)], strict=True))


def names_matter(clause: str) -> bool:
    clause = ITEM.sub("", clause.strip(" ~～。.!！:：·、-—"))
    if QUOTED.search(clause) or WEIGHED.match(clause):
        return True
    if len(GENERIC.sub("", clause)) < LEAST:
        return False
    found = VERB.search(clause)
    if found and not TELLS.search(clause[: found.start()].replace("会上", "")) and _is_object(clause[found.end() :]):
        return True
    return bool(SUBJECT.search(clause)) and not TELLS.search(clause)


def _is_object(said: str) -> bool:
    """意识形态工作 is what each of these meetings is about."""
    return len(GENERIC.sub("", said)) >= LEAST and not NO_OBJECT.search(said)
