"""延期: until when one may be asked for, to which day, who decides, and what is only said in days."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from domain.calendar import Calendar
from domain.date_words import COUNT, number
from domain.patterns import pattern_of
from domain.reader.intent_words import EXTENSION

Obstacle = Literal["extension-overdue", "extension-late"]
Amiss = Literal["extension-not-later", "extension-too-far", "extension-rest-day"]
Decider = Literal["office", "leader"]

# 延期三天, 宽限5个工作日, 一周: from the limit on
MORE = pattern_of(rf"(?<!第)(?P<n>{COUNT}) ?个?(?P<unit>工作日|天|周|星期|礼拜)(?![内前一二三四五六日天末])")
UNDECIDED = "俩"
CLAUSES = pattern_of(r"[,，。;；!！\n]+")
WHY = pattern_of(r"因|由于|没|未|尚|还|等|待|正?在|不全|不齐|系统|平台|忙|出差|请假")
LEAST = 4  # signs of a reason
STEPS = (3, 5)  # working days more that are offered


@dataclass(frozen=True)
class Limits:
    """In working days: how long before the limit it is asked for at the latest, and by how many it may move."""

    ask_before: int
    at_most: int
    decide_within: int


def obstacle(due: date, today: date, calendar: Calendar, limits: Limits) -> Obstacle | None:
    """Why none may be asked for any more."""
    if today > due:
        return "extension-overdue"
    return "extension-late" if today > last_day(due, calendar, limits) else None


def last_day(due: date, calendar: Calendar, limits: Limits) -> date:
    """On which it may be asked for."""
    return calendar.shift(due, -limits.ask_before)


def latest(due: date, calendar: Calendar, limits: Limits) -> date:
    """To which the limit may be moved."""
    return calendar.shift(due, limits.at_most)


def amiss(wanted: date, due: date, calendar: Calendar, limits: Limits) -> Amiss | None:
    """What is wrong with a day that is asked for: limits are working days."""
    if wanted <= due:
        return "extension-not-later"
    if wanted > latest(due, calendar, limits):
        return "extension-too-far"
    return None if calendar.is_working(wanted) else "extension-rest-day"


def days_more(text: str, due: date, calendar: Calendar) -> date | None:
    """Of what is said in days, counted from the limit; None where it is not said so."""
    found = MORE.search(text)
    if found is None or UNDECIDED in found["n"]:
        return None
    n = 2 if found["n"] == "两" else number(found["n"])
    match found["unit"]:
        case "工作日":
            return calendar.shift(due, n)
        case "天":
            return due + timedelta(days=n)
        case _:
            return due + timedelta(weeks=n)


def offered(due: date, calendar: Calendar, limits: Limits) -> tuple[date, ...]:
    """Days for buttons: some working days more, and the last one that is possible."""
    days = (*(calendar.shift(due, n) for n in STEPS if n < limits.at_most), latest(due, calendar, limits))
    return tuple(dict.fromkeys(days))


def earlier(due: date, wanted: date, calendar: Calendar) -> date | None:
    """Half of what is asked for, rounded up; None where that is no less."""
    n = calendar.count(due, wanted)
    return calendar.shift(due, (n + 1) // 2) if n > 1 else None


def decider(decided: int, allowed: int) -> Decider | None:
    """Who decides after so many decisions about one matter; None where no more are made."""
    if decided >= allowed:
        return None
    return "office" if decided == 0 else "leader"


def moved_lock(locks: date, due: date, to: date, calendar: Calendar) -> date:
    """What is open longer may be corrected as much longer."""
    return calendar.shift(locks, calendar.count(due, to))


def reason_said(text: str) -> str:
    """平台还没更新，能不能延到3月20日: the clauses that say why, and ask for nothing; empty where there are none."""
    clauses = (clause.strip() for clause in CLAUSES.split(text))
    return "，".join(c for c in clauses if len(c) >= LEAST and WHY.search(c) and not EXTENSION.search(c))
