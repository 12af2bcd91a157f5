"""Who is missing of a whole: 29个里覆盖了28个 差的那个是新弄的专班; 应训304 去了301 一个援疆俩生娃的.

Left out where two figures that are told before differ by exactly as many, and nothing says that it is no longer so.
"""

import re
from itertools import combinations

from domain.numbers import CHINESE, level, value_of
from domain.patterns import pattern_of
from domain.reader.word_lists import any_of

NUMERAL = rf"(?:[0-9]+|[{CHINESE}]+)"
FEW = "[一二两三四五六七八九俩仨1-9]"
HEAD = "[个名位人件条通]"
# 漏的那个是…, 没满的两个一个…
LACKING = "(?:差|缺|漏|少|剩下?|[没未不][^,，。;；0-9\\s]{1,4})"
THE_ONE = pattern_of(rf"(?:^|(?<=[,，。;；\s…])){LACKING}的那?(?P<n>{FEW}?){HEAD}?(?=是|在|去|请|因|休|还|差|[,，\s])")
# 一个病假两个没去
ONE = rf"(?:(?!俩|仨){FEW}{HEAD}|[俩仨])"
WHY = r"[^,，。;；\s一二两三四五六七八九俩仨1-9]{1,10}"
EACH = pattern_of(rf"(?P<n>{ONE})(?P<why>{WHY})")
ALL_EACH = pattern_of(rf"(?:{ONE}{WHY}[,，\s]*)+[。!！]?$")
IN_BRACKETS = pattern_of(rf"[(（](?:里[头面]|其中)?有?(?P<n>{FEW}){HEAD}[^()（）]*[)）]")
AWAY = pattern_of("援|病|[产育陪]?[产育]?假|生[娃孩养]|借调|挂职|出差|退休|脱产|学习|住院|外派|[没未]|才")
# who it no longer is, or what changes the figures
CHANGED = pattern_of(
    any_of(
        "补|[已又再]|也|刚|上周|昨|今[天早]|后来|现在|目前|但|不过|其实|剔|扣|(?<!打)算|计[入算]|不计|报(?!名)|录[入上了]|重复|应该|可能|好像|[错误]",
        "都|全|均|落实|建立|[吗么?？]",
    )
)
# 说月底补，但那就算今年的了: it is still to come
TO_COME = pattern_of(
    r"[,，\s]*(?:说|答应|打算|准备|要)[^,，。;；]{0,10}[补学](?![^,，。;；]*[了过完])[^,，。;；]*"
    r"|[,，\s]*(?:但|不过)?那(?:就|也|只能)*[算是](?:今年|明年|下个?[月季年])[^,，。;；没未]{0,4}"
)
# 就3个没训: so many are told to lack
LACK = pattern_of(rf"(?P<n>{NUMERAL}|[俩仨])(?P<of>{HEAD})?(?:人)?(?:[没未]|不(?!是|算))")
FIGURE = pattern_of(NUMERAL)
SPOKEN = {"俩": 2, "仨": 3}
MOST = 60  # signs of what is said of them


def without(text: str) -> str:
    """As it stands where the figures do not say so."""
    if "\t" in text or "\n" in text:
        return text
    bracket = IN_BRACKETS.search(text)
    if bracket and _are_lacking(text[: bracket.start()] + " " + text[bracket.end() :], _count(bracket["n"])):
        return text if CHANGED.search(bracket.group()) else text[: bracket.start()] + text[bracket.end() :]
    for told, said, many in _last(text):
        if len(said) <= MOST and not CHANGED.search(TO_COME.sub("", said)) and _are_lacking(told, many):
            return told.rstrip(" ,，…")
    return text


def _last(text: str) -> "list[tuple[str, str, int]]":
    """What is told, what is said behind it of those who are missing, and how many they are."""
    found = [(text[: one.start()], text[one.end() :], _count(one["n"] or "一")) for one in THE_ONE.finditer(text)]
    for at in (match.end() for match in re.finditer(r"[,，。;；…]\s*|\s+", text)):
        if ALL_EACH.match(text, at):
            each = [(_count(one["n"]), one["why"]) for one in EACH.finditer(text, at)]
            if any(AWAY.search(why) for _, why in each):
                found.append((text[:at], text[at:], sum(many for many, _ in each)))
            break
    return found


def _are_lacking(told: str, many: int) -> bool:
    figures = [value_of(one) or 0 for one in FIGURE.findall(level(told))]
    is_told = any(_count(one["n"]) == many for one in LACK.finditer(told))
    return bool(many) and (is_told or any(abs(one - other) == many for one, other in combinations(figures, 2)))


def _count(written: str) -> int:
    bare = written.rstrip("个名位人件条通")
    return SPOKEN.get(bare) or value_of(bare) or 0
