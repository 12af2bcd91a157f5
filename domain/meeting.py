"""A meeting reported: on which day, about what."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from domain import meeting_topic, topics
from domain.beside_held import day_done, is_accounted
from domain.cadences import Period
from domain.compact_days import spelt_out
from domain.contrast import without_ruled_out
from domain.dates import Found
from domain.day_not_held import is_not_held
from domain.day_of_another import Form, is_of_another, is_to_be
from domain.day_words import is_of_the_house
from domain.doers import is_done_by
from domain.happenings import is_idle
from domain.matters import matter
from domain.meeting_days import (
    NOT_THIS_DAY,
    day_held,
    days_in,
    is_unsure,
    without_other_half,
    without_struck_out,
)
from domain.meeting_frame import CLOCK, FRAME, PART, trimmed
from domain.meeting_words import ASKS, FAREWELL, GREETING, NO_TOPIC, UNSURE
from domain.month_before import is_of_another_month, with_month
from domain.named_in import is_named
from domain.other_years import is_of_other_year
from domain.ours import without_theirs
from domain.patterns import pattern_of
from domain.put_right import without_struck
from domain.reservations import is_reserved
from domain.steps import without_steps
from domain.told_beside import without_another
from domain.topic_lead import without_lead, without_other_topic
from domain.topic_of_then import is_of_another_meeting
from domain.topic_remarks import is_left_open, without_remarks

Problem = Literal["not-understood", "no-such-day", "about-day", "not-yet", "other-period", "other-unit"]
TOPIC_AT_MOST = 200
NOT_HELD = pattern_of(
    r"[没未](?:有|能)?(?:召开|举行|开)(?![展始庭放发])|[没未](?:有|能)?(?:办|搞|发|推|做)成|[推拖挪延][到至](?:[0-9一二三四五六七八九十下明后]|月底|年底)|(?:取消|推迟|延期|改期|暂缓|暂停)(?:了|到|至|召开|举行|$|[,，。])"
)
QUESTION = pattern_of(r"(?:[?？]|[吗呢么])[。.\s]*$")
FAILED = pattern_of(r"会(?:议)?(?:都|也|最后|又)*(?:[没未](?:能|有)?(?:召开|举行|开)|取消|流)")  # 原定研究…，会没开成
CHINESE = pattern_of("[\u4e00-\u9fffA-Za-z]")
ENOUGH = 4  # letters of a topic that is asked for alone
# 更正，标题应为《…》, whatever is asked for
RETITLED = pattern_of(
    r"^(?:更正|订正)?[,，:：\s]*(?:会议|活动|案例|文章|推文)?(?:名称|题目|标题|议题|主题)(?:应该?|改|更正)*[是为成:：]+\s*"
    r"(?P<title>《[^《》]{2,}》|“[^“”]{2,}”|\"[^\"]{2,}\")[。！!]*$"
)
IN_BRACKETS = pattern_of(r"\s*【(?P<label>[一-鿿]{2,6})】[:：\s]*")  # 【会议议题】…
LISTED = pattern_of(r"(?:^|(?<=[\n。;；]))\s*[0-9]{1,2}[、.．)）]\s*(?=[一-鿿]{2,6}[:：])")  # 2、发布日期：…
ON_THE_WAY = pattern_of(r"^[^,，。;；:：0-9]{1,8}[上里中边](?:先)?回(?:复|您|你)?[:：]\s*")  # 高铁上回：
OPENED = pattern_of(
    r"(?:[上下]午|晚上?)?(?:召?开的|召开)[\s,，]+(?:议题|主题)?(?=[一-鿿《“]{4})(?![那当]天|我)"
)  # 5日开的 讲阵地管理
THAT = pattern_of(r"^[开搞办做签]的是(?=[《“\"])")  # 6月1日办的是《…》
OF_WHAT = pattern_of(r"^[开搞办做签]的是(?=[一-鿿])")
# a pasted notice, and below it 就按这个开的
AS_IN_NOTICE = pattern_of(
    r"(?:就|都|已经?)(?:是)?(?:按|照)(?:这个?|此|通知|上面|上述|计划)?[^,，。\n0-9]{0,4}(?:[召补]?开|办|举行)[的了]+[。!！]*$"
)
NOTICE = pattern_of(
    r"^(?:会议|活动|开会)?通知[:：\s]*(?P<notice>(?s:.*?))(?:\n[(（][^()（）0-9\n]{1,10}[)）])?\n[^一-鿿\n]*(?:就|都|已经?)[^\n]{2,14}[的了][。!！]*$"
)
MORE = pattern_of("研究|讨论|学习|传达|审议|部署|通报|[又再还也]|(?<!会)议|改")  # of another matter, or another day
APART = pattern_of(r"[\s,，。;；]$")
HELD_ALONE = pattern_of(
    rf"(?:\s*(?:{PART}|{CLOCK}))*+(?:在[^,，。;；\s]{{1,10}})?(?:召?开[的了](?:会议?)?|开会|召开|举行[的了]?)?(?=$|[,，。;；!！~～]|\s)"
)


@dataclass(frozen=True)
class Meeting:
    """What was said; None where nothing was said about it."""

    day: date | None = None
    topic: str | None = None


def read(
    text: str,
    asked: Literal["day", "topic"] | None,
    today: date,
    period: Period,
    others: Iterable[str] = (),
    says: Callable[[str], str | None] = matter,
    *,
    is_case: bool = False,
    wanted: str = "",
) -> Meeting | Problem:
    """A report of what has happened: a coming day, a day of another period and a day that is none are asked back.

    The topic keeps the writer's own characters; only what frames it is left out.
    `others` are the names of departments whose meeting is no answer. `says` finds the topic beside a day;
    `is_case`: what is entered is a case that a higher court has published.
    """
    others = tuple(others)
    text = without_theirs(text.strip(), lambda clause: _is_of(others, clause))
    if is_done_by(others, without_ruled_out(text, today, period, dated=asked != "topic")):
        return "other-unit"
    text = without_other_topic(text) if asked == "topic" else text
    text = ON_THE_WAY.sub("", LISTED.sub("", IN_BRACKETS.sub(r"\n\g<label>：", text)).strip())
    text = without_struck(FAREWELL.sub("", GREETING.sub("", text.strip())), words=asked == "topic")
    text = NOTICE.sub(r"\g<notice>", text) if AS_IN_NOTICE.search(text) else text
    text = text if asked == "topic" else spelt_out(text)
    text = without_another(text) if says is matter else text
    text = without_other_half(without_struck_out(with_month(text), today), period)
    text = without_ruled_out(text, today, period, dated=asked != "topic")
    if not text or is_reserved(text):
        return "not-understood"
    text = without_steps(text)
    days = days_in(text, today)
    about_the_day = days and (NOT_THIS_DAY.search(text[: days[0].start]) or _is_reply_about_the_day(text, days[0]))
    if days and days[0].about:
        about_the_day = _is_alone(text, days[0])
    if asked == "topic" and not about_the_day:
        text = without_remarks(text)
        return _with_its_day(text, days, today, period) or _asked_topic(text, today, period)
    if not days and (retitled := RETITLED.match(text)):
        return Meeting(topic=meeting_topic.topic_of(retitled["title"]))
    form = "meeting" if says is matter else "case" if is_case else "entry"
    found = day_held(text, days) or day_done(text, days, form)
    if found is None or NOT_HELD.search(text) or ASKS.search(text) or QUESTION.search(text) or is_unsure(text, found):
        return "not-understood"
    problem = _problem_of(text, found, today, "meeting" if says is matter else "entry", wanted)
    if problem := problem or _problem(found.day, today, period):
        return problem
    topic = meeting_topic.beside(text, found, today, says)
    if not is_accounted(text, found, topic, form, wanted):
        return "not-understood"
    is_strange = says is matter and topic is not None and is_of_the_house(topic)
    return "not-understood" if is_strange else Meeting(found.day, topic and topic[:TOPIC_AT_MOST])


def _problem_of(text: str, found: Found, today: date, form: Form, wanted: str) -> Problem | None:
    """What is said of the day, or beside it."""
    if is_of_other_year(text, found):
        return "other-period"
    if found.about:
        return "about-day"
    if is_to_be(text, found, today):
        return "not-yet"
    before, behind = text[: found.start], text[found.end :]
    is_none = is_of_another(text, found, form) or is_idle(text, found) or is_of_another_month(text, found)
    is_none = is_none or is_not_held(text, found, form) or topics.is_denied(text) or topics.is_denied(behind)
    if form == "entry":
        behind = (OF_WHAT if is_named(behind, wanted) else THAT).sub("", behind)
    return "not-understood" if is_none or topics.is_of_something_else(before, behind) else None


def _is_of(others: Collection[str], clause: str) -> bool:
    """民庭的赡养案9月28日发布, before what the own department has."""
    return any(name and (clause.startswith(name) or clause.endswith(f"是{name}的")) for name in others)


def _asked_topic(text: str, today: date, period: Period) -> Meeting | Problem:
    """Asked for the topic alone: an excuse, a word of thanks or the answer to another question is none."""
    text = without_lead(text)
    unsure = any(words.search(text) for words in (QUESTION, ASKS, UNSURE, NO_TOPIC))
    unsure = unsure or topics.is_no_answer(text, today) or is_of_another_meeting(text, period)
    topic = None if unsure else meeting_topic.topic_of(text)
    if (
        topic is None
        or NO_TOPIC.search(topic)
        or NOT_HELD.match(topic)
        or FAILED.search(topic)
        or is_of_the_house(topic)
        or len(CHINESE.findall(topic)) < ENOUGH
        or not (topics.is_topic(topic) or f"“{topic}”" in text)
        or is_left_open(topic)
    ):
        return "not-understood"
    return Meeting(topic=topic[:TOPIC_AT_MOST])


def _with_its_day(text: str, days: list[Found], today: date, period: Period) -> Meeting | Problem | None:
    """新媒体“三审三校”制度 11月28号开的 那天下大雨: and talk, none of which names a matter."""
    found = days[-1] if days else None  # 学习10月1日讲话，11月3日开的
    held = HELD_ALONE.match(text, found.end) if found else None
    if found is None or held is None or not APART.search(text[: found.start]) or found.about:
        return None
    behind = text[held.end() :]
    topic = _asked_topic(text[: found.start].rstrip(" ,，。;；"), today, period)
    is_open = NOT_HELD.search(text) or ASKS.search(text) or topics.is_denied(behind) or MORE.search(behind)
    if isinstance(topic, str) or is_open:
        return None
    return _problem(found.day, today, period) or Meeting(found.day, topic.topic)


def _problem(day: date | None, today: date, period: Period) -> Problem | None:
    if day is None:
        return "no-such-day"
    if day > today:
        return "not-yet"
    return None if period.start <= day <= period.end else "other-period"


def _is_reply_about_the_day(text: str, found: Found) -> bool:
    """A day within a topic is part of it; a day alone, or beside a topic that says it is one, corrects the day."""
    label = meeting_topic.LABEL.match(text)
    if meeting_topic.LABEL.search(text, found.end) or (
        label and meeting_topic.NEXT_LABEL.search(text[: found.end], label.end())
    ):
        return True
    is_told_of = FRAME.fullmatch(text[: found.start]) and OPENED.match(text, found.end)
    return bool(is_told_of) or _is_alone(text, found)


def _is_alone(text: str, found: Found) -> bool:
    return bool(FRAME.fullmatch(text[: found.start])) and not trimmed(text[found.end :])
