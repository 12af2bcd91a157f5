"""What is told beside an answer to one point and is no word of it: 无安全责任事故，消防隐患12处已整改.

Another demand of the same indicator, with its figure; work that was done; what is asked at the end: 无。另外…方便吗.
"""

from collections.abc import Callable

from domain.patterns import pattern_of
from domain.reader.any_trade.slots import likeness
from domain.reader.asked import Asked, Heard
from domain.reader.asked_beside import ASKS, LEADS
from domain.reader.point_names import Point
from domain.reader.question import Question

# nine blanks at most: a long run of them is looked through once
PARTS = pattern_of(r"([,，;；。!！?？\n]+|\s{1,9}(?=[一-鿿]))")
LIMIT, MOST = pattern_of("([0-9]+)[一-鿿]{1,2}以上"), pattern_of("最[大多高长][^没未不]*?([0-9]+)[^0-9]{0,4}$")
NAMED = 2  # pairs of signs of a demand's name
FIGURE = pattern_of("[0-9一二两三四五六七八九十百]")
N = "(?:[0-9]+|[一二两三四五六七八九十百]+)"
# 开展检查5次, 上周才抽查了手机定位, 安全培训做了3场
DONE = pattern_of(
    rf"(?:检查|巡查|巡检|排查|走访|培训|演练|宣传|督导|谈话|教育|整改)[^,;。没未不发出有]{{0,6}}?{N}(?:余|多)?[次场人家户处期遍轮]?[次]?[了的]*$"
    rf"|^[^,;。没未不]{{0,6}}(?:[上这]周|昨天|前天|[上这]个?月)(?:我们?)?(?:刚|才|又|还|也)*(?:抽查|检查|排查|走访|巡查)了?[^,;。没未不0-9]{{0,10}}$"
)
HAPPENED = pattern_of(
    "事故|违|死|伤|亡|起火|[起例](?![源床点降草])|发生|发现|出现|查[出实到]|[没未不超逾脱漏]|但|可能|好像|更正|错"
)
# 都查完了，一共38家; 都主动报的，上半年报了4例，全在系统里: how many there were, and where it is to be seen
OF_ALL = pattern_of(
    rf"(?:[上下]半年|今年|本[月季]|一?共计?|总共|我们?)*[报查建装]?了?{N}[家个户所台件条项人名例次场]|(?:都|全|均)?已?[在录传进][^,;。没未不]{{0,6}}(?:系统|平台|台账)[里中上内]?[了的]*"
)
CHECKED = pattern_of(
    rf"^[^,;。没未不]{{0,6}}(?:{N}[台家处个辆部])?[都全均已](?:[检查验测巡]|检查|排查|检测|检验)[过完好了]+$"
)  # 设备74台都检过了
COURTESY = 6  # signs of what leads to a question


def heard(text: str, question: Question, hear: Callable[[str], Heard]) -> Heard:
    """As it stands, or without what is told beside it where nothing is certain with it."""
    found = hear(text)
    point = next((one for one in question.points if one.seq == question.seq), None)
    if point is None or question.shape not in ("occurrence", "yes", "rank") or (found.values and not found.doubt):
        return found
    rest = _without(text, point, question.asked)
    again = hear(rest) if rest != text else found
    return again if again.values and not again.doubt else found


def _without(text: str, point: Point, asked: Asked) -> str:
    """As it stands where nothing but that would be left."""
    parts = PARTS.split(text)
    kept, is_first, is_asked = "", True, False
    for at in range(0, len(parts), 2):
        clause, stop = parts[at].strip(), "".join(parts[at + 1 : at + 2])
        is_asked = is_asked or (not is_first and _leads_on(clause, parts[at:], point, asked))
        is_else = is_asked or _is_of_another(clause, point, asked, is_first=is_first)
        kept += "" if is_else else parts[at] + stop
        is_first = is_first and not clause
    return kept if any(map(str.isalnum, kept)) else text


def _leads_on(clause: str, rest: list[str], point: Point, asked: Asked) -> bool:
    """另外…，您看啥时候方便: a question up to the end, without a figure and without a word of the point."""
    behind = "".join(rest).strip()
    asks = any(
        ASKS.search(part + stop[:1]) or "您" in part for part, stop in zip(rest[::2], [*rest[1::2], ""], strict=False)
    )
    is_of_it = _pairs(behind, point, asked) or HAPPENED.search(behind)
    return bool(LEADS.match(clause)) and len(behind) >= COURTESY and asks and not is_of_it


def _is_of_another(clause: str, point: Point, asked: Asked, *, is_first: bool) -> bool:
    """Of a place nobody knows what it is, where a rate is told before it."""
    if _pairs(clause, point, asked) or HAPPENED.search(clause):
        return False
    of_demand = max((likeness(clause, demand) for demand in asked.demands), default=0)
    is_named = of_demand >= NAMED and bool(FIGURE.search(clause))
    if is_first:
        return is_named and point.shape == "occurrence"
    is_told = OF_ALL.fullmatch(clause) if point.shape == "yes" else DONE.search(clause) or CHECKED.match(clause)
    return is_named or bool(is_told) or _is_below(clause, point)


def _is_below(clause: str, point: Point) -> bool:
    """最大的班55人, of what is 56 and more."""
    limit, most = LIMIT.search(point.name), MOST.search(clause)
    return limit is not None and most is not None and int(most[1]) < int(limit[1])


def _pairs(clause: str, point: Point, asked: Asked) -> bool:
    """Signs of its name that stand in no other demand's: 安全 of 安全责任事故 beside 消防安全隐患 says nothing."""
    name, others = point.bare, "\n".join(demand.name for demand in asked.demands)
    pairs = {name[at : at + 2] for at in range(len(name) - 1)}
    return any(pair in clause and pair not in others for pair in pairs)
