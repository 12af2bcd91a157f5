"""Parts beside their sum: what does not add up is asked back, whatever the parts are called."""

from fractions import Fraction

import pytest

from domain.reader.totals import contradicts, is_short_of
from tests.domain.figures_wanted import MEDIATION

TOLD = {"一审收案": Fraction(1702)}


@pytest.mark.parametrize(
    "text",
    [
        "民事1420件，刑事131件，行政141件，一审收案合计1702件",
        "一审收案1702件（民事1420件、刑事131件、行政141件）",
        "一审收案1702件：民事1420件，刑事131件，行政141件",
        "一审收案1702件，民事1420件，刑事131件，行政141件",
        "一审收案1702件，其中甲1420件，乙131件，丙161件",
        "东边1420件、西边131件、南边141件，加起来1702件",
        "民事\t1420\n刑事\t131\n行政\t141\n合计\t1702",
    ],
)
def test_parts_that_do_not_make_their_sum(text: str) -> None:
    assert contradicts(text, TOLD)


@pytest.mark.parametrize(
    "text",
    [
        "民事1420件，刑事131件，行政151件，一审收案合计1702件",
        "一审收案1702件，其中民事1420件，刑事131件",
        "一审收案1702件（去年1758件，前年1664件）",
        "一审收案1702件，有事打6998转8021",
        "一审收案1702件（1人5月调离）",
    ],
)
def test_parts_that_do_and_figures_that_are_none(text: str) -> None:
    assert not contradicts(text, TOLD)


@pytest.mark.parametrize(("text", "is_short"), [("2件没调成", True), ("3件没调成", False), ("1件没调、2件没成", False)])
def test_those_that_are_not_are_what_the_part_lacks(text: str, is_short: bool) -> None:
    share = next(demand for demand in MEDIATION.demands if demand.is_share and demand.whole)
    part, whole = (quantity.label for quantity in share.parts)
    values = {part: Fraction(10), whole: Fraction(13)}
    assert is_short_of(f"{part}10件，{whole}13件，{text}", values, MEDIATION.demands) == is_short
