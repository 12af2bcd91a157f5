from datetime import date
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.verdicts import Demand, Found, Verdict, is_history, judge, together

THIRTY, HALF, ONE = Fraction(30), Fraction(1, 2), Fraction(1)
FIGURES = st.fractions(-1000, 1000)
OPS = ["=", ">=", ">", "<", "<=", "rank", "higher", "lower"]


def found(*values: Fraction | int, **more: object) -> Found:
    return Found(tuple(Fraction(value) for value in values), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("op", "target", "value", "verdict"),
    [
        ("<", THIRTY, THIRTY, Verdict.NOT_MET),
        ("<", THIRTY, Fraction(30) - Fraction(1, 10**12), Verdict.MET),
        ("<=", THIRTY, THIRTY, Verdict.MET),
        (">=", Fraction("0.3"), Fraction(3, 10), Verdict.MET),
        (">=", Fraction(3, 10), Fraction(299_999, 1_000_000), Verdict.NOT_MET),
        (">", Fraction(3, 10), Fraction(3, 10), Verdict.NOT_MET),
        (">", Fraction(3, 10), Fraction(301, 1000), Verdict.MET),
        ("=", ONE, Fraction(45, 45), Verdict.MET),
        ("=", ONE, Fraction(44, 45), Verdict.NOT_MET),
        ("=", Fraction(0), Fraction(0), Verdict.MET),
        ("=", Fraction(0), ONE, Verdict.NOT_MET),
        (">=", Fraction(1, 3), Fraction(1, 3), Verdict.MET),  # no float could tell
        (">=", Fraction(1, 3), Fraction("0.3333333333333333"), Verdict.NOT_MET),
    ],
)
def test_the_boundary_is_exact(op: str, target: Fraction, value: Fraction, verdict: Verdict) -> None:
    assert judge(Demand(op, target), found(value)) is verdict


MEAN = Demand(">=", None, external=True)
FRONT = Demand("rank", None)


@pytest.mark.parametrize(
    ("demand", "record", "verdict"),
    [
        (Demand(">=", HALF), Found(), Verdict.NO_DATA),
        (Demand("=", Fraction(0)), Found(), Verdict.NO_DATA),  # silence is not zero
        (MEAN, Found(), Verdict.NO_BENCHMARK),
        (MEAN, found(HALF), Verdict.NO_BENCHMARK),
        (Demand(">=", HALF, external=True), Found(), Verdict.NO_DATA),
        (Demand(">=", HALF, external=True), found(HALF), Verdict.MET),  # the benchmark came
        (Demand(">=", None), found(HALF), Verdict.NO_DEFINITION),
        (Demand(">", HALF, defined=False), found(ONE), Verdict.NO_DEFINITION),
        (Demand(">", HALF, defined=False), Found(), Verdict.NO_DEFINITION),
        (Demand(">=", HALF, history=True), Found(), Verdict.HISTORY),
        (Demand(">=", HALF, history=True), found(HALF), Verdict.MET),
        (Demand(">=", HALF, history=True), found(0), Verdict.NOT_MET),
        (Demand(">=", ONE), Found(nothing=True), Verdict.UNDECIDED),
        (Demand(">=", ONE, none=Verdict.NOT_APPLICABLE), Found(nothing=True), Verdict.NOT_APPLICABLE),
        (Demand(">=", Fraction(2)), found(1, over=False), Verdict.NO_DATA),  # the year is not over
        (Demand(">=", Fraction(2)), found(1), Verdict.NOT_MET),
        (Demand("=", Fraction(2)), found(3, over=False), Verdict.NOT_MET),  # one too many stays one too many
        (Demand(">=", Fraction("0.75"), soft=True), found(Fraction("0.74")), Verdict.UNDECIDED),
        (Demand(">=", Fraction("0.75"), soft=True), found(Fraction("0.75")), Verdict.MET),
    ],
)
def test_what_cannot_be_compared_is_said_to_be_so(demand: Demand, record: Found, verdict: Verdict) -> None:
    assert judge(demand, record) is verdict


