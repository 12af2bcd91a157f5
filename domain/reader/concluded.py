"""What an answer comes to in the words of the demand itself: 算没开通, 这条填不符合吧, 结论：健全. The rest is why."""

import re
from collections.abc import Iterator
from functools import lru_cache

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader import point_words as said
from domain.reader.clauses import CLAUSE
from domain.reader.faults import are_told
from domain.reader.own_verbs import COVERED, VERBS
from domain.reader.point_names import SIGNS, Point
from domain.reader.states import ONE_NOT
from domain.reader.told_core import things
from domain.reader.word_lists import any_of

# how people say what stands at the end of a demand
SPOKEN = (
    ("健全", "[建键]全|齐全|全(?=的|了|$)"), ("符合", "符合|达标|合格"), ("规范", "规范"),
    ("效果好", "明显|显著|良?好"), ("良好", "良?好|不错"), ("强", "(?<!加)强"),
    ("经常", "经常|正常"), ("严格", "严格"), ("常态化", "常态化?"), ("开通", "能用|可用|启用|开放|行|可以"),
    COVERED, *VERBS,
)  # fmt: skip
LEAD = any_of(
    "严格来?[讲说]|真要[讲说]|所以[呢啊]?|因此|那么?|呢|总的?来[说讲看]|老实[讲说]|说实话|实事求是|一句话|总之|反正|结论|综上|综合|[上下]半年|今年|本期|[这本]次|[这该此][个条项]?|这边|目前|现在|我们?[庭院部局室]?|本[庭院部局室]",
    "肯定|确实|[很蛮挺]|非常|比较|真|还真|只能|不好|可以|能|也|都|均|已经?|就|得|要|给|应该?|判定|认定|评定|视作|视为|作为|算(?:是|作)?|属于?|[上填]?[报填写选](?:个|的)?|更?改[成为]?|更正为?|登记|答复|回复|[是为成]|一、|二、|三、|[\\s:“”\"'‘’]",
)
NOT = (
    r"(?:(?:还|尚|也|都)*(?:没有?|未能?|不能|不好|没法|谈不上|算不上|够不上|不(?=[能够算健建键齐全符达合规良好经严强到]))"
    r"(?:能|够)?(?:算(?:是|作)?|做到|达到|实现|说(?:是|有)?|完全|全部)?)"
)
MADE = "组织|开展|召开|汇总|形成|整理|编制?|单独|专门|统一"
END = r"(?:[的了啦吧呢啊呀哈哦滴]|就行|即可)*"
OF_A_YES = ("not-understood", "question")
OF_A_NO = ("about", "either", "same-twice", "other-time")
HEDGED = pattern_of(
    r"要是|应该(?!是)|可能|大概|好像|似乎|估计|恐怕|感觉|不确定|不清楚|不知道|不好说|说不准|听|据说|如果|万一|暂|先|再[问核看查]|要[问核等]|等[^,;。]{1,8}(?:回|答|确认|定)|[?？]"
)
EARLIER = pattern_of(r"[去前上]年|以前|之前|原来|原先|过去|当时|本来")
LATER = pattern_of(r"下半年|下一?步|下个?[月季]|明年|将|计划|打算|准备|争取|正在|还在")
TURNED = pattern_of(r"后来|现已|目前已|已经?(?:[建补开改录]|落实|完善|健全)|补上|恢复了|[建开补改]好了")
CORRECTS = pattern_of("更正|讲错|说错|写错|报错|填错|搞错|弄错|误报|改[成为]")


def verdict(text: str, asked: Point, reason: str) -> bool | None:
    """None where nothing of the kind is said, or more than one thing; `reason` is that for which it was doubted.

    What falls short, as people tell it around a no, makes a yes doubtful.
    """
    text = level(text.strip())
    patterns = _patterns(asked.core) if asked.shape == "yes" and reason in (*OF_A_YES, *OF_A_NO) else None
    if patterns is None or HEDGED.search(text):
        return None
    whole, bare = patterns
    parts = [part.strip() for part in CLAUSE.split(text) if part and part.strip()]
    told: set[bool] = set()
    rest: list[str] = []
    for part in parts:
        found = None if EARLIER.search(part) else whole.fullmatch(part)
        told |= {not (found["no"] or found["none"])} if found else set()
        rest += [] if found else [part]
    if not told and (run_on := _at_the_end(text, bare)) is not None:
        told, rest = {run_on[0]}, [run_on[1]]
    if len(told) != 1:
        return None
    (is_so,) = told
    if is_so and reason not in OF_A_YES:
        return None
    return is_so if all(_goes_with(part, bare, is_so=is_so) for part in rest) else None


def _at_the_end(text: str, bare: "re.Pattern[str]") -> tuple[bool, str] | None:
    """…责任还没列进去呢所以呢今年上半年算不健全的, without a sign between."""
    found = re.search(rf"(?:所以|因此|改成|只能|就算)(?:{LEAD})*+(?P<no>{NOT})?(?:{bare.pattern}){END}[。!~]*$", text)
    return (not found["no"], text[: found.start()]) if found else None


def _goes_with(part: str, bare: "re.Pattern[str]", *, is_so: bool) -> bool:
    if is_so:
        if CORRECTS.search(part) or EARLIER.search(part):
            return True
        return not (said.NO.search(ONE_NOT.sub("", part)) or are_told(part))
    if LATER.search(part) or TURNED.search(part):
        return not TURNED.search(part)
    return not any(_is_affirmed(part, found) for found in bare.finditer(part))


def _is_affirmed(part: str, found: "re.Match[str]") -> bool:
    """文件没出 and 机制还没建 affirm nothing."""
    return not said.NO.search(part[: found.start()])


def _verbs(core: str) -> Iterator[str]:
    for verb, spoken in SPOKEN:
        if verb in core:
            yield f"{verb}|{spoken}"


@lru_cache(maxsize=256)
def _patterns(core: str) -> tuple["re.Pattern[str]", "re.Pattern[str]"] | None:
    name = SIGNS.sub("", core)
    verbs = "|".join(_verbs(name))
    if not verbs:
        return None
    verb = f"(?:{verbs})"
    thing = things(name).pattern
    about = rf"(?>{LEAD}|{thing})*+"
    made = rf"(?P<none>{NOT})(?:{MADE})+[过成了]*(?:{thing}|的)++{END}"
    return pattern_of(rf"{about}(?:{made}|(?P<no>{NOT})?{verb}(?>{verb}|到位|起来|[好成了上])*+{END})"), pattern_of(
        verb
    )
