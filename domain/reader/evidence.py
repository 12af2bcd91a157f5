"""What the words around a figure say of each thing that it may count, and what is on record says of it.

Words that are not known say nothing: what makes a figure doubtful is named elsewhere.
"""

from fractions import Fraction
from functools import lru_cache

from domain.figures import value as value_of
from domain.patterns import pattern_of
from domain.reader.asked import Asked, Demand
from domain.reader.figure_words import Figure, words_in
from domain.reader.names import Thing
from domain.reader.notation import Amount
from domain.reader.placed import MEAN, fits
from domain.reader.risks import OF_A_PART
from domain.reader.saying import in_unit
from domain.reader.vocabulary import Word, is_earlier
from domain.reader.years import YEAR_OF_NAME

ROLE, NOUN, AGAINST = 3, 2, -12
MEANS = 2
# how near to what was on record, and what that says
NEAR: tuple[tuple[Fraction, int], ...] = ((Fraction(11, 10), 3), (Fraction(13, 10), 2), (Fraction(2), 0))
LIKE, SURELY = 2, 3
TIMES = tuple((times.numerator, times.denominator, points) for times, points in NEAR)
FAR = -6
SUBJECT = 2  # signs
# what is said of the same ones, or to be added or taken away
CHANGES_IT = pattern_of(
    "[补漏加扣减剔除去含并撤转移又再另余剩差缺多少没未里]|其中|包括|重复|[一总合]共|合计|不[算计]|分别"
)
FEW = 6  # as many may be more or less of small numbers


def is_possible(one: Figure, thing: Thing) -> bool:
    amount = one.amount
    if one.year not in (None, thing.year):
        return False
    if (thing.sort == "share") != (amount.sort == "share") or not fits(amount, thing, one.words):
        return False
    if thing.sort != "count" and one.then != "":
        return False
    if thing.sort == "mean":
        return bool(MEAN.search(one.words))
    if amount.value.denominator != 1 and thing.quantity and thing.quantity.in_wholes:
        return False
    return thing.sort != "count" or one.then in (None, year_of(thing))


def year_of(thing: Thing) -> str:
    return thing.name[:2] if is_earlier(thing.name) else ""


def by_words(one: Figure, thing: Thing, asked: Asked) -> int:
    own, held = (words_in(said, asked.demands)[0] for said in (one.words, one.held))
    shape = MEANS if thing.sort == "mean" else ROLE if one.then and one.then == year_of(thing) else 0
    return shape + sum(_says(word, thing) for word in own) + sum(max(0, _says(word, thing)) for word in held)


def _says(word: Word, thing: Thing) -> int:
    parts = [part.label for part in thing.demand.parts] if thing.demand else [thing.key]
    if word.kind == "rate":
        return ROLE if thing.key in word.of else AGAINST
    if word.kind == "role":
        return ROLE if {parts[0], YEAR_OF_NAME.sub("", parts[0])} & word.of else AGAINST
    if word.kind == "noun":
        return NOUN if word.of & set(parts) else AGAINST
    return 0


def strange(one: Figure, asked: Asked) -> set[str]:
    """Signs of its words that nothing explains."""
    return set(words_in(one.words, asked.demands)[1]) - _own_signs(asked.demands)


def is_of_another(one: Figure, asked: Asked) -> bool:
    """青年小组46人都学完了: with a subject of its own, of which the form has no word."""
    if (
        one.amount.sort != "number"
        or not one.amount.unit
        or CHANGES_IT.search(one.clause)
        or OF_A_PART.search(one.before)
    ):
        return False
    if any(word.kind not in ("filler", "all", "every", "now") for word in words_in(one.words, asked.demands)[0]):
        return False
    return len(set(words_in(one.before, asked.demands)[1]) - _own_signs(asked.demands)) >= SUBJECT


@lru_cache(maxsize=64)
def _own_signs(demands: tuple[Demand, ...]) -> frozenset[str]:
    return frozenset("".join(demand.name + "".join(part.label for part in demand.parts) for demand in demands))


def value_as(amount: Amount, thing: Thing) -> Fraction:
    return in_unit(amount, amount.value, thing.quantity) if thing.quantity else amount.value


def on_record(value: Fraction, thing: Thing, asked: Asked) -> int:
    return beside_last(value, thing, last_of(thing, asked))


def last_of(thing: Thing, asked: Asked) -> Fraction | None:
    """What was on record for the period before, or follows from it."""
    before = asked.last.get(thing.key)
    if before is None and thing.demand:
        parts = [asked.last.get(part.label) for part in thing.demand.parts]
        before = None if None in parts else value_of(thing.demand.kind, [p for p in parts if p is not None])
    return before


def beside_last(value: Fraction, thing: Thing, before: Fraction | None) -> int:
    if before is None:
        return 0
    if thing.sort == "count" and abs(value - before) <= FEW:
        return NEAR[0][1]
    fewer, more = sorted((value, before))
    if fewer <= 0:
        return FAR
    up, down = more.numerator * fewer.denominator, fewer.numerator * more.denominator
    return next((points for times, tenths, points in TIMES if up * tenths <= down * times), FAR)
