"""延期 in working days: until when it is asked for, how far a limit moves, who decides."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Calendar
from domain.extension import (
    Limits,
    amiss,
    days_more,
    decider,
    earlier,
    last_day,
    latest,
    moved_lock,
    obstacle,
    offered,
    reason_said,
)

LIMITS = Limits(ask_before=2, at_most=10, decide_within=1)
# Friday, 1 May is off until Tuesday; Saturday, 9 May is worked for it
MAY = {date(2026, 5, day): day == 9 for day in (1, 2, 3, 4, 5, 9)}
CALENDAR = Calendar(MAY, date(2026, 12, 31))
WEDNESDAY = date(2026, 3, 11)
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 1))


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


@pytest.mark.parametrize(
    ("due", "today", "expected"),
    [
        ("03-11", "03-02", None),
        ("03-11", "03-09", None),  # Monday: two working days before
        ("03-11", "03-10", "extension-late"),
        ("03-11", "03-11", "extension-late"),
        ("03-11", "03-12", "extension-overdue"),
        ("03-09", "03-05", None),  # over a weekend
        ("03-09", "03-06", "extension-late"),
        ("05-06", "04-29", None),  # over the holidays
        ("05-06", "04-30", "extension-late"),
    ],
)
def test_it_is_asked_for_in_time(due: str, today: str, expected: str | None) -> None:
    assert obstacle(day(due), day(today), CALENDAR, LIMITS) == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("03-11", "extension-not-later"),
        ("03-02", "extension-not-later"),
        ("03-12", None),
        ("03-14", "extension-rest-day"),
        ("03-25", None),  # ten working days
        ("03-26", "extension-too-far"),
        ("03-28", "extension-too-far"),
    ],
)
def test_a_limit_moves_to_a_working_day_within_ten(wanted: str, expected: str | None) -> None:
    assert amiss(day(wanted), WEDNESDAY, CALENDAR, LIMITS) == expected


def test_a_saturday_that_is_worked_is_a_working_day() -> None:
    assert amiss(day("05-09"), day("05-07"), CALENDAR, LIMITS) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("延3个工作日", "03-16"),
        ("宽限五个工作日", "03-18"),
        ("延两天", "03-13"),
        ("再给三天", "03-14"),
        ("缓一周", "03-18"),
        ("两个星期", "03-25"),
        ("延到下周三", None),
        ("3天内报", None),
        ("3月18日", None),
        ("第3天", None),
        ("延期", None),
    ],
)
def test_what_is_said_in_days_counts_from_the_limit(text: str, expected: str | None) -> None:
    assert days_more(text, WEDNESDAY, CALENDAR) == (day(expected) if expected else None)


@pytest.mark.parametrize(
    ("decided", "allowed", "expected"), [(0, 2, "office"), (1, 2, "leader"), (2, 2, None), (0, 0, None), (1, 1, None)]
)
def test_first_the_office_then_the_leader_in_charge_then_nobody(
    decided: int, allowed: int, expected: str | None
) -> None:
    assert decider(decided, allowed) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("平台数据还没更新，能不能延到3月20日", "平台数据还没更新"),
        ("因承办人出差，申请延期3天", "因承办人出差"),
        ("申请延期到3月20日", ""),
        ("请宽限几天，谢谢领导", ""),
    ],
)
def test_why_is_taken_from_what_was_said(text: str, expected: str) -> None:
    assert reason_said(text) == expected


@given(due=DAYS, n=st.integers(1, 10))
def test_what_is_granted_lies_between_the_limit_and_what_is_asked(due: date, n: int) -> None:
    due = CALENDAR.on_or_after(due)
    wanted = CALENDAR.shift(due, n)
    assert amiss(wanted, due, CALENDAR, LIMITS) is None
    half = earlier(due, wanted, CALENDAR)
    assert (half is None) == (n == 1)
    if half:
        assert due < half < wanted
        assert CALENDAR.is_working(half)


@given(due=DAYS)
def test_every_day_that_is_offered_may_be_asked_for_and_the_last_one_is_the_last(due: date) -> None:
    due = CALENDAR.on_or_after(due)
    days = offered(due, CALENDAR, LIMITS)
    assert [amiss(one, due, CALENDAR, LIMITS) for one in days] == [None] * len(days)
    assert days[-1] == latest(due, CALENDAR, LIMITS)
    assert amiss(days[-1] + timedelta(days=1), due, CALENDAR, LIMITS) == "extension-too-far"


@given(due=DAYS, today=DAYS)
def test_it_may_be_asked_up_to_its_last_day_and_not_after(due: date, today: date) -> None:
    due = CALENDAR.on_or_after(due)
    may = obstacle(due, today, CALENDAR, LIMITS) is None
    assert may == (today <= last_day(due, CALENDAR, LIMITS))
    assert CALENDAR.count(last_day(due, CALENDAR, LIMITS), due) == LIMITS.ask_before


@given(due=DAYS, n=st.integers(1, 10), lock=st.integers(0, 40))
def test_it_may_be_corrected_as_much_longer_as_it_was_extended(due: date, n: int, lock: int) -> None:
    due = CALENDAR.on_or_after(due)
    to = CALENDAR.shift(due, n)
    locks = moved_lock(CALENDAR.shift(due, lock), due, to, CALENDAR)
    assert CALENDAR.count(to, locks) == lock
