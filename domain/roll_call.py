"""The monthly round of a department: how many should file, how many filed, how many records. Counts only."""

import re
from dataclasses import dataclass

from domain import roll_call_open
from domain.numbers import chinese
from domain.ours import without_theirs
from domain.own_names import is_own
from domain.patterns import pattern_of
from domain.put_right import without_struck
from domain.reservations import is_reserved
from domain.roll_call_asides import told_rate, without_asides
from domain.roll_call_binding import bind
from domain.roll_call_chat import without_chat
from domain.roll_call_filling import Problem, RollCall, filled, jump
from domain.roll_call_forms import in_full
from domain.roll_call_gist import enters_none, gist, stretch
from domain.roll_call_remarks import SAME_IN_ALL, Remarks, disagreement, taken_out, without_month_of_change
from domain.roll_call_short import at_length, put_right
from domain.roll_call_text import ordinary, people_spelt_out, spelt_out, without_last_month, without_other_months
from domain.roll_call_words import FIELDS, NO_FIGURE, Field, hear

__all__ = ["FIELDS", "Field", "Problem", "RollCall", "Round", "check", "read"]


NAME = "(?:(?![除不未没无非差缺少含外各全每和与及加减应已实填报现均月我咱们])[一-鿿]){1,7}?[庭局处室队部组委院]"
UNIT = pattern_of(rf"^(?P<name>{NAME})(?=[:,;。!\s]|[本这当]个?月|应|已|实|填|共|全|都|均|零|[0-9])")
THEIRS = pattern_of(rf"^{NAME}(?=(?:那[边里儿]|他们)?(?:[有没无是报填]|[0-9]))")
OWN = pattern_of(r"^(?:我们?|咱们?|[本全该])(?!院)")

ABOUT = pattern_of(
    r"约|大概|大致|左右|(?<![全庭局院])上下|差不多|将近|不到|不足|以[上下]|至[少多]|超过|可能|好像|估计|几|半"
    r"|近(?=[0-9一二三四五六七八九十])|(?<=[0-9十百千])[多余]|应该[^,;。]{1,8}[都全均]|应该(?:是|有|都|已|[^0-9,;。、\s一二两三四五六七八九十]*了)"
)
QUESTION = pattern_of(r"\?|吗|呢|多少|是否")
# 都报好了: that they all filed, or that it was sent in before
SENT_OR_FILED = pattern_of(
    r"(?:大家|全[庭局室部]|我们?[庭局室部]?|[,。\s])*(?:都|全部?|均|已经?|早就?)*"
    r"(?:上?报|交|弄|办|做|搞|整|传|提交|完成)(?:[好完齐毕妥掉]|上去|送)*[了过啦]*[。!]*"
)
OF_THE_HOUSE = pattern_of(r"(?:^|(?<=[,;。]))[^,;。]{0,6}全院[^,;。]*[,;。](?=我们|[我本][庭局处室部组队])")
CONFIRMED = pattern_of(r"[,;。 ]*确实(?:如此|是|没错)?(?=[0-9]|[,;。!]|$)")


@dataclass(frozen=True)
class Round:
    """What an answer may name: the month that is asked for, the department's own names, the month before."""

    month: int
    names: frozenset[str] = frozenset()
    last: "RollCall | None" = None  # what the month before gave


def read(text: str, asked: Field | None, headcount: int | None, of: Round | None = None) -> RollCall | Problem:
    """An answer in plain Chinese. `asked` is the one figure that the last question was about, if it was one.

    `headcount` is how many should file as far as is known; "zero report" and "all of them" mean that many.
    """
    plainly = without_theirs(put_right(ordinary(text) or "?"), lambda clause: _is_theirs(clause, of))
    if QUESTION.search(plainly) or (asked is None and SENT_OR_FILED.fullmatch(plainly)):
        return "not-understood"
    if ABOUT.search(plainly) or is_reserved(plainly):
        return "about"
    confirmed, plainly = CONFIRMED.search(plainly), without_chat(CONFIRMED.sub("", plainly))
    plainly = without_last_month(without_struck(plainly))
    same = _as_last_month(plainly, asked, of)
    plainly = without_other_months(without_month_of_change(plainly), of.month if of else 0)
    if settled := same or _astray(plainly, of):
        return settled
    plainly = NO_FIGURE.sub(" ", _without_own_name(UNIT.sub(" ", plainly), of)).strip(" :")
    told = plainly = stretch(OF_THE_HOUSE.sub("", plainly))
    taken = taken_out(at_length(in_full(without_asides(plainly, headcount), headcount), asked))
    if taken is None:
        return roll_call_open.read(told, asked, headcount)
    plainly, remarks = taken
    if not plainly and remarks == Remarks(change=0) and asked == "should":
        return "headcount-missing" if headcount is None else RollCall(headcount)  # 跟上月一样
    plainly = spelt_out(plainly)
    if asked != "records":
        plainly = people_spelt_out(plainly, headcount)
    answer = _heard(plainly, asked, headcount)
    answer = roll_call_open.read(told, asked, headcount) if answer == "not-understood" else answer
    if isinstance(answer, str):
        return answer
    answer = _with_remarks(answer, remarks, asked, headcount)
    rated = told_rate(told, answer.should, answer.filed)
    if problem := rated or disagreement(remarks, answer.should, answer.filed, headcount):
        return problem
    return answer if confirmed else jump(answer, headcount) or answer


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
    said = hear("无记录" if asked == "records" and enters_none(text) else text)
    if said is None and (alone := gist(text, is_of_one=asked is not None)):
        said = hear(alone)
    if said is None or said.zero_of_some or not all(bind(clause, zero="zero" in said.kinds) for clause in said.clauses):
        return "not-understood"
    return filled(said, asked, headcount)


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


def _is_theirs(clause: str, of: Round | None) -> bool:
    """民庭有3条, before what the own department has."""
    told = THEIRS.match(clause)
    return _is_another(f"{told.group()}:" if told else clause, of)


def _is_another(text: str, of: Round | None) -> bool:
    unit = UNIT.match(text)
    return bool(of and unit and not OWN.match(unit["name"]) and not is_own(unit["name"], of.names))


def check(answer: RollCall, staff_at_most: int) -> Problem | None:
    """What cannot be, asked back before it counts."""
    if answer.should is not None and answer.should > staff_at_most:
        return "too-many"
    if answer.should is not None and answer.filed is not None and answer.filed > answer.should:
        return "filed-more-than-should"
    return None
