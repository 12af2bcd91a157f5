"""A figure and nothing else: 487, 1,096件, 四百. What it may be of all that is open, and several of them together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from domain.kinds import Quantity
from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.hear import Question, hear
from domain.reader.names import is_of
from domain.reader.notation import TOKEN, UNIT, Amount, amount_of
from domain.reader.saying import count, in_unit

BEHIND = pattern_of(rf"\s*(?P<unit>{UNIT})?[\s.。]*")


def figure(text: str) -> Amount | None:
    """None where anything else stands there; of a share too, which says itself what it is of."""
    said = level(text).strip()
    found = TOKEN.match(said)
    amount = amount_of(found) if found else None
    behind = BEHIND.fullmatch(said, found.end()) if found else None
    if amount is None or behind is None or amount.sort != "number" or amount.value < 0:
        return None
    return replace(amount, unit=behind["unit"] or "")


def readings(amount: Amount, wanted: Sequence[Quantity]) -> list[Mapping[str, Fraction]]:
    """Each quantity that is open and may be meant, in their order."""
    fitting = [q for q in wanted if is_of(amount.unit, count(q))]
    found = {q: in_unit(amount, amount.value, q) for q in fitting}
    return [{q.label: value} for q, value in found.items() if value.denominator == 1 or not q.in_wholes]


def in_order(texts: Sequence[str], question: Question) -> Mapping[str, Fraction] | None:
    """What they say in the order of the question, where they are as many as are open and nothing speaks against it."""
    wanted = [q.label for q in question.asked.wanted]
    if len(texts) != len(wanted):
        return None
    heard = hear(" ".join(level(text).strip().rstrip(".。") for text in texts), question)
    values = {key: value for key, value in heard.values.items() if isinstance(value, Fraction)}
    return values if heard.doubt is None and list(values) == wanted else None
