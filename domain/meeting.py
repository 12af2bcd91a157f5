"""A meeting reported: on which day, about what."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from domain.cadences import Period
from domain.dates import Found, find_day
from domain.numbers import level

Problem = Literal["not-understood", "no-such-day", "not-yet", "other-period"]
TOPIC_AT_MOST = 200
NOT_HELD = re.compile(
    r"[没未](?:有|能)?(?:召开|举行|开)(?![展始庭放发])|(?:取消|推迟|延期|改期|暂缓|暂停)(?:了|到|至|召开|举行|$|[,，。])"
)
QUESTION = re.compile(r"(?:[?？]|[吗呢么])[。.\s]*$")
NOT_THIS_DAY = re.compile(r"(?:不是|并非|打算|计划|准备|原定|预计|拟|将)(?:在|于|是)?\s*$")
BETWEEN_DAYS = re.compile(r"[\s、,，(（]*(?:[-—~～至到和或及与、,，(（])[\s(（]*")  # 11月18日、25日
# what people write around a day and a topic, and what is neither
GAP = r"\s,，、。.;；:：)）"
CLOCK = r"(?:[0-9]{1,2}[:：][0-9]{2}|[0-9一二三四五六七八九十两]{1,3}[点时](?:半|整|[0-9]{1,2}分?)?)"
HELD = r"(?:召开|举行|开)(?:了|的|过)?"
FRAME = re.compile(
    rf"(?:[{GAP}(（]|我们|我[庭局院室]|已经|已|会议|日期|时间|{HELD}|这次|本次|在|于|是|为|的|会)*(?:$|(?<=[{GAP}]))"
)
HEAD = re.compile(
    rf"(?:[{GAP}]|[上下]午|中午|早上|晚上?|{CLOCK}|我们|已经?(?={HELD})"
    rf"|(?:召开|举行)[了过的]?|开[了过的](?:会(?=[{GAP}]|$))?|开会|(?:{HELD}|的)(?:会议?)?(?=[{GAP}]|$))+"
)
TAIL = re.compile(
    r"(?:[\s,，、。.;；:：]|(?:会议)?(?:纪要|材料|照片|签到表?)(?:[、和及](?:纪要|材料|照片|签到表?))*"
    r"(?:(?:请|详)?见附件|附后|如附件|已上传|已附)|(?:请|详)?见附件|(?<!关)于|定在)+$"
)
LABEL = re.compile(r"(?:会议)?(?:议题|主题|内容)\s*(?:[:：]|是(?!非)|为(?!民|人))\s*")
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
    text = text.strip()
    found = find_day(level(text), today, past=True)
    if (
        asked == "topic"
        and not (found and NOT_THIS_DAY.search(text[: found.start]))
        and (found is None or not _is_reply_about_the_day(text, found))
    ):
        topic = None if QUESTION.search(text) else _topic(text)
        return Meeting(topic=topic) if topic and not NOT_HELD.match(topic) else "not-understood"
    if found is None or NOT_HELD.search(text) or _is_unsure(text, found, today, past=True):
        return "not-understood"
    return _problem(found.day, today, period) or Meeting(found.day, _topic_beside(text, found, today))


def read_plan(text: str, today: date, period: Period) -> date | Problem:
    """The day on which it is to be held."""
    text = text.strip()
    found = find_day(level(text), today, past=False)
    if found is None or QUESTION.search(text) or text[: found.start].rstrip().endswith(("不是", "并非")):
        return "not-understood"
    if _other_day(text, found, today, past=False):
        return "not-understood"
    if found.day is None:
        return "no-such-day"
    return found.day if max(today, period.start) <= found.day <= period.end else "other-period"


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
    return bool(FRAME.fullmatch(text[: found.start])) and not _trimmed(text[found.end :])


def _is_unsure(text: str, found: Found, today: date, *, past: bool) -> bool:
    return bool(
        QUESTION.search(text) or NOT_THIS_DAY.search(text[: found.start]) or _other_day(text, found, today, past=past)
    )


def _other_day(text: str, found: Found, today: date, *, past: bool) -> Found | None:
    """A second day right behind the first that is not the same one (昨天（11月17日）)."""
    joint = BETWEEN_DAYS.match(text, found.end)
    second = find_day(level(text[joint.end() :]), today, past=past) if joint else None
    return second if second and second.start == 0 and second.day != found.day else None


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
    joint = BETWEEN_DAYS.match(text, found.end)
    second = find_day(level(text[joint.end() :]), today, past=True) if joint else None
    return joint.end() + second.end if joint and second and second.start == 0 else found.end


def _trimmed(text: str) -> str:
    text = text.strip()
    head = HEAD.match(text)
    return TAIL.sub("", text[head.end() if head else 0 :])


def _topic(text: str) -> str | None:
    topic = _trimmed(text)
    if label := LABEL.match(topic):
        topic = topic[label.end() :]
    if QUOTES.get(topic[:1]) == topic[-1:] and topic[:1] not in topic[1:-1]:
        topic = topic[1:-1]
    topic = re.sub(r"\s*[\r\n]+\s*", " ", topic).strip()
    return topic[:TOPIC_AT_MOST] if len(topic) >= 2 else None
