"""Figures that were not told apart by their words alone: every way to place them is weighed against the others.

Asked only where the reading ended in a doubt of that kind, or left a figure out. The best way counts where no other
comes near it, where each figure is a value or follows from the values, and where no word of a risk stands beside them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from domain.reader import asides
from domain.reader.amounts import Odd, vague
from domain.reader.asked import Asked, Doubt, Value
from domain.reader.figure_words import Side, figures, without_its_words
from domain.reader.figures import COUNTED, UNHEARD, Read, read_of
from domain.reader.masking import OTHER, Masked
from domain.reader.names import things
from domain.reader.notation import Amount
from domain.reader.plausible import doubts
from domain.reader.risks import OF_MORE, RISK
from domain.reader.ways import Values, best, pairs
from domain.reader.weighed import Case
from domain.reader.written import Written

MOST = 12  # figures
MONEY = 10_000
OPEN = (*UNHEARD, "parts-and-share", "same-twice")  # doubts that arithmetic may settle


def _beside(written: Written) -> Read:
    """Of the two readings that which leaves no figure out."""
    first = read_of(written)
    is_settled = first.doubt.reason not in OPEN if first.doubt else not _leaves_out(first.values, written)
    if is_settled:
        return first
    values = _given(written) or (_given(written.by_sound) if written.by_sound is not written else None)
    if not values or not values.keys() >= first.values.keys():
        return first
    # 297人都训过了，应训299人 was read as all of 299: what was inferred from another value is no contradiction
    told = list(first.values.values())
    is_contradicted = any(values[key] != one and told.count(one) == 1 for key, one in first.values.items())
    return Read(doubt=Doubt("which", (first.values, values))) if is_contradicted else Read(values, named=True)


def _leaves_out(values: Mapping[str, Value], written: Written) -> bool:
    """A figure that is neither a value, in its unit, nor what a part lacks of its whole."""
    told = [value for value in values.values() if isinstance(value, Fraction)]
    told += [whole - part for part, whole in _told_pairs(values, written.asked)]
    amounts = [one for one in written.masked.amounts if isinstance(one, Amount)]
    for one in (half for amount in amounts for half in amount.halves or (amount,)):
        units = (one.value, one.value / MONEY, one.value / 100)
        mine = next((value for value in told if value in units), None)
        if one.sort != "share" and mine is None:
            return True
        if mine is not None:
            told.remove(mine)  # 25人, 达标25: two figures, though they are the same
    return False


def _told_pairs(values: Mapping[str, Value], asked: Asked) -> Iterator[tuple[Fraction, Fraction]]:
    for labels in pairs(asked):
        part, whole = map(values.get, labels)
        if isinstance(part, Fraction) and isinstance(whole, Fraction):
            yield part, whole


def may_tell_more(values: Mapping[str, Value], written: Written) -> bool:
    """A figure is left out, and something that is asked for is not told."""
    is_all = all(quantity.label in values for quantity in written.asked.quantities)
    return not is_all and _leaves_out(values, written)


def without_asides(text: str, asked: Asked) -> Read:
    """The text as it stands, or without what is told beside its figures where that is certain."""
    first = _beside(written := Written.of(text, asked))
    if not COUNTED.search(text) or not (first.doubt or may_tell_more(first.values, written)):
        return first
    if (bare := asides.without(text, asked)).text == text:
        return first
    plain = Written.of(bare.text, asked)
    if first.doubt is None and not _leaves_out(first.values, plain):
        return first
    again = _beside(plain)
    is_more = again.doubt is None and again.values.items() >= first.values.items() != again.values.items()
    if bare.rest and any(part == whole for part, whole in _told_pairs(again.values, asked)):
        return first  # 全部轮训完毕, 剩3名下月补训
    is_open = bare.open & again.values.keys() or _leaves_out(again.values, plain)
    return again if is_more and not is_open else first


def _given(written: Written) -> Values | None:
    """None where it is not certain."""
    if vague(written.text):
        return None
    masked, asked, known = written.in_turn.masked, written.asked, things(written.asked)
    found = None if _is_risky(masked, asked) else _flat(masked.amounts)
    if found is None:
        return None
    said = figures(masked, found, asked)
    way = best(said, known, asked)
    if way is None or not way.values or doubts(way.values, asked, named=True):
        return None
    return way.values if Case(way, said, known, asked, masked).is_sure() else None


def _is_risky(masked: Masked, asked: Asked) -> bool:
    if OTHER in masked.text or any(other in masked.raw for other in asked.others):
        return True
    beside = without_its_words(masked.text, asked.demands)
    is_monthly = asked.period is not None and asked.period.every == "month"
    return bool(RISK.search(beside)) or (is_monthly and bool(OF_MORE.search(beside)))


def _flat(found: Sequence[Amount | Odd]) -> list[tuple[Amount, Side]] | None:
    """Each figure by itself; none where one of them is not certain."""
    flat: list[tuple[Amount, Side]] = []
    for one in found:
        if isinstance(one, Odd) or one.about or one.value < 0 or one.sort == "points":
            return None
        flat += _halves(one)
    return flat if 0 < len(flat) <= MOST else None


def _halves(one: Amount) -> list[tuple[Amount, Side]]:
    if one.sort != "pair":
        return [(one, "")]
    if one.halves:
        return [(one.halves[0], "whole"), (one.halves[1], "its part")]
    assert one.whole is not None
    middle = one.start + 1
    half = replace(one, sort="number", whole=None, between="")
    return [(replace(half, end=middle), "part"), (replace(half, value=one.whole, start=middle), "its whole")]
