"""The figures of a month."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.fairness import Held, Month, in_order, is_needless, middle, total

MINE, OTHER = 1, 2


def at(hour: int) -> datetime:
    return datetime(2026, 3, 2, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("holds", "unread", "needless"),
    [
        ([Held(MINE, at(9))], [], False),
        ([Held(MINE, at(9), at(12))], [], False),
        ([Held(MINE, at(9), at(10))], [], True),  # it had answered in that very moment
        ([Held(MINE, at(11))], [], True),  # it was not asked yet
        ([Held(OTHER, at(9))], [], True),
        ([Held(None, at(9))], [], True),  # the office had it
        ([Held(MINE, at(8), at(9)), Held(None, at(9), at(10)), Held(MINE, at(10))], [], False),  # it came back
        ([Held(MINE, at(8), at(9)), Held(OTHER, at(9))], [], True),
        ([], [], True),
        ([Held(MINE, at(9))], [(at(9), at(11))], True),  # written while the bot was away
        ([Held(MINE, at(9))], [(at(9), at(10))], False),
        ([Held(MINE, at(9))], [(at(11), at(12))], False),
    ],
)
def test_a_reminder_at_ten_is_needless_where_there_was_nothing_to_be_done(
    holds: list[Held], unread: list[tuple[datetime, datetime]], needless: bool
) -> None:
    assert is_needless(at(10), MINE, holds, unread) == needless


@pytest.mark.parametrize(("hours", "wanted"), [([], None), ([3], 3), ([1, 9], 5), ([1, 2, 90], 2), ([0, 0, 4, 6], 2)])
def test_the_middle_of_the_times(hours: list[int], wanted: int | None) -> None:
    found = middle([timedelta(hours=n) for n in hours])
    assert found == (None if wanted is None else timedelta(hours=wanted))


def test_who_took_longest_comes_first_and_who_is_not_ranked_stands_apart() -> None:
    slow, quick, silent = Month(median=timedelta(hours=9)), Month(median=timedelta(0)), Month(sent=3)
    found = [("立案庭", True, quick), ("派驻组", False, slow), ("执行局", True, silent), ("民事审判庭", True, slow)]
    ranked, others = in_order(found)
    assert [name for name, _ in ranked] == ["民事审判庭", "立案庭", "执行局"]
    assert others == [("派驻组", slow)]


MONTHS = st.builds(Month, sent=st.integers(0, 99), needless=st.integers(0, 9), returned=st.integers(0, 9))


@given(st.lists(MONTHS), st.lists(st.timedeltas(timedelta(0), timedelta(days=9))))
def test_the_whole_is_the_sum_and_its_middle_lies_between(months: list[Month], times: list[timedelta]) -> None:
    whole = total(months, times)
    assert whole.sent == sum(month.sent for month in months)
    assert whole.returned == sum(month.returned for month in months)
    assert (whole.median is None) == (not times)
    assert whole.median is None or min(times) <= whole.median <= max(times)
