import argparse
from datetime import date

from bot.tongue import t

YEARS = range(2004, 2101)  # those before have no calendar of working days


def day(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(t("{day} is no day such as 2026-01-31", day=text)) from error
    if found.year not in YEARS:
        raise argparse.ArgumentTypeError(
            t("{day} is not between {first} and {last}", day=text, first=YEARS[0], last=YEARS[-1])
        )
    return found
