"""Whether what a clause denies is of the kind that is asked about, or the kind itself."""

import re
from collections import Counter
from collections.abc import Sequence

from domain.patterns import pattern_of
from domain.reader import point_words as said
from domain.reader.point_names import SIGNS, Point, marks_of
from domain.reader.sounds import as_written_in

# no word of whether there was any: 没有统计错案, 没有因错案被追责
OF_ITS_HANDLING = pattern_of(
    "容忍|声明|承诺|宣传|学习|教育|培训|统计|汇总|(?<!通)上?报(?!道)|通知|材料|台账|时间|权限|渠道|整改|处[理分罚]|追[责究]|问责|认定|定性|审|查|核|看|问|听|管|办|制度|机制|要求|标准|进展|结果|结论|变化|减少|下降|因|导致|引|其[他它]|别的|新|再|完|好|够|及"
)
# before a denial: 确保不出现, 上次说的没有
RISK_BEFORE = pattern_of(
    "确保|力争|承诺|保证|要求|目标|争取|声明|宣传|如|希望|听说|说|标准|上[次季个年]|去年|前年|以前|之前|别|他|除|只|没|未|不|无|讲|培|学|强调|杜绝|防|避免|做到|实现"
    "|应|要|会|将|可能|好像|大概|估计|但|虽|有|[0-9一二三四五六七八九十]+[件起次个例]|因|材料|台账|制度|记录|通知|系统|平台"
)

ANY_KIND = pattern_of("(?:情[况形]|现象|行为|苗头|迹象|事件)的?$")

CAUSES = pattern_of("因为?|原因|引[发起]|导致|造成")

# nobody complained to us, or of us
TOLD_US = pattern_of(
    "^[^,;。]{0,8}(?:没有?|未|无)(?:接|收)到(?:过|任何)?[^,;。]{0,12}(?:通报|投诉|举报|反映|预警)$"
    "|^[^,;。]{0,8}(?:没有?|未|无)(?:有|曾|被|人|谁)*(?:通报|投诉|举报|反映|点名|批评|预警)(?:过|到)?(?:(?:我们?|本)[庭院局部]?(?:这[儿边里])?[来的了]*)?$"
    "|^[^,;。]{0,8}[一1][张件起个封通次][^,;。]{0,3}(?:投诉|举报|反映|通报|工单|差评)[^,;。]{0,3}(?:都|也)(?:没有?|未)(?:[接收]到)?过?[的了]?$"
    "|^[^,;。]{0,8}(?:没有?|未|无)(?:有|涉及|提到|点到|看到|见到)?(?:我们?|本|咱们?)[庭院局部室]?的?(?:案[子件]|名字|[的了])$"
)

KINDS = (
    ("舆情", pattern_of("(?:炒[作起来过]*|动静|声音|评论|帖子|议论|热搜|曝光|反映|报道)的?$")),
    ("现象", pattern_of("(?:投诉|举报|反映)的?$")),
    ("拖拉", pattern_of("(?:拖|推诿|磨洋工|偷懒|摸鱼|躺平|混日子|懈怠)[着了过]?的?$")),
    ("超期", pattern_of("(?:[压拖卡耽][着了搁]|积压|过期|延误|漏审)的?$")),
    ("违纪", pattern_of("(?:处分|处理|查处|立案审查|犯[过了]?事)[了过]?的?$")),
    ("错案", pattern_of("[判定办弄搞]错的?(?:案[子件])?$")),
)
FOUND_OUT = pattern_of("被|受到?|处分|处理|查处|党纪|政务")
# 重大错案没有，有过轻微疏忽; 没超期，快到期的有3件
LESSER = pattern_of(
    r"轻微|快到期|临[近期]|将到期|小(?:毛病|问题|瑕疵|疏忽|差错)|一般(?:性)?(?:瑕疵|差错|过失|问题|疏忽|[一-鿿]{0,4}事故)|瑕疵"
)
GRAVE = pattern_of(r"重大|严重|超期|较大")
COUNTED = pattern_of(r"[0-9一二两三四五六七八九十]\s?[件起个次例宗]")
ENOUGH = 3  # signs
CAUSED = pattern_of("引发|引起|导致|酿成|产生(?!于)")
QUALIFIED = pattern_of(r"涉黑涉?恶(?:势力)?(?:犯罪)?案?件?|扫黑除恶|^经[^,;。]{0,6}(?:监测|巡查|研判|搜索)")


