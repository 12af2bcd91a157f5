"""What the clauses of an answer state of each point, and what they state together."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from domain import answers, events
from domain.cadences import Period
from domain.dates import find_day
from domain.patterns import pattern_of
from domain.reader import assents, faults, headings, own_verbs, untrue
from domain.reader import point_words as said
from domain.reader.asked import Doubt, Value
from domain.reader.clauses import AFTER, AFTERMATH, BROKEN, CHANGES, DENIES, SAYS, clauses
from domain.reader.in_time import is_of_no_delay
from domain.reader.of_the_kind import is_its_name, is_lesser
from domain.reader.other_units import is_of_others, takes_nothing_back, turns
from domain.reader.own_period import without_own
from domain.reader.point_names import About, Point, about, is_named_in_full, of_one
from domain.reader.point_times import (
    UP_TO_NOW,
    in_window,
    is_found_then,
    is_of_other_time,
    lies_within,
    window_of,
)
from domain.reader.states import COUNTED, ONE_NOT, State, is_of_demand, nothing_or_something, yes_or_no

# 没超期，就是有一件退回补正的
OF_OTHERS = pattern_of(
    r"^(?:但是?|不过|只是|就是|倒是?)*有?[一1][件个](?!.*(?:超|逾|拖|延|晚|迟|期|查|发现|显示|漏|不对|天|[日号]))[^,;。0-9]{3,12}$"
)
# 查实1起，外院的
THEIRS = pattern_of(r"^(?:但?是|属于?)?(?:外[院区]|别的?|其他|其它|兄弟|隔壁|邻区|人家)[^,;。0-9]{0,4}的$")
LATELY = pattern_of(r"后来|后面|现在|目前|如今|刚|才|终于|补|[0-9一二三四五六七八九十][月日号]|[上下]半年|已")
TO_BE = frozenset("是就属于为系的那这件个类一")
PRAISE = pattern_of(r"正面(?:的|宣传|新闻)*报道|表扬|感谢信|锦旗")  # no event of the kinds that are asked about
# 清明放假回来没顾上, 内勤休假没人审, behind what happened: why
OVERLOOKED = pattern_of(
    r"^(?!.*(?:另|别的|其他|其余|还[有没]|[0-9一二两三四五六七八九十]+[起件次]))[^,;。]{0,14}(?:没(?:有)?(?:来得及|顾[上得]|人[审看管盯]|看[到见]|注意到?|留意)|忘了?|漏了?)[审看处理点办]{0,2}[的了]*$"
)
LAST_YEAR = pattern_of("^(?:去年|前年|上年)(?!.*(?:今年|起|以来|至今|一样))")
SOME = pattern_of(rf"其中|部分|另|有的|{COUNTED.pattern}")  # 其中1件不属实: the others may be true


@dataclass(frozen=True)
class Read:
    values: Mapping[int, Value]
    doubt: Doubt | None = None


@dataclass(frozen=True)
class Asking:
    """`others` are the names of other departments: what one of them has is no answer."""

    points: Sequence[Point]
    asked: Point
    today: date
    period: Period | None
    others: Collection[str]


@dataclass
class Statement:
    """What the clauses say of one point, and whether it was named by its number or among all."""

    point: Point
    states: list[State] = field(default_factory=list)
    happened: list[str] = field(default_factory=list)  # clauses that say what, when, how many
    opposed: bool = False  # 但, …
    came_late: bool = False  # 原来没有，后来建了
    is_weighed: bool = False  # a complaint, of which is said next what it came to
    is_half_denied: bool = False  # 制度健全，但没有落实, where it is asked about both
    is_pointed_at: bool = False  # by its number, among all, or by its whole name


@dataclass
class Statements:
    of: dict[int, Statement] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    is_astray: bool = False  # something was said of another time

    def note(self, clause: str, spoken: About, asking: Asking) -> bool:
        """False where nothing of the text is certain any more."""
        opposed = bool(said.OPPOSITE.match(clause))
        dated = find_day(spoken.rest, asking.today, past=True)
        if asking.period and asking.period.end.month <= 6 and AFTER.search(spoken.rest):
            return said.NOTHING.search(spoken.rest) is not None
        if dated and dated.day and dated.day > asking.today and any(one.shape == "yes" for one in spoken.points):
            return False
        for shape in sorted({one.shape for one in spoken.points}):
            mine = [one for one in spoken.points if one.shape == shape]
            state = yes_or_no(spoken.rest, mine) if shape == "yes" else nothing_or_something(spoken.rest, mine)
            if state == "unsure" or (state == "yes" and said.COMING.search(spoken.rest)):
                return False
            happened = shape == "occurrence" and (state == "something" or (state == "" and dated is not None))
            for one in mine:
                self._add(one, state, spoken, happened=happened, opposed=opposed)
            if state == "cleared" and self.unread and not SOME.search(spoken.rest):
                self.unread.clear()  # 有两位迟到被提醒，够不上拖拉
            if state == "open" and all(self.states_of(one) == ["no"] for one in mine) and not turns(clause):
                continue  # 尚未完成，还差两个村
            if state == "open" or (state == "" and (opposed or not happened)):
                self.unread.append(clause)
        return True

    def states_of(self, point: Point) -> list[State]:
        return self.of[point.seq].states if point.seq in self.of else []

    def has_told(self, point: Point) -> bool:
        entry = self.of.get(point.seq)
        return entry is not None and bool(entry.happened or entry.states or entry.is_weighed)

    def _add(self, point: Point, state: State, spoken: About, *, happened: bool, opposed: bool) -> None:
        entry = self.of.setdefault(point.seq, Statement(point))
        entry.is_pointed_at |= spoken.by in ("number", "all") or is_named_in_full(spoken.rest, point)
        entry.is_weighed |= state == "weighed"
        if happened:
            entry.happened.append(spoken.rest)
        told = bool(entry.happened) or "something" in entry.states or entry.is_weighed
        found_none = state == "nothing" and told and said.FOUND_NONE.search(spoken.rest)
        if found_none or (state == "cleared" and not (told and SOME.search(spoken.rest))):
            told_of, entry.happened = entry.happened, untrue.rest_of(entry.happened, spoken.rest)
            if entry.happened:
                return
            if untrue.is_open(told_of, spoken.rest):
                entry.states += ["something", "nothing"]
                return
            is_untrue = said.UNTRUE.search(spoken.rest) if told else said.NONE_OF_THEM.search(spoken.rest)
            entry.states = [one for one in entry.states if one != "something"]
            if is_untrue:
                entry.states.append("nothing")
        if state in ("yes", "no", "nothing", "something"):
            entry.opposed |= opposed
            entry.is_half_denied |= state == "no" and is_of_demand(spoken.rest, point)
            entry.came_late = state == "yes" and "no" in entry.states and bool(LATELY.search(spoken.rest))
            entry.states.append(state)


def read(text: str, asking: Asking) -> Read:
    """The clauses one by one; a clause that names no point speaks of the one before."""
    alike = [one for one in asking.points if one.shape == asking.asked.shape]
    stated = Statements()
    current = About((asking.asked,), "")
    told = assents.without_strange(clauses(text), asking.asked, asking.points)
    for n, clause in enumerate(told):
        if _is_theirs(clause, stated, asking):
            return Read({}, Doubt("other-unit"))
        if is_of_others(clause, asking.others):
            continue
        if _adds_nothing(clause, stated, asking) or is_its_name(clause, asking.asked):
            continue
        if heading := headings.of(clause, told[n + 1 :], asking.points):
            current = About((heading,), "", "name")
            continue
        spoken = _of_the_verb(clause, current, asking) or of_one(
            about(said.OPPOSITE.sub("", clause), asking.points, alike, stated.of), asking.asked, clause, asking.points
        )
        is_of_none = spoken.by == "number" and not spoken.points
        if is_of_none or (stated.has_told(asking.asked) and _is_said_to_be_of_another(spoken, asking)):
            return Read({}, Doubt("which"))
        before = About((asking.asked,), "") if clause.startswith("结论") else current
        current = spoken if spoken.by else About(before.points, spoken.rest, before.by)
        if _is_of_other_time(clause, current, asking):
            if _is_within(current, asking):
                return Read({}, Doubt("occurrence-day"))
            stated.is_astray = True
            stated.unread += [clause] if faults.are_recent(clause) else []  # 5月被点名一次, of the half-year
        elif SAYS.sub("", rest := UP_TO_NOW.sub("", current.rest)) and not stated.note(
            clause, replace(current, rest=rest), asking
        ):
            return Read({}, Doubt("about"))
    return _together(stated, asking)


def _is_said_to_be_of_another(spoken: About, asking: Asking) -> bool:
    """4月21日1件，是网上立案: the name of another point, and nothing else."""
    if asking.asked.shape != "occurrence" or asking.asked in spoken.points or len(spoken.points) != 1:
        return False
    other = spoken.points[0]
    return other.shape == "occurrence" and set(spoken.rest.strip()) <= set(other.name) | TO_BE


def _adds_nothing(clause: str, stated: Statements, asking: Asking) -> bool:
    """2026年下半年, by itself; what takes nothing away from nothing; of another point that it is told later."""
    if headings.is_left_for_later(clause, asking.asked, asking.points):
        return True
    if asking.period and not SAYS.sub("", without_own(clause, asking.period)):
        return True
    asked = asking.asked
    if is_lesser(clause, asked.name) and "nothing" in stated.states_of(asked):
        return True
    if said.LATE in asked.name and (
        is_of_no_delay(clause) or ("nothing" in stated.states_of(asked) and OF_OTHERS.match(clause))
    ):
        return True
    if PRAISE.search(clause) and not said.NO.search(clause) and "正面" not in asked.name:
        return True
    return bool(said.NO_OTHERS.match(clause)) and stated.has_told(asked)


def _of_the_verb(clause: str, current: About, asking: Asking) -> About | None:
    """已全部录入调解平台, as long as it is spoken of the point that was asked about: no other one's platform."""
    if asking.asked.shape != "yes" or current.points != (asking.asked,):
        return None
    return About(current.points, clause) if own_verbs.said_of(clause, asking.asked) == "yes" else None


