from fractions import Fraction

import pytest

from catalogue.cells import figure


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("50%", (Fraction(1, 2), "%")),
        ("100%", (Fraction(1), "%")),
        ("2.5", (Fraction(5, 2), "")),
        ("0", (Fraction(0), "")),
        ("前列", None),
        ("-1", None),
        ("1,000", None),
        ("5０%", None),
        ("50 %", None),
        ("", None),
    ],
)
def test_a_figure_is_read_exactly_or_not_at_all(text: str, found: tuple[Fraction, str] | None) -> None:
    assert figure(text) == found
