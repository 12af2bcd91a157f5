"""What may be closed, how, and what stands in the way of it."""

from datetime import date

import pytest

from domain.cadences import Every, Period, parse_period
from domain.closing import Ending, ending, obstacle
from domain.lifecycle import Step

MARCH = date(2026, 3, 10)
FEBRUARY = parse_period("2026-02")


@pytest.mark.parametrize(
    ("form", "every", "is_part", "expected"),
    [
        ("readings", "once", False, "strike"),
        ("words", None, False, "strike"),
        ("readings", "month", False, "settle"),
        ("readings", "half-year", False, "settle"),
        ("register", "year", False, "settle"),
        ("meeting", "half-year", False, "settle"),
        ("readings", "half-year", True, ""),  # ends with the report that it is a part of
        ("roll-call", "month", False, ""),
        ("summary", "month", False, ""),
        ("signing", None, False, ""),
    ],
)
def test_what_comes_again_is_settled_and_what_ends_is_struck_off(
    form: str, every: Every | None, is_part: bool, expected: Ending
) -> None:
    assert ending(form, every, is_part=is_part) == expected


@pytest.mark.parametrize(
    ("step", "how", "period", "proven", "expected"),
    [
        (Step.ACCEPTED, "settle", FEBRUARY, True, None),
        (Step.ACCEPTED, "strike", None, True, None),
        (Step.ACCEPTED, "strike", None, False, "proof-missing"),
        (Step.ACCEPTED, "settle", parse_period("2026"), True, "period-not-over"),
        (Step.ACCEPTED, "", FEBRUARY, True, "never-closed"),
        (Step.REVIEWING, "settle", FEBRUARY, True, "not-accepted"),
        (Step.ASKED, "strike", None, True, "not-accepted"),
        (Step.CLOSING, "settle", FEBRUARY, True, "closing-asked"),
        (Step.SETTLED, "settle", FEBRUARY, True, "closed-already"),
        (Step.STRUCK, "strike", None, True, "closed-already"),
    ],
)
def test_what_stands_in_the_way_has_a_name(
    step: Step, how: Ending, period: Period | None, proven: bool, expected: str | None
) -> None:
    assert obstacle(step, how, period, MARCH, proven=proven) == expected