def _is_theirs(clause: str, stated: Statements, asking: Asking) -> bool:
    if is_of_others(clause, asking.others):
        return not takes_nothing_back(clause, stated.states_of(asking.asked))
    return stated.has_told(asking.asked) and bool(THEIRS.match(clause))


def _is_of_other_time(clause: str, spoken: About, asking: Asking) -> bool:
    """What was founded or done in another year is so still."""
    is_done = said.FOUNDED.search(clause) or own_verbs.said_of(clause, asking.asked) == "yes"
    if asking.asked.shape == "yes" and not own_verbs.lasts(asking.asked.core) and LAST_YEAR.match(clause):
        return True
    if asking.asked.shape == "yes" and is_done:
        return False
    return is_of_other_time(spoken.rest, asking.period, window_of(spoken.points), asking.today)


def _is_within(spoken: About, asking: Asking) -> bool:
    """7月有1起, of the half-year: a part of it says nothing of the rest, and something of the whole."""
    mine = [one for one in spoken.points if one.shape == "occurrence"]
    if asking.period is None or not mine or nothing_or_something(spoken.rest, mine) != "something":
        return False
    return lies_within(spoken.rest, asking.period, window_of(mine), asking.today)


def _together(stated: Statements, asking: Asking) -> Read:
    """What none of the clauses says is a doubt, and so is what two say differently."""
    values: dict[int, Value] = {}
    for seq, entry in stated.of.items():
        value = _value(entry, asking)
        if isinstance(value, Doubt) and value.reason == "occurrence-what":
            value = _with_its_kind(entry, stated.unread, asking) or value
        if isinstance(value, answers.Occurrence) and events.is_of_another(
            entry.point.name, stated.unread, _names_beside(entry, asking)
        ):
            return Read({}, Doubt("occurrence-what"))
        if isinstance(value, Doubt):
            return Read({}, value)
        if value is not None:
            values[seq] = value
    if not values:
        return Read({}, Doubt("other-time" if stated.is_astray else "not-understood"))
    changes = CHANGES if asking.asked.shape == "occurrence" else DENIES
    if any(entry.happened for entry in stated.of.values()):
        stated.unread = [OVERLOOKED.sub("", BROKEN.sub("", clause)) for clause in stated.unread]
    left = [ONE_NOT.sub("", clause) for clause in stated.unread]
    unread = any(changes.search(AFTERMATH.sub("", clause)) for clause in left)
    unread = unread or (True in values.values() and any(map(faults.are_told, left)))
    unread = unread and not all(value is False for value in values.values())
    taken_back = False in values.values() and any(map(turns, stated.unread))
    if unread or taken_back:
        return Read({}, Doubt("not-understood", (keyed(values),)))
    if asking.asked.seq not in values and not any(stated.of[seq].is_pointed_at for seq in values):
        return Read({}, Doubt("other-point", (keyed(values),)))
    return Read(values)


