"""How the monthly bulletin is numbered."""

from datetime import date

from dateutil.relativedelta import relativedelta


def number(given_on: date, month: date) -> tuple[int, int]:
    """Year of issue, which is the month after, and the number in it: one a month from the first on."""
    issued, begun = month + relativedelta(months=1), given_on.replace(day=1) + relativedelta(months=1)
    since = begun.month if begun.year == issued.year else 1
    return issued.year, issued.month - since + 1
