"""Figures that the writer sets aside in so many words: 240/236是去年的，别拿错; 另有19件是外地托我们的，不算我们的.

And 别用通报里那个3600万. What counts is told beside them. A part of what counts, 其中2件不算, is none of these.
"""

import re

from domain.numbers import CHINESE
from domain.patterns import pattern_of
from domain.reader.asked import Asked
from domain.reader.figure_words import words_in
from domain.reader.masking import is_asked
from domain.reader.uncounted import PERIOD
from domain.reader.vocabulary import is_earlier
from domain.reader.word_lists import any_of

PARTS = pattern_of(r"([,，。;；!！\n]+)")
N = rf"(?:[0-9]+(?:\.[0-9]+)?|[{CHINESE}]+(?=[件个人名位份次]))"
FIGURE = pattern_of(N)
OTHER_TIME = pattern_of("(?:去年|上年|前年|往年|上上?个?[月期季]|上次)(?:同期|同月|度|全年|年底|[0-9]{1,2}月)?份?")
TAIL = pattern_of("[份度底]?(?:[0-9]{1,2}月)?份?")
# …是4月的呀, …是上半年的老数
IS_OF = pattern_of(
    r"[0-9件个人名、和/](?:这[几两]个|那[几两]个)?(?:都)?是(?P<then>[^,，。;；是]{2,12}?)的(?:老|旧|历史)?(?:数[据字]?|口径|情况)?[呀啊哦呢哈了吧]*$"
)
WARNS = pattern_of("^(?:你们?|您)?(?:可|又)?(?:别|不要|勿|莫)(?!的)[^0-9]*$")
# 另有19件…，不算我们的; 助理里也有8个，但这个不考核他们; 26件存量不在这里头，那是另一个指标
APART = pattern_of(
    any_of(
        "^(?:另外?|还|再)有?", "外[地院单省区市]|高院|中院|[省市]院|上级|助理|书记员|法警|存量|别的|其[他它]|实习|聘用"
    ),
)
WITHIN = pattern_of("其中|[里中内][头面边]?(?:的|有)(?!也)|含|包括|这些")
OF_TOLD = pattern_of(f"^(?:还|也|另外?)?有|{WITHIN.pattern}")  # 有2件是4月的 are some of what was told
NOT_COUNTED = pattern_of(
    r"另[算计报](?:[,，]?不[算报])?[的了]*$|(?:但|不过|可)?(?:是|这|那)?(?:个|些|几[个件])?(?:他们|她们)?(?:都|也)?不(?:算我们的|算在?(?:里[面头]|内)|考核(?:他们|她们|这些)?|在(?:这|那)?里[头面]|归我们[报管]?|计在?内?)[的呀啊了]*$"
)
OF_ELSE = pattern_of("^那是(?:另一?个?|别的)[^0-9]*$")
# 别用通报里那个3600万，那是把还没上缴的也加进去了
NOT_THAT = pattern_of(
    rf"(?:(?<![分特个区])别|不要|勿)(?:再)?(?:用|按|看|拿|报|抄)(?P<of>[^,，。;；0-9]*){N}(?:万元?|亿元?|[件个人名])?$"
)
WHY = pattern_of("^(?:那|这)(?:个)?是[^0-9]*$")
# 高院来抽了40件…，不过那是他们抽查的。我们自己…
THEIRS = pattern_of(
    r"(?:^|(?<=[。；;\n]))[^。；;\n]*[,，](?:但|不过|可)?(?:那|这)(?:些|个)?是(?:他们|人家|别人|高院|中院|外院)[^。；;\n]*[。；;\n]+(?=我们|本院|咱|自己|我[院庭局])"
)


def without(text: str, asked: Asked) -> str:
    """As it stands where no figure would be left."""
    if "\t" in text or "|" in text:
        return text
    bare = THEIRS.sub(_unless_less, text)
    parts = PARTS.split(bare)
    clauses, pauses = parts[::2], [*parts[1::2], ""]
    aside = {at for at in range(len(clauses)) if _is_aside(clauses, at, asked)}
    kept = "".join(
        pause if said is None else said + pause
        for at, pause in enumerate(pauses)
        for said in [_kept(clauses, at, aside)]
        if said != ""
    )
    return kept if FIGURE.search(kept) else text


def _unless_less(theirs: "re.Match[str]") -> str:
    """Ours is told as fully behind it."""
    ours = theirs.string[theirs.end() :]
    return "" if len(FIGURE.findall(ours)) >= len(FIGURE.findall(theirs.group())) else theirs.group()


def _kept(clauses: list[str], at: int, aside: set[int]) -> str:
    """Empty where nothing of it is left."""
    clause = clauses[at]
    if at in aside or (
        at - 1 in aside and (NOT_COUNTED.search(clause) or WARNS.match(clause) or OF_ELSE.match(clause))
    ):
        return ""
    if found := NOT_THAT.search(clause):
        return clause[: found.start()]
    before = NOT_THAT.search(clauses[at - 1]) if at else None
    return "" if before and WHY.match(clause) else clause


def _is_aside(clauses: list[str], at: int, asked: Asked) -> bool:
    clause = clauses[at].strip()
    if FIGURE.search(clause) is None:
        return False
    if (found := IS_OF.search(clause)) and not OF_TOLD.search(clause) and _is_of_then(found["then"], asked):
        return _is_told_besides(clause, [*clauses[:at], *clauses[at + 1 :]], asked)
    behind = clauses[at + 1] if at + 1 < len(clauses) else ""
    if WITHIN.search(clause) or not APART.search(clause):
        return False
    return bool(NOT_COUNTED.search(clause)) or (not FIGURE.search(behind) and bool(NOT_COUNTED.search(behind)))


def _is_told_besides(clause: str, others: list[str], asked: Asked) -> bool:
    """合格356件是去年的 names what is asked for, and is said of it."""
    if set(FIGURE.findall(clause)) & set(FIGURE.findall("，".join(others))):
        return False
    return not any(word.kind == "role" for word in words_in(clause, asked.demands)[0])


def _is_of_then(said: str, asked: Asked) -> bool:
    """Of a period that is not asked about, nor anything of it."""
    if any(is_earlier(part.label) or part.label.startswith("20") for part in asked.quantities):
        return False
    if OTHER_TIME.fullmatch(said):
        return True
    period = PERIOD.match(said)
    return bool(period and TAIL.fullmatch(said, period.end()) and not is_asked(period, asked.period))
