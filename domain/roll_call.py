"""The monthly round of a department: how many should file, how many filed, how many records. Counts only."""

import re
from dataclasses import dataclass
from typing import Literal

from domain.numbers import NUMBER, chinese
from domain.ours import without_theirs
from domain.patterns import pattern_of
from domain.put_right import without_struck
from domain.reservations import is_reserved
from domain.roll_call_asides import told_rate, without_asides
from domain.roll_call_forms import in_full
from domain.roll_call_remarks import SAME_IN_ALL, Remarks, disagreement, taken_out, without_month_of_change
from domain.roll_call_text import ordinary, people_spelt_out, spelt_out, without_last_month
from domain.roll_call_words import FIELDS, NO_FIGURE, Field, Figure, Said, bind, hear

__all__ = ["FIELDS", "Field", "Problem", "RollCall", "Round", "check", "read"]

Problem = Literal[
    "not-understood",
    "filed-more-than-should",
    "does-not-add-up",
    "jump",
    "too-many",
    "headcount-missing",
    "about",
    "other-month",
    "other-unit",
]

NAME = "(?:(?![除不未没无非差缺少含外各全每和与及加减应已实填报现均])[一-鿿]){1,7}?[庭局处室队部组委院]"
UNIT = pattern_of(rf"^(?P<name>{NAME})(?=[:,;。!\s]|[本这当]个?月|应|已|实|填|共|全|都|均|零|[0-9])")
OWN = pattern_of(r"^(?:我们?|咱们?|[本全该])(?!院)")

ABOUT = pattern_of(
    r"约|大概|大致|左右|上下|差不多|将近|不到|不足|以[上下]|至[少多]|超过|可能|好像|估计|几|半"
    r"|近(?=[0-9一二三四五六七八九十])|(?<=[0-9十百千])[多余]|应该[^,;。]{1,8}[都全均]|应该(?:是|有|都|已|[^0-9,;。、\s一二两三四五六七八九十]*了)"
)
QUESTION = pattern_of(r"\?|吗|呢|多少|是否")
PEOPLE: tuple[Field, ...] = ("should", "filed")
# beside the answer to the one question: 零，大家都清清爽爽. A sign of these could take it back, or answer more
NO_AFTERTHOUGHT = pattern_of(
    rf"{NUMBER.pattern}|[填报应实录条共其余另但除错改或再更还待若算含]"
    r"|没有|[上去个]月|不[是对含算过准全清]|[没未][核定确录登]|听说|据说|猜|玩笑"
)
CONFIRMED = pattern_of(r"[,;。 ]*确实(?:如此|是|没错)?(?=[0-9]|[,;。!]|$)")
FOLD = 5  # so many times the number on record, or so small a part of it, is a jump: 450 for 45
FEW = 20  # fewer people may well change by as much


@dataclass(frozen=True)
class Round:
    """What an answer may name: the month that is asked for, the department's own names, the month before."""

    month: int
    names: frozenset[str] = frozenset()
    last: "RollCall | None" = None  # what the month before gave


@dataclass(frozen=True)
class RollCall:
    """What was said; None where nothing was said about it."""

    should: int | None = None
    filed: int | None = None
    records: int | None = None

    @property
    def missing(self) -> Field | None:
        return next((name for name in FIELDS if getattr(self, name) is None), None)


