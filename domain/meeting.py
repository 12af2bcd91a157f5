"""A meeting reported: on which day, about what."""

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from domain.cadences import Period
from domain.dates import Found, find_day, find_days
from domain.meeting_words import (
    ASKS,
    EMOJI,
    FAREWELL,
    GREETING,
    NO_TOPIC,
    ON_ITS_WAY,
    SPOKEN,
    STRUCK_OUT,
    UNSURE,
    is_mere_remark,
)
from domain.numbers import level

Problem = Literal["not-understood", "no-such-day", "about-day", "not-yet", "other-period"]
TOPIC_AT_MOST = 200
NOT_HELD = re.compile(
    r"[没未](?:有|能)?(?:召开|举行|开)(?![展始庭放发])|(?:取消|推迟|延期|改期|暂缓|暂停)(?:了|到|至|召开|举行|$|[,，。])"
)
QUESTION = re.compile(r"(?:[?？]|[吗呢么])[。.\s]*$")
NOT_THIS_DAY = re.compile(r"(?:约|不是|并非|打算|计划|准备|原定|预计|拟|将|[延推][^,，。]{0,3}[到至])(?:在|于|是)?\s*$")
# words in the same clause that make it a plan, a guess, or no meeting at all
GUESS = re.compile(r"应该|好像|可能|大概|估计|也许|似乎")
NO_MEETING = re.compile(
    r"流会|不对|记错|写错|没开成|(?:(?<!模)拟|将|(?<![主重需])要|准备|计划|打算|原定|预计|争取)(?:于|在|召开|举行|开(?![展创拓放始发])|$)"
    r"|(?:应该|好像|可能|大概)(?=[^,，]{0,3}开)"
)
NEARBY = 8  # signs behind a day that still speak of it, and not of a topic
CLAUSE = re.compile(r"[,，。;；\n]")
SAME_AGAIN = re.compile(r"[\s、,，(（]*[(（,，、]?[\s(（]*")  # 昨天（11月17日）
# what people write around a day and a topic, and what is neither
GAP = r"\s,，、。.;；:：)）"
PART = r"(?:[上下]午|中午|早上|晚上?)"
CLOCK = r"(?:[0-9]{1,2}[:：][0-9]{2}|[0-9一二三四五六七八九十两]{1,3}[点时](?:半|整|[0-9]{1,2}分?)?)"
HELD = r"(?>(?:召开|举行|开)(?:了|的|过)?)"  # atomic: 的 stands in the frames as well, and 开的开的… had two ways each
HELD_WORD = r"(?:召开|举行|开(?:[了的过会]|$|(?=[,，。;；\s])))"
FRAME = re.compile(
    rf"(?:[{GAP}(（]|我们|我[庭局院室]|已经|已|更正|[写填报]错了?|有误|改[为成]|应该?[为是]|定于|会议|活动|发布|日期|时间|{HELD}|这次|本次|在|于|是|为|的|会)*(?:$|(?<=[{GAP}]))"
)
HEAD = re.compile(
    rf"(?:[{GAP}]|[上下]午|中午|早上|晚上?|{CLOCK}|我们|已经?(?={HELD})"
    rf"|(?:召开|举行)[了过的]?|开[了过的](?:会(?=[{GAP}]|$))?|开(?:完|好)会?了?啦?|开会|(?:{HELD}|的)(?:会议?)?(?=[{GAP}]|$))+"
)
TAIL_AT_MOST = 80  # signs: a tail is tried from every place of a text
TAIL = re.compile(
    r"(?:[\s,，、。.;；:：]|(?:会议)?(?:纪要|材料|照片|签到表?)(?:[、和及](?:纪要|材料|照片|签到表?))*"
    r"(?:(?:请|详)?见附件|附后|如附件|已上传|已附)|(?:请|详)?见附件|(?<!关)于|定在)+$"
)
BETWEEN_DAYS = re.compile(
    r"[\s、,，(（/]*(?:还是|或者|要么|[-—~～至到和或及与、,，(（/]|不对?[,，]?|改[为到成]|更正为?|应为|而是)[\s,，是(（]*"
)
MOVED = re.compile(r"[^。;；]{0,16}(?:改|推迟|延期|延|调整|提前)(?:了)?(?:到|至|为|成|在)(?:了)?\s*")
WEEKDAY = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天]")
NEXT_CLAUSE = re.compile(r"[,，。;；]\s*(?:另一次|另外|还有|下一?次|第二次)?\s*$")
OF_A_TOPIC = re.compile(r"学习|传达|贯彻|落实|根据|按照")  # 学习10月1日讲话
HELD_THEN = re.compile(rf"\s*(?:{PART}|{CLOCK}|\s)*(?:在[^,，。;；]{{1,10}})?{HELD_WORD}")
HELD_ON = re.compile(r"(?:会议)?(?:时间|日期)(?:[:：]|[是为])?\s*$|[于]\s*$")
NO_PLAN = re.compile(r"不行|不开|没空|取消|推迟了|原定|大约|大概|左右")
NEAR = re.compile(r"\s*(?:之?前|以前|之?后|以后|左右)(?!期)")
AT_THE_END = rf"[\s{EMOJI}哈啦哦呀噢~～]"
EDGES = re.compile(rf"^[\s{EMOJI}]+|(?<!{AT_THE_END}){AT_THE_END}+$")
CHINESE = re.compile("[\u4e00-\u9fffA-Za-z]")
ENOUGH = 4  # letters of a topic that is asked for alone
LABEL = re.compile(
    r"(?:会议|活动|案例)?(?:议题|主题|内容|题目|名称|标题)\s*(?:[:：]|是(?!非)|为(?!民|人))\s*"
    r"|(?:(?<=[\s,，。;；])|^|(?<=典型))(?:活动|案例)\s*[:：]\s*"
)
QUOTES = {"《": "》", "“": "”", '"': '"', "「": "」"}


