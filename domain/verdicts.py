"""Whether a demand is met. Nothing becomes green by silence: without data the verdict says so."""

from collections.abc import Iterable
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Demand:
    """What is asked. `target` is in the unit of the values; of a rank how many are in front, or what share (< 1)."""

    op: str
    target: Fraction | None
    external: bool = False  # the target is a benchmark that the notice does not print
    soft: bool = False
    none: Verdict = Verdict.UNDECIDED
    defined: bool = True
    history: bool = False  # due before the notice


@dataclass(frozen=True)
class Found:
    """What is on record. Several values are those of a demand that each part has to meet.

    `field` is how many a rank is among; `before` what a trend is measured by; `over` means that no more can come.
    """

    values: tuple[Fraction, ...] = ()
    before: Fraction | None = None
    field: int | None = None
    nothing: bool = False  # it was said that nothing of the kind arose
    proven: bool = True
    over: bool = True
    verified: bool = True  # whose word it takes besides has given it
    unlikely: bool = False  # so good that somebody has to look: a month in which nobody recorded anything


def judge(demand: Demand, found: Found) -> Verdict:
    """Exact at the boundary."""
    if not demand.defined:
        return Verdict.NO_DEFINITION
    if found.nothing:
        return demand.none
    if found.unlikely:
        return Verdict.UNDECIDED
    if not found.values:
        if demand.history:
            return Verdict.HISTORY
        return Verdict.NO_BENCHMARK if demand.external and demand.target is None else Verdict.NO_DATA
    meets = _meets(demand, found)
    if isinstance(meets, Verdict):
        return meets
    if meets and not found.verified:
        return Verdict.UNDECIDED
    if meets:
        return Verdict.MET if found.proven else Verdict.UNPROVEN
    if not found.over and not _is_passed(demand, found):
        return Verdict.NO_DATA  # what is still to come may meet it
    return Verdict.UNDECIDED if demand.soft else Verdict.NOT_MET


def _meets(demand: Demand, found: Found) -> bool | Verdict:
    if demand.op == "rank":
        return _in_front(demand.target, found)
    if demand.op in ("higher", "lower"):
        return _goes(demand.op, found)
    if demand.target is None:
        return Verdict.NO_BENCHMARK if demand.external else Verdict.NO_DEFINITION
    compare, target = COMPARE[demand.op], demand.target
    return all(compare(value, target) for value in found.values)


def _is_passed(demand: Demand, found: Found) -> bool:
    """More can only come on top of it: what is to be exactly so many is missed for good."""
    return demand.op in ("=", "<", "<=") and demand.target is not None and max(found.values) > demand.target


def _in_front(cutoff: Fraction | None, found: Found) -> bool | Verdict:
    """Which ranks are in front is nowhere printed: without the office's word the rank is shown, and not judged."""
    if cutoff is None:
        return Verdict.NO_DEFINITION
    (place,) = found.values
    return place <= (cutoff if cutoff >= 1 else cutoff * (found.field or 0))


def _goes(way: str, found: Found) -> bool | Verdict:
    """Better than before; as good as before is for a person to judge."""
    (now,) = found.values
    if found.before is None:
        return Verdict.NO_BENCHMARK
    if now == found.before:
        return Verdict.UNDECIDED
    return (now > found.before) == (way == "higher")


def is_history(deadline: date | None, issued: date) -> bool:
    return deadline is not None and deadline < issued


def together(verdicts: Iterable[Verdict]) -> Verdict:
    """Of all demands of an indicator: met where every one is."""
    present = set(verdicts)
    return next((verdict for verdict in GRAVEST if verdict in present), Verdict.NO_DATA)
