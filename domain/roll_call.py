"""The monthly round of a department: how many should file, how many filed, how many records. Counts only."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from domain.numbers import plain
from domain.roll_call_words import FIELDS, NO_FIGURE, Clause, Field, Figure, Name, Said, hear

__all__ = ["FIELDS", "Field", "Problem", "RollCall", "check", "read"]

Problem = Literal["not-understood", "filed-more-than-should", "too-many", "headcount-missing", "about"]

ABOUT = re.compile(
    r"约|大概|大致|左右|上下|差不多|将近|不到|不足|以[上下]|至[少多]|超过|可能|好像|估计|几|半"
    r"|近(?=[0-9一二三四五六七八九十])|(?<=[0-9十百千])[多余]|应该(?:是|有|都|已|[^0-9,;。、\s一二两三四五六七八九十]*了)"
)
QUESTION = re.compile(r"\?|吗|呢|多少|是否")
PEOPLE: tuple[Field, ...] = ("should", "filed")


@dataclass(frozen=True)
class RollCall:
    """What was said; None where nothing was said about it."""

    should: int | None = None
    filed: int | None = None
    records: int | None = None

    @property
    def missing(self) -> Field | None:
        return next((name for name in FIELDS if getattr(self, name) is None), None)


def read(text: str, asked: Field | None, headcount: int | None) -> RollCall | Problem:
    """An answer in plain Chinese. `asked` is the one figure that the last question was about, if it was one.

    `headcount` is how many should file as far as is known; "zero report" and "all of them" mean that many.
    """
    text = plain(text)
    if QUESTION.search(text) or len({m["month"] for m in NO_FIGURE.finditer(text)} - {None}) > 1:
        return "not-understood"
    if ABOUT.search(text):
        return "about"
    said = hear(NO_FIGURE.sub(" ", text))
    if said is None or not all(_bind(clause) for clause in said.clauses):
        return "not-understood"
    found = _fields(said, asked)
    if found is None or not (found or said.kinds & {"zero", "all"}):
        return "not-understood"
    return _whole(found, said.kinds, asked, headcount)


def _bind(clause: Clause) -> bool:
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
    found: dict[Field, int] = {"records": 0} if said.kinds & {"zero", "none", "nothing"} else {}
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
    if "nothing" in kinds and asked != "records" and len(found) == 1 and not kinds & {"zero", "all"}:
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
