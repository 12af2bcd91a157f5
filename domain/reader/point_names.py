"""Which points of an indicator a clause speaks of: by their numbers, by their names, by how many there are."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations
from typing import Literal

from domain.numbers import chinese, level
from domain.patterns import pattern_of
from domain.reader.point_words import IN_PLACE
from domain.reader.sounds import as_written_in

Shape = Literal["yes", "occurrence", "day", "rank"]
AT_MOST = 24  # signs of a clause in which a name is looked for by its sound
COUNTING = "项|个|条|点|类|方面|款|种|样|块"
NUMBERED = pattern_of(
    r"^\s*(?P<th>第\s*)?\(?(?P<seq>[0-9]{1,2}|[一二三四五六七八九十]{1,2})\)?\s*(?:(?(th)项|(?!))"
    r"|(?(th)[条点个]|(?!))|[、:)]|\.(?![0-9]))\s*:?"
    r"|^\s*(?:第\s*)?(?P<bare>[1-9])\s*(?=[也都均]?[是否有无没未已]|健全|落实)"
)
LISTED = pattern_of(
    rf"^第?(?P<list>[0-9](?:[、,和及与跟][0-9](?![0-9月日号年起件]))+)[两二三四五六七八九]?(?:{COUNTING})?"
)
RANGE = pattern_of(rf"^第?(?P<first>[0-9])\s*(?:[-—~～至到]+)第?\s*(?P<last>[0-9])(?![0-9月日号年起件])(?:{COUNTING})?")
SEVERAL = pattern_of(
    rf"(?<!反映)(?<!投诉)(?<!线索)(?<!举报)(?P<end>前|最?后)?(?P<many>[0-9]|[一两二三四五六七八九十])(?:{COUNTING}|本|份|套|册)(?:台账|账本?|名册|情[况形]|问题|内容|制度|机制|功能|系统|平台|环节|措施|立案)?"
    r"(?=都|均|全|皆|统统|也?没|也?[无有]|已|是|否|健全|落实|$)"
    r"|(?P<all>(?<![较重特]大)(?<!一般)(?<![级人元件个%0-9])以上|上述|各项|所有|每[一]?项|统统|通通|(?:全部|所有)(?:[的0-9一-十]*)?项目?)(?:都|均|的|几项"
    r"|各项|事项|情况)*"
)
REST = pattern_of(
    r"^(?:但是?|不过)?(?:其余|其他|其它|剩下|剩余|余下|别的|另外(?=[几的各]))(?:的|各|几|[0-9两一二三四五六七八九])*(?:项|个|条|点)?"
    r"(?=[\s:均都也全还已暂]*(?:[是否有无没未有]|健全|落实|建|开[通展]|完成|做到|到位|执行))(?!没[录报填交])"
)
STATES = pattern_of(r"(?:[是否有无]\s*){2,}")
WINDOW = pattern_of(r"^近[一二三四五]年(?:已查实)?")
# they name no point by themselves
COMMON = pattern_of(
    r"健全|落实|建立|规范|开通|功能|制度|机制|发挥|作用|良好|开展|工作|经常|严格|效果|情况|问题|问题数|发生|现象|办理"
    r"|重大|严重|恶劣|措施|程序|台账|管理|教育|活动|设置|记录|平台|法院|法庭|干警|立案|通报|名次|排名|质效|录入|信息|单位|人员"
)
OR = pattern_of("\x01(?:或者?|还是)\x01")
# between two that are named side by side
APART = pattern_of(rf"[和与及跟、,;还]|以及|两|也|(?!对接){IN_PLACE}")
VERBS_LAST = pattern_of(rf"(?:并?{IN_PLACE})++$")
ADVERBS = pattern_of("已经?|均|都|也|全部")
NOT = pattern_of("[没未不无非否]")
LONG_ENOUGH = 4  # signs of a name that is no word of the writer's
IN_FULL = 6  # signs of a name that nothing else has
PAIRS = 2  # of signs, of which more than one name may be made
SIGNS = pattern_of(r"[\s“”\"'《》()（）、,/]")


@dataclass(frozen=True)
class Point:
    seq: int
    name: str
    shape: Shape
    unit: str = ""

    @cached_property
    def core(self) -> str:
        """重大错案 of 近三年重大错案, 意识形态问题 of 意识形态问题发生数."""
        return re.sub(r"(?:发生)?数$", "", WINDOW.sub("", level(self.name)))

    @cached_property
    def bare(self) -> str:
        """The core in one row of signs."""
        return SIGNS.sub("", self.core)


@dataclass(frozen=True)
class About:
    """The points, what is left of the clause, and whether they were named in so many words or by their numbers."""

    points: tuple[Point, ...]
    rest: str
    by: Literal["number", "name", "all", ""] = ""


def about(clause: str, points: Sequence[Point], alike: Sequence[Point], told: Iterable[int] = ()) -> About:
    """`alike` are the points of the shape that is asked about; `told` those that were spoken of already."""
    if listed := LISTED.match(clause):
        numbers = {int(digit) for digit in re.findall("[0-9]", listed["list"])}
        return _numbered(numbers, points, clause[listed.end() :])
    if span := RANGE.match(clause):
        return _numbered(set(range(int(span["first"]), int(span["last"]) + 1)), points, clause[span.end() :])
    if number := NUMBERED.match(clause):
        seq, rest = _number(number["seq"] or number["bare"]), clause[number.end() :]
        if not number["th"] and (own := named(rest, points)) and all(one.seq != seq for one in own):
            return About(own, rest, "name")  # 1、对接机制: the mark of a list of the writer's own
        return _numbered({seq} if seq else set(), points, clause[number.end() :])
    if others := REST.match(clause):
        left = tuple(one for one in alike if one.seq not in told)
        return About(left, clause[others.end() :], "all")
    if several := SEVERAL.search(clause):
        rest = clause[: several.start()] + clause[several.end() :]
        if chosen := _several(several, points, alike, named(rest, points)):
            return About(chosen, rest, "all")
    if STATES.fullmatch(clause):
        states = re.findall("[是否有无]", clause)
        if len(states) == len(alike) and len(set(states)) == 1:
            return About(tuple(alike), states[0], "all")
    found = named(clause, points)
    return About(found, clause, "name" if found else "")


def _numbered(numbers: set[int], points: Sequence[Point], rest: str) -> About:
    """None at all where one of the numbers is no point's."""
    found = tuple(point for point in points if point.seq in numbers)
    return About(found if len(found) == len(numbers) else (), rest, "number")


