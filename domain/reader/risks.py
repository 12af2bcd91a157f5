"""What makes a second opinion on figures impossible, wherever it stands; and what only seems to."""

import re

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.word_lists import any_of

# why somebody has not done it
AWAY = any_of(
    "在?外(?:出|地)?(?:办案|执行|办事|出差|学习|培训)|下乡|调休|援[一-鿿]|支教|驻村|扶贫|借调|抽调|出国|探亲|陪产假?|哺乳假?",
    "请(?:病|事|产|长)?假|长?(?:病|事|产|婚|丧|探亲)假|休(?:病|产|年|长|公)?假|手术|养病|病休|生病|生孩子|待产|坐月子|外派|隔离|年休|轮休|补休|进修|脱产",
    "出差|外出|培训|学习|住院|在外(?!地)|开庭|挂职|在?外地|回老家",
)
RISK = pattern_of(
    any_of(
        words.HEARSAY.pattern,
        words.LATER.pattern,
        words.IF.pattern,
        words.EITHER.pattern,
        words.IRONY.pattern,
        words.QUESTION.pattern,
        "目标|要求|任务|考核|标准|红线|底线|计划|达标线|合格线|分别",
        "上个?月|上次|上期|上季度|环比|同比|年初|以前|之前|原来|往年|历年",
        "(?:昨天|昨日|[早上]上|上午|刚才?|前面)我?们?[报说填发写]",
        "(?<![微辖作我本])法院|外区|兄弟|隔壁|全市|全国|高院|中院|市里|区里|平均水平|人家|别的|其他庭|(?<![叫让催请给向帮])他们",
        "原定|本来|(?<!无)误|(?<!没)错|不对|不是|更正|(?<!整)改|作废|撤回|取消|不算|不计|不含|忽略",
    )
)
OF_MORE = pattern_of("累计|今年以来|全年")  # than the month
OF_A_PART = pattern_of("第[一二三四1-4][期批轮]|民事|商事|刑事|行政|助理|书记员|辅警|二审|再审|业务")
CHANGED = pattern_of("比[^,;。0-9]{1,8}[多少高低]|[升降增涨跌]|(?<![行解结办训查调审])掉|新(?!收)")  # 履行掉的 are done
NOT = pattern_of(
    "没(?!变|问题)|未|不(?!变|好意思|足)|无(?!误|变)|非|差(?!不多)|缺|除|剩|余|欠|漏|少(?!数)|待|几乎|难|超期"
)
ABSENT = pattern_of(f"{NOT.pattern}|{AWAY}|其[余他它]|另|[降掉低]|退步|失败")
# of as many as are missing, and yet of others
TAINTED = pattern_of("[代替签]|重复|[算计含]|其中|二审|外区|别的?庭|其他庭|提前|多[报写填]")
# by which 没 and 不 may be said of the figures: 数字还没核完, 有几件没算
OF_TELLING = pattern_of(
    r"数|核|[准定确]|算|统计|口径|系统|报(?!警)|[录填写]|漏|错|误|变|包|含|[件案]|人(?![家民士])|[这那]|上面|前面|以上|其|剩|余|全|部分|有[些的几]|几|还没|未|先|再|等|后补|^[我他她]?们?都没|[除撤扣剔刨排]|去掉|另"
)
REST = pattern_of("其余|其他|其它|剩下|剩余|余下")
INNOCENT = pattern_of("(?:没有?|未|不|无)(?:变化?|动)|无误|没问题|没错|不好意思")

# 应办/办结/化解: 42/40/25
FIGURE = "[0-9][0-9.]*[件个人名通天万元]*"
LISTED = pattern_of(
    r"(?P<names>(?:(?:(?!和)[一-鿿]){2,14}[/、,和 ]+){1,9}(?:(?!和)[一-鿿]){2,14}?)(?:分别|依次)?[为是:= ]*"
    rf"\n?(?P<figures>(?:{FIGURE}[/、,和 ]+){{1,9}}{FIGURE})(?![0-9/])"
)
BETWEEN = pattern_of("[/、,和 ]+")
# 合格应为223, 核查226不变
PUT_RIGHT = pattern_of(r"^(?:更正|订正)[:, ]*(?=[^,;。]*应[为是]\s?[0-9])|应(?:该)?[为是](?=\s?[0-9])")


def plainly(text: str) -> str:
    """Names in a row each with its figure, and without what only says 应为."""
    return PUT_RIGHT.sub("", LISTED.sub(_each, text))


def _each(listed: "re.Match[str]") -> str:
    names, told = (BETWEEN.split(listed[group]) for group in ("names", "figures"))
    if len(names) != len(told):
        return listed.group()
    return ",".join(f"{name}{figure}" for name, figure in zip(names, told, strict=True)) + ","
