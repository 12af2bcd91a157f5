"""请假, 出差: whether somebody says that he will be away, from when to when, and that another is to act for him."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from domain.calendar import ONE_DAY
from domain.date_words import COUNT, number
from domain.dates import find_days
from domain.numbers import level
from domain.patterns import pattern_of

Amiss = Literal["absence-no-days", "absence-past", "absence-long"]

AWAY = pattern_of(r"[请休事病年产]假|出差|外出|公出|住院|不在(?:岗|单位|院里)|(?:我|本人).*(?:学习|培训)")
ACTS = pattern_of(
    r"[Bb]岗代|代岗|顶岗|(?:由|请|让|托)[^,，。;；\s]{1,14}?代(?:班|理|管|办|为|我|$|(?=[,，。;；!！\s]))"
)
ASKS = pattern_of(r"(?:^|(?<=[,，。;；\s]))(?:我|本人|申请)?[^,，。;；\s]{0,16}(?:[请休年病产事]假)")
OTHERS = pattern_of(r"[0-9一二两三四五六七八九十]+[人名个位]")  # 2人请假 is a remark on figures
REPORTS = pattern_of(r"[报交填补]|晚点|延")  # 我请假，周五报 is a promise
LASTS = pattern_of(rf"(?P<n>{COUNT}) ?天")
WEEK = timedelta(days=7)
MOST = timedelta(days=180)  # longer than that another holds the post


@dataclass(frozen=True)
class Away:
    """Both days included."""

    since: date
    until: date

    def overlaps(self, since: date, until: date) -> bool:
        return self.since <= until and since <= self.until


def is_said(text: str) -> bool:
    bare = level(text)
    if not AWAY.search(bare) or OTHERS.search(bare):
        return False
    return bool(ACTS.search(bare)) or (bool(ASKS.search(bare)) and not REPORTS.search(bare))


def away(text: str, today: date) -> Away | Amiss:
    """下周一到周五 ends in the week in which it begins; one day is one day, or so many from it on."""
    days = [found.day for found in find_days(level(text), today, past=False)]
    if not days or len(days) > 2 or None in days:
        return "absence-no-days"
    first, last = days[0], days[-1]
    assert first is not None
    assert last is not None
    if len(days) == 1 and (lasts := LASTS.search(level(text))):
        last = first + ONE_DAY * (2 if lasts["n"] in "两俩" else number(lasts["n"])) - ONE_DAY
    while last < first and first - last < WEEK:
        last += WEEK
    if last < first:
        return "absence-no-days"
    if last < today:
        return "absence-past"
    return "absence-long" if last - first > MOST else Away(max(first, today), last)