def _number(written: str) -> int | None:
    return int(written) if written.isdecimal() else chinese(written)


def _several(
    several: "re.Match[str]", points: Sequence[Point], alike: Sequence[Point], spoken: tuple[Point, ...]
) -> tuple[Point, ...]:
    """前五项, 四项 of four; 三项 of whichever three are named."""
    if several["all"]:
        return spoken if len(spoken) > 1 else tuple(alike)
    many = {"两": 2}.get(several["many"]) or _number(several["many"])
    if several["end"]:
        of_them = alike[:many] if several["end"] == "前" else alike[-(many or 0) :]
        return tuple(of_them) if many and many <= len(alike) else ()
    if many == len(spoken) > 1:
        return spoken
    return tuple(alike) if many == len(alike) else tuple(points) if many == len(points) else ()


def named(clause: str, points: Sequence[Point]) -> tuple[Point, ...]:
    """By their names in full, otherwise by what stands in the name of one of them alone."""
    bare = SIGNS.sub("", clause)
    full = [point for point in points if point.bare in bare]
    marks = _marks(tuple(points))
    short = [point for point in points if any(mark in bare for mark in marks[point.seq])]
    short = _distinct(bare, short, full, marks)
    found = {point.seq: point for point in (*full, *short)}
    if not found and (most := _most_of(bare, points)):
        return (most,)
    if not found:
        heard = [point for point in points if 3 <= len(bare) <= AT_MOST and _by_sound(bare, point)]
        found = {heard[0].seq: heard[0]} if len(heard) == 1 else {}
    return tuple(found[seq] for seq in sorted(found))


def _most_of(bare: str, points: Sequence[Point]) -> Point | None:
    """干警每周的理论学习: more of one name, in two places, than of any other's, and nothing that it has not."""
    pairs = {bare[at : at + 2] for at in range(len(bare) - 1)}
    shares = {point: {pair for pair in pairs if pair in point.bare} for point in points}
    most = max(points, key=lambda point: len(shares[point]), default=None)
    if most is None or len(shares[most]) <= PAIRS or any(shares[one] >= shares[most] for one in points if one != most):
        return None
    rest = [pair for pair in shares[most] if all(pair not in shares[one] for one in points if one != most)]
    is_all = all(shares[one] <= shares[most] for one in points)
    return most if rest and is_all and COMMON.search("".join(rest)) else None


