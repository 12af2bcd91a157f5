from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from domain.cadences import MONTHS, Every, Period, parse_period, period_of, periods

EVERY = st.sampled_from(get_args(Every))
RECURRING = st.sampled_from(list(MONTHS))
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("every", "key", "start", "end"),
    [
        ("month", "2026-11", date(2026, 11, 1), date(2026, 11, 30)),
        ("month", "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("quarter", "2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("quarter", "2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("half-year", "2026-H1", date(2026, 1, 1), date(2026, 6, 30)),
        ("half-year", "2026-H2", date(2026, 7, 1), date(2026, 12, 31)),
        ("year", "2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("once", "2021-12-31", date(2021, 12, 31), date(2021, 12, 31)),
    ],
)
def test_a_key_names_its_period(every: Every, key: str, start: date, end: date) -> None:
    assert parse_period(key) == Period(every, start, end)
    assert period_of(every, start).key == period_of(every, end).key == key


@pytest.mark.parametrize(
    "key",
    ["", "2026-", "2026-13", "2026-00", "2026-1", "2026-Q0", "2026-Q5", "2026-H3", "2026-QQ", "26-11", "0000",
     "99999999999999999999", "２０２６", " 2026", "2026-11 ", "2026-11-31", "2026-11-1", "2026-h1",
     "-2026", "2026\n", "0999-01"],
)  # fmt: skip
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="is no period"):
        parse_period(key)


@given(EVERY, DAYS)
def test_keys_round_trip(every: Every, day: date) -> None:
    period = period_of(every, day)
    assert period.start <= day <= period.end
    assert parse_period(period.key) == period


@given(st.text(max_size=12) | st.from_regex(r"[0-9]{4}-?[QH]?[0-9]{0,2}", fullmatch=True))
def test_whatever_is_accepted_as_a_key_is_the_key(text: str) -> None:
    try:
        period = parse_period(text)
    except ValueError:
        return
    assert period.key == text


@given(RECURRING, DAYS)
def test_a_period_ends_the_day_before_the_next_one_starts(every: Every, day: date) -> None:
    period = period_of(every, day)
    assert period.start + relativedelta(months=MONTHS[every]) == period.end + timedelta(days=1)
    assert period_of(every, period.end + timedelta(days=1)).start == period.end + timedelta(days=1)


@given(RECURRING, DAYS, st.integers(0, 900))
def test_the_periods_of_a_span_join_and_cover_it(every: Every, start: date, length: int) -> None:
    end = start + timedelta(days=length)
    found = list(periods(every, start, end))
    assert found[0].start <= start <= found[0].end
    assert found[-1].start <= end <= found[-1].end
    for before, after in pairwise(found):
        assert before.end + timedelta(days=1) == after.start


def test_a_span_that_ends_before_it_starts_has_the_periods_it_touches_at_most() -> None:
    assert [p.key for p in periods("month", date(2026, 11, 24), date(2026, 12, 1))] == ["2026-11", "2026-12"]
    assert [p.key for p in periods("month", date(2026, 11, 24), date(2026, 10, 31))] == []
