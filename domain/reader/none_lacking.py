"""None lacks what is counted as lacking: 四个法庭都有党员, where 无党员的人民法庭数 is asked for."""

import re
from fractions import Fraction

from domain.numbers import level, value_of
from domain.patterns import pattern_of
from domain.reader.asked import Asked
from domain.reservations import is_reserved

LACKING = pattern_of(r"^无(?P<what>[一-鿿]{2,4})的(?P<of>[一-鿿]{2,8}?)数?$")
CLAUSES = pattern_of(r"[,;。!\n]+|\s{1,}(?=[一-鿿0-9])")
BUT = pattern_of(
    r"除|但|不过|只有|(?:要|得|须)有|必须|个别|(?<!没)有的|大部分|多数|基本|差不多|原来|以前|曾|还|尚|暂|将|计划|调走|[?吗呢]|应|要求|可能|更正|错|不对"
)
BARE_NONE = pattern_of(
    r"(?:确实|目前|现在|[上下]半年|经?核[查对实]?|[,\s])*(?:(?:没有?|没得|木有|无|零|0[个家]?)(?:的|了|哈|啊)*)+"
    r"|(?:没有?|无)空白[的庭点了]*|[一1]个?空白的?(?:法?庭|点)?(?:都|也)(?:没有?|无)[的了]?"
)
# 现在四个法庭都有了: whatever was before
NOW = pattern_of(r"^(?:但是?|不过|那)?(?:现在|目前|如今|眼下|截至目前)")
EMPTY = pattern_of(
    "^(?:[上下]半年|目前|现在|我们?|都|也|确实)*(?:(?:没有?|无)(?:任何)?空白[点庭法]*|[一1]个[也都](?:没有?|无))[的了哈啊]*$"
)
TO_FILL = pattern_of(r"^(?:就|请|您|你|直接|所以|那)*[填报写记][个]?[0零](?:个|就[对行好]|即可|吧|了|哈)*$")
OF_OTHERS = pattern_of(r"^(?:另外?|其[他它余]|剩下?|别的)")
EVERY = r"(?:都|均|全部?|各|每[个一]?)"
OF_EVERY = pattern_of("[0-9四几各每]个?(?:法?庭|个)|所有|全部|其[他余]|最少")
MANY = pattern_of(r"(?P<n>[0-9]+|[一二三四五六七八九十两]+)\s?个(?=[一-鿿]{0,4}庭)")
OVERTAKEN = pattern_of(
    r"(?:现在|目前|如今|后来|上周|昨天|已经?)[^,;。没未无]{0,8}(?:有了?|解决|转[进入]|补上|消除|到位)[^,;。]{0,4}(?=$|[,;。])"
)
NONE_NOW = pattern_of(r"[是为剩在][0零](?![0-9])")
SOME = pattern_of(r"[1-9一二两三四五]\s?个(?!庭|法庭|人民)")
SURE = pattern_of(r"没|未|不|缺|空白")


# 党员不足3人的法庭1个
FEWER = pattern_of(r"(?:不足|少于|不到|不满|不够)\s?[0-9一二两三四五六七八九十]+\s?[个名人]")
# 1个法庭在筹建; 0个, 那个党员上周刚调走: how many are without is said by no word
CHANGED = pattern_of("筹建|在建|新建|撤并|合并|(?:调|转)[走离出]|退休|离职")
WITHOUT = pattern_of("(?:无|没有?)[^,;。]{0,2}(?:党员|的)")


ALL_COURTS = pattern_of("(?:(?:我们?|本)院)?(?:下辖|辖|有)?[0-9一二三四五六七八九十两]+个(?:人民|派出)?法庭")