def keyed(values: Mapping[int, Value]) -> dict[str, Value]:
    return {f"#{seq}": value for seq, value in values.items()}


def _value(entry: Statement, asking: Asking) -> Value | Doubt | None:
    states = set(entry.states)
    if entry.point.shape == "yes":
        if states == {"yes", "no"} and entry.came_late:
            return True
        if states == {"yes", "no"}:
            return False if entry.opposed and entry.is_half_denied else Doubt("same-twice")
        return "yes" in states if states else None
    if entry.happened and "nothing" not in states:
        return _happened(entry, asking)  # what is missing in it is asked for
    if "something" in states or ("nothing" in states and any(map(is_found_then, entry.happened))):
        return Doubt("same-twice")
    return "nothing" if "nothing" in states else None


def _names_beside(entry: Statement, asking: Asking) -> list[str]:
    return [one.name for one in asking.points if one.shape == "occurrence" and one.seq != entry.point.seq]


def _with_its_kind(entry: Statement, unread: Sequence[str], asking: Asking) -> Value | None:
    """共2起，都是4月2号那次检查查出来的，迟到: what it was, in a clause of its own."""
    own = [
        clause
        for clause in unread
        if not COUNTED.search(clause)
        and not said.NOTHING.search(clause)
        and not any(name in clause for name in asking.others if name)
        and any(kind in entry.point.name and words.search(clause) for kind, words in events.KINDS)
    ]
    found = _happened(replace(entry, happened=[*entry.happened, *own]), asking) if own else None
    return None if isinstance(found, Doubt) else found


def _happened(entry: Statement, asking: Asking) -> Value | Doubt:
    found = answers.read_occurrence(",".join(entry.happened), asking.today, entry.point.name)
    if isinstance(found, str):
        return Doubt(found)
    return found if in_window(found.day, asking.period, window_of((entry.point,))) else Doubt("other-time")
