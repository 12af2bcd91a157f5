"""The three fields of a round filled with the figures that were heard: by their names, then by what is left."""

from dataclasses import dataclass
from typing import Literal

from domain.roll_call_words import FIELDS, Field, Figure, Name, Said

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

PEOPLE: tuple[Field, ...] = ("should", "filed")
FOLD = 5  # so many times the number on record, or so small a part of it, is a jump: 450 for 45
FEW = 20  # fewer people may well change by as much


@dataclass(frozen=True)
class RollCall:
    """What was said; None where nothing was said about it."""

    should: int | None = None
    filed: int | None = None
    records: int | None = None

    @property
    def missing(self) -> Field | None:
        return next((name for name in FIELDS if getattr(self, name) is None), None)


def filled(said: Said, asked: Field | None, headcount: int | None) -> RollCall | Problem:
    found = _fields(said, asked)
    if found is None or not (found or said.kinds & {"zero", "all"}):
        return "not-understood"
    named = any(isinstance(part, Name) and part.field == "should" for clause in said.clauses for part in clause)
    is_of_some = headcount is not None and found.get("should", headcount) < headcount
    if is_of_some and "zero" in said.kinds and "all" not in said.kinds and not named:
        return "does-not-add-up"  # 零报告51人, of 52: the other one may have a record
    return _whole(found, said.kinds, asked, headcount)


def jump(answer: RollCall, headcount: int | None) -> Problem | None:
    """Against the number on record: 450 for 45 is a slip of the finger, and so are more records than people."""
    if answer.should is None and answer.filed is not None and headcount and answer.filed > headcount:
        return "filed-more-than-should"
    everybody = headcount if answer.should is None else answer.should
    fewer, more = sorted((everybody or 0, headcount or everybody or 0))
    if more >= FEW and fewer * FOLD <= more:
        return "jump"
    return "jump" if everybody is not None and (answer.records or 0) > max(everybody, FEW) else None


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
    if found.get("records") == 0 and len(unnamed) == 1 and unnamed[0].value == 0:  # 没人打招呼 0
        unnamed[0].field, unnamed = "records", []
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
        if asked == "filed" and should is None and filed not in (None, headcount):
            return RollCall(None, filed, records)  # 36人都填完了, where it was asked how many have
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
