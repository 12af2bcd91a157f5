"""What somebody wants who writes no answer that can be recorded."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from domain.calendar import Calendar
from domain.deadlines import find_deadline
from domain.numbers import level
from domain.reader import intent_words as lists
from domain.reader.asked import Intent
from domain.reader.departments import named
from domain.reader.questions import is_question

LOCAL = re.compile(r"(?P<day>[今明后昨])儿个?(?!子|媳)")  # 明儿个 is 明天
BEFORE_HOUR = re.compile(r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})点(?:半|钟)?[之以]?前")
BARE = re.compile(r"[\s,;。!~的吧哈就再先能可我们]|快了|大概|差不多|左右")
CLAUSE = re.compile(r"[,;。!\n]+")
EVERY_DAY = Calendar({}, date.max)  # Monday to Friday, where nothing is known of holidays


@dataclass(frozen=True)
class Wanted:
    """`until` is the day that is promised or asked for, `department` whose it is said to be."""

    intent: Intent
    until: date | None = None
    department: str | None = None


def of(text: str, today: date, others: Collection[str] = (), calendar: Calendar | None = None) -> Wanted:
    """`others` are the names of other departments."""
    bare = LOCAL.sub(lambda match: f"{match['day']}天", level(text).strip())
    if signs := _signs_alone(bare):
        return Wanted(signs)
    if lists.GREETING.match(bare):
        return Wanted("off-topic")
    if not re.sub(lists.SIGNS, "", lists.YES_SIR.sub("", bare)):
        return Wanted("acknowledgement")
    heard = lists.HEARD_FIRST.match(bare)
    if heard:
        return _behind_heard(bare[heard.end() :], today, others, calendar)
    return _plainly(bare, today, others, calendar)


def _signs_alone(bare: str) -> Intent | None:
    if re.sub(lists.SIGNS, "", bare):
        return None
    return "acknowledgement" if set(bare) & lists.THUMBS and not set(bare) & lists.SAD else "unclear"


def _behind_heard(rest: str, today: date, others: Collection[str], calendar: Calendar | None) -> Wanted:
    """收到，马上核实 says that it was heard, 收到，周五前报 by when it comes."""
    wanted = _plainly(rest, today, others, calendar)
    if wanted.intent == "will-do-by":
        sure = wanted.until is not None and REPORTS.search(rest)
        return wanted if sure else Wanted("acknowledgement")
    if wanted.intent == "done" and PASSED_ON.search(rest):
        return Wanted("acknowledgement")
    if wanted.intent == "not-done" and not STILL_NOT.search(rest):
        return Wanted("acknowledgement")
    return Wanted("acknowledgement") if wanted.intent == "unclear" else wanted


REPORTS = re.compile(r"报|交|发|给|送|填|答复|回复|反馈|提供|提交|补|完成")
PASSED_ON = re.compile(r"转给?|安排|布置|通知|传达|提醒|交代")
STILL_NOT = re.compile(
    r"还没|尚未|还未|没(?:有)?(?:出|弄|统计|填|数|空|时间|来得及)|没法|来不及|不了|不上|不出|打不开|登不|忘"
)


def _plainly(bare: str, today: date, others: Collection[str], calendar: Calendar | None) -> Wanted:
    if lists.CANCEL.search(bare) and not _asks_about(lists.CANCEL, bare):
        return Wanted("cancel")
    if lists.EXTENSION.search(bare) and not lists.HOW_TO.search(bare):
        return Wanted("extension", until_of(bare, today, calendar))
    if lists.OFF_TOPIC.search(bare):
        return Wanted("off-topic")
    asks = is_question(bare) or bool(lists.QUESTIONS.search(_stated(bare)))
    if lists.NEVER_OURS.search(bare) and not named(bare, others):
        return Wanted("not-applicable")
    if lists.NOT_OURS.search(bare) and not (asks and IS_IT_OURS.search(bare)):
        whose = named(bare, others)
        return Wanted(
            "not-ours" if whose or not lists.NO_SUCH_WORK.search(bare) else "not-applicable", department=whose
        )
    if asks:
        return Wanted("question")
    if promised := _promise(bare, today, calendar):
        return promised
    return Wanted(next((intent for intent, holds in IN_ORDER if holds(bare)), "unclear"))


def _stated(bare: str) -> str:
    return re.sub(r"不(?:知道|清楚)?怎么[样]?[,。]|没(?:什么|怎么|啥)|什么都|怎么都|不管(?:怎么|什么)", "", bare)


IS_IT_OURS = re.compile(r"(?:是不是|是否|还是|吗|[?？]).{0,3}$|^(?:是不是|是否|请问|应该)")


def _asks_about(pattern: "re.Pattern[str]", bare: str) -> bool:
    """撤回的申请要不要计入: something else is asked; 能不能撤回刚才那条 asks for it."""
    return is_question(bare) and not re.search(r"(?:能|可|帮|麻烦|请|要)[^,;。]{0,6}(?:撤|作废|删|取消|收回)", bare)


def _promise(bare: str, today: date, calendar: Calendar | None) -> Wanted | None:
    """By a day, or soon; what was done today is no promise."""
    for clause in (part for part in CLAUSE.split(bare) if part):
        if lists.DONE.search(clause) and PAST.search(clause) and not lists.INTENDS.search(clause):
            continue
        if re.search(lists.ACT, clause) and (until := until_of(clause, today, calendar)):
            return Wanted("will-do-by", _last_promise(bare, today, calendar) or until)
    until = until_of(bare, today, calendar)
    done = lists.DONE.search(bare) and PAST.search(bare)
    if until and re.search(lists.ACT, bare) and not done:
        return Wanted("will-do-by", until)
    for clause in CLAUSE.split(bare):
        if clause and not DENIES.search(clause) and _is_day_alone(clause, today, calendar):
            return Wanted("will-do-by", until)
    vague = not done and any(
        not DENIES.search(clause) and (lists.WILL.search(clause) or _is_open(clause, today, calendar))
        for clause in CLAUSE.split(bare)
    )
    return Wanted("will-do-by") if vague else None


PAST = re.compile(r"已|了(?!解)|过(?![几两])|都|早|妥|毕")
DENIES = re.compile(r"没|未|不(?!久)|无法|已")


def _last_promise(bare: str, today: date, calendar: Calendar | None) -> date | None:
    """热线统计周二出来，周三报: of several days the one on which it is reported."""
    reporting = [part for part in CLAUSE.split(bare) if REPORTS.search(part)]
    days = [until_of(part, today, calendar) for part in reporting]
    return next((day for day in reversed(days) if day), None)


def until_of(text: str, today: date, calendar: Calendar | None) -> date | None:
    """明天, said on a Friday, is no promise for today."""
    found = find_deadline(text, today, calendar or EVERY_DAY)
    if found is None or found.day is None:
        return today if BEFORE_HOUR.search(text) else None
    return found.named if found.named and found.day <= today < found.named else found.day


def _is_open(clause: str, today: date, calendar: Calendar | None) -> bool:
    """节后报: by a day that the words leave open."""
    found = find_deadline(clause, today, calendar or EVERY_DAY)
    return bool(found and found.vague and re.search(REPORTS, clause))


def _is_day_alone(clause: str, today: date, calendar: Calendar | None) -> bool:
    found = find_deadline(clause, today, calendar or EVERY_DAY)
    return bool(found and not found.impossible and not BARE.sub("", clause.replace(found.written, "")))


def _is_not_applicable(bare: str) -> bool:
    if lists.NOT_APPLICABLE.search(bare):
        return True
    found = lists.NONE_OF_IT.match(bare)
    return bool(
        found and lists.OF_CASES.search(found["what"]) and not re.search("全部|都|按时|超期|完成", found["what"])
    )


IN_ORDER: tuple[tuple[Intent, Callable[[str], bool]], ...] = (
    ("not-applicable", _is_not_applicable),
    ("not-done", lambda bare: bool(lists.NOT_DONE.search(bare))),
    ("done", lambda bare: bool(lists.DONE.search(bare))),
)