def is_told(text: str, asked: Asked) -> bool:
    """Each of its clauses says so, or tells something else; one at least says so."""
    wanted = LACKING.match(asked.quantities[0].label) if len(asked.quantities) == 1 else None
    if wanted is None or is_reserved(text):
        return False
    have, none = _patterns(wanted)
    what = re.escape(wanted["what"])
    told = [clause.strip() for clause in CLAUSES.split(level(text)) if clause.strip()]
    now = [n for n, clause in enumerate(told) if NOW.match(clause) and have.match(clause)]
    told = told[now[-1] :] if now else told
    says = [
        bool(have.match(clause) or none.match(clause) or TO_FILL.match(clause) or EMPTY.match(clause))
        for clause in told
    ]
    rest = [clause for clause, is_so in zip(told, says, strict=True) if not is_so]
    if any(not _is_all(match["n"], asked) for clause in told for match in MANY.finditer(clause)):
        return False
    if _are_some(text, asked) and not any(none.match(clause) or TO_FILL.match(clause) for clause in told):
        return False
    if not any(says) or any(BUT.search(clause) for clause in told):
        return False
    return all(BARE_NONE.fullmatch(clause) or not _denies(clause, what) for clause in rest)


def contradicts(text: str, asked: Asked, value: Fraction) -> bool:
    """四个法庭都有党员，无党员的法庭1个: one of both is not so."""
    wanted = LACKING.match(asked.quantities[0].label) if len(asked.quantities) == 1 else None
    if wanted is None or not value:
        return False
    have, _ = _patterns(wanted)
    said = (clause.strip() for clause in CLAUSES.split(level(text)))
    return any(have.match(clause) and not OF_OTHERS.match(clause) for clause in said)


def _patterns(wanted: "re.Match[str]") -> "tuple[re.Pattern[str], re.Pattern[str]]":
    """That each of them has, and that none has not."""
    what, of = re.escape(wanted["what"]), "|".join({wanted["of"], wanted["of"].removeprefix("人民"), "庭"})
    have = pattern_of(
        rf"^[^没未不无]{{0,24}}{EVERY}[^0-9,;。没未不无]{{0,12}}?(?:都|均|已|各|也)*(?:建|配|最少|至少)*(?:也|都)?(?:有|至少|最少)"
        rf"(?:[了着过]|[0-9一二两三四五六七八九十]+[个名](?:以上的?)?)*{what}[的了哈啊呢哦呀在]*$"
        rf"|^[^0-9没未不无]{{0,12}}庭的?{what}(?:都|均|全)+有[的了哈啊呢哦呀]*$"
    )
    none = pattern_of(
        rf"^[^0-9没未不无]{{0,8}}(?:(?:都|均)?(?:没有?|无|不存在)(?:任何|一个)?(?:没有?|无){what}的(?:{of}|情况|问题|现象)"
        rf"|(?:没有?|无){what}的?(?:{of})(?:数?[是为:]?|那?(?:确实|倒)?是?)(?:没有?|无|零|0[个家]?|不存在))[的了哈啊]*$"
    )
    return have, none


def is_overtaken(text: str, asked: Asked) -> bool:
    """1个，现在已经有党员了: what was lacking need not be so any more."""
    if len(asked.quantities) != 1 or not LACKING.match(asked.quantities[0].label):
        return False
    said = level(text)
    if FEWER.search(said) or (CHANGED.search(said) and not WITHOUT.search(said)):
        return True
    return bool(OVERTAKEN.search(said) and SOME.search(said) and not NONE_NOW.search(said))


def _is_all(written: str, asked: Asked) -> bool:
    """3个庭都有党员 says nothing of the fourth."""
    number = value_of(written)
    return number is not None and number >= len(_courts(asked))


def _are_some(text: str, asked: Asked) -> bool:
    """南翔、安亭、嘉北都有党员, and no word of the fourth."""
    named = {name for name in _courts(asked) if name in text}
    return 1 < len(named) < len(_courts(asked)) and not OF_EVERY.search(text)


def _courts(asked: Asked) -> set[str]:
    return {name[:2] for name in asked.own | asked.others if name.endswith("法庭") and name != "派出法庭"}


def _denies(clause: str, what: str) -> bool:
    """Of a court without them, or of a number of courts; how many there are is told before that each has them."""
    if ALL_COURTS.fullmatch(clause):
        return False
    clause = re.sub(rf"(?:没有?|无){what}的(?![一-鿿]{{0,2}}庭)[一-鿿]{{2,6}}[^,;。]*", "", clause)  # 审判团队
    return bool(
        SURE.search(clause) or re.search(r"(?<!也有)[0-9一二两三四五六七八九]+[个家](?!法?庭(?:党员|都|均))", clause)
    )