@dataclass(frozen=True)
class Meeting:
    """What was said; None where nothing was said about it."""

    day: date | None = None
    topic: str | None = None


def read(text: str, asked: Literal["day", "topic"] | None, today: date, period: Period) -> Meeting | Problem:
    """A report of what has happened: a coming day, a day of another period and a day that is none are asked back.

    The topic keeps the writer's own characters; only what frames it is left out.
    """
    text = _without_struck_out(FAREWELL.sub("", GREETING.sub("", text.strip())), today)
    days = _days(text, today)
    about_the_day = days and (NOT_THIS_DAY.search(text[: days[0].start]) or _is_reply_about_the_day(text, days[0]))
    if days and days[0].about:
        about_the_day = _is_alone(text, days[0])
    if asked == "topic" and not about_the_day:
        return _asked_topic(text)
    found = _day_held(text, days)
    if found is None or NOT_HELD.search(text) or ASKS.search(text) or QUESTION.search(text) or _is_unsure(text, found):
        return "not-understood"
    if found.about:
        return "about-day"
    return _problem(found.day, today, period) or Meeting(found.day, _topic_beside(text, found, today))


def read_plan(text: str, today: date, period: Period) -> date | Problem:
    """The day on which it is to be held."""
    text = text.strip()
    days = find_days(level(text), today, past=False)
    if len({found.day for found in days}) != 1 or QUESTION.search(text):
        return "not-understood"
    found = days[0]
    if found.about:
        return "about-day"
    if text[: found.start].rstrip().endswith(("不是", "并非")) or NO_PLAN.search(text) or NEAR.match(text, found.end):
        return "not-understood"
    if found.day is None:
        return "no-such-day"
    return found.day if max(today, period.start) <= found.day <= period.end else "other-period"


def _days(text: str, today: date) -> list[Found]:
    """Every day that is named; a weekday right behind a day is a part of it, and makes it none where it is another."""
    days: list[Found] = []
    for found in find_days(level(text), today, past=True):
        before = days[-1] if days else None
        if before and WEEKDAY.fullmatch(found.written) and not text[before.end : found.start].strip(" ,，、"):
            same = before.day and found.day and before.day.weekday() == found.day.weekday()
            days[-1] = replace(before, day=before.day if same else None, end=found.end)
        else:
            days.append(found)
    return days


def _without_struck_out(text: str, today: date) -> str:
    """原定10月14日，后改到10月21日 speaks of the second day alone."""
    days = find_days(level(text), today, past=True)
    for first, second in pairwise(days):
        planned = STRUCK_OUT.search(text[: first.start])
        if planned and MOVED.fullmatch(text, first.end, second.start):
            return text[: planned.start()] + text[second.start :]
    return text


