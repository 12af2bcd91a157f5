"""The monthly round of a department: how many should file, how many filed, how many records. Counts only."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from domain.numbers import NUMBER, chinese, plain
from domain.roll_call_words import FIELDS, NO_FIGURE, Clause, Field, Figure, Name, Said, hear

__all__ = ["FIELDS", "Field", "Problem", "RollCall", "Round", "check", "read"]

Problem = Literal[
    "not-understood", "filed-more-than-should", "too-many", "headcount-missing", "about", "other-month", "other-unit"
]

FIGURE = rf"(?:{NUMBER.pattern})"
# what is put in the plain form before it is heard
LIST_MARK = re.compile(r"(?:^|(?<=[,;。.!]))\s*[一二三四1-4](?:、|\.(?![0-9]))\s*(?=[应已实填共记])")
FROM_TO = re.compile(rf"[由从]{FIGURE}个?[人名条]?(?=(?:变|改|调整|更正|增加|增|减少|减)(?:成|为|到|至))")
LAST_MONTH = re.compile(r"[上去]个?月[^,;。!]*[,;。!]")
EACH_NAMED = re.compile(
    rf"(?P<names>(?:[一-鿿]{{2,6}}[、,])+[一-鿿]{{2,6}}?)(?:人数)?(?P<how>分别|均)(?:为|是|:)?\s*"
    rf"(?P<figures>{FIGURE}[人条]?(?:[、, ]\s*{FIGURE}[人条]?)*)"
)
# numbers that are written as no one counts: 45², ½, ②, .45, 四十 五
ORNATE = re.compile("[²³¹¼-¾\u2070-\u209f\u2150-\u218f\u2460-\u24ff\u3200-\u33ff]")
ODD = re.compile(r"(?<![0-9])\.[0-9]|[十百千]\s+[一二三四五六七八九](?![十百千万])")
NAME = "(?:(?![除不未没无非差缺少含外各全每和与及加减应已实填报现均])[一-鿿]){1,7}?[庭局处室队部组委院]"
UNIT = re.compile(rf"^(?P<name>{NAME})(?=[:,;。!\s]|应|已|实|填|共|全|都|均|零|[0-9])")
OWN = re.compile(r"^(?:我们?|[本全该])(?!院)")

ABOUT = re.compile(
    r"约|大概|大致|左右|上下|差不多|将近|不到|不足|以[上下]|至[少多]|超过|可能|好像|估计|几|半"
    r"|近(?=[0-9一二三四五六七八九十])|(?<=[0-9十百千])[多余]|应该[^,;。]{1,8}[都全均]|应该(?:是|有|都|已|[^0-9,;。、\s一二两三四五六七八九十]*了)"
)
QUESTION = re.compile(r"\?|吗|呢|多少|是否")
PEOPLE: tuple[Field, ...] = ("should", "filed")


@dataclass(frozen=True)
class Round:
    """What an answer may name: the month that is asked for, and the department's own names."""

    month: int
    names: frozenset[str] = frozenset()


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
    odd = ORNATE.search(text)
    text = plain(text)
    if odd or QUESTION.search(text) or ODD.search(text):
        return "not-understood"
    if ABOUT.search(text):
        return "about"
    text = _without_last_month(text)
    if problem := _astray(text, of):
        return problem
    said = hear(_spelt_out(NO_FIGURE.sub(" ", UNIT.sub(" ", text))))
    if (
        said is None
        or said.zero_of_some
        or not all(_bind(clause, zero="zero" in said.kinds) for clause in said.clauses)
    ):
        return "not-understood"
    found = _fields(said, asked)
    if found is None or not (found or said.kinds & {"zero", "all"}):
        return "not-understood"
    return _whole(found, said.kinds, asked, headcount)


def _without_last_month(text: str) -> str:
    """What was in the month before is no answer, where this month's figure follows: 上个月45人，这个月46人."""
    return LAST_MONTH.sub("", text) if re.search(r"[本这当]个?月", text) else text


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
    unit = UNIT.match(text)
    if of is not None and unit and not OWN.match(unit["name"]) and unit["name"] not in of.names:
        return "other-unit"
    return None


def _spelt_out(text: str) -> str:
    """Usual short forms in the long one: 由45人变为46人, 一、应填…, 应填、已填分别为45、43."""
    text = FROM_TO.sub("", LIST_MARK.sub("", text))
    return EACH_NAMED.sub(_each, text)


def _each(match: re.Match[str]) -> str:
    names = re.split(r"[、,]", match["names"])
    figures = [number.group() for number in re.finditer(rf"{FIGURE}[人条]?", match["figures"])]
    if match["how"] == "均":
        figures = figures * len(names) if len(figures) == 1 else figures
    if len(names) != len(figures):
        return match.group()
    return ",".join(name + figure for name, figure in zip(names, figures, strict=True))


def _bind(clause: Clause, *, zero: bool) -> bool:
    """Gives each figure the name that stands before it, in a clause that begins with a figure the one behind it.

    条 needs no name. False where a name is left over or could belong to two figures.
    """
    parts = _joined(clause)
    if parts is None:
        return False
    rest: Clause = []
    for i, part in enumerate(parts):
        beside = [p for p in parts[max(i - 1, 0) : i + 2] if isinstance(p, Figure) and p.unit == "条"]
        if isinstance(part, Name):
            part.used = bool(beside) and part.field != "should"
        elif part.unit == "条":
            part.field = "records"
        if part not in beside and not (beside and isinstance(part, Name) and part.field == "records"):
            rest.append(part)
    if rest and isinstance(rest[0], Name):
        _bind_pairs(rest, forward=True)
    _bind_pairs(rest, forward=False)
    if len(parts) == 1 and isinstance(parts[0], Name) and parts[0].field == "filed":
        parts[0].used |= zero  # 已报，零报告
    torn = any(isinstance(a, Name) and isinstance(b, Figure) and b.field is None for a, b in pairwise(rest))
    return not torn and all(part.used or not part.sure for part in parts if isinstance(part, Name))


def _bind_pairs(parts: Clause, *, forward: bool) -> None:
    for before, after in pairwise(parts):
        name, figure = (before, after) if forward else (after, before)
        if not isinstance(name, Name) or not isinstance(figure, Figure) or figure.field:
            continue
        if forward or not name.used or name.field == "filed":
            figure.field, name.used = name.field, True


def _joined(clause: Clause) -> Clause | None:
    """Names side by side made one (应填报 人数); None where they contradict each other."""
    parts: Clause = []
    for part in clause:
        if isinstance(part, Name) and parts and isinstance(last := parts[-1], Name):
            one = _one_name(last, part)
            if one is None:
                return None
            parts[-1] = one
        else:
            parts.append(part)
    return parts


def _one_name(first: Name, second: Name) -> Name | None:
    sure = first.sure or second.sure
    if first.field == second.field:
        return Name(first.field, sure)
    if "should" not in (first.field, second.field):
        return Name("records", sure)  # 已填报记录
    should, other = (first, second) if first.field == "should" else (second, first)
    return None if should.sure or (first.field == "records") else other  # 填报人数; 记录人数 may be either


def _fields(said: Said, asked: Field | None) -> dict[Field, int] | None:
    """Each figure with its field: by its name, otherwise by what is left. None in doubt."""
    found: dict[Field, int] = {"records": 0} if said.kinds & {"zero", "none", "bare", "nothing"} else {}
    for figure in said.figures:
        if figure.field and found.setdefault(figure.field, figure.value) != figure.value:
            return None
    if "whole" in said.kinds:
        if "filed" not in found:
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
