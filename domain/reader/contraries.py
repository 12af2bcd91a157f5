"""A figure of the contrary of what is asked for, or of another instance: 未结4件, 迟报1件, 二审已结4件."""

import re
from functools import lru_cache

from domain.once import once
from domain.patterns import pattern_of
from domain.reader.sounds import alike
from domain.reader.word_lists import words_of

NOT_NEGATED = words_of(
    r"(?:没有?|无|未|零)(?:出现|发生)?[一任]?[件何]?(?:超|逾|迟|漏|遗|延|变|例外)[期报误漏]?",
    "(?:没有?|无|未)(?:发现|出现)?(?:任何|有)?(?:问题|毛病|瑕疵|异议|差错)",
    "(?:没有?|未|不)(?:下降|[掉降])",
    "不比(?:去年|上年)(?:同期|同月)?[低差少]",
    "不(?:低于|高于|少于|超过?|含|包括|计|动产|算|好意思|对)|无财产|无论|未成年|非诉讼?|无障碍|非常",
    r"(?:没有?|未|不)(?:达?到|足|满|达)?\s*$",
)
NEGATED = pattern_of("没|未|无|不|非")
BELOW = pattern_of(
    "(?<![没未不])下降|[掉降低差跌]了|(?<![没未不])(?<!没有)掉下|差一?点|退步|落后|(?<![没未不])(?<!没有)低于|(?<![没未不])(?<!没有)比(?:去年|上年)(?:同期)?[低差少]"
)
CONTRARIES = (  # and what they are the contrary of
    (pattern_of("迟|超期|逾期|超时|延误|超审限"), pattern_of("按时|及时|期限内|准时")),
    (pattern_of("失败"), pattern_of("成功")),
    (pattern_of("线下|窗口|纸质|柜台"), pattern_of("在线|网上|线上")),
    (pattern_of("缺项|漏录|缺录"), pattern_of("完整")),
    (BELOW, pattern_of("不低于")),
)
LACKS = pattern_of("差|缺|剩|余下|漏|有(?:问题|瑕疵|毛病|差错|缺陷)")
OF_NOT = pattern_of("[不无未]([一-鿿]{2})")  # 低于 is the contrary of 不低于
INSTANCE = pattern_of("[一二再][审]")


def is_against(said: str, name: str) -> bool:
    """What stands beside a figure denies the name, or speaks of another instance."""
    bare = NOT_NEGATED.sub("", said)
    denied = bool(NEGATED.search(bare)) and not NEGATED.search(name)
    denied |= is_contrary(bare, name)
    of = OF_NOT.search(name)
    denied |= bool(of and of[1] not in said and re.search("没|无", bare))  # 没有党支部 is not 无党员
    denied |= bool(of and of[1] in said and not _denies(said.partition(of[1])[0].removesuffix("有")[-1:]))
    instances = set(INSTANCE.findall(said)), set(INSTANCE.findall(name))
    return denied or bool(instances[0] and instances[1] and not instances[0] & instances[1])


def _denies(sign: str) -> bool:
    """吴党员 is 无党员."""
    return bool(sign) and (sign in "没不未" or alike(sign, "无"))


def is_contrary(said: str, name: str) -> bool:
    """超期 of 按时反馈."""
    return any(against.search(said) for against in _contraries_of(name))


@lru_cache(maxsize=256)  # names of what is asked for
def _contraries_of(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(against for against, of in CONTRARIES if of.search(name))


@once  # asked of each way that is weighed
def is_negative(said: str) -> bool:
    said = NOT_NEGATED.sub("", said)
    return bool(NEGATED.search(said) or LACKS.search(said)) or any(
        one[0].search(said) for one in CONTRARIES if one[0] is not BELOW
    )
