"""Whether a demand is met. Nothing becomes green by silence: without data the verdict says so."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from fractions import Fraction


class Verdict(StrEnum):
    MET = "met"
    NOT_MET = "not met"
    NO_DATA = "no data"
    NO_BENCHMARK = "no benchmark"
    NO_DEFINITION = "no definition"
    UNPROVEN = "unproven"
    UNDECIDED = "undecided"
    NOT_APPLICABLE = "not applicable"
    HISTORY = "history"


# of an indicator's demands the first of these that one of them has is the indicator's
GRAVEST = (
    Verdict.NOT_MET, Verdict.NO_DATA, Verdict.UNPROVEN, Verdict.NO_BENCHMARK, Verdict.NO_DEFINITION,
    Verdict.UNDECIDED, Verdict.HISTORY, Verdict.MET, Verdict.NOT_APPLICABLE,
)  # fmt: skip
COMPARE = {
    "=": Fraction.__eq__, ">=": Fraction.__ge__, ">": Fraction.__gt__, "<": Fraction.__lt__, "<=": Fraction.__le__,
}  # fmt: skip


def judge(
    op: str, target: Fraction | None, tag: str, value: Fraction | None, *, proven: bool = True,
    deadline: date | None = None, issued: date,
) -> Verdict:  # fmt: skip
    """`value` in the unit of `target`; None where nothing is on record. Exact at the boundary."""
    if value is None:
        if deadline and deadline < issued:
            return Verdict.HISTORY
        return Verdict.NO_BENCHMARK if tag == "X" else Verdict.NO_DATA
    if op not in COMPARE or target is None:
        return Verdict.NO_BENCHMARK if tag == "X" else Verdict.NO_DEFINITION
    if not COMPARE[op](value, target):
        return Verdict.NOT_MET
    return Verdict.MET if proven else Verdict.UNPROVEN


def together(verdicts: Iterable[Verdict]) -> Verdict:
    """Of all demands of an indicator: met where every one is."""
    present = set(verdicts)
    return next((verdict for verdict in GRAVEST if verdict in present), Verdict.NO_DATA)
