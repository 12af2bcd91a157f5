"""The weeks of the weekly report: each is cut off on its last working day and issued on the first one after it."""

from datetime import date, datetime, timedelta

from services.office import Office


def name(day: date) -> str:
    """2026-W48."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def cut_off(office: Office, day: date) -> datetime:
    return office.rules.hours.at(day, office.rules.cut_off)


def next_cut_off(office: Office) -> datetime:
    start = monday(office.today)
    day: date | None = None
    while day is None or cut_off(office, day) <= office.now:
        day = office.calendar.last_of_week(start)
        start += timedelta(weeks=1)
    return cut_off(office, day)


def issue_day(office: Office, week: str) -> date:
    sunday = date.fromisocalendar(int(week[:4]), int(week[6:]), 7)
    return office.calendar.shift(sunday, 1)


def issue_at(office: Office, week: str) -> datetime:
    return office.rules.hours.at(issue_day(office, week), office.rules.issue)


def look_at(office: Office, week: str) -> datetime:
    return office.rules.hours.at(issue_day(office, week), office.rules.look_again)
