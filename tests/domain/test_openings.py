from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.cadences import (
    MONTHS,
    Cadence,
    Moment,
    Quota,
    events_needed,
    next_opening,
    parse_period,
    schedule,
    schedule_once,
    still_open,
)
from domain.calendar import Calendar

FILING = Cadence("filing", "month", Moment("after", 1), Moment("after", 3), 20, "monthly", "roll-call")
MEETING = Cadence(
    "meeting", "half-year", Moment("within", 1), Moment("within", -1), 20, "half-yearly", "meeting", Quota(2, 1)
)
YEARLY = Cadence("yearly", "year", Moment("after", 1), Moment("after", 10), 20, "yearly", "summary")


@pytest.mark.parametrize(
    ("cadence", "key", "opens", "due"),
    [
        (FILING, "2026-11", date(2026, 12, 1), date(2026, 12, 3)),
        (FILING, "2025-12", date(2026, 1, 4), date(2026, 1, 6)),  # opens on a Sunday that is worked
        (FILING, "2026-01", date(2026, 2, 2), date(2026, 2, 4)),
        (FILING, "2026-09", date(2026, 10, 8), date(2026, 10, 10)),  # and is due on such a Saturday
        (FILING, "2026-04", date(2026, 5, 6), date(2026, 5, 8)),
        (MEETING, "2026-H1", date(2026, 1, 4), date(2026, 6, 30)),
        (MEETING, "2026-H2", date(2026, 7, 1), date(2026, 12, 31)),
        (MEETING, "2023-H2", date(2023, 7, 3), date(2023, 12, 29)),
        (YEARLY, "2025", date(2026, 1, 4), date(2026, 1, 15)),
    ],
)
def test_a_period_opens_and_falls_due_on_working_days(
    china: Calendar, cadence: Cadence, key: str, opens: date, due: date
) -> None:
    plan = schedule(cadence, parse_period(key), china)
    assert (plan.opens, plan.due) == (opens, due)


def test_a_report_locks_so_many_working_days_after_it_was_due(china: Calendar) -> None:
    plan = schedule(replace(FILING, lock_after=2), parse_period("2026-09"), china)
    assert plan.locks == date(2026, 10, 13)
    assert schedule(replace(FILING, lock_after=0), parse_period("2026-09"), china).locks == plan.due


@pytest.mark.parametrize(
    ("cadence", "since", "today", "keys"),
    [
        (FILING, date(2026, 1, 1), date(2026, 1, 3), []),
        (FILING, date(2026, 1, 1), date(2026, 1, 4), ["2025-12"]),
        (FILING, date(2026, 1, 6), date(2026, 1, 6), ["2025-12"]),
        (FILING, date(2026, 1, 7), date(2026, 1, 7), []),
        (FILING, date(2026, 11, 24), date(2026, 11, 24), []),
        (FILING, date(2026, 11, 24), date(2026, 12, 1), ["2026-11"]),
        (FILING, date(2026, 9, 1), date(2026, 11, 2), ["2026-08", "2026-09", "2026-10"]),  # what was missed, too
        (MEETING, date(2026, 11, 24), date(2026, 11, 24), ["2026-H2"]),
        (MEETING, date(2026, 1, 1), date(2026, 1, 3), []),
        (MEETING, date(2026, 1, 1), date(2026, 7, 1), ["2026-H1", "2026-H2"]),
        (YEARLY, date(2026, 1, 15), date(2026, 1, 15), ["2025"]),
        (YEARLY, date(2026, 1, 16), date(2026, 12, 31), []),
    ],
)
def test_a_start_within_the_year_opens_what_is_still_open_and_no_more(
    china: Calendar, cadence: Cadence, since: date, today: date, keys: list[str]
) -> None:
    assert [plan.period.key for plan in still_open(cadence, today, china, since)] == keys


def test_a_period_may_open_before_it_starts(china: Calendar) -> None:
    early = replace(FILING, opens=Moment("within", -30), due=Moment("within", -1))
    assert schedule(early, parse_period("2026-06"), china).opens == date(
        2026, 5, 19
    )  # 21 working days in June, 9 in May
    opened = still_open(early, date(2026, 5, 19), china, date(2026, 5, 19))
    assert [plan.period.key for plan in opened] == ["2026-05", "2026-06"]
    assert next_opening(early, date(2026, 5, 18), china) == date(2026, 5, 19)