@pytest.mark.parametrize(
    ("cutoff", "place", "verdict"),
    [
        (None, 1, Verdict.NO_DEFINITION),  # no default: not even the first is in front by itself
        (Fraction(3), 3, Verdict.MET),
        (Fraction(3), 4, Verdict.NOT_MET),
        (Fraction(1, 3), 5, Verdict.MET),  # of sixteen the first five, and a third
        (Fraction(1, 3), 6, Verdict.NOT_MET),
        (ONE, 1, Verdict.MET),
        (ONE, 2, Verdict.NOT_MET),
    ],
)
def test_a_rank_is_judged_by_the_office_alone(cutoff: Fraction | None, place: int, verdict: Verdict) -> None:
    assert judge(Demand("rank", cutoff), found(place, field=16)) is verdict


@pytest.mark.parametrize(
    ("way", "now", "before", "verdict"),
    [
        ("higher", HALF, Fraction(49, 100), Verdict.MET),
        ("higher", HALF, HALF, Verdict.UNDECIDED),
        ("higher", HALF, Fraction(51, 100), Verdict.NOT_MET),
        ("lower", Fraction(-1, 10), Fraction(1, 10), Verdict.MET),
        ("lower", HALF, HALF, Verdict.UNDECIDED),
        ("lower", HALF, None, Verdict.NO_BENCHMARK),
    ],
)
def test_a_trend_is_measured_by_the_year_before(
    way: str, now: Fraction, before: Fraction | None, verdict: Verdict
) -> None:
    assert judge(Demand(way, None), found(now, before=before)) is verdict


def test_where_each_part_has_to_meet_it_one_that_does_not_is_enough() -> None:
    assert judge(Demand("<", THIRTY), found(20, 29)) is Verdict.MET
    assert judge(Demand("<", THIRTY), found(20, 30)) is Verdict.NOT_MET


def test_a_met_demand_without_proof_is_unproven_and_a_failed_one_is_not_met() -> None:
    assert judge(Demand(">=", HALF), found(HALF, proven=False)) is Verdict.UNPROVEN
    assert judge(Demand(">=", HALF), found(0, proven=False)) is Verdict.NOT_MET


@given(st.sampled_from(OPS), st.none() | FIGURES, st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_nothing_is_green_by_silence(
    op: str, target: Fraction | None, external: bool, soft: bool, defined: bool, history: bool
) -> None:
    silent = judge(Demand(op, target, external, soft, defined=defined, history=history), Found())
    assert silent in (Verdict.NO_DATA, Verdict.NO_BENCHMARK, Verdict.HISTORY, Verdict.NO_DEFINITION)


@given(FIGURES, FIGURES)
def test_opposite_demands_are_never_both_met_or_both_missed(target: Fraction, value: Fraction) -> None:
    for op, opposite in ((">=", "<"), (">", "<=")):
        verdicts = {judge(Demand(o, target), found(value)) for o in (op, opposite)}
        assert verdicts == {Verdict.MET, Verdict.NOT_MET}


def test_history_is_what_was_due_before_the_notice() -> None:
    issued = date(2022, 6, 23)
    assert is_history(date(2022, 6, 22), issued)
    assert not is_history(issued, issued)
    assert not is_history(None, issued)


@given(st.lists(st.sampled_from(Verdict)))
def test_an_indicator_is_met_only_where_every_demand_is(verdicts: list[Verdict]) -> None:
    met = bool(verdicts) and set(verdicts) <= {Verdict.MET, Verdict.NOT_APPLICABLE} and Verdict.MET in verdicts
    assert (together(verdicts) is Verdict.MET) == met
    assert (together(verdicts) is Verdict.NOT_MET) == (Verdict.NOT_MET in verdicts)
    assert together(verdicts) in verdicts or not verdicts


def test_without_a_demand_there_is_no_data() -> None:
    assert together([]) is Verdict.NO_DATA


def test_the_order_of_demands_does_not_matter() -> None:
    some = (Verdict.MET, Verdict.UNPROVEN, Verdict.HISTORY, Verdict.NO_DATA)
    assert {together(order) for order in permutations(some)} == {Verdict.NO_DATA}


def test_what_nobody_declares_of_himself_alone_is_undecided_until_it_was_verified() -> None:
    none = Demand("=", Fraction(0))
    assert judge(none, found(0, verified=False)) is Verdict.UNDECIDED
    assert judge(none, found(0)) is Verdict.MET
    assert judge(none, found(1, verified=False)) is Verdict.NOT_MET  # what is admitted needs nobody's word


def test_a_month_without_any_record_is_for_a_person_to_judge() -> None:
    months = Demand("=", Fraction(12))
    assert judge(months, found(12, unlikely=True)) is Verdict.UNDECIDED
    assert judge(months, found(12)) is Verdict.MET
