"""序时进度: what should be there by today, and what the rest of the year has to bring. All of it exact.

Nothing is foretold of a maximum of zero, nor of an exact figure that is no whole: those have no pace.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from domain.cadences import Quota
from domain.verdicts import COMPARE

ONE = Fraction(1)
LOWER, UPPER = (">=", ">", "="), ("<", "<=")
DECIMALS = 10  # of what is asked of the rest: to one decimal


@dataclass(frozen=True)
class Stretch:
    """Working days: how many of them are over, today's included, of how many."""

    gone: int
    days: int

    @property
    def left(self) -> int:
        return self.days - self.gone

    @property
    def share(self) -> Fraction:
        return Fraction(self.gone, self.days) if self.days else ONE


@dataclass(frozen=True)
class Counted:
    """Of what comes one by one. Behind is who can still reach the number; who cannot has missed it."""

    expected: Fraction  # by today; of a maximum as many as there may be
    lacking: Fraction  # until the number is reached
    left: int  # working days to bring them
    behind: bool
    missed: bool = False
    room: Fraction | None = None  # of a maximum: how many there may still be
    period: str = ""  # the part of the year that lacks them, where the whole of it is not meant


@dataclass(frozen=True)
class Averaged:
    """Of what is added up over the year. `rest` and the words for it hold if the months to come are like the mean
    month so far: as many cases, as many people."""

    op: str
    rest: Fraction  # what all months to come have to bring
    months: int  # that are still to come
    behind: bool
    missed: bool = False  # whatever comes
    unlikely: bool = False  # out of reach by the mean month
    assured: bool = False  # reached whatever comes, by the mean month


Pace = Counted | Averaged


def counted(
    op: str, target: Fraction, held: Sequence[Fraction], year: Stretch, due_from: Fraction, grain: Fraction = ONE
) -> Counted | None:
    """Of several sorts each has to reach the target. `grain` is what one of it is: 1 of things, less of hours.

    Linear over the working days. One is expected when `due_from` of its share of the year is over.
    """
    if op in UPPER:
        return _at_most(_most(op, target, grain), held, year, grain)
    needed = _least(op, target, grain)
    if op not in LOWER or needed <= 0:
        return None
    missed = op == "=" and any(one > needed for one in held)
    each = _expected(needed, year.share, due_from, grain)
    lacking = sum((max(needed - one, Fraction(0)) for one in held), Fraction(0))
    behind = any(one < each for one in held) and not missed
    return Counted(each * len(held), lacking, year.left, behind, missed)


def _at_most(most: Fraction, held: Sequence[Fraction], year: Stretch, grain: Fraction) -> Counted | None:
    if most <= 0:
        return None
    allowed = math.ceil(most * year.share / grain) * grain
    missed = any(one > most for one in held)
    room = sum((max(most - one, Fraction(0)) for one in held), Fraction(0))
    behind = any(one > allowed for one in held) and not missed
    return Counted(allowed * len(held), Fraction(0), year.left, behind, missed, room)


def _least(op: str, target: Fraction, grain: Fraction) -> Fraction:
    """The smallest number that meets it."""
    steps = target / grain
    return (math.floor(steps) + 1 if op == ">" else math.ceil(steps)) * grain


def _most(op: str, target: Fraction, grain: Fraction) -> Fraction:
    """The greatest number that meets it."""
    steps = target / grain
    return (math.ceil(steps) - 1 if op == "<" else math.floor(steps)) * grain


def _expected(needed: Fraction, share: Fraction, due_from: Fraction, grain: Fraction) -> Fraction:
    return min(needed, math.floor(needed * share / grain + ONE - due_from) * grain)


def by_quota(
    quota: Quota, held: Sequence[int], over: int, part: tuple[str, Stretch], year: Stretch, due_from: Fraction
) -> Counted:
    """Of events with a least number in every part of the year: `held` in each; `over` of them are past, `part` is now.

    What a part that is past lacks has to come later. What this part lacks is said first, with its own working days.
    """
    key, now_on = part
    before = sum(held[:over])
    is_last = over == len(held) - 1
    needed = max(quota.least, quota.total - before) if is_last else quota.least
    due = _expected(Fraction(needed), now_on.share, due_from, ONE)
    asked_before = quota.least * over
    behind = held[over] < due or (not is_last and before < asked_before)
    now = max(0, needed - held[over])
    later = sum(max(0, quota.least - n) for n in held[over + 1 :])
    lacking = max(now + later, quota.total - sum(held), 0)
    if now and not is_last:
        return Counted(asked_before + due, Fraction(now), now_on.left, behind, period=key)
    return Counted(asked_before + due, Fraction(lacking), year.left, behind)


def averaged(op: str, target: Fraction, value: Fraction, done: int, left: int, *, share: bool) -> Averaged | None:
    """`value` is that of `done` months, `left` are to come; `share` where the one is some of the other.

    With equal denominators the year's value is the mean of the months, so that the months to come must bring
    (target · all − value · done) / left. Of a share that is all or nothing no assumption is needed.
    """
    if left <= 0 or done <= 0 or target <= 0 or (op == "=" and not (share and target == 1)):
        return None
    op = ">=" if op == "=" else op
    rest = (target * (done + left) - value * done) / left
    meets = COMPARE[op]
    missed = share and op in LOWER and target >= 1 and value < target
    if op in LOWER:
        unlikely, assured = share and not meets(ONE, rest), meets(Fraction(0), rest)
    else:
        unlikely, assured = not meets(Fraction(0), rest), share and meets(ONE, rest)
    behind = not meets(value, target) and not missed
    return Averaged(op, rest, left, behind, missed, unlikely and not missed, assured)


def asked(pace: Averaged, *, percent: bool) -> Fraction:
    """What is asked of the rest, to one decimal as it is said, and never less than it takes."""
    scale = DECIMALS * (100 if percent else 1)
    cut = math.ceil if pace.op in LOWER else math.floor
    return Fraction(cut(pace.rest * scale), scale)