@pytest.mark.parametrize(
    ("cadence", "today", "opening"),
    [
        (FILING, date(2025, 12, 31), date(2026, 1, 4)),
        (FILING, date(2026, 1, 4), date(2026, 2, 2)),
        (MEETING, date(2026, 1, 3), date(2026, 1, 4)),
        (MEETING, date(2026, 1, 4), date(2026, 7, 1)),
        (YEARLY, date(2025, 1, 2), date(2026, 1, 4)),
    ],
)
def test_the_next_opening_lies_after_today(china: Calendar, cadence: Cadence, today: date, opening: date) -> None:
    assert next_opening(cadence, today, china) == opening


MOMENTS = st.builds(Moment, st.just("after"), st.integers(1, 60)) | st.builds(
    Moment, st.just("within"), st.integers(-60, 60).filter(bool)
)


@st.composite
def cadences(draw: st.DrawFn) -> Cadence:
    return Cadence("any", draw(st.sampled_from(list(MONTHS))), draw(MOMENTS), draw(MOMENTS), 5, "any", "any")


@given(cadences(), st.dates(date(2022, 6, 1), date(2025, 6, 30)), st.integers(0, 200))
def test_openings_and_what_is_open_agree(china: Calendar, cadence: Cadence, today: date, before: int) -> None:
    since = today - timedelta(days=before)
    opening = next_opening(cadence, today, china)
    assert opening is not None
    assert opening > today
    # seen from the opening, whatever opened later than today opened on that very day
    until = {plan.opens for plan in still_open(cadence, opening, china, date(2018, 1, 1))}
    assert opening in until
    assert not any(today < day < opening for day in until)
    # and what is open is all that has opened and was not due when the duty was given
    keys = [plan.period.key for plan in still_open(cadence, today, china, since)]
    wide = still_open(replace(cadence, name="wide"), today, china, date(2018, 1, 1))
    assert keys == [plan.period.key for plan in wide if plan.due >= since]


@pytest.mark.parametrize(
    ("held_before", "is_last", "needed"),
    [
        (0, False, 1),
        (2, True, 1),  # two in March leave the second half open
        (1, True, 1),
        (0, True, 2),  # none in the first half: the second needs both
        (5, True, 1),
    ],
)
def test_two_meetings_a_year_are_one_each_half(held_before: int, is_last: bool, needed: int) -> None:
    assert events_needed(Quota(2, 1), held_before, is_last) == needed


@given(st.integers(1, 9), st.integers(0, 4), st.integers(0, 12))
def test_a_period_never_needs_less_than_its_own_least(total: int, least: int, held: int) -> None:
    last = events_needed(Quota(total, least), held, True)
    assert last >= least
    assert held + last >= total
    assert events_needed(Quota(total, least), held, False) == least


ONCE = Cadence("once", "once", Moment("within", 1), Moment("after", 20), 250, "once", "readings")
HISTORY = replace(ONCE, name="history", quiet=True)


@pytest.mark.parametrize(
    ("cadence", "deadline", "given", "key", "due", "quiet"),
    [
        (ONCE, date(2026, 12, 31), date(2026, 3, 2), "2026-12-31", date(2027, 1, 28), False),
        (ONCE, None, date(2026, 3, 2), "2026-03-02", date(2026, 3, 30), False),  # from the giving on
        (ONCE, date(2022, 12, 31), date(2026, 3, 2), "2022-12-31", date(2026, 3, 30), True),  # it had passed
        (HISTORY, date(2021, 6, 30), date(2026, 3, 2), "2021-06-30", date(2026, 3, 30), True),
    ],
)
def test_what_is_asked_once_opens_with_the_giving_and_alarms_nobody_about_the_past(
    china: Calendar, cadence: Cadence, deadline: date | None, given: date, key: str, due: date, quiet: bool
) -> None:
    plan = schedule_once(cadence, deadline, given, china)
    assert (plan.period.key, plan.opens, plan.due, plan.quiet) == (key, given, due, quiet)
    assert next_opening(cadence, given, china) is None
    assert list(still_open(cadence, given, china, given)) == []
