"""What is told by bands or by what is left out: 满100的15个，90到100之间的6个.

三块，除了最后一块都督到了; 没有一件没按时的.
"""

import re
from itertools import pairwise

from domain.numbers import level, value_of
from domain.patterns import pattern_of
from domain.reader.asked import Asked

N = "(?:[0-9]+|[一二两三四五六七八九十]{1,3})"
LINE = pattern_of("满([0-9]+)")
OVER = "满|超过?|达到?|过|≥|>=?"
UNDER = "不到|不足|不满|没满|没到|未满|低于|少于|<"
BAND = pattern_of(
    rf"(?:(?P<under>{UNDER})?(?:{OVER})?(?<![0-9.])(?P<low>[0-9]{{2,3}})(?:(?:到|至|[-~—])(?P<high>[0-9]{{2,3}})|(?:个?学时)?(?:但|而)?(?:不到|不足|没到|不满|没满)(?P<most>[0-9]{{2,3}}))?"
    rf"|(?P<lack>(?:没|不)(?:过|满|够|到|达标)))(?:个?学时|分)?(?P<above>以上)?(?:之间)?的(?:有|是)?(?P<n>[0-9]{{1,3}})[个名人位](?P<end>[,;、。\s]*)"
)
ALL = pattern_of(r"^(?:在册的?|全[院庭]|人)?(?:都|就|全|也)+(?:在这|这些|这么多|齐)(?:里|儿)?[了人个]*[。!]*$")
SO_MANY = pattern_of(
    r"^[^,;。0-9]{0,8}?(?:就|才|只|总共|一共|共)+(?:有|是|这)*(?P<all>[0-9]{1,3})[个人名位](?:法官|人)?了?[。!]*$"
)
# 三块，除了最后一块，都督到了
BUT_ONE = pattern_of(
    rf"(?:(?:[^,;。、]{{1,8}}、)+[^,;。、]{{1,8}}?)?(?P<n>{N})(?P<unit>[块个项类本条])[^,;。0-9]{{0,4}}[,;。\s]+除了?(?:最后|头|前|后)?(?:面)?那?[一1](?P=unit)"
    rf"(?:之外|以外|外)?[,;\s]*(?:其[他余它]|别的|剩下)?的?(?:都|全)(?P<done>[^,;。没未不]{{1,6}})[。!]*$"
)
NOT_ONE_NOT = pattern_of(
    r"没有?(?:任何|哪)?一?[次件个起人名位本项](?:不是|不|没有?)(?P<what>[^,;。!不没0-9]{2,8})的(?=$|[,;。!])"
)
NONE_OF = pattern_of(  # 没有不按时反馈的; 没有不满90的
    r"(?:^|(?<=[,;。!\s]))没有(?:不|没有?|未)(?P<what>[^,;。!不没0-9]{2,8}|满[0-9]+(?:个?学时)?)的(?=$|[,;。!])"
)
NONE_FOUND = pattern_of(r"[挑找查选]不出(?=(?:任何|哪)?一[次件个起人名位本项](?:不|没))")
# 没满90的一个也挑不出来; 不合格的一件都没有
ONE = "一[次件个起人名位项]"
NO_ONE = rf"(?:{ONE}(?:也|都)(?:没有?|无|[挑找查看数翻选]不(?:出来?|到|着))|[挑找选]不出{ONE})来?(?=$|[,;。!])"
NONE_NOT = pattern_of(
    rf"(?<![是有])(?:没有?|未|不(?![足到]))(?P<what>[^,;。!不没未一]{{1,10}})的{NO_ONE}"
    rf"|(?:(?:不到|不足|低于|少于)(?P<line>[0-9]+)(?:个?学时)?|(?P<below>[0-9]+)(?:个?学时)?以下)的?{NO_ONE}"
)
# 不是没开通，是开了没人会用
NOT_NOT = pattern_of(
    r"^不是没有?(?P<what>[一-鿿]{1,4})[,;。\s]+(?:而)?是[^,;。没未不关停]{0,4}了?(?:没人(?:会|去|爱)?用|用的人(?:很|太)?少|不好用|很少(?:有人)?用)[的了。!]*$"
)


def plainly(text: str, asked: Asked) -> str:
    """As it stands where nothing is told so."""
    said = level(text)
    plain = NONE_FOUND.sub("没有", said)
    plain = NONE_NOT.sub(_all, NONE_OF.sub(r"都\g<what>", NOT_ONE_NOT.sub(r"都\g<what>", plain)))
    if len(asked.quantities) == 1:
        plain = BUT_ONE.sub(lambda told: f"{asked.quantities[0].label}{(value_of(told['n']) or 1) - 1}个", plain)
    line = LINE.search(asked.quantities[0].label) if asked.quantities else None
    plain = _by_bands(plain, int(line[1]), asked) if line else plain
    return text if plain == said else plain


def _all(told: "re.Match[str]") -> str:
    return f"都{told['what'] or '满' + (told['line'] or told['below'])}"


def not_undone(text: str) -> str:
    said = level(text)
    plain = NOT_NOT.sub(r"\g<what>了", NOT_ONE_NOT.sub(r"都\g<what>", said))
    return text if plain == said else plain


def _by_bands(text: str, line: int, asked: Asked) -> str:
    """Where every band lies on one side of the line; the whole where it is said that these are all."""
    bands = list(BAND.finditer(text))
    if len(bands) < 2 or bands[0].start() != 0:
        return text
    if any(one.end() != other.start() for one, other in pairwise(bands)):
        return text
    rest = text[bands[-1].end() :]
    over = under = 0
    for one in bands:
        low, high = int(one["low"] or 0), int(one["high"] or one["most"] or 0)
        if one["lack"]:
            under += int(one["n"])
        elif not one["under"] and low >= line:
            over += int(one["n"])
        elif (one["under"] and low <= line) or 0 < high <= line:
            under += int(one["n"])
        else:
            return text
    so_many = SO_MANY.match(rest)
    is_all = int(so_many["all"]) == over + under if so_many else ALL.match(rest) is not None
    if _overlap(bands) or (rest and not is_all):
        return text
    whole = f",{asked.quantities[1].label}{over + under}人" if rest and len(asked.quantities) > 1 else ""
    return f"{asked.quantities[0].label}{over}人{whole}"


def _overlap(bands: "list[re.Match[str]]") -> bool:
    """满90的21个，满100的15个: the ones are among the others."""
    told = [one for one in bands if one["low"]]
    spans = sorted(
        (0, int(b["low"])) if b["under"] else (int(b["low"]), int(b["high"] or b["most"] or 1000)) for b in told
    )
    return any(one[1] > other[0] for one, other in pairwise(spans))
