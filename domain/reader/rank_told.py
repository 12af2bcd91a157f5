"""Whether a place, or where it was published, is told of what was asked: 拔河第3名 and 高院来人检查 tell neither."""

import re
from collections.abc import Sequence
from dataclasses import replace

from domain.numbers import CHINESE, level
from domain.patterns import pattern_of
from domain.ranks import BEFORE, FIELD, PLACE, Rank
from domain.reader.point_names import Point, parts_of
from domain.reader.sounds import as_written_in
from domain.reader.word_lists import any_of

N = rf"[0-9{CHINESE}叁伍陆]"
# who publishes ranks, where, and of what time
PUBLISHERS = any_of(
    r"(?:上海)?市?(?:最高|高级?|[一二]?中级?)(?:人民)?法?院|最高法|市院|审管办|研究室|政治部|审监庭|执行局|立案庭|督察室",
)
PAPERS = any_of(
    r"(?:情况|质效|工作|审判|执行|数据|排名|年度|年终|内网|管理)*(?:通报|通知|简报|快报|公报|公布|公告|报告|文件?|材料|统计|月报|年报|排名|排行|表|系统|平台|官?网站?|会议?|数据)",
)
TIMES = rf"[上下]半年|(?:20[0-9]{{2}}|[今去前上本全整]|{N}{{4}})年度?|年[终末底度初]|{N}+月份?(?:{N}+[日号])?|{N}季度"
WORDS = any_of(
    "来源|依据|根据|据|按照?|见|详见|源自|出自|为准|以|由|的|了|是|为|在|于|上|里|中|和|与|及|就|都|也|还|又|已经?|发布|公布|下发|刚刚?|下来|出来|到|写|说|显示|排名?|数|发|第",
    r"《[^《》]*》|[〔\[(][^〔〕()\[\]]*[〕\])]|[一-鿿]{0,4}[〔\[]20[0-9]{2}[〕\]]|号|[\s,，。.:：;；、/·“”\"'()（）~～-]|[0-9]+",
    "全市|全院|本市|我院|本院|同级|基层|法院|质效|审判|工作|刑事|民事|商事|行政|执行|信访|指标|案件",
)
SOURCE = pattern_of(any_of(PUBLISHERS, PAPERS, TIMES, WORDS))


# 第3名 with 拔河: who competes, and in what
CLAUSE = pattern_of(r"[,，。;；!！?？\n\t]+|\s+")
STANDS = any_of(
    "位?列|位?居|名[列位次]?|排[名行在]?|[弟明]|综合|总体|整体|累计|总?共|合计|有|参[评加与]|家|院|庭|局|条线|[刑民商执][审庭]|情况|这块|这边|方面|领域|头|面|内|各",
    "今年|[今昨前]天|刚刚?|下[来去发达]|目前|现在|实际|其实|最[后终近]|结果|终于|继续|仍然?|依然|保持|稳[居住]?|这次|本次|此次|上次|之前|原[来报]?|前面|误报|填|报|写|打|错|应[该当为]*|更正|改[为成]?|纠正|一下",
    "上?升|下?降|进步?|退步?|跌|掉|冲|拿[到了]?|得[到了]?|获得?|考得?|不错|挺|蛮|很|较|比|同比|跟|与|同|去年|前年|往年|以前|一年|一样|并列|差不多|稍|略|点|两?位",
    "另外|其中|还有|至于|以及|而且?|同时|具体",
    "[您你]|好|领导|主任|老师|[院庭局]长|书记|收到|报告|汇报|回复|让|叫|请|麻烦|谢谢|我们?|咱们?|俺们?|本|不变|没变|阿拉|自己|大概|好像|倒数|可|算|只|仅|不|没",
    rf"那个?|这个?|[啊呀哈嘛呢吧把哦噢嗯呃唉哎诶啦咯嘞滴哒地得着过]|{N}+(?:家|个|所|位|名)?|[A-Za-z0-9%/+-]+|[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]",
)
STOOD = pattern_of(any_of(PUBLISHERS, PAPERS, TIMES, WORDS, STANDS))
HAN = pattern_of("[一-鿿]+")
AMONG = pattern_of(r"全[国省市县区](?P<who>[一-鿿]{2,6}?)(?=第|[排位名列居]|[0-9])")
# 省内并列第四, where the notice asks for a place in the whole province
INSIDE = pattern_of(r"(?<![一-鿿])(?P<of>[省市区县])[里内](?:面|头)?(?=第|[排位名列居并]|[0-9])")
TIED = pattern_of(r"(?<=[内里市省区县国,，\s])[与和跟同][一-鿿]{1,8}?(?=并列)|^[与和跟同][一-鿿]{1,8}?(?=并列)")
FIELDS = pattern_of(r"全[国省市县区]")
WITHIN = pattern_of(rf"^[^0-9,;。]{{0,4}}{N}+[家个](?:法院|单位|基层院)?(?:里|中|当中)")
HERE = "\x00"
MOST = 1  # signs that nobody explains: 质笑


def in_its_field(text: str, wanted: str) -> str:
    """全国海关第二, where the notice asks for a place among them."""
    text = AMONG.sub(lambda among: "全市" if among["who"] in wanted else among.group(), text)
    return INSIDE.sub(lambda inside: "全市" if f"全{inside['of']}" in wanted else inside.group(), TIED.sub("", text))


def is_of_another_field(text: str, wanted: str) -> bool:
    """全市第3, where a place in the province is asked for."""
    fields = set(FIELDS.findall(wanted))
    told = (*FIELDS.findall(text), *(f"全{inside['of']}" for inside in INSIDE.finditer(text)))
    return bool(fields) and any(field not in fields for field in told)


def in_one_field(ranks: dict[int, Rank], clauses: Sequence[str]) -> dict[int, Rank]:
    """案访比第3，化解率第5，均为16家: of all of them, where so many are in a clause of their own or at the head."""
    fields = {rank.field for rank in ranks.values() if rank.field}
    is_of_all = WITHIN.match(clauses[0]) or any(
        FIELD.search(clause) and not PLACE.search(FIELD.sub("", clause)) for clause in clauses
    )
    if len(fields) != 1 or not is_of_all:
        return ranks
    field = fields.pop()
    return {seq: replace(rank, field=field) for seq, rank in ranks.items()}


def is_of_it(told: str, rank: Rank, points: Sequence[Point], known: "re.Pattern[str]") -> bool:
    """`known` are words that may stand before a place."""
    if rank.is_source:
        return not SOURCE.sub("", rank.source)
    names = [point.bare for point in points if point.shape == "rank"]
    placed = (clause for clause in CLAUSE.split(level(told)) if PLACE.search(clause) or FIELD.search(clause))
    return not any(_has_more(clause, names, known) for clause in placed)


def _has_more(clause: str, names: Sequence[str], known: "re.Pattern[str]") -> bool:
    """A slip of one sign is let pass before the place, behind it none."""
    left = PLACE.sub(HERE, FIELD.sub(HERE, BEFORE.sub(" ", clause)))
    for name in names:
        left = parts_of(name).sub(" ", as_written_in(left, name))
    before, _, behind = known.sub(" ", STOOD.sub(" ", left)).rpartition(HERE)
    return any(len(run) > MOST for run in HAN.findall(before)) or bool(HAN.search(behind))
