from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.cadences import (
    MONTHS,
    Cadence,
    Every,
    Misfit,
    Moment,
    falling_due,
    misfit,
    moment,
    parse_period,
    schedule,
    still_open,
    with_pacing,
    working_days,
)
from domain.calendar import Calendar
from domain.pacing import Rhythm, rhythm

LATE = Cadence("late", "month", Moment("after", 1), Moment("after", 8), 20, "monthly", "any")
MOMENTS = st.builds(Moment, st.just("after"), st.integers(1, 60)) | st.builds(
    Moment, st.just("within"), st.integers(-60, 60).filter(bool)
)
EVERY = st.sampled_from(list(MONTHS))


@given(MOMENTS)
def test_a_moment_is_read_as_it_is_written(written: Moment) -> None:
    assert moment(str(written)) == written


@pytest.mark.parametrize("text", ["", "after", "after 0", "within -0", "after -", "before 3", "within 1000", 3, None])
def test_what_is_no_moment_is_said_to_be_none(text: object) -> None:
    with pytest.raises(ValueError, match=r'is neither "within N" nor "after N"$'):
        moment(text)


@pytest.mark.parametrize(
    ("old", "days", "new"),
    [
        ("after 8", 2, "after 10"),
        ("after 8", -1, "after 7"),
        ("after 1", -1, "within -1"),  # behind the last day of a period comes the first one after it
        ("within -1", 1, "after 1"),
        ("within -2", 1, "within -1"),
        ("within -1", -1, "within -2"),
        ("within 3", -1, "within 2"),
        ("within 3", 1, "within 4"),
        ("within 1", -1, None),
    ],
)
def test_a_working_day_earlier_or_later(old: str, days: int, new: str | None) -> None:
    found = moment(old).shifted(days)
    assert (str(found) if found else None) == new


@given(MOMENTS, st.sampled_from([-1, 1]))
def test_a_moment_shifted_by_one_is_the_next_working_day(china: Calendar, written: Moment, step: int) -> None:
    """Whatever the month: as long as it still lies within the period that it counts from."""
    period = parse_period("2026-03")
    shifted = written.shifted(step)
    if shifted is not None:
        assert shifted.of(period, china) == china.shift(written.of(period, china), step)


@pytest.mark.parametrize(
    ("every", "opens", "due", "amiss"),
    [
        ("month", "after 1", "after 8", None),
        ("month", "after 1", "after 1", None),
        ("half-year", "within 1", "within -1", None),
        ("month", "after 4", "after 3", "due-before-opens"),
        ("month", "after 1", "within -1", "due-before-opens"),
        ("month", "within 40", "after 3", "opens-too-many"),
        ("month", "within 1", "within -25", "due-too-many"),
        ("year", "within 1", "within -25", None),
    ],
)
def test_a_limit_lies_behind_the_opening_and_both_in_their_period(
    every: Every, opens: str, due: str, amiss: Misfit | None
) -> None:
    assert misfit(every, moment(opens), moment(due)) == amiss


@pytest.mark.parametrize(("every", "days"), [("month", 20), ("quarter", 64), ("half-year", 129), ("year", 261)])
def test_the_fewest_working_days_of_a_period(every: Every, days: int) -> None:
    assert working_days(every) == days


def test_a_rhythm_changed_in_chat_leaves_all_else_as_it_was(china: Calendar) -> None:
    new = with_pacing(LATE, "month", LATE.opens, Moment("after", 10), date(2026, 11, 24))
    assert replace(new, due=LATE.due, since=None) == LATE
    plan = schedule(new, parse_period("2026-11"), china)
    assert (plan.opens, plan.due) == (date(2026, 12, 1), date(2026, 12, 14))


def test_periods_that_were_due_before_the_change_are_not_asked_by_the_new_rhythm(china: Calendar) -> None:
    given_on, today = date(2026, 1, 1), date(2026, 5, 20)
    quarterly = with_pacing(LATE, "quarter", LATE.opens, LATE.due, today)
    assert list(still_open(quarterly, today, china, given_on)) == []
    assert [plan.period.key for plan in still_open(quarterly, date(2026, 7, 1), china, given_on)] == ["2026-Q2"]
    assert [plan.period.key for plan in still_open(replace(quarterly, since=None), today, china, given_on)] == [
        "2025-Q4",
        "2026-Q1",
    ]


@pytest.mark.parametrize(
    ("today", "first", "due"),
    [
        (date(2026, 11, 24), "2026-11", date(2026, 12, 10)),
        (date(2026, 12, 10), "2026-11", date(2026, 12, 10)),
        (date(2026, 11, 11), "2026-10", date(2026, 11, 11)),
        (date(2026, 11, 12), "2026-11", date(2026, 12, 10)),
    ],
)
def test_what_falls_due_next(china: Calendar, today: date, first: str, due: date) -> None:
    plan = next(falling_due(LATE, today, china))
    assert (plan.period.key, plan.due) == (first, due)


@given(EVERY, MOMENTS | st.none())
def test_a_rhythm_fits_a_button_and_comes_back_from_it(every: Every, due: Moment | None) -> None:
    written = str(Rhythm(every, due))
    assert rhythm(written) == Rhythm(every, due)
    assert len("a1b2c3-" + written) <= 20  # beside the code of its cadence


@pytest.mark.parametrize(("text", "due"), [("m-a10", "after 10"), ("q-w5", "within 5"), ("y-e1", "within -1")])
def test_a_rhythm_is_read_as_it_is_written(text: str, due: str) -> None:
    assert rhythm(text).due == moment(due)


@pytest.mark.parametrize("text", ["", "m", "m-a", "d-a1", "m-b1", "m-a1234", "m-a-1", "m-a10-"])
def test_what_is_no_rhythm_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no rhythm"):
        rhythm(text)
