"""The day on which a meeting is to be held."""

from datetime import date

from domain.cadences import Period
from domain.dates import find_days
from domain.meeting import QUESTION, Problem
from domain.meeting_days import NEAR
from domain.numbers import level
from domain.patterns import pattern_of

NO_PLAN = pattern_of(r"不行|不开|没空|取消|推迟了|原定|大约|大概|左右")


def read_plan(text: str, today: date, period: Period) -> date | Problem:
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
