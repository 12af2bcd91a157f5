"""Parts that are listed beside their sum and do not make it: 民事1420件, 刑事131件, 行政141件, 合计1702件."""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from domain.answers import Occurrence
from domain.patterns import pattern_of
from domain.reader.amounts import find
from domain.reader.asked import Demand, Value
from domain.reader.contraries import is_negative
from domain.reader.masking import clean
from domain.reader.notation import Amount

LIST = 2  # parts, at least
FIGURES = LIST + 1
ANY = pattern_of("[0-9]+|[一二两三四五六七八九十百千]+(?=[件个起次人条名])")
TOGETHER = pattern_of("合计|[共总]计|[一总]共|共|加起来|合起来|相加|加总|之和|总数|总的|[=＝]")
MADE_OF = pattern_of(r"[(:]|分别|即|[由分]为?")
SOME = pattern_of("其中|包括|包含|含")
# told of another time, or to be compared
APART = pattern_of("去年|上年|前年|同[期月比]|上个?[月季]|环比|另|还有|目标|率|比|[年月日号]")
CHANGED = pattern_of("[调转借][走出入进来]|走了|退休|离职|新[来进增]|又来")
DATED = pattern_of("[年月日号时点]")
OVER = pattern_of(r"[。;!)]")
NEARLY = Fraction(1, 10)  # so near to the sum are parts that should have made it
OF_TIME = pattern_of("[学课]时|小时|星期|月")  # 老周差4个学时
MONEY = 10_000
COUNTED = tuple("件人个名位次通")
MOST = 6  # figures that are added up
MANY = 3  # sorts of those who have not
PAUSE = pattern_of("[,;。、()!\n]")


def contradicts(text: str, values: Mapping[str, Value]) -> bool:
    """Of what is told besides the values: figures of the same unit, in a row, before the sum or behind it."""
    if len(ANY.findall(text)) < FIGURES or (cleaned := clean(text)) is None or _has_columns(text):
        return False
    told = _numbers(values)
    figures = [one for one in find(cleaned) if isinstance(one, Amount) and one.sort == "number"]
    found = [one for one in figures if not DATED.match(cleaned, one.end)]
    return any(
        _differs(found[:at][::-1], one, cleaned, told, behind=False)
        or _differs(found[at + 1 :], one, cleaned, told, behind=True)
        for at, one in enumerate(found)
        if one.value in told
    )


def is_short_of(text: str, values: Mapping[str, Value], demands: Sequence[Demand]) -> bool:
    """应轮训300人, 已轮训291人, 8人没参加: those who have not are what the part lacks of its whole."""
    pairs = [(values.get(d.parts[0].label), values.get(d.parts[1].label)) for d in demands if d.is_share and d.whole]
    lacks = {every - some for some, every in pairs if isinstance(some, Fraction) and isinstance(every, Fraction)}
    if not lacks or len(ANY.findall(text)) < FIGURES or not is_negative(text) or (cleaned := clean(text)) is None:
        return False
    told = _numbers(values)
    found = [one for one in find(cleaned) if isinstance(one, Amount) and one.sort == "number" and one.unit in COUNTED]
    figures = [one for one in found if not OF_TIME.match(cleaned, one.end)]
    # 到今天办结30件, 其中2件超期, 期限内办结28件
    lacks |= {one.value - some for one in figures for some, _ in pairs if isinstance(some, Fraction)}
    if not any("在线" in part.label for demand in demands for part in demand.parts):
        cleaned = cleaned.replace("线下", "现场")
    # 录全121, 有效评价415, 差评6: what lacks of one whole is nothing of the other
    open_wholes = {every for some, every in pairs if some is None and isinstance(every, Fraction)}
    apart = [one for before, one in pairwise(figures) if before.value in open_wholes]
    have_not = [
        one for one in figures if one.value not in told and one not in apart and is_negative(_clause(cleaned, one))
    ]
    surely = [one for one in have_not if not APART.search(_clause(cleaned, one))]
    if not surely or _sums(surely) & lacks or _sums(have_not) & lacks:
        return False
    # 405个, 其中满意398个, 基本满意5个, 不满意2个: with those between they are as many
    beside = [one for one in figures if one.value not in told and one not in have_not]
    made = sum((one.value for one in have_not), Fraction(0))
    return not {made + more for more in _sums(beside)} & lacks


def _sums(figures: Sequence[Amount]) -> set[Fraction]:
    values = [one.value for one in figures][:MOST]
    return {
        sum(few, Fraction(0)) for many in range(1, min(len(values), MANY) + 1) for few in combinations(values, many)
    }


def _clause(text: str, one: Amount) -> str:
    before, behind = PAUSE.split(text[: one.start])[-1], PAUSE.split(text[one.end :])[0]
    return f"{before}{behind}的"  # 2人未满, and no 未满90


def _has_columns(text: str) -> bool:
    return any(len(ANY.findall(line)) > 1 for line in text.splitlines() if "\t" in line or "|" in line)


def _numbers(values: Mapping[str, Value]) -> set[Fraction]:
    plain = [Fraction(one) for one in values.values() if isinstance(one, (Fraction, int)) and not isinstance(one, bool)]
    counts = [Fraction(one.count) for one in values.values() if isinstance(one, Occurrence) and one.count]
    return {scaled for one in (*plain, *counts) for scaled in (one, one * MONEY)}


def _differs(beside: Sequence[Amount], whole: Amount, text: str, told: Collection[Fraction], *, behind: bool) -> bool:
    """Nothing of the list makes it, though it is said to, or nearly does."""
    parts, gap, running = _parts(beside, whole, text, told, behind=behind)
    if len(parts) < LIST or whole.value in running:
        return False
    if behind and SOME.search(gap):
        return running[-1] > whole.value
    if behind and gap.startswith("、"):
        return False  # 完毕205件、和解履行23件、终本180件
    if parts[-1].value - running[-2] == whole.value:
        return False  # 全庭30人，1人退休，应填29人
    if not behind and CHANGED.search(text) and whole.value in _changed([one.value for one in parts]):
        return False  # 本来19个，调走1个，又来了2个，现在20个
    is_said = bool((MADE_OF if behind else TOGETHER).search(gap))
    is_of_another = any(one in told for one in running[1:])  # 满意770个, 其中512个、258个, 有效804个
    return is_said or (not is_of_another and abs(running[-1] - whole.value) <= whole.value * NEARLY)


def _changed(values: Sequence[Fraction]) -> set[Fraction]:
    """What the first one told comes to by the others, each of which is added or taken away."""
    come_to = {values[-1]}
    for value in values[:-1][:MOST]:
        come_to = {so_far + change for so_far in come_to for change in (value, -value)}
    return come_to


def _parts(
    beside: Sequence[Amount], whole: Amount, text: str, told: Collection[Fraction], *, behind: bool
) -> tuple[list[Amount], str, list[Fraction]]:
    """As far as they stand in one list; what stands between them and the sum; and what the first of them make."""
    parts: list[Amount] = []
    running: list[Fraction] = []
    first, last = "", whole
    for one in beside:
        left, right = (last, one) if behind else (one, last)
        gap = text[left.end : right.start]
        if (
            one.value in told
            or one.unit not in ("", whole.unit)
            or APART.search(gap)
            or (parts and (OVER.search(gap) or SOME.search(gap)))
        ):
            break
        first = first if parts else gap
        parts.append(one)
        running.append(one.value + (running[-1] if running else 0))
        last = one
    return parts, first, running
