from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Calendar
from domain.ladder import AUDIENCES, RUNG, Audience, Ladder, Step, next_day, outstanding, steps

MONTHLY: Ladder = {"contact": ("open", "T-1", "T", "T+1", "T+3"), "head": ("T+1",), "office": ("T+3",)}
OPENS, DUE = date(2026, 12, 1), date(2026, 12, 3)


def rungs(china: Calendar, today: date, *sent: tuple[Audience, str]) -> list[tuple[Audience, str]]:
    plan = steps(MONTHLY, OPENS, DUE, china)
    return [(step.audience, step.rung) for step in outstanding(plan, sent, today)]


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2026, 11, 30), []),
        (date(2026, 12, 1), [("contact", "open")]),
        (date(2026, 12, 2), [("contact", "T-1")]),
        (date(2026, 12, 3), [("contact", "T")]),
        (date(2026, 12, 4), [("contact", "T+1"), ("head", "T+1")]),
        (date(2026, 12, 5), [("contact", "T+1"), ("head", "T+1")]),
        (date(2026, 12, 8), [("contact", "T+3"), ("head", "T+1"), ("office", "T+3")]),
        (date(2027, 3, 1), [("contact", "T+3"), ("head", "T+1"), ("office", "T+3")]),
    ],
)
def test_only_the_highest_rung_reached_is_told_to_each_audience(
    china: Calendar, today: date, due: list[tuple[Audience, str]]
) -> None:
    assert rungs(china, today) == due


def test_a_rung_that_was_sent_is_not_sent_again_and_no_lower_one_is_made_up_for(china: Calendar) -> None:
    assert rungs(china, date(2026, 12, 3), ("contact", "T")) == []
    assert rungs(china, date(2026, 12, 4), ("contact", "T+1")) == [("head", "T+1")]


def test_a_rung_sent_to_one_audience_is_not_sent_to_the_other_by_that(china: Calendar) -> None:
    assert rungs(china, date(2026, 12, 8), ("contact", "T+3")) == [("head", "T+1"), ("office", "T+3")]


def test_on_the_opening_day_there_is_the_opening_alone(china: Calendar) -> None:
    plan = steps({"contact": ("open", "T-10", "T-2", "T-1", "T")}, OPENS, DUE, china)
    assert [(step.day, step.rung) for step in plan] == [
        (date(2026, 12, 1), "open"),
        (date(2026, 12, 2), "T-1"),
        (date(2026, 12, 3), "T"),
    ]


def test_a_task_that_opens_on_its_due_day_still_opens(china: Calendar) -> None:
    assert [s.rung for s in steps({"contact": ("open", "T-1", "T", "T+1")}, DUE, DUE, china)] == ["open", "T+1"]


def test_of_rungs_on_one_day_the_higher_one_is_told() -> None:
    day = date(2026, 12, 4)
    plan = [Step(day, 1, "contact", "T+1"), Step(day, 0, "contact", "T"), Step(day, -1, "contact", "T-1")]
    assert [step.rung for step in outstanding(plan, (), day)] == ["T+1"]
    assert list(outstanding(plan, {("contact", "T+1")}, day)) == []


def test_rungs_are_counted_in_working_days(china: Calendar) -> None:
    plan = steps(MONTHLY, date(2026, 10, 8), date(2026, 10, 10), china)
    assert {step.rung: step.day for step in plan}["T+1"] == date(2026, 10, 12)


def test_the_next_day_is_the_next_one_with_a_rung(china: Calendar) -> None:
    plan = steps(MONTHLY, OPENS, DUE, china)
    assert next_day(plan, date(2026, 11, 1)) == OPENS
    assert next_day(plan, date(2026, 12, 4)) == date(2026, 12, 8)
    assert next_day(plan, date(2026, 12, 8)) is None


@pytest.mark.parametrize("rung", ["T+", "T+0001", "t", "T1", "opens", "", "T--1", "T+1 "])
def test_what_is_no_rung_is_not_taken_for_one(rung: str) -> None:
    assert not RUNG.fullmatch(rung)


RUNGS = st.lists(st.sampled_from(["open", "T", *[f"T{n:+d}" for n in range(-60, 12) if n]]), unique=True, max_size=9)
LADDERS = st.fixed_dictionaries({audience: RUNGS.map(tuple) for audience in AUDIENCES})


@given(LADDERS, st.dates(date(2023, 1, 1), date(2025, 12, 31)), st.integers(0, 90), st.sets(st.integers(-5, 140)))
def test_whatever_days_are_missed_each_rung_is_told_once_and_rungs_only_climb(
    china: Calendar, ladder: Ladder, opens: date, length: int, looked: set[int]
) -> None:
    plan = steps(ladder, opens, china.on_or_after(opens + timedelta(days=length)), china)
    sent: list[Step] = []
    for n in sorted(looked):
        today = opens + timedelta(days=n)
        told = list(outstanding(plan, {(s.audience, s.rung) for s in sent}, today))
        assert len({step.audience for step in told}) == len(told)
        assert all(opens <= step.day <= today for step in told)
        for step in told:
            assert all(step > earlier for earlier in sent if earlier.audience == step.audience)
        sent += told
        assert not list(outstanding(plan, {(s.audience, s.rung) for s in sent}, today))
    if looked and max(looked) >= 0:
        last = opens + timedelta(days=max(looked))
        reached = {s.audience for s in plan if s.day <= last}
        assert {s.audience for s in sent} == reached


@given(LADDERS, st.dates(date(2023, 1, 1), date(2025, 12, 31)), st.integers(0, 90))
def test_looking_only_on_the_days_named_next_misses_nothing(
    china: Calendar, ladder: Ladder, opens: date, length: int
) -> None:
    plan = steps(ladder, opens, china.on_or_after(opens + timedelta(days=length)), china)
    days = []
    day = next_day(plan, opens - timedelta(days=1))
    while day:
        days.append(day)
        day = next_day(plan, day)
    assert days == sorted({step.day for step in plan})
