"""The values that an answer holds, by the shape of what was asked, or the doubt that it leaves."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Literal

from domain import entry, entry_told, meeting, roll_call
from domain.numbers import level
from domain.ours import without_theirs
from domain.own_names import in_first_person
from domain.patterns import pattern_of
from domain.reader import (
    assured,
    concluded,
    heard_words,
    kind_denied,
    lasted,
    lone_figure,
    names_by_sound,
    none_lacking,
    objections,
    point_objections,
    provisos,
    rank_points,
    rank_told,
    second_opinion,
    verdicts_told,
)
from domain.reader import points as pointed
from domain.reader.asked import Doubt, Value
from domain.reader.no_events import no_events
from domain.reader.other_matter import without_office, without_other_matter
from domain.reader.other_units import is_of_others
from domain.reader.papers_told import without_papers
from domain.reader.promises import LOOKS_AGAIN, without_promised
from domain.reader.question import DATED, Question
from domain.reader.ranks_alone import ranks_alone
from domain.reader.ranks_beside import ranks_beside
from domain.reader.says_neither import says_neither
from domain.reader.then_and_now import without_comparison, without_then

FIRST_DAYS = 15
# 上个月我们庭35人应报, where no other month is told of
LAST_MONTH = pattern_of(
    r"^(?!.*(?:[本这当]个?月|[0-9一二三四五六七八九十]月|再上|上上|[比跟和同与较]上))(?P<talk>[^0-9一二两三四五六七八九十上]{0,16}[,，。!！\s])?上个?月份?"
)
VAGUE = ("not-understood", "empty", "question")  # doubts that tell nothing of what was said


def values_in(text: str, question: Question) -> tuple[Mapping[str, Value], Doubt | None]:
    """What is told of others or around the figures is left out where nothing is heard with it."""
    values, doubt = values_of(text, question)
    if doubt is None:
        return values if question.shape != "figures" else _of_now(values, text, question), doubt
    if question.shape != "figures":
        rest = without_office(without_other_matter(text)) if question.field != "topic" else text
        anew, left = values_of(rest, question) if rest != text else (values, doubt)
        return (anew, None) if left is None else (values, doubt)
    again = _without_theirs(text, question)
    return (again, None) if again else (values, doubt)


def _of_now(values: Mapping[str, Value], text: str, question: Question) -> Mapping[str, Value]:
    """As they were read, or as they are told where another time is left out: 2023年合格236，2024年核查188件全部合格."""
    now = without_then(text, question.asked)
    again, doubt = values_of(now, question) if now != text else (values, None)
    return again if doubt is None and again.keys() >= values.keys() else values


def _without_theirs(text: str, question: Question) -> Mapping[str, Value]:
    bare, others = without_comparison(text, question.asked), question.asked.others
    ours = without_then(without_theirs(bare, lambda clause: is_of_others(clause, others)), question.asked)
    again, still = values_of(ours, question) if ours != text else ({}, None)
    # 我们53% may be of whatever the others' clause named
    return again if still is None and (ours == bare or not any(key[0] == "#" for key in again)) else {}


def values_of(text: str, question: Question) -> tuple[Mapping[str, Value], Doubt | None]:
    if question.shape not in ("figures", "roll-call") and question.field != "topic":
        text = assured.without_reminder(text)
    if question.shape in ("yes", "occurrence"):
        text = assured.without_assurance(text)
    if question.shape == "yes" and says_neither(text):
        return {}, Doubt("about")
    if question.shape in DATED and LOOKS_AGAIN.search(text):
        return {}, Doubt("about")
    if reserved := provisos.reason(text, question.asked, question.shape):
        return {}, Doubt(reserved)
    if question.shape == "figures" and none_lacking.is_overtaken(text, question.asked):
        return {}, Doubt("about")
    text = without_papers(text)
    text = without_promised(text) if question.shape in DATED else text
    match question.shape:
        case "figures":
            return _figures(text, question)
        case "roll-call":
            return _roll_call(text, question)
        case "meeting" | "entries":
            return _as_typed(lasted.without_length(text), question)
        case _:
            return _points(text, question)


def _as_typed(text: str, question: Question) -> tuple[Mapping[str, Value], Doubt | None]:
    values, doubt = _held(lasted.without_weekday(text), question)
    if isinstance(day := values.get("day"), date) and lasted.is_another(text, day):
        return {}, Doubt("two-days")
    if doubt is None or doubt.reason not in VAGUE or (typed := names_by_sound.of_a_day(text)) == text:
        return values, doubt
    return _held(typed, question)


def _figures(text: str, question: Question) -> tuple[Mapping[str, Value], Doubt | None]:
    """And what did not occur, told beside them."""
    of, points = question.asked, question.points
    if none_lacking.is_told(text, of):
        _, none = no_events(text, points, of.demands, question.today, question.period, of.others)
        return {of.quantities[0].label: Fraction(0), **none}, None
    text = lone_figure.told(text, of)
    if ranks := ranks_alone(text, points, question.today, question.period, of.others):
        return ranks, None
    text, placed = ranks_beside(text, points, question.today, question.period, of.others)
    rest, none = no_events(text, points, of.demands, question.today, question.period, of.others)
    none = {**none, **placed}
    if none and not any(map(str.isalnum, rest)):
        return none, None
    read = second_opinion.without_asides(rest, of)
    if any(none_lacking.contradicts(rest, of, value) for value in read.values.values()):
        return {}, Doubt("parts-and-sum")
    if read.doubt is None and (reason := objections.objection(rest, read.values, of)):
        return {}, Doubt(reason)
    return ({}, read.doubt) if read.doubt else ({**read.values, **none}, None)


def _points(text: str, question: Question) -> tuple[Mapping[str, Value], Doubt | None]:
    if question.shape == "rank":
        if rank_told.is_of_another_field(text, question.asked.text):
            return {}, Doubt("other-unit")
        text = rank_told.in_its_field(text, question.asked.text)
    if question.shape in ("yes", "occurrence"):
        if heard_words.ASSENT.match(level(text)):
            return {}, Doubt("not-understood")
        text = in_first_person(text, question.asked.own)
    read = _of_points(text, question)
    asked = next(one for one in question.points if one.seq == question.seq)
    if read.doubt and question.shape in ("yes", "occurrence"):
        verdict = verdicts_told.in_short(text, asked, question.points)
        read = _of_points(verdict, question) if verdict != text else read
        if read.doubt and (is_so := concluded.verdict(text, asked, read.doubt.reason)) is not None:
            read = pointed.Read({asked.seq: is_so})
        if read.doubt and read.doubt.reason in VAGUE:
            told = _of_points(names_by_sound.in_full(text, question.points), question)
            read = told if told.doubt is None else read
    if read.doubt and question.shape == "occurrence" and kind_denied.is_told(text, asked, question.asked.text):
        read = pointed.Read({asked.seq: "nothing"})
    if read.doubt is None and (reason := point_objections.objection(text, read.values, question.today, asked.core)):
        return {}, Doubt(reason)
    beside = _in_place_beside(text, question) if question.shape == "rank" and read.doubt is None else {}
    return {f"#{seq}": value for seq, value in (*read.values.items(), *beside.items())}, read.doubt


def _in_place_beside(text: str, question: Question) -> Mapping[int, Value]:
    """第三，其余指标也全部达标: what is in place, told beside a place. What is not is asked for by itself."""
    found: dict[int, Value] = {}
    for clause, point in rank_points.beside(text, question.points):
        read = _of_points(clause, replace(question, shape=point.shape, seq=point.seq))
        if read.doubt is None and read.values == {point.seq: True}:
            found[point.seq] = True
    return found


def _of_points(text: str, question: Question) -> pointed.Read:
    return pointed.read(text, question.points, question.seq, question.today, question.period, question.asked.others)


def of_last(question: Question) -> bool:
    """Asked in the first days of the next month: what was last month is the month that is asked about."""
    end = question.period.end if question.period else None
    return end is not None and 0 < (question.today - end).days <= FIRST_DAYS


def _roll_call(text: str, question: Question) -> tuple[Mapping[str, Value], Doubt | None]:
    asked = question.field if question.field in roll_call.FIELDS else None
    month = question.period.start.month if question.period else 0
    around = roll_call.Round(month, question.asked.own, _month_before(question), question.asked.others)
    if of_last(question):
        text = LAST_MONTH.sub(lambda last: f"{last['talk'] or ''}{month}月", text)
    read = roll_call.read(text, asked, question.headcount, around)
    if isinstance(read, str):
        return {}, Doubt(read)
    said: dict[str, Value] = {
        str(name): getattr(read, name) for name in roll_call.FIELDS if getattr(read, name) is not None
    }
    problem = roll_call.check(read, 1000)
    return ({}, Doubt(problem)) if problem else (said, None)


def _month_before(question: Question) -> roll_call.RollCall | None:
    last = {name: int(question.asked.last[name]) for name in roll_call.FIELDS if name in question.asked.last}
    return roll_call.RollCall(**last) if len(last) == len(roll_call.FIELDS) else None


def _held(text: str, question: Question) -> tuple[Mapping[str, Value], Doubt | None]:
    """A meeting, or an entry of a register, which may be another department's."""
    assert question.period is not None
    asked: Literal["day", "topic"] = "topic" if question.field == "topic" else "day"
    if question.shape == "meeting":
        read: meeting.Meeting | str = meeting.read(text, asked, question.today, question.period, question.asked.others)
    else:
        text = in_first_person(text, question.asked.own)
        read = entry.read(text, asked, question.today, question.period, question.asked.others, question.asked.text)
        if (
            asked == "day"
            and isinstance(read, meeting.Meeting)
            and not entry_told.is_entry(text, read.topic, question.asked.text)
        ):
            read = "not-understood"
    if isinstance(read, str):
        return {}, Doubt(read)
    said = {"day": read.day, "topic": read.topic}
    return {key: value for key, value in said.items() if value is not None}, None
