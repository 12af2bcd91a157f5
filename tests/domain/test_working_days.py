from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Calendar

DAYS = st.dates(date(2021, 3, 1), date(2026, 10, 31))
PLAIN = Calendar({}, date(2020, 12, 31))


def test_a_make_up_sunday_is_worked_and_a_holiday_monday_is_not(china: Calendar) -> None:
    assert china.is_working(date(2026, 1, 4))
    assert not china.is_working(date(2026, 2, 16))
    assert not PLAIN.is_working(date(2026, 1, 4))


def test_where_the_table_is_silent_monday_to_friday_are_worked(china: Calendar) -> None:
    week = [china.is_working(date(2027, 6, 7) + timedelta(days=n)) for n in range(7)]
    assert week == [True] * 5 + [False] * 2


def test_dates_are_provisional_only_after_the_last_one_known(china: Calendar) -> None:
    assert not china.is_provisional(date(2026, 12, 31))
    assert china.is_provisional(date(2027, 1, 1))


@pytest.mark.parametrize(
    ("day", "n", "found"),
    [
        (date(2025, 12, 31), 1, date(2026, 1, 4)),
        (date(2025, 12, 31), 3, date(2026, 1, 6)),
        (date(2026, 1, 5), -1, date(2026, 1, 4)),
        (date(2026, 2, 14), 1, date(2026, 2, 24)),
        (date(2026, 2, 15), 0, date(2026, 2, 15)),
        (date(2026, 9, 30), 1, date(2026, 10, 8)),
        (date(2026, 10, 8), -1, date(2026, 9, 30)),
    ],
)
def test_working_days_are_counted_across_holidays_and_make_up_days(
    china: Calendar, day: date, n: int, found: date
) -> None:
    assert china.shift(day, n) == found


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 2, 18), None),  # W08, the Spring Festival
        (date(2026, 2, 14), date(2026, 2, 14)),  # a Saturday that is worked
        (date(2026, 1, 1), date(2026, 1, 4)),  # and a Sunday
        (date(2026, 11, 24), date(2026, 11, 27)),
        (date(2026, 5, 1), date(2026, 4, 30)),
    ],
)
def test_the_last_working_day_of_a_week_is_where_the_week_ends(china: Calendar, day: date, last: date | None) -> None:
    assert china.last_of_week(day) == last


@given(DAYS, DAYS)
def test_working_days_between_two_dates_are_those_of_the_official_calendar(
    china: Calendar, one: date, other: date
) -> None:
    start, end = min(one, other), max(one, other)
    assert list(china.within(start, end)) == chinese_calendar.get_workdays(start, end)


@given(DAYS, st.integers(1, 30))
def test_the_nth_working_day_after_is_the_official_one(china: Calendar, day: date, n: int) -> None:
    further = n if chinese_calendar.is_workday(day) else n - 1  # theirs counts from the next working day
    assert china.shift(day, n) == chinese_calendar.find_workday(further, day)


@given(DAYS, st.integers(-30, 30))
def test_counting_undoes_shifting(china: Calendar, day: date, n: int) -> None:
    start = china.on_or_after(day)
    there = china.shift(start, n)
    assert china.count(start, there) == n
    assert china.shift(there, -n) == start


@given(DAYS, DAYS)
def test_a_count_changes_only_its_sign_when_the_dates_change_places(china: Calendar, one: date, other: date) -> None:
    assert china.count(one, other) == -china.count(other, one)


@given(DAYS)
def test_on_or_after_stays_on_a_working_day_and_passes_over_none(china: Calendar, day: date) -> None:
    after = china.on_or_after(day)
    assert day <= after
    assert chinese_calendar.is_workday(after)
    assert china.count(day, after) == (0 if after == day else 1)


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2026, 6, 30), date(2026, 6, 30)),
        (date(2026, 11, 15), date(2026, 11, 13)),  # a Sunday
        (date(2026, 10, 7), date(2026, 9, 30)),  # the holidays
        (date(2026, 2, 28), date(2026, 2, 28)),  # a Saturday that is worked
    ],
)
def test_a_day_off_gives_way_to_the_working_day_before_it(china: Calendar, day: date, before: date) -> None:
    assert china.on_or_before(day) == before
