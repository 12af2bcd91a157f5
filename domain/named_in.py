"""Words that a text shares with what the notice asks for, and verbs by which such a thing comes about.

What registers hold is named in the notice: 滨河公园微站建成投用, where 新建微站 is asked for. A notice of any
other house has its own words; how something comes about is said by few verbs everywhere.
"""

import re
from functools import lru_cache

from domain.patterns import pattern_of
from domain.reader.word_lists import any_of

PAIR = 2  # signs, at least
# they name nothing by themselves
COMMON = pattern_of(
    any_of(
        "不少于|不低于|不超过|不高于|以上|以下|以内|达到|提高到?|[每全本当]年|年度|年内|每季度?|每月|[上下]半年|第[一二三四]季度|按期|按时|及时|均|分别",
        "新增|新建|建设|建成|完成|开展|举办|举行|组织|推进|推动|实施|落实|加强|做好|形成|培育|创建|参加|参与|发布|制定|全市|全区|全县|全省|全国|全院",
        "工作|活动|项目|任务|情况|要求|单位|部门|人员|群众|重点|重大|专项|综合|年底|覆盖|数量|人数|[零一二三四五六七八九十百千万]+|[^一-鿿]+",
    )
)
# by themselves no word of what house it is; the weaker ones need its name
CAME_ABOUT = pattern_of(
    any_of(
        "[开动完竣]工|封顶|投[用产运]|交付|移交|验收|签[约订署下]|[挂揭授]牌|启[动用]|[开闭]幕|首[发航演]|开[业园馆]|落[成地户]",
        "获[评批奖]|获得|认定|入选|命名|立项|出台|修订|破获|告破|侦破|查处|授权|出版",
    )
)
DONE = pattern_of(
    any_of(
        CAME_ABOUT.pattern,
        "[建装修改办批签推][成好完下出]|获|[批印下]发|通过|发布|公布|制定|举[办行]|召开|成立|设立|组建|发表|办结|开[通放]|上线|引进|选派|救助",
        "开展|新增|新建|完成|安装|改造|[开办搞弄做装建签批修]了",
    )
)


# what leads up to it, what goes wrong with it, and whose it may be
LEADS_UP = any_of(
    "招标|选址|踏勘|方案|规划|设计|采购|评审|评估|申请|申报|洽谈|协商|[来商]谈|脚本|筹备|例会|公告",
    "停[运电工用业]|报修|驳回|落选|流标",
    "隔壁|兄弟(?!法?院)|邻[市区县]|[省市县区]里[的搞办组开]|参加(?![:：人])|列席",
    "^[省市区县][一-鿿]{1,4}(?:[局厅委办]|中心)(?:自己)?(?:签|办|搞|组织|主办|承办|牵头|开展)",
)
ASIDE = pattern_of(LEADS_UP)
BESIDE = pattern_of(
    any_of(
        LEADS_UP,
        "培训|研究(?!生|院|所|中心)|部署|考察|投诉|反映|咨询|资金|受理|计划|意向|调研|检查|预算|征求|讨论|公示|观摩|别的|其他",
        "异常|故障|[损破]坏|坏了|事故|取消|撤[销回]|退回|暂停|调整|整改|拆除|断[电网]|没|未|不|失败|终止",
    )
)
STEPS = tuple(
    map(
        pattern_of,
        (
            "[开动]工",
            "[竣完]工|建成",
            "投[产用运]",
            "签[约订]|签了",
            "验收",
            "授权",
            "立项",
            "命名|入选",
            "[挂揭]牌",
            "获奖",
            "立案(?!庭)|受理",
            "庭前会议|开[了的过]?庭|评议|合议(?!庭)",
            "审结|宣判|判[决了]|结案|办结",
        ),
    )
)
LEVEL = pattern_of("(国家|省|市|县|区)级")
OF_WHAT = pattern_of("^[一-鿿]{2,4}的是(?=.)")  # 竣工的是停车棚


# where it is none of these that is asked for, none of their words tells it: 加装电梯培训
OF_ACTS = pattern_of(
    "活动|案例?|宣[传讲]|培训|讲|会|课|竞?赛|练兵|演练|展|经验|媒体|发布|批示|稿|文章|调研|走访|巡|节|培育"
)
NAME = pattern_of(r"[一-鿿A-Za-z0-9.“”（）()-]{3,20}")
# what is said of somebody's doings, and of no name
NO_NAME = pattern_of(
    "[没不未了着过吗呢吧啊我你他她咱您这那哪很太好坏冷热雨雪病假休去来到回走吃喝请谢催问说看想等忙还再又也都才被把给让跟和是有在]|就(?![医业诊学餐读])|[开例]会|[加值]班|聚餐|体检|团建|[开放]学|放假|搬家|结婚"
)


def is_of_things(wanted: str) -> bool:
    return bool(wanted) and not OF_ACTS.search(wanted)


def is_name(said: str, wanted: str) -> bool:
    """金穗香软米, where products are asked for: a name by itself beside its day."""
    return is_of_things(wanted) and bool(NAME.fullmatch(said)) and not NO_NAME.search(said) and not BESIDE.search(said)


@lru_cache(maxsize=256)
def _pairs(wanted: str) -> frozenset[str]:
    parts = COMMON.sub("\n", wanted).split("\n")
    return frozenset(part[at : at + PAIR] for part in parts for at in range(len(part) - 1))


def is_named(said: str, wanted: str) -> bool:
    return bool(pairs_in(said, wanted))


def pairs_in(said: str, wanted: str) -> set[str]:
    """What it shares with what is wanted, two signs each."""
    return {said[at : at + PAIR] for at in range(len(said) - 1)} & _pairs(wanted)


def is_entry(said: str, wanted: str) -> bool:
    """加梯签约 of 加装电梯, by the verb; 微站招标 comes before the thing, 微站停电 after it."""
    said = OF_WHAT.sub("", headed := said)
    if any(found.group() not in wanted for found in BESIDE.finditer(said)):
        return False
    return is_named(said, wanted) or (said == headed and bool(CAME_ABOUT.search(said)))


def is_aside(said: str, wanted: str) -> bool:
    return any(found.group() not in wanted for found in ASIDE.finditer(said))


def is_of_another_step(said: str, wanted: str) -> bool:
    """Than the one that is asked for, or of another level or house; what the notice names is none."""
    levels = set(LEVEL.findall(said))
    is_other_level = bool(levels and LEVEL.search(wanted)) and not levels & set(LEVEL.findall(wanted))
    return is_aside(said, wanted) or is_other_level or stops_before(said, wanted)


def stops_before(said: str, wanted: str) -> bool:
    """合议庭评议完了, 立案: where it is 审结 that is asked for; the last step that is told counts."""
    asked, told = ([n for n, step in enumerate(STEPS) if step.search(words)] for words in (wanted, said))
    return bool(asked and told) and max(told, key=lambda n: _last(STEPS[n], said)) not in asked


def _last(step: "re.Pattern[str]", said: str) -> int:
    return max(found.start() for found in step.finditer(said))


def says_what(said: str, wanted: str) -> bool:
    return is_named(said, wanted) or bool(DONE.search(said))
