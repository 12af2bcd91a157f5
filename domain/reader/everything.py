"""All of them, said as a fact: 全部按时反馈, 都结了; not 没有全部, 几乎全部, 要求全部, and its contrary, 均未."""

import re
from collections.abc import Iterator

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.word_lists import any_of

NEAR, FAR = 16, 30  # signs before, in which it is hedged, and behind, in which it is said what was done
# what stands right before it makes it less than a fact
HEDGED = pattern_of(
    any_of(
        "没有?能?|未能?|不(?:是|能|会|可能)?|非|难以?|无法|尚未|还没有?|并未|未必|不一定",
        r"(?:其[余他它]|剩[下余]|余下)[^,;。]{0,8}|除[^,;。]{1,10}外[,，\s]*",  # 其余297人都训过了: not all of them
        "要求|要|应当?|应该|[必须需]|力争|争取|确保|保证|尽量|希望|努力|计划|打算|是否|能否",
        "几乎|基本上?|大致|差不多|大体|将近?|将会?|[会能]|可能|据说|原则上",
    )
    + r"(?:做到|实现|达到|是|让|使|其|够)?\s*$"
)
NO_SLIP = "(?!一|有?(?:[遗误超逾漏迟延差]|问题|毛病|瑕疵|异议)|[掉降]|下降)"  # 没有超期 is none of it
CONTRARY = pattern_of(
    rf"没{NO_SLIP}|无{NO_SLIP}|未(?![超逾漏迟延降]|下降)|不(?![少落漏差]|低于|高于|超)|(?<![没有无未])(?:超期|逾期|延误|迟)|缺|非|除|差(?!错)|待|等|的(?:要求|通知|目标|规定|标准)|(?<!现)在(?:办|审|走|处|推进|核|查|整)"
)
# 都要满90
WANTED = pattern_of(r"\s*(?:要(?!求)|应[当该]?(?!回|反|办|录)|必?须|力争|争取|会(?!议))")
CHECKED = pattern_of("[^,;。0-9]{0,4}(?:[对看数签]|核对|复核|确认|审)(?:过|了|完|好)了?(?=$|[,;。!\\s])")  # 都对过了
ENDS = pattern_of(rf"{words.BREAK.pattern}|(?<=了)\\s")
OF_A_SORT = pattern_of(r"\s*(?:为|是|系|属)")  # 全部为民事案件 tells what they are, and not what was done
NONE_OF = pattern_of(
    r"\s*(?:都|均)?(?:没(?!有?(?:[超逾迟漏遗差]|问题|毛病|瑕疵|异议|下降|[掉降]))有?|未能?(?![超逾漏迟延])"
    "|不(?!低|高|少|超)|超期|逾期|超时|迟)"
)
NOT_ONE = pattern_of(r"(?:没有?|无)一[件个人份通项例起](?!不|没|未|超|逾|漏|迟|遗|低于|失败)")


def stretches(text: str) -> Iterator[str]:
    """What is said of all of them, each up to the end of its clause."""
    for match, said in _spoken(text):
        if not OF_A_SORT.match(said) and not CONTRARY.search(said) and not words.DENIED.search(said):
            yield match.group() + said


def says_all(text: str) -> bool:
    return any(True for _ in stretches(text))


def says_none(text: str) -> bool:
    """均未按时反馈, 全部超期, 没有一件按时反馈."""
    return bool(NOT_ONE.search(text)) or any(NONE_OF.match(said) for _, said in _spoken(text))


def _spoken(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for match in words.ALL.finditer(text):
        if not (_is_less(text, match) or WANTED.match(text, match.end()) or CHECKED.match(text, match.end())):
            yield match, ENDS.split(text[match.end() : match.end() + FAR], maxsplit=1)[0]


def _is_less(text: str, match: re.Match[str]) -> bool:
    return bool(HEDGED.search(text[max(0, match.start() - NEAR) : match.start()]))
