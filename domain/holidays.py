"""Holidays as the calendar knows them: days off in a row that are more than a weekend."""

from datetime import date

from domain.calendar import ONE_DAY, Calendar

HOLIDAY_AT_LEAST = 3  # days off in a row: more than a weekend
FARTHEST = 366


def next_holiday(day: date, calendar: Calendar, *, is_running: bool) -> tuple[date, date] | None:
    """The next run of days off that is no mere weekend; the one that `day` lies in where `is_running`.

    None where none is known: what is not yet announced is not guessed.
    """
    if not is_running:
        while not calendar.is_working(day) and day <= calendar.known_until:
            day += ONE_DAY
    for _ in range(FARTHEST):
        if day > calendar.known_until:
            return None
        if not calendar.is_working(day):
            first, last = days_off(day, calendar)
            if (last - first).days + 1 >= HOLIDAY_AT_LEAST:
                return first, last
            day = last
        day += ONE_DAY
    return None


def days_off(day: date, calendar: Calendar) -> tuple[date, date]:
    """The days off around a day, that day itself taken for one."""
    first = last = day
    while not calendar.is_working(first - ONE_DAY):
        first -= ONE_DAY
    while not calendar.is_working(last + ONE_DAY):
        last += ONE_DAY
    return first, last
