"""Words that a text shares with what the notice asks for, and verbs by which such a thing comes about.

What registers hold is named in the notice: 滨河公园微站建成投用, where 新建微站 is asked for. A notice of any
other house has its own words; how something comes about is said by few verbs everywhere.
"""

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


@lru_cache(maxsize=256)
def _pairs(wanted: str) -> frozenset[str]:
    parts = COMMON.sub("\n", wanted).split("\n")
    return frozenset(part[at : at + PAIR] for part in parts for at in range(len(part) - 1))


def is_named(said: str, wanted: str) -> bool:
    pairs = _pairs(wanted)
    return any(said[at : at + PAIR] in pairs for at in range(len(said) - 1))


def is_entry(said: str, wanted: str) -> bool:
    """加梯签约 of 加装电梯, by the verb."""
    return is_named(said, wanted) or bool(CAME_ABOUT.search(said))


def says_what(said: str, wanted: str) -> bool:
    return is_named(said, wanted) or bool(DONE.search(said))
