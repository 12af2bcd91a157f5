from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import settings

from domain.calendar import Calendar

settings.register_profile("same every time", derandomize=True, database=None, deadline=None)
settings.load_profile("same every time")


@pytest.fixture(scope="session")
def china() -> Calendar:
    """Working days as the State Council set them for 2021 to 2026."""
    first, last = date(2021, 1, 1), date(2026, 12, 31)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    worked = ((day, bool(chinese_calendar.is_workday(day))) for day in days)
    return Calendar({day: is_worked for day, is_worked in worked if is_worked != (day.weekday() < 5)}, last)