def read(text: str, asked: Field | None, headcount: int | None, of: Round | None = None) -> RollCall | Problem:
    """An answer in plain Chinese. `asked` is the one figure that the last question was about, if it was one.

    `headcount` is how many should file as far as is known; "zero report" and "all of them" mean that many.
    """
    plainly = without_theirs(ordinary(text) or "?", lambda clause: _is_another(clause, of))
    if QUESTION.search(plainly):
        return "not-understood"
    if ABOUT.search(plainly) or is_reserved(plainly):
        return "about"
    confirmed, plainly = CONFIRMED.search(plainly), CONFIRMED.sub("", plainly)
    plainly = without_last_month(without_struck(plainly))
    if same := _as_last_month(plainly, asked, of):
        return same
    plainly = without_month_of_change(plainly)
    if problem := _astray(plainly, of):
        return problem
    plainly = NO_FIGURE.sub(" ", _without_own_name(UNIT.sub(" ", plainly), of)).strip()
    told = plainly
    taken = taken_out(in_full(without_asides(plainly, headcount), headcount))
    if taken is None:
        return "not-understood"
    plainly, remarks = taken
    if not plainly and remarks == Remarks(change=0) and asked == "should":
        return "headcount-missing" if headcount is None else RollCall(headcount)  # 跟上月一样
    plainly = spelt_out(plainly)
    if asked != "records":
        plainly = people_spelt_out(plainly, headcount)
    answer = _heard(plainly, asked, headcount)
    if isinstance(answer, str):
        return answer
    answer = _with_remarks(answer, remarks, asked, headcount)
    rated = told_rate(told, answer.should, answer.filed)
    if problem := rated or disagreement(remarks, answer.should, answer.filed, headcount):
        return problem
    return answer if confirmed else _jump(answer, headcount) or answer


def _as_last_month(text: str, asked: Field | None, of: Round | None) -> RollCall | None:
    """同上月, where all of it is on record."""
    return of.last if of and asked is None and SAME_IN_ALL.match(text) else None


def _with_remarks(answer: RollCall, remarks: Remarks, asked: Field | None, headcount: int | None) -> RollCall:
    if remarks.is_same and answer.should is None and asked is None:
        answer = RollCall(headcount, answer.filed, answer.records)
    if remarks.missing is not None and answer.filed is None and answer.should is not None:
        answer = RollCall(answer.should, max(0, answer.should - remarks.missing), answer.records)
    return answer


def _without_own_name(text: str, of: Round | None) -> str:
    """安亭 14/14: a department by the first signs of its name."""
    first = re.match(r"([一-鿿]{2,4})[\s:,]+(?=[0-9一二三四五六七八九十])", text)
    if first and of is not None and any(name.startswith(first[1]) for name in of.names):
        return text[first.end() :]
    return text


def _heard(text: str, asked: Field | None, headcount: int | None) -> RollCall | Problem:
    said = hear(text)
    if said is None and asked and (alone := _without_afterthought(text)):
        said = hear(alone)
    if said is None or said.zero_of_some or not all(bind(clause, zero="zero" in said.kinds) for clause in said.clauses):
        return "not-understood"
    found = _fields(said, asked)
    if found is None or not (found or said.kinds & {"zero", "all"}):
        return "not-understood"
    return _whole(found, said.kinds, asked, headcount)


def _without_afterthought(text: str) -> str | None:
    """The first clause of an answer to one question, where the others tell nothing that could be counted."""
    clauses = re.split(r"[,;。! ]", text, maxsplit=1)
    return None if len(clauses) < 2 or NO_AFTERTHOUGHT.search(clauses[1]) else clauses[0]


def _jump(answer: RollCall, headcount: int | None) -> Problem | None:
    """Against the number on record: 450 for 45 is a slip of the finger, and so are more records than people."""
    if answer.should is None and answer.filed is not None and headcount and answer.filed > headcount:
        return "filed-more-than-should"
    everybody = headcount if answer.should is None else answer.should
    fewer, more = sorted((everybody or 0, headcount or everybody or 0))
    if more >= FEW and fewer * FOLD <= more:
        return "jump"
    return "jump" if everybody is not None and (answer.records or 0) > max(everybody, FEW) else None


def _astray(text: str, of: Round | None) -> Problem | None:
    """Another month or another department than the one that is asked."""
    months = {m["month"] for m in NO_FIGURE.finditer(text)} - {None}
    if len(months) > 1:
        return "not-understood"
    for written in months:
        digits = written.rstrip("份").rstrip("月")
        number = int(digits) if digits.isdecimal() else chinese(digits)
        if of is not None and number != of.month:
            return "other-month"
    return "other-unit" if _is_another(text, of) else None


