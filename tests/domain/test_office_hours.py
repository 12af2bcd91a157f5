from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Calendar, OfficeHours

SHANGHAI = ZoneInfo("Asia/Shanghai")
HOURS = OfficeHours(time(9), time(17, 30), time(17), SHANGHAI)


def at(day: int, hour: int, minute: int = 0, second: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, second, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (at(24, 8, 59, 59), at(24, 9)),
        (at(24, 9), at(24, 9)),
        (at(24, 12, 34), at(24, 12, 34)),
        (at(24, 17), at(24, 17)),
        (at(24, 17, 0, 1), at(25, 9)),
        (at(24, 0), at(24, 9)),
        (at(27, 18), at(30, 9)),  # Friday evening
        (at(28, 10), at(30, 9)),
        (at(4, 10, month=1), at(4, 10, month=1)),  # a Sunday that is worked
        (at(14, 17, 1, month=2), at(24, 9, month=2)),  # before the Spring Festival
    ],
)
def test_people_are_spoken_to_in_office_hours_only(china: Calendar, now: datetime, then: datetime) -> None:
    assert HOURS.next_hour(now, china) == then
    assert HOURS.next_hour(now.astimezone(UTC), china) == then


def test_the_day_is_the_one_of_the_office_and_not_of_greenwich() -> None:
    assert HOURS.today(datetime(2026, 11, 23, 16, 30, tzinfo=UTC)) == date(2026, 11, 24)
    assert HOURS.opening(date(2026, 11, 24)) == datetime(2026, 11, 24, 1, tzinfo=UTC)


@given(st.dates(date(2021, 2, 1), date(2026, 11, 30)), st.times())
def test_the_next_hour_is_the_earliest_allowed_one(china: Calendar, day: date, hour: time) -> None:
    now = datetime.combine(day, hour, UTC)
    then = HOURS.next_hour(now, china)
    local = then.astimezone(SHANGHAI)
    assert then >= now
    assert china.is_working(local.date())
    assert time(9) <= local.time() <= time(17)
    assert HOURS.next_hour(then, china) == then
    if then > now:
        assert local.time() == time(9)
        moment = now  # nothing allowed lies between
        while moment < then:
            here = moment.astimezone(SHANGHAI)
            assert not (china.is_working(here.date()) and time(9) <= here.time() <= time(17))
            moment += timedelta(hours=1)
