"""What an answer to the round says, and what can be wrong with it. Counts only."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from domain.reader.plausible import FOLD_OF_PEOPLE, is_far

Field = Literal["should", "filed", "records"]
FIELDS: tuple[Field, ...] = ("should", "filed", "records")
Problem = Literal[
    "not-understood",
    "filed-more-than-should",
    "does-not-add-up",
    "jump",
    "too-many",
    "headcount-missing",
    "about",
    "other-month",
    "other-unit",
]
FOLD = 5  # so many times the number on record, or so small a part of it, is a jump: 450 for 45
FEW = 12  # fewer people may well change by as much
SELDOM = 4  # one record for so many people in a month is many
AT_MOST = 10  # records, where there are few people


@dataclass(frozen=True)
class RollCall:
    """What was said; None where nothing was said about it."""

    should: int | None = None
    filed: int | None = None
    records: int | None = None

    @property
    def missing(self) -> Field | None:
        return next((name for name in FIELDS if getattr(self, name) is None), None)


@dataclass(frozen=True)
class Round:
    """What an answer may name: the month that is asked for, the department's own names, the month before."""

    month: int
    names: frozenset[str] = frozenset()
    last: RollCall | None = None  # what the month before gave
    others: frozenset[str] = frozenset()  # what other departments are called


def check(answer: RollCall, staff_at_most: int) -> Problem | None:
    """What cannot be, asked back before it counts."""
    if answer.should is not None and answer.should > staff_at_most:
        return "too-many"
    if answer.should is not None and answer.filed is not None and answer.filed > answer.should:
        return "filed-more-than-should"
    return None


def jump(answer: RollCall, headcount: int | None) -> Problem | None:
    """Against the number on record: 450 for 45 is a slip of the finger, and so is a record for every fourth."""
    if answer.should is None and answer.filed is not None and headcount and answer.filed > headcount:
        return "filed-more-than-should"
    everybody = headcount if answer.should is None else answer.should
    fewer, more = sorted((everybody or 0, headcount or everybody or 0))
    if more >= FEW and fewer * FOLD <= more:
        return "jump"
    return "jump" if everybody is not None and (answer.records or 0) > max(everybody // SELDOM, AT_MOST) else None


def is_far_off(should: int, before: int) -> bool:
    """From the number of the month before, though it may well be so: 24 for 47."""
    return is_far(Fraction(should), Fraction(before), FOLD_OF_PEOPLE)