def is_of_the_kind(clause: str, points: Sequence[Point]) -> bool:
    """What is denied is of the kind; whoever and whenever stands before it is harmless where no risk does."""
    denied = said.NOTHING.search(clause)
    before, behind = (clause[: denied.start()], clause[denied.start() :]) if denied else ("", clause)
    is_told = bool(SIGNS.sub("", said.NOTHING.sub("", behind)).strip("的了过啊呢来到去下"))
    if before and is_told and not RISK_BEFORE.search(before) and _denies_it(behind, points):
        return True
    return _denies_it(clause, points)


def _denies_it(clause: str, points: Sequence[Point]) -> bool:
    """Of nothing else than of what is asked: 没有统计到 is no answer."""
    rest = clause
    for point in points:
        rest = re.sub(f"{re.escape(point.core)}(?:人员|对象|单位|家庭)?", "", rest)
    is_caused = any("造成" in point.name for point in points)
    rest = CAUSED.sub("造成", rest) if is_caused else CAUSED.sub("", rest).replace("造成", "")
    rest = _plain_thing(rest)
    if any(re.search("现象|群众|作风", point.name) for point in points):
        rest = said.COMPLAINTS.sub("", rest)
    rest = SIGNS.sub("", said.EMPTY.sub("", said.NOTHING.sub("", rest)))
    if not rest:
        return True
    denied = said.NOTHING.search(clause)
    behind = SIGNS.sub("", said.EMPTY.sub("", clause[denied.end() :])) if denied else ""
    if behind and "超" not in rest and any(said.LATE in point.core for point in points):
        return False  # 没有网上立案: nothing at all, on time or late
    if not said.ATTRIBUTES.sub("", rest):
        is_grade = len(points) == 1 and rest in points[0].name and "以上" in points[0].name
        return is_grade or (rest == "负面" and any("舆情" in point.name for point in points))
    names = [SIGNS.sub("", point.name) for point in points]
    if any(within(rest, name) or within(as_written_in(rest[:12], name), name) for name in names):
        return True
    if len(points) > 1:
        together = set("".join(names)) | set("等几类种")
        return all(sign in together for sign in rest)
    # 工作拖拉、精神懈怠, told the other way round
    if len(rest) >= ENOUGH and not Counter(rest) - Counter(names[0]):
        return True
    said_of = any(mark in rest for point in points for mark in marks_of(point, points))
    if any("违纪" in point.name for point in points):
        rest = FOUND_OUT.sub("", rest)  # it is by a sanction that it is established
    handled = OF_ITS_HANDLING.search(CAUSES.sub("", rest) if is_caused else rest)
    return (said_of or _ends_like_it(rest, points) or bool(TOLD_US.match(clause))) and not handled


def _ends_like_it(said: str, points: Sequence[Point]) -> bool:
    """没有媒体炒作 of 负面舆情; 没有拖着不办的现象 of whatever is asked about."""
    return bool(ANY_KIND.search(said)) or any(
        of in point.name and ending.search(said) for of, ending in KINDS for point in points
    )


def _plain_thing(rest: str) -> str:
    """负面舆情 of 涉黑恶案件负面舆情; cases by themselves are another thing."""
    thing = QUALIFIED.sub("", rest)
    return thing if SIGNS.sub("", said.EMPTY.sub("", said.NOTHING.sub("", thing))) else rest


def is_its_name(clause: str, point: Point) -> bool:
    """近三年重大错案，无: of what is told next."""
    if point.shape != "occurrence" or point.core not in clause or said.NOTHING.search(clause) or COUNTED.search(clause):
        return False
    return not said.EMPTY.sub("", clause.replace(point.core, "").removeprefix("关于"))


def within(short: str, long: str) -> bool:
    """All signs of the one in the other, in their order."""
    rest = iter(long)
    return bool(short) and all(sign in rest for sign in short)


def is_lesser(clause: str, name: str) -> bool:
    """Less than was asked about, beside nothing of it."""
    return bool(LESSER.search(clause) and GRAVE.search(name))
