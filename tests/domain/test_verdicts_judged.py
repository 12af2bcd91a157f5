from datetime import date
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.verdicts import Verdict, judge, together

ISSUED = date(2022, 4, 6)
THIRTY, HALF = Fraction(30), Fraction(1, 2)
FIGURES = st.fractions(-1000, 1000)


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
        ("=", Fraction(1), Fraction(45, 45), Verdict.MET),
        ("=", Fraction(1), Fraction(44, 45), Verdict.NOT_MET),
        ("=", Fraction(0), Fraction(0), Verdict.MET),
        ("=", Fraction(0), Fraction(1), Verdict.NOT_MET),
        (">=", Fraction(1, 3), Fraction(1, 3), Verdict.MET),  # no float could tell
        (">=", Fraction(1, 3), Fraction("0.3333333333333333"), Verdict.NOT_MET),
    ],
)
def test_the_boundary_is_exact(op: str, target: Fraction, value: Fraction, verdict: Verdict) -> None:
    assert judge(op, target, "N", value, issued=ISSUED) is verdict


@pytest.mark.parametrize(
    ("op", "target", "tag", "value", "deadline", "verdict"),
    [
        (">=", HALF, "N", None, None, Verdict.NO_DATA),
        ("=", Fraction(0), "Z", None, None, Verdict.NO_DATA),  # silence is not zero
        (">=", None, "X", None, None, Verdict.NO_BENCHMARK),
        (">=", None, "X", HALF, None, Verdict.NO_BENCHMARK),
        ("rank", None, "X", Fraction(3), None, Verdict.NO_BENCHMARK),
        ("rank", None, "R", Fraction(3), None, Verdict.NO_DEFINITION),
        ("trend", None, "T", Fraction(3), None, Verdict.NO_DEFINITION),
        (">=", None, "N", HALF, None, Verdict.NO_DEFINITION),
        (">=", HALF, "N", None, date(2022, 4, 5), Verdict.HISTORY),
        (">=", HALF, "N", None, ISSUED, Verdict.NO_DATA),
        (">=", HALF, "N", None, date(2022, 4, 7), Verdict.NO_DATA),
        (">=", HALF, "N", HALF, date(2022, 4, 5), Verdict.MET),
        (">=", HALF, "X", HALF, None, Verdict.MET),  # the benchmark came
    ],
)
def test_what_cannot_be_compared_is_said_to_be_so(
    op: str, target: Fraction | None, tag: str, value: Fraction | None, deadline: date | None, verdict: Verdict
) -> None:
    assert judge(op, target, tag, value, deadline=deadline, issued=ISSUED) is verdict


def test_a_met_demand_without_proof_is_unproven_and_a_failed_one_is_not_met() -> None:
    assert judge(">=", HALF, "N", HALF, proven=False, issued=ISSUED) is Verdict.UNPROVEN
    assert judge(">=", HALF, "N", Fraction(0), proven=False, issued=ISSUED) is Verdict.NOT_MET


@given(
    st.sampled_from(["=", ">=", ">", "<", "<=", "rank", "trend", "yes"]),
    st.none() | FIGURES,
    st.sampled_from("NZDBRXT"),
    st.booleans(),
    st.none() | st.dates(),
)
def test_nothing_is_green_by_silence(
    op: str, target: Fraction | None, tag: str, proven: bool, deadline: date | None
) -> None:
    silent = judge(op, target, tag, None, proven=proven, deadline=deadline, issued=ISSUED)
    assert silent in (Verdict.NO_DATA, Verdict.NO_BENCHMARK, Verdict.HISTORY)


@given(FIGURES, FIGURES)
def test_opposite_demands_are_never_both_met_or_both_missed(target: Fraction, value: Fraction) -> None:
    for op, opposite in ((">=", "<"), (">", "<=")):
        verdicts = {judge(o, target, "N", value, issued=ISSUED) for o in (op, opposite)}
        assert verdicts == {Verdict.MET, Verdict.NOT_MET}


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