def _asked_topic(text: str) -> Meeting | Problem:
    """Asked for the topic alone: an excuse, a word of thanks or the answer to another question is none."""
    unsure = QUESTION.search(text) or ASKS.search(text) or UNSURE.search(text)
    topic = None if unsure or NO_TOPIC.search(text) else _topic(text)
    if topic is None or NO_TOPIC.search(topic) or NOT_HELD.match(topic) or len(CHINESE.findall(topic)) < ENOUGH:
        return "not-understood"
    return Meeting(topic=topic)


def _day_held(text: str, days: list[Found]) -> Found | None:
    """The day that the meeting was held on, where it is certain: of several the one that the sentence says so of."""
    if len({found.day for found in days}) == 1:
        day = days[0]
        certain = FRAME.fullmatch(text[: day.start]) or not OF_A_TOPIC.search(text[: day.start])
        return day if certain or HELD_THEN.match(text, days[-1].end) or not _trimmed(text[days[-1].end :]) else None
    held = [found for found in days if HELD_THEN.match(text, found.end) or HELD_ON.search(text[: found.start])]
    if len({found.day for found in held}) == 1:
        return held[0]
    if held or not days or not FRAME.fullmatch(text[: days[0].start]):
        return None
    # the day, and another one in its topic; two days side by side are two meetings, or a correction
    joint = BETWEEN_DAYS.match(text, days[0].end)
    beside = bool(joint and joint.end() == days[1].start)
    return None if beside or any(NEXT_CLAUSE.search(text[: found.start]) for found in days[1:]) else days[0]


def _is_unsure(text: str, found: Found) -> bool:
    begin = max((m.end() for m in CLAUSE.finditer(text, 0, found.start)), default=0)
    close = CLAUSE.search(text, found.end)
    end = close.start() if close else len(text)
    before, behind = text[begin : found.start], text[found.end : end]
    said_so = NOT_THIS_DAY.search(text[: found.start]) or NEAR.match(text, found.end)
    no_meeting = NO_MEETING.search(behind)
    return bool(
        said_so
        or UNSURE.search(text)
        or ON_ITS_WAY.match(text, found.end)
        or GUESS.search(before)
        or NO_MEETING.search(before)
        or (no_meeting and no_meeting.start() < NEARBY)
    )


def _problem(day: date | None, today: date, period: Period) -> Problem | None:
    if day is None:
        return "no-such-day"
    if day > today:
        return "not-yet"
    return None if period.start <= day <= period.end else "other-period"


def _is_reply_about_the_day(text: str, found: Found) -> bool:
    """A day within a topic is part of it; a day alone, or beside a topic that says it is one, corrects the day."""
    if LABEL.search(text, found.end):
        return True
    return _is_alone(text, found)


def _is_alone(text: str, found: Found) -> bool:
    return bool(FRAME.fullmatch(text[: found.start])) and not _trimmed(text[found.end :])


def _topic_beside(text: str, found: Found, today: date) -> str | None:
    """What follows its label; otherwise what stands on the one side of the day; with words on both sides, all."""
    if label := LABEL.search(text):
        # a label before the day names what stands between them, where anything does
        after = text[label.end() :] if label.start() >= found.end else text[label.end() : found.start]
        if topic := _topic(after):
            return topic
    before, after = text[: found.start], text[_end(text, found, today) :]
    if FRAME.fullmatch(before):
        return _topic(after)
    return _topic(text if _trimmed(after) else before)


def _end(text: str, found: Found, today: date) -> int:
    """Where the day ends, the same day said once more included."""
    joint = SAME_AGAIN.match(text, found.end)
    second = find_day(level(text[joint.end() :]), today, past=True) if joint else None
    same = second and second.start == 0 and second.day == found.day
    return joint.end() + second.end if joint and second and same else found.end


def _trimmed(text: str) -> str:
    text = EDGES.sub("", text)
    head = HEAD.match(text)
    text = text[head.end() if head else 0 :]
    cut = max(0, len(text) - TAIL_AT_MOST)
    return text[:cut] + TAIL.sub("", text[cut:])


def _topic(text: str) -> str | None:
    topic = _trimmed(text)
    if spoken := SPOKEN.match(topic):
        topic = topic[spoken.end() :]
    if label := LABEL.match(topic):
        topic = topic[label.end() :]
    if QUOTES.get(topic[:1]) == topic[-1:] and topic[:1] not in topic[1:-1]:
        topic = topic[1:-1]
    topic = re.sub(r"\s*[\r\n]+\s*", " ", topic).strip()
    return topic[:TOPIC_AT_MOST] if len(topic) >= 2 and not is_mere_remark(topic) else None