def _distinct(bare: str, short: list[Point], full: list[Point], marks: dict[int, list[str]]) -> list[Point]:
    """Without those of whom all that stands there is a part of another one's word: 查阅卷宗 is 阅卷, and no 卷宗."""
    if len(short) < 2:
        return short
    places = {point.seq: {bare.index(mark) for mark in marks[point.seq] if mark in bare} for point in short}
    share = {point.seq: len(places[point.seq]) / len(marks[point.seq]) for point in short}
    return [
        point
        for point in short
        if point in full
        or not any(
            share[other.seq] > share[point.seq]
            and all({at - 1, at, at + 1} & places[other.seq] for at in places[point.seq])
            for other in short
        )
    ]


def of_one(spoken: About, asked: Point, clause: str, points: Sequence[Point]) -> About:
    """全面从严治党 before 责任清单, 窗口 before 阅卷: what stands in one breath with the name of the one that was asked
    about speaks of that one alone."""
    if spoken.by != "name" or asked.shape != "yes" or asked not in spoken.points or len(spoken.points) == 1:
        return spoken
    marks = _marks(tuple(points))
    its = _last_of(clause, marks[asked.seq])
    owner = next((one for one in spoken.points if one is not asked and _owns(clause, marks[one.seq], its)), None)
    if owner:
        return About((owner,), spoken.rest, "name")  # 青年小组的集体学习
    kept = [
        point
        for point in spoken.points
        if point is asked or is_named_in_full(clause, point) or _is_apart(clause, its, marks[point.seq])
    ]
    return About(tuple(kept), spoken.rest, "name")


def _is_apart(clause: str, its: int, marks: Sequence[str]) -> bool:
    if sum(mark in clause for mark in marks) == 1 and len(marks) >= LONG_ENOUGH:
        return False  # 四个法庭 of 法庭与基层单位及人员信息
    at = _last_of(clause, marks)
    return bool(APART.search(clause[min(at, its) : max(at, its)]))


def _owns(clause: str, marks: Sequence[str], its: int) -> bool:
    at = _last_of(clause, marks)
    return at < its and "的" in clause[at:its] and not APART.search(clause[at:its])


def _last_of(clause: str, marks: Sequence[str]) -> int:
    return max((clause.rindex(mark) for mark in marks if mark in clause), default=0)


@lru_cache(maxsize=256)
def _marks(points: tuple[Point, ...]) -> dict[int, list[str]]:
    """Of each point the pairs of signs that no other one's name has: 跨域 and 跨境 of 立案超期审核."""
    return {point.seq: marks_of(point, points) for point in points}


def marks_of(point: Point, points: Sequence[Point]) -> list[str]:
    name = point.bare
    cut = re.sub(f"(?!对接){IN_PLACE}", "\n", COMMON.sub("\n", name))
    others = "\n".join(SIGNS.sub("", one.name) for one in points if one.seq != point.seq)
    pairs = {cut[i : i + 2] for i in range(len(cut) - 1)}
    return [pair for pair in pairs if "\n" not in pair and pair not in others]


@lru_cache(maxsize=256)
def parts_of(name: str) -> "re.Pattern[str]":
    """Whatever stands in it, the longest first: by each pair of signs it may be spoken of."""
    parts = {name[at:end] for at in range(len(name)) for end in range(at + 2, len(name) + 1)}
    return pattern_of("|".join(sorted(parts, key=len, reverse=True)) or "(?!)")


def is_named_in_full(clause: str, point: Point) -> bool:
    """离任人员从业管理台账已建立: whichever was asked about."""
    name = VERBS_LAST.sub("", point.bare)
    return len(name) >= IN_FULL and name in ADVERBS.sub("", SIGNS.sub("", clause))


def _by_sound(bare: str, point: Point) -> bool:
    heard = as_written_in(bare, point.bare)
    return heard != bare and point.bare in heard


def without_denials(text: str, points: Sequence[Point]) -> str:
    """不良事件 of 麻醉不良事件主动上报 denies nothing."""
    for point in points:
        name = point.bare
        for part in set(parts_of(name).findall(text)) if NOT.search(name) else ():
            if len(part) >= LONG_ENOUGH and NOT.search(part):
                text = text.replace(part, NOT.sub("\x01", part))
    return text


def without_names(text: str, points: Sequence[Point]) -> str:
    """The text without the names: what stands in a name is no "or" and no "not" of the writer's."""
    for point in points:
        for name in (level(point.name), point.core):
            text = text.replace(name, "\x01" * len(name))
    for point in points:
        parts = [part for part in re.split("[或和、]", point.core) if len(part) >= 4]
        for one, other in combinations(parts, 2):
            text = re.sub(f"{re.escape(one)}(?:或者?|、|以及|和){re.escape(other)}", "\x01", text)
    return OR.sub("\x01\x01", text)  # 重大错案或者重大过失
