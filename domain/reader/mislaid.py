"""A figure whose own words name what is asked for, and that was read as nothing: asked about rather than lost."""

from collections.abc import Mapping
from fractions import Fraction

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.asked import Doubt, Value
from domain.reader.beside import Beside, Figure
from domain.reader.risks import OF_A_PART

# of another time or of more than the period, wanted, denied, corrected, or one of what was told before
EXCUSED = pattern_of(
    rf"{words.OTHER_TIME.pattern}|{words.TOTAL.pattern}|{words.TARGET.pattern}|{words.WHOLE_YEAR.pattern}|{words.OTHERS.pattern}"
    rf"|{words.COMPARED.pattern}|{words.CHANGE.pattern}|{OF_A_PART.pattern}|[\x01-\x03]|[没未不差缺剩余另含漏]|其|算|报|错|改|原"
)

HUNDRED = 100


def doubt(told: Beside, values: Mapping[str, Value]) -> Doubt | None:
    known = {*told.accounted, *values.values(), *(v * HUNDRED for v in values.values() if isinstance(v, Fraction))}
    lost = (_lost(told, one) for one in told.figures if one.value not in known)
    label = next(filter(None, lost), "")
    return Doubt("which", (dict(told.values),), label) if label else None


def _lost(told: Beside, one: Figure) -> str:
    if told.labels(one) or not told.has_role(one.before) or EXCUSED.search(one.before + "#" + one.behind):
        return ""
    named = told.named(one.before)
    return next(iter(named)) if len(named) == 1 and not named & told.values.keys() else ""
