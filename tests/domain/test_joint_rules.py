"""What responsible departments are asked, by when, and what their figures come to."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.cadences import Every
from domain.calendar import Calendar
from domain.joint import declared, limit, limit_on_demand, may_be_none, summed
from domain.kinds import Quantity

PLAIN = Calendar({}, date(2026, 12, 31))
TUESDAY = date(2026, 7, 7)
CASES = Quantity("受理", "件")
DONE = Quantity("办结", "件")
SHARE = Quantity("覆盖率", "%")


@dataclass
class Row:
    kind: str


@pytest.mark.parametrize(("every", "asked"), [("half-year", 1), ("year", 1), ("month", 0), ("quarter", 0), ("once", 0)])
def test_months_stay_light(every: Every, asked: int) -> None:
    rows = [Row("attestation"), Row("practice")]
    assert len(declared(rows, {"attestation"}, every)) == asked


@pytest.mark.parametrize(
    ("due", "opens", "expected"),
    [
        (date(2026, 7, 9), date(2026, 7, 1), TUESDAY),
        (date(2026, 7, 6), date(2026, 7, 1), date(2026, 7, 2)),  # over a weekend
        (date(2026, 7, 2), date(2026, 7, 1), date(2026, 7, 1)),  # not before it is asked
    ],
)
def test_departments_are_due_before_the_lead(due: date, opens: date, expected: date) -> None:
    assert limit(due, opens, 2, PLAIN) == expected


@pytest.mark.parametrize(
    ("due", "today", "expected"),
    [
        (date(2026, 7, 9), date(2026, 7, 1), TUESDAY),
        (date(2026, 7, 9), TUESDAY, date(2026, 7, 8)),  # a day at least
        (date(2026, 7, 9), date(2026, 7, 8), None),  # none left for the lead
        (date(2026, 7, 9), date(2026, 7, 9), None),
        (date(2026, 7, 9), date(2026, 7, 15), None),
    ],
)
def test_who_is_asked_has_a_day_and_so_has_the_lead(due: date, today: date, expected: date | None) -> None:
    assert limit_on_demand(due, today, 2, PLAIN) == expected


@given(st.dates(date(2026, 1, 1), date(2026, 11, 30)), st.integers(0, 40), st.integers(1, 10))
def test_nobody_is_asked_for_today_nor_for_the_day_of_the_lead(today: date, ahead: int, before: int) -> None:
    due = PLAIN.shift(PLAIN.on_or_after(today), ahead)
    found = limit_on_demand(due, today, before, PLAIN)
    assert found is None or today < found < due


@pytest.mark.parametrize(
    ("kinds", "may"),
    [
        (["attestation"], True),
        (["attestation", "rate"], True),
        (["attestation", "practice"], False),
        (["rank"], False),
        (["milestone"], False),
        ([], False),
    ],
)
def test_nothing_of_the_kind_where_that_can_be_said(kinds: list[str], may: bool) -> None:
    assert may_be_none(kinds) is may


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([{"受理": 3, "办结": 2}, {"受理": 4, "办结": 4}], {"受理": 7, "办结": 6}),
        ([{"受理": 3, "办结": 2}, {"受理": 4}], {"受理": 7}),  # one said only the share
        ([{"覆盖率": 1}, {"覆盖率": 1}], {}),
        ([], {}),
    ],
)
def test_only_what_is_counted_is_added_up(parts: list[dict[str, int]], expected: dict[str, int]) -> None:
    figures = [{label: Fraction(value) for label, value in part.items()} for part in parts]
    assert summed(figures, [CASES, DONE, SHARE]) == {label: Fraction(value) for label, value in expected.items()}


@given(st.lists(st.fractions(0, 1000), max_size=20))
def test_a_sum_is_a_sum(values: list[Fraction]) -> None:
    found = summed([{"受理": value} for value in values], [CASES])
    assert found == ({"受理": sum(values, Fraction())} if values else {})
