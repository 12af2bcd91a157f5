"""One answer read as a whole: its intent, what it says for certain, or the doubt that it leaves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from domain import entry, meeting, roll_call
from domain.answers import Rank
from domain.cadences import Period
from domain.calendar import Calendar
from domain.ours import without_theirs
from domain.own_names import in_first_person
from domain.patterns import pattern_of
from domain.reader import (
    figures,
    intents,
    names_by_sound,
    none_lacking,
    pasted,
    pictographs,
    provisos,
    relayed,
    sheet,
    totals,
    verdicts_told,
    weekdays,
    words,
)
from domain.reader import points as pointed
from domain.reader.as_meant import as_meant
from domain.reader.asked import LONGEST, Asked, Doubt, Heard, Value
from domain.reader.corrected import in_short, is_told_wrong
from domain.reader.courtesies import without_courtesies, without_heard
from domain.reader.masking import clean
from domain.reader.no_events import no_events
from domain.reader.old_figures import without_old
from domain.reader.other_units import is_of_others
from domain.reader.papers_told import without_papers
from domain.reader.plain_figures import plainly
from domain.reader.slips import meant
from domain.reader.ranks_alone import ranks_alone
from domain.reader.promises import LOOKS_AGAIN, without_promised

Shape = Literal["figures", "yes", "occurrence", "day", "rank", "roll-call", "meeting", "entries"]
COUNTED = pattern_of(r"[0-9一二两三四五六七八九十] ?[件起个次例](?!支部|部门|庭|人|月|星期|礼拜|工作日|小时|单位)")
# 另有2件申请延期 is said of two cases, and asks for nothing
COUNTED_WISH = pattern_of(
    r"[0-9一二两三四五六七八九十]+ ?[件起人个份][^,，;；。0-9]{0,4}(?:申请)?(?:延期|延长|撤回|撤销|作废|不算)"
    r"|(?:延期|延长|撤回|撤销|作废|取消)[^,，;；。0-9]{0,4}[0-9一二两三四五六七八九十]+ ?"
    r"(?:[件起人份]|个(?!工作日|月|星期|礼拜|小时))"
)
# 今年没有, where an entry is wanted: nothing yet
NONE_YET = pattern_of(
    r"^[^,;。，；0-9]{0,8}(?:没有?|无|木有|莫得|冇)[^,;。，；]{0,12}(?:[,，](?:[^0-9日号,，]{2,12})?)?(?:了|的|呢|啊|哦)?[。！!]*$"
)
# 今年没有开展过此类活动: not, so far
NOT_HELD = pattern_of(r"(?:没有?|未|无)(?:有|曾|再)?(?:开展|举办|举行|组织|搞|办|做|参加|参与)(?!公|理)(?!.{0,6}职能)")
ROW_OF_DIGITS = pattern_of(r"[0-9一二三四五六七八九十百千万零〇]{60}")
BLANKS = pattern_of(r"[^\S\n]{4,}")
# 原定6月3日，推迟到6月16日召开, told behind that day; nobody is asked for anything
MOVED = pattern_of(r"推迟|延期|延后|延迟|顺延|改期|[拖改延挪推][到至]")
ASKS_FOR = pattern_of(r"申请|[能可]|请|麻烦|希望|想|行(?!政)|吗|[?？]|宽限|通融|缓|[上填]?报|交|填|材料")
DATED = ("day", "occurrence", "meeting", "entries")
VAGUE = ("not-understood", "empty", "question")


@dataclass(frozen=True)
class Question:
    """What was asked: figures, one point of an indicator by its number, a round, a meeting, or an entry.

    `field` is what the last question was about: a name of the round's fields, day or topic of a meeting.
    `calendar` counts working days in what is promised; without it Monday to Friday are worked.
    """

    shape: Shape
    today: date
    asked: Asked = field(default_factory=lambda: Asked((), ()))
    period: Period | None = None
    seq: int = 0  # of the point
    points: tuple[pointed.Point, ...] = ()  # of the indicator
    field: str = ""
    headcount: int | None = None
    calendar: Calendar | None = None


def hear(text: str, question: Question) -> Heard:
    if (both := _plainly(text, question)) is None:
        return Heard("unclear", doubt=Doubt("not-understood"))
    text, written = both
    cleaned = clean(text)
    wanted = intents.of(COUNTED_WISH.sub(" ", written), question.today, question.asked.others, question.calendar)
    if cleaned is None:
        return Heard("unclear", doubt=Doubt("not-understood"))
    if not cleaned.strip() and wanted.intent != "acknowledgement":
        values, doubt = _values(text, question) if question.shape == "yes" else ({}, Doubt("empty"))
        return Heard("report", values) if values and doubt is None else Heard("unclear", doubt=Doubt("empty"))
    values, doubt = _values_of_ours(without_heard(text), question)
    corrects = bool(words.CORRECTION.search(cleaned)) or is_told_wrong(text)
    if wanted.intent in ("not-ours", "will-do-by", "not-done") and any(
        isinstance(value, Rank) and value.is_source for value in values.values()
    ):
        values, doubt = {}, Doubt("not-understood")  # 排名由审监庭统计 tells whom to ask
    if values and (totals.contradicts(text, values) or totals.is_short_of(text, values, question.asked.demands)):
        values, doubt = {}, Doubt("parts-and-sum")
    is_moved = question.shape in DATED and MOVED.search(text) and not ASKS_FOR.search(text)
    if values and doubt is None and (corrects or is_moved or not wanted.is_against):
        return Heard("correction" if corrects else "report", values)
    if values and doubt is None:
        doubt = Doubt("not-a-report")
    doubt = doubt or Doubt("not-understood")
    told = doubt.reason == "not-yet" and COUNTED.search(cleaned)  # 8月3日 超期审核 2件: no promise of two
    if told or (wanted.intent == "unclear" and (doubt.reason not in VAGUE or any(sign.isdigit() for sign in cleaned))):
        return Heard("correction" if corrects else "report", doubt=doubt)
    none_yet = (wanted.intent == "unclear" and NONE_YET.match(cleaned.strip())) or (
        wanted.intent == "not-applicable" and NOT_HELD.search(cleaned)
    )
    if question.shape == "entries" and none_yet:
        return Heard("not-done", doubt=doubt)
    return Heard(wanted.intent, doubt=doubt, until=wanted.until, department=wanted.department)


def _plainly(text: str, question: Question) -> tuple[str, str] | None:
    """For what it says, and for what it wants: remarks around figures tell that."""
    text = pictographs.spelt_out(text)
    if question.field != "topic":
        text = relayed.without_source(text, question.asked.others)
    if question.shape == "figures":
        text = pasted.told(text, question.asked)
    else:
        text = sheet.told(text, question.shape, _names(question))
    text = weekdays.spelt_out(BLANKS.sub(" ", text))
    if len(text) > LONGEST or ROW_OF_DIGITS.search(text):
        return None
    if question.shape != "figures":
        return as_meant(text), as_meant(text)
    bare = meant(without_courtesies(text))
    return in_short(without_old(plainly(bare, question.asked))), in_short(without_old(text))


def _names(question: Question) -> tuple[str, ...]:
    """Of who answers, of what is asked about, and of the period."""
    month = question.period.start if question.period else None
    periods = (f"{month:%Y}", f"{month.month}月", f"{month:%Y}年{month.month}月") if month else ()
    return (*question.asked.own, *(one.name for one in question.points if one.seq == question.seq), *periods)


def _values_of_ours(text: str, question: Question) -> tuple[Mapping[str, Value], Doubt | None]:
    """Of figures those of others may hold the name of the own ones: they are left out where nothing is heard with them."""
    values, doubt = _values(text, question)
    others = question.asked.others
    ours = without_theirs(text, lambda clause: is_of_others(clause, others)) if question.shape == "figures" else text
    if doubt is None or ours == text:
        return values, doubt
    again, doubt_then = _values(ours, question)
    # 我们53% may be of whatever the others' clause named
    return (again, None) if doubt_then is None and not any(key[0] == "#" for key in again) else (values, doubt)


def _values(text: str, question: Question) -> tuple[Mapping[str, Value], Doubt | None]:
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
            return _held(text, question)
        case _:
            return _points(text, question)


def _figures(text: str, question: Question) -> tuple[Mapping[str, Value], Doubt | None]:
    """And what did not occur, told beside them."""
    of, points = question.asked, question.points
    if ranks := ranks_alone(text, points, question.today, question.period, of.others):
        return ranks, None
    rest, none = no_events(text, points, of.demands, question.today, question.period, of.others)
    if none and not any(map(str.isalnum, rest)):
        return none, None
    read = figures.read(rest, of)
    return ({}, read.doubt) if read.doubt else ({**read.values, **none}, None)


def _points(text: str, question: Question) -> tuple[Mapping[str, Value], Doubt | None]:
    if question.shape in ("yes", "occurrence"):
        text = in_first_person(text, question.asked.own)
    read = _of_points(text, question)
    if read.doubt and question.shape in ("yes", "occurrence"):
        asked = next(one for one in question.points if one.seq == question.seq)
        verdict = verdicts_told.in_short(text, asked, question.points)
        read = _of_points(verdict, question) if verdict != text else read
        if read.doubt and read.doubt.reason in VAGUE:
            told = _of_points(names_by_sound.in_full(text, question.points), question)
            read = told if told.doubt is None else read
    return {f"#{seq}": value for seq, value in read.values.items()}, read.doubt


def _of_points(text: str, question: Question) -> pointed.Read:
    return pointed.read(text, question.points, question.seq, question.today, question.period, question.asked.others)


def _roll_call(text: str, question: Question) -> tuple[Mapping[str, Value], Doubt | None]:
    asked = question.field if question.field in roll_call.FIELDS else None
    month = question.period.start.month if question.period else 0
    around = roll_call.Round(month, question.asked.own, _month_before(question))
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
        read = entry.read(text, asked, question.today, question.period, question.asked.others)
    if isinstance(read, str):
        return {}, Doubt(read)
    said = {"day": read.day, "topic": read.topic}
    return {key: value for key, value in said.items() if value is not None}, None
