import argparse
from datetime import date

YEARS = range(2004, 2101)  # those before have no calendar of working days


def day(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no day such as 2026-01-31") from error
    if found.year not in YEARS:
        raise argparse.ArgumentTypeError(f"{text} is not between {YEARS[0]} and {YEARS[-1]}")
    return found
