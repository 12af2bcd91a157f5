from datetime import date

import pytest

from domain.bulletin import number


@pytest.mark.parametrize(
    ("given_on", "month", "numbered"),
    [
        (date(2026, 2, 26), date(2026, 2, 1), (2026, 1)),
        (date(2026, 2, 26), date(2026, 3, 1), (2026, 2)),
        (date(2026, 2, 26), date(2026, 11, 1), (2026, 10)),
        (date(2026, 2, 26), date(2026, 12, 1), (2027, 1)),  # it is issued in January
        (date(2026, 2, 26), date(2027, 1, 1), (2027, 2)),
        (date(2026, 2, 26), date(2027, 12, 1), (2028, 1)),
        (date(2026, 12, 3), date(2026, 12, 1), (2027, 1)),
        (date(2026, 1, 31), date(2026, 11, 1), (2026, 11)),
    ],
)
def test_a_bulletin_has_one_number_a_month_in_the_year_of_its_issue(
    given_on: date, month: date, numbered: tuple[int, int]
) -> None:
    assert number(given_on, month) == numbered
