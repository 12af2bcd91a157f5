"""A figure of less than what is asked for, and what is said behind it of the same: 涉企信访办结10件, 上年同月8件."""

from collections.abc import Sequence
from dataclasses import replace

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.masking import NAME, Masked
from domain.reader.names import Thing
from domain.reader.placed import Placed
from domain.reader.trimming import short
from domain.reader.word_lists import any_of
from domain.reader.years import ANY_YEAR

NARROW = pattern_of(
    any_of(
        "(?:民商?事|商事|刑事|行政|家事)(?!审判|庭|案件综合|综合)",
        "金钱(?:债权|类)|知识产权|知产|金融|劳动|涉外|离婚|物业|建设工程|破产|未成年|小额",
        "二审|再审(?!查)|涉[企军众]|涉民生|中央|上级交|交办|督办|市委|政法委",
        "网上信访|网络信访|电子评价|窗口评价(?!器|机)|线上评价|重复信访|初次信访|初信|首次",
        "律师(?!服务平台)|当事人(?!评价)|12345|市民热线|政务热线",
    )
)
IN_BRACKETS = pattern_of(r"\s*\([^()]*\)")  # 收案312件(二审)
WHOLE = pattern_of("合起来|加起来|全院|全部|总|合计|共|所有|两项|两类|综合|整体|其中")
OF_IT = pattern_of("其中|含|包括|里面")
ENDS = pattern_of(r"[。\n;]")
OWN = 4  # signs that make a subject of their own
TOPIC = 60  # signs in which a sort is named


def own_subjects(placed: Sequence[Placed], masked: Masked, known: Sequence[Thing]) -> list[Placed]:
    """What is narrower is only mentioned, and so is what follows without a subject of its own."""
    found: list[Placed] = []
    foreign = False
    at = 0
    for one in placed:
        narrow = _is_narrower(one, known)
        if foreign and not narrow and _has_own_subject(one, masked.text[at : one.amount.start]):
            foreign = False
        at = one.amount.end
        if narrow and not OF_IT.search(one.before):
            foreign = True
        if one.thing and not one.context and (narrow or foreign or _of_one_sort(one, masked, placed)):
            found.append(replace(one, context="scope"))
            continue
        found.append(one)
    return found


def _is_narrower(one: Placed, known: Sequence[Thing]) -> bool:
    things = [one.thing] if one.thing else [t for t in known if t.sort == "count"]
    names = "".join(t.name + "".join(d.name for d in (*t.of, *([t.demand] if t.demand else []))) for t in things)
    if one.thing is None:
        names += "".join(thing.name for thing in known)
    remark = IN_BRACKETS.match(one.behind)
    return any(said not in names for said in NARROW.findall(one.words + (remark.group() if remark else "")))


def _of_one_sort(one: Placed, masked: Masked, placed: Sequence[Placed]) -> bool:
    """速裁平均20天, where the mean of 速裁 and 快审 together is asked for."""
    demand = one.thing.demand if one.thing else None
    if demand is None or demand.kind != "mean" or len(demand.parts) < 4:
        return False
    if not WHOLE.search(one.words) and any(o is not one and o.thing == one.thing for o in placed):
        return True  # 速裁平均22.7天, 快审平均25.6天: one of each sort
    sorts = [part.label[:2] for part in demand.parts[1::2]]
    said = ENDS.split(masked.raw[max(0, one.amount.start - TOPIC) : one.amount.start])[-1] + one.behind
    own = one.words if any(sort in one.words for sort in sorts) else said
    return 0 < sum(sort in own for sort in sorts) < len(sorts) and not WHOLE.search(one.words)


def _has_own_subject(one: Placed, gap: str) -> bool:
    if NAME in one.before or WHOLE.search(one.before):
        return True
    said = words.FILLER.sub("", ANY_YEAR.sub("", short(one.before)))
    return bool(ENDS.search(gap)) and len(said) >= OWN