def _is_another(text: str, of: Round | None) -> bool:
    unit = UNIT.match(text)
    return bool(of and unit and not OWN.match(unit["name"]) and not _is_own(unit["name"], of.names))


def _is_own(name: str, own: frozenset[str]) -> bool:
    """商事庭 is short for 商事审判庭."""
    return any(name[-1] == whole[-1] and _within(name, whole) for whole in own if whole)


def _within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(sign in rest for sign in short)


def _fields(said: Said, asked: Field | None) -> dict[Field, int] | None:
    """Each figure with its field: by its name, otherwise by what is left. None in doubt."""
    found: dict[Field, int] = {"records": 0} if said.kinds & {"zero", "none", "bare", "nothing"} else {}
    for figure in said.figures:
        if figure.field and found.setdefault(figure.field, figure.value) != figure.value:
            return None
    if "whole" in said.kinds:
        if "filed" not in found and not said.kinds & {"all", "zero"}:
            return None
        said.kinds.add("all")
    unnamed = [figure for figure in said.figures if figure.field is None]
    places = _places(unnamed, found, asked, everybody=bool(said.kinds & {"zero", "all"}))
    for figure, field in zip(unnamed, places, strict=False):
        figure.field = field
        found[field] = figure.value
    misfit = any(figure.field is None or (figure.field, figure.unit) == ("records", "人") for figure in said.figures)
    return None if misfit else found


def _places(unnamed: list[Figure], found: dict[Field, int], asked: Field | None, *, everybody: bool) -> list[Field]:
    """The fields of figures without a name; none where that is not certain."""
    left = [name for name in FIELDS if name not in found]
    people = [name for name in PEOPLE if name not in found]
    only_people = all(figure.unit == "人" for figure in unnamed)
    if len(unnamed) == 1 and asked in left and not (asked == "records" and only_people):
        return [asked]
    if len(people) == 2 and everybody and unnamed and "records" in left:
        none = len(unnamed) == 1 and not unnamed[0].value and unnamed[0].unit != "人"  # 人齐 零
        if none or (len(unnamed) == 2 and unnamed[1].unit != "人"):
            return ["records"] if none else ["should", "records"]
    if len(unnamed) == 1 and len(people) == 2 and everybody:
        return ["should"]
    if len(unnamed) == len(left):
        return left
    return people if len(unnamed) == len(people) == 1 and only_people else []


def _whole(found: dict[Field, int], kinds: set[str], asked: Field | None, headcount: int | None) -> RollCall | Problem:
    should, filed, records = (found.get(name) for name in FIELDS)
    doubtful = "nothing" in kinds if asked is None else kinds & {"nothing", "bare"} and asked != "records"
    if doubtful and len(found) == 1 and not kinds & {"zero", "all"}:
        return "not-understood"  # 没有: no records, or not done?
    if "all" in kinds:
        if None not in (should, filed) and should != filed:
            return "not-understood"
        should = _first(should, filed, headcount)
        filed = should
    elif "zero" in kinds and asked != "records":
        should = _first(should, headcount, filed)
        filed = _first(filed, should)
    elif asked is None and filed is not None:
        should = _first(should, headcount)
    answer = RollCall(should, filed, records)
    return "headcount-missing" if answer == RollCall() else answer


def _first(*figures: int | None) -> int | None:
    return next((figure for figure in figures if figure is not None), None)


def check(answer: RollCall, staff_at_most: int) -> Problem | None:
    """What cannot be, asked back before it counts."""
    if answer.should is not None and answer.should > staff_at_most:
        return "too-many"
    if answer.should is not None and answer.filed is not None and answer.filed > answer.should:
        return "filed-more-than-should"
    return None
