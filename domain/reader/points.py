"""Answers that are no figures, to one point of an indicator or to several: in place or not, nothing or something, …

Each clause is read by itself; it speaks of the point that it names or numbers, otherwise of the one that was asked.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from domain import answers
from domain.cadences import Period
from domain.numbers import chinese
from domain.reader import words
from domain.reader.asked import Doubt, Value
from domain.reader.masking import clean, names_other_period
from domain.reader.names import Thing, meant

Shape = Literal["yes", "occurrence", "day", "rank"]


@dataclass(frozen=True)
class Point:
    seq: int
    name: str
    shape: Shape


@dataclass(frozen=True)
class Read:
    values: Mapping[int, Value]
    doubt: Doubt | None = None


ENOUGH = 3  # signs of a name
UNSURE = re.compile(
    r"基本|部分|大部分|大体|有的|有些|差不多|正在|还在|将要|即将|应该|可能|大概|好像|似乎|估计|原则上"
    r"|暂时?(?=没|无|未)|目前(?=没|无|未)"
    r"|不是(?:没|无|不)|并非|不敢|说不好|不清楚|不了解|不掌握|不知道|据.{0,6}(?:说|反映)|听说|隔壁|别的"
    r"|其他(?:庭|支部|部门|法院)|兄弟"
)
DANGER = (("question", words.QUESTION), ("either", words.EITHER), ("irony", words.IRONY), ("if", words.IF))
CLAUSE = re.compile(r"[,;。!\n]+|(?<![0-9])\.(?![0-9])|(?<=[是否有无])\s+(?=[0-9])")
NUMBERED = re.compile(
    r"^\s*(?:第\s*)?\(?(?P<seq>[0-9]{1,2}|[一二三四五六七八九十]{1,2})\)?\s*(?:项|条|点|、|\.|:|\))\s*:?"
)
SEVERAL = re.compile(
    r"(?P<first>前)?(?P<many>[0-9]|[两二三四五六七八九十])(?:项|个|条|点|类|方面)?(?=都|均|全|皆|也?没"
    r"|也?无)|(?P<all>以上|上述|全部|各项|所有|每项|统统|通通)(?:都|均|的|几项|各项|事项)?"
)
LISTED = re.compile(r"^(?P<list>[0-9](?:[、,和及][0-9])+)[两二三四五六七八九]?项?")
YES = re.compile(
    r"健全|建全|落实|建立|到位|规范|开通|已?有(?!关)|是(?!否)|齐全?|执行|做到|完成|正常|开展|制定|修订"
    r"|常态化|经常|严格|覆盖|达到|良好|运行|发挥|坚持|实行|推进了|录入|推送|对的?$|没问题|可以|yes|OK|ok"
    r"|行|√|✓|✔|妥|符合|设置|健康|活动"
)
NO = re.compile(r"否|没(?!问题)|未|不(?!断|少|仅|但|错)|无|缺|差|尚|还没|非")
NOTHING = re.compile(
    r"(?:均|都|全|皆|也|确)?(?:没有?|无|未|木有|没得|莫得|不存在|零|[0〇](?=$|起|件|个|次|例|报告|记录"
    r"|发生))(?:再|曾|有|过|发生|发现|出现|查实|存在|接到|收到)*(?:任何|一[件起个]|此类|该类|这类|相关)?"
)
MORE_NOTHING = re.compile(r"为?(?:[零0〇])[起件个次例]?$|(?:均|都|全|皆)?(?:无|没有|零|没得|木有)$")
EMPTY_WORDS = re.compile(
    r"[本这当该]?(?:年度?|月|季度|期|半年)|[上下]半年|20[0-9]{2}年|近[0-9一二三]{1,2}(?:年|个月)"
    r"|[0-9一二三]{1,2}年来?内?|半年来|期间|经(?:自查|核查|核实|核|查实|查|排查|了解)?|查实|我们?(?:庭|院"
    r"|部|室|局|支部|处)?|本(?:庭|院|部|室|局|支部)|咱们?(?:庭|支部)?|支部"
    r"|情[况形]|问题|现象|事项|事件|此类|该类|这类|类|的|了|过|哈|啊|呀|哦|呢|吧|发生|发现|出现|存在|数|为"
    r"|是|有|[起件个次例项]|均|都|全|也|报告|记录|情况|一|任何|放心|谢谢|好的?|收到|嗯"
    r"|[:\s\"“”'~!。,、()（）.]|over|第|第?[0-9一二三四五六七八九十]+(?:项|、|\.)|填报|报送|所有|以上|上述"
    r"|两|三|四|五|六|七|八|九|确|目前|零|[0〇]|和|与|及|或者?"
)


def read(text: str, points: Sequence[Point], asked: int, today: date, period: Period | None = None) -> Read:
    cleaned = clean(text)
    point = next(point for point in points if point.seq == asked)
    if cleaned is None or not cleaned.strip():
        return Read({}, Doubt("not-understood"))
    for reason, pattern in DANGER:
        if pattern.search(cleaned):
            return Read({}, Doubt(reason))
    if period is not None and point.shape in ("yes", "occurrence") and names_other_period(cleaned, period):
        return Read({}, Doubt("other-time"))
    if point.shape in ("yes", "occurrence") and UNSURE.search(cleaned):
        return Read({}, Doubt("about"))
    match point.shape:
        case "yes":
            return _each(cleaned, points, point, _yes)
        case "occurrence":
            return _occurrences(cleaned, points, point, today)
        case "day":
            return _one(point, answers.read_day(text, today))
        case _:
            return _one(point, answers.read_rank(text))


def _one(point: Point, found: Value | str) -> Read:
    if isinstance(found, str):
        return Read({}, Doubt(found))
    return Read({point.seq: found})


def _occurrences(text: str, points: Sequence[Point], point: Point, today: date) -> Read:
    """Something with its day, or nothing; nothing of one point may stand beside something of another."""
    if re.search(
        r"[0-9一二三四五六七八九十廿]\s*[日号]|昨天|前天|今天|上?周[一二三四五六日末]" r"|[1-9][0-9]?\s*[起件个次例]",
        text,
    ):
        number = NUMBERED.match(text)
        named = next((p for p in points if number and _number(number["seq"]) == p.seq), point)
        found = answers.read_occurrence(text[number.end() :] if number else text, today, named.name)
        return _one(named, found)
    return _each(text, points, point, _nothing)


def _each(text: str, points: Sequence[Point], point: Point, state: "State") -> Read:
    """The clauses one by one; what none of them says is a doubt, and so is what two say differently."""
    alike = [one for one in points if one.shape == point.shape]
    values: dict[int, Value] = {}
    open_ones: list[str] = []
    for clause in (part.strip() for part in CLAUSE.split(text)):
        if not clause or not words.FILLER.sub("", clause):
            continue
        about, rest = _about(clause, alike, point)
        value = state(rest, about[0].name if len(about) == 1 else "")
        if value is None:
            open_ones.append(clause)
            continue
        for one in about:
            if values.setdefault(one.seq, value) != value:
                if "但" not in text and "不过" not in text:
                    return Read({}, Doubt("same-twice"))
                values[one.seq] = False
    if not values or any(CHANGES.search(clause) for clause in open_ones):
        return Read({}, Doubt("not-understood"))
    return Read(values)


State = Callable[[str, str], Value | None]
CHANGES = re.compile(r"[0-9]|但|不过|只是|没|未|不|无|缺|除|另|还|将|待|等|计划|准备|打算|争取|正|错")


def _number(written: str) -> int | None:
    return int(written) if written.isdecimal() else chinese(written)


def _about(clause: str, points: Sequence[Point], asked: Point) -> tuple[list[Point], str]:
    """The points that a clause speaks of, and what it says of them."""
    if listed := LISTED.match(clause):
        numbers = {int(digit) for digit in re.findall("[0-9]", listed["list"])}
        return [point for point in points if point.seq in numbers], clause[listed.end() :]
    if number := NUMBERED.match(clause):
        seq = _number(number["seq"])
        found = [point for point in points if point.seq == seq]
        if found:
            return found, clause[number.end() :]
    if several := SEVERAL.search(clause):
        many = {"两": 2}.get(several["many"], _number(several["many"])) if several["many"] else len(points)
        if several["all"] or several["first"] or many == len(points) or (many or 0) >= 2:
            chosen = list(points)[:many] if several["first"] else list(points)
            if len(chosen) == many or several["all"]:
                return chosen, clause[: several.start()] + clause[several.end() :]
    if re.fullmatch(r"(?:[是否有无]\s*){2,}", clause) and len(re.findall("[是否有无]", clause)) == len(points):
        same = set(re.findall("[是否有无]", clause))
        return (list(points), same.pop()) if len(same) == 1 else ([asked], "")
    named = _named(clause, points)
    return (named, clause) if named else ([asked], clause)


def _named(clause: str, points: Sequence[Point]) -> list[Point]:
    """Several by their names in full, or one in short."""
    full = [point for point in points if point.name in clause or _core(point.name) in clause]
    if full:
        return full
    spoken = EMPTY_WORDS.sub("", NOTHING.sub("", clause))
    things = [Thing(str(point.seq), point.name, "count", "") for point in points]
    found = meant(spoken, things) if len(spoken) >= 2 else []
    if isinstance(found, Thing):
        return [point for point in points if str(point.seq) == found.key]
    return []


def _core(name: str) -> str:
    """重大错案 of 近三年重大错案, 意识形态问题 of 意识形态问题发生数."""
    return re.sub(r"^近[一二三]年(?:已查实)?|(?:发生)?数$", "", name)


def _yes(clause: str, name: str) -> bool | None:
    said = YES.search(clause)
    denied = NO.search(clause)
    if denied:
        return False if not re.search(r"无一|没有(?:问题|未|不)", clause) else None
    return True if said else None


def _nothing(clause: str, name: str) -> Literal["nothing"] | None:
    """没有, 均无此类情形, 网上立案无超期审核: of nothing else than of what is asked."""
    if not NOTHING.search(clause):
        return None
    rest = EMPTY_WORDS.sub("", NOTHING.sub("", clause))
    known = EMPTY_WORDS.sub("", NOTHING.sub("", name))
    if not rest or all(sign in name for sign in rest) or _sounds(rest, known):
        return "nothing"
    return None


def _sounds(rest: str, name: str) -> bool:
    things = [Thing("1", name, "count", "")]
    return len(rest) >= ENOUGH and bool(name) and isinstance(meant(rest, things), Thing)
