"""Whether what is said to be in place is what was asked about: 台账系统已开通, 方案已印发 say nothing of a ledger.

And whether only a task is said to be done, of whatever kind: 已完成并上报.
"""

import re
from collections.abc import Sequence

from domain.patterns import pattern_of
from domain.reader import point_words as said
from domain.reader.point_names import Point

THING = (
    "方案|系统|平台|模板|格式|样式|群|通知|要求|标准|任务|分工|专人|责任人|联络员|支部|小组|专班|班子|会议|制度|机制|规定|办法"
    "|流程|清单|台账|名册|名单|账号|栏目|网站|软件|数据库|表格|报表|通报|预案|细则|经费|场地|设备|人员|队伍|工作|联系|窗口|课题|项目"
    "|材料|资料|照片|截图|计划|档案"
)
ADVERBS = r"(?:也|都|均|已经?|全部?|早|就|刚|才|正式|统一|及时|再次|在)*"
# 台账要求已落实到各部门: of the noun right before the verb, or right behind it
HEADED = pattern_of(rf"(?<![按照据])(?P<thing>{THING}){ADVERBS}(?={said.IN_PLACE})")
MADE = pattern_of(
    rf"(?:建[立好了成]?|设立|制[定订]|出台|印发|成立|明确|落实|开通|完善|对接)了?(?:[一-鿿]{{0,3}})(?P<thing>{THING})(?=$|[,;。的])"
)
# 学习台账 is another ledger
OF_A_KIND = pattern_of(
    r"(?P<thing>学习|会议|活动|支部|党员|督察|检查|培训|值班|考勤|工会)(?:学习)?(?:台账|清单|名册|制度|机制)"
)
# 网上立案 is another function than 网上阅卷
FUNCTIONS = pattern_of(
    r"(?P<thing>立案|[交缴退]费|阅卷|鉴定|保全|开庭|送达|调解)(?:功能|服务|平台|系统|模块)?(?:[都也就全]|已经?|早)*(?:开通|上线|启用|能用|可用)"
    r"|(?:开通|上线|启用)了?(?:网上|线上|在线)?(?P<behind>立案|[交缴退]费|阅卷|鉴定|保全|开庭|送达|调解)(?=$|[,;。了的功服平系])"
)
# 建立情况, 建设工作: no word of how far it is
NOUN_OF_IT = pattern_of(
    rf"(?:{said.IN_PLACE}|建设)(?<!符合)(?<!达到)(?:的)?(?:情[况形](?!良好|正常|较?好|不错)|标准(?!化)|要求|方案|通知|任务|进[度展]|时间|计划|模板|格式|办法)"
)
ELSEWHERE = pattern_of(
    r"^(?:区里|市里|省里|上级|上面|[区市省](?:纪委|委|政法委|局|法院)|高院|中院|最高[法院]|街镇|外面)(?!.{0,6}(?:检查|督查|通报|验收|要求[,;。]))"
)
# verbs of certain things, of others only where the thing is named: 已对接, of a ledger
OF_ITS_KIND = (
    (pattern_of("对接|参与|提供|配合|融合|活动|录入|推送|覆盖|融入|纳入|配备|配齐"), None),
    (pattern_of("开通|上线|启用|接入|打通|可用|能用"), pattern_of("功能|平台|窗口|认证|卷宗|系统")),
    (pattern_of("签[订了约]|挂牌|上墙|分解|印发|出台"), pattern_of("制度|机制|清单|责任|措施|标准|程序")),
)
DONE = pattern_of(r"完成|办[结好妥]|[做搞弄整][好完了成]|[搞办弄做]起来|完毕|搞定")
OF_POINTS = pattern_of("[是否第0-9项]")  # 两项都做到了
WHO = 3  # signs by which a name that begins so is known: 上级决策部署
LEAST = 2  # signs of a name


def is_of_another_thing(clause: str, points: Sequence[Point]) -> bool:
    if len(points) > 1:
        return False  # 1至4项制度均健全
    names, own = _names(points), "".join(point.core for point in points)
    # 上级部署的落实机制 is 上级决策部署落实机制 with a word left out
    is_short = clause[:LEAST] in names and clause[LEAST : 2 * LEAST] in names and re.search(THING, clause)
    if ELSEWHERE.match(clause) and clause[:WHO] not in names and not is_short:
        return True
    kinds = (OF_A_KIND.search(clause), FUNCTIONS.search(clause))
    if any(kind and _which(kind) not in own for kind in kinds):
        return True
    for found in (*HEADED.finditer(clause), *MADE.finditer(clause)):
        if found["thing"] not in own and not _is_named(clause[found.end("thing") :], names):
            return True
    left = NOUN_OF_IT.sub("", clause)
    if left != clause and not (said.YES.search(left) or said.HAS.search(left)):
        return True
    return not _is_named(clause, names) and any(_is_of_kind(clause, own, *kind) for kind in OF_ITS_KIND)


def _which(kind: "re.Match[str]") -> str:
    return str(kind["thing"] or kind.groupdict()["behind"])


def _is_of_kind(clause: str, names: str, verbs: "re.Pattern[str]", things: "re.Pattern[str] | None") -> bool:
    """Nothing but such a verb says that it is in place, and what was asked about is no such thing."""
    found = verbs.search(clause)
    if not found or found.group() in names or (things and things.search(names)):
        return False
    rest = verbs.sub("", clause)
    return not said.YES.search(rest) and not said.HAS.search(rest)


def is_a_task_done(text: str, points: Sequence[Point]) -> bool:
    """Nothing is named, and that something was finished is all that is said."""
    rest = DONE.sub("", text)
    if said.YES_ALONE.fullmatch(re.split("[,;。!]", text)[0]):
        return False  # 有的，上门立案也做了好几回
    if rest == text or said.NO.search(rest) or _is_named(text, _names(points)):
        return False
    return not (said.YES.search(rest) or said.HAS.search(rest)) and not OF_POINTS.search(rest)


def _names(points: Sequence[Point]) -> str:
    """What stands there of things, without the verbs."""
    return re.sub(said.IN_PLACE, "\n", "\n".join(point.bare for point in points))


def _is_named(said_of: str, names: str) -> bool:
    return any(said_of[at : at + LEAST] in names for at in range(len(said_of) - LEAST + 1))
