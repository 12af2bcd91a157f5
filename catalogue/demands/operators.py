"""How a figure is compared: 不低于90%, 90%以上, 控制在5%以内, 大于60%, 力争达到."""

import re
from dataclasses import dataclass

from domain.notice import Op
from domain.patterns import pattern_of

BEFORE: tuple[tuple[Op, str], ...] = (
    (
        ">=",
        r"不(?:得|应|能|可)?(?:低于|少于|小于|低|下于)|大于(?:或)?等于|≥|>=|至少(?:达到?)?|最[低少](?:达到?)?|不得少于",
    ),
    ("<=", r"不(?:得|应|能|可)?(?:超过|高于|多于|大于|超|突破|超出)|小于(?:或)?等于|≤|<=|至多|最[多高长]|不逾"),
    ("<=", r"(?:控制|限制|限定|压缩|压减|压降|缩短|缩减|降低|下降|减少|精简|精确|降|减)(?:在|至|到|为)|限时"),
    (">", r"(?<!不)(?:大于|超过|高于|多于|突破|超出|优于|超)|>"),
    ("<", r"(?<!不)(?:小于|低于|少于|短于)|不足|不到|<"),
    (
        ">=",
        r"达到?(?:了|至)?|(?:提高|提升|增长|增加|上升|扩大|增|升|拓展|延长)(?:至|到)|(?:保持|稳定|维持|巩固|排|位|均)在"
        r"|保持|满|增至|实现|完成|占到?",
    ),
)
GAP = r"(?:了|约|在|为|是|到|全市|全区|\s|\x02|[:：])*$"
Place = tuple[Op, int] | None  # an operator, and where its words begin or end
Readers = tuple[tuple[Op, "re.Pattern[str]"], ...]
READERS: Readers = tuple((op, pattern_of(rf"(?:{words}){GAP}")) for op, words in BEFORE)
AFAR: tuple[tuple[Op, str], ...] = (  # 至少开展, and 压减企业开办时间至 with what is reduced between
    (">=", "(?:至少|不(?:得)?少于|不低于|最少)[^,，。;；、0-9]{0,10}$"),
    ("<=", "(?:最多|不(?:得)?超过|不多于|控制在)[^,，。;；、0-9]{0,10}$"),
    ("<=", "(?:压减|压缩|降低|缩短|减少|控制|压降)[^,，。;；、0-9]{2,16}[至到]$"),
    (">=", "(?:提高|提升|增加|扩大|推动)[^,，。;；、0-9]{2,16}[至到]$"),
)
LOOSE: Readers = tuple((op, pattern_of(words)) for op, words in AFAR)
BEHIND: tuple[tuple[Op, str], ...] = (
    (">=", r"[\s\x02]*(?:\(含\))?(?:[及或]其?|含)?[以之]上|\s*及更多|\s*起步"),
    ("<=", r"[\s\x02]*(?:\(含\))?(?:[及或]其?|含)?[以之](?:下|内)|\s*内(?!容|部|外|设|控|涵|生|科)"),
)
FOLLOWERS: Readers = tuple((op, pattern_of(words)) for op, words in BEHIND)
SOFT = pattern_of(
    r"(?P<aim>力争|争取|努力)[^,，。;；]{0,40}$|(?P<word>基本(?=达|实|控|保|完|在)|原则上|尽量|尽可能|预计|逐步)[^,，。;；、0-9]{0,8}$"
    r"|(?P<near>(?<![预签履节公合])约|大约|接近)(?:为|在)?\s*$"
    r"|(?P<most>一般)(?:为|在|控制在|不超过|不低于|不少于)\s*$"
)
SOFT_BEHIND = pattern_of(r"\s*(?:左右|上下|许|多(?=[个件人家]))")
CHANGE = pattern_of(
    r"(?P<way>增长|提高|提升|上升|增加|扩大|下降|降低|减少|压降|压减|压缩|缩减|缩短|增幅|降幅|回落|[↑↓]|(?<![新审加递核裁])[增升降减](?![率幅]))"
    r"(?:率|幅度|幅|比例)?(?:约|达到|达|为|不?[低高少超多大小][于过]|[:：]|\s)*$"
)
FALLS = ("下降", "降低", "减少", "压降", "压减", "压缩", "缩减", "缩短", "降", "减", "降幅", "回落", "↓")
TO = pattern_of(r"^[^,，]{0,4}?(?:[至到]|控制在|压缩在)")
FURTHEST = 60  # signs between a figure and the words that compare it
NOT_WEAK = pattern_of(r"不|大于|超过|高于|多于|小于|低于|少于|至少|至多|最|控制|压|缩|降|减|限|提|增|[<>≥≤]")


@dataclass(frozen=True)
class Comparison:
    """`start` is where its words begin; `firm` where words before it compare it, 为 and 达到 being none."""

    op: Op
    start: int
    end: int
    firm: bool = False
    way: str = ""  # 增长 or 下降, where the figure is a change
    contrary: bool = False  # 不超过5%以上


def comparison(text: str, since: int, start: int, end: int) -> Comparison | None:
    """Of the figure from `start` to `end`; its words begin behind `since`. None where no word compares it."""
    since = max(since, start - FURTHEST)
    before = text[since:start]
    behind = next(((op, m.end()) for op, pattern in FOLLOWERS if (m := pattern.match(text, end))), None)
    change = CHANGE.search(before)
    ahead = next(((op, m.start()) for op, pattern in (*READERS, *LOOSE) if (m := pattern.search(before))), None)
    if ahead is None and behind is None and change is None:
        return None
    begin = since + (ahead[1] if ahead else len(before))
    if change and not (ahead and _absolute(before, ahead[1])):
        by = _of_both(ahead, behind) or ">="
        return Comparison(by, since + change.start(), behind[1] if behind else end, firm=True, way=_way(change["way"]))
    op = _of_both(ahead, behind)
    assert op is not None
    firm = ahead is not None and bool(NOT_WEAK.match(before, ahead[1]))
    stop = behind[1] if behind else end
    return Comparison(op, begin, stop, firm, contrary=_contrary(ahead, behind, before))


def _absolute(before: str, at: int) -> bool:
    """提高到, 压缩至, 控制在: what it is to be, not by how much it changes."""
    return bool(TO.search(before[at:]))


def _way(way: str) -> str:
    return "下降" if way in FALLS else "增长"


def _of_both(ahead: Place, behind: Place) -> Op | None:
    """达到90%以上, 控制在5%以内; what stands before says more unless it is as good as nothing."""
    if ahead and behind:
        weak = ahead[0] == ">="
        return behind[0] if weak else ahead[0]
    return ahead[0] if ahead else behind[0] if behind else None


def _contrary(ahead: Place, behind: Place, before: str) -> bool:
    if not ahead or not behind:
        return False
    return bool(NOT_WEAK.match(before, ahead[1])) and ahead[0][0] != behind[0][0]
