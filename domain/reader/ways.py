"""Every way to say what the figures of a text count, and the best of them where no other comes near it."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise

from domain.reader.asked import Asked
from domain.reader.contraries import is_against
from domain.reader.evidence import beside_last, by_words, is_of_another, is_possible, last_of, strange, value_as
from domain.reader.figure_words import Figure
from domain.reader.names import Thing
from domain.reader.notation import Amount
from domain.reader.plausible import rounds_to
from domain.reader.risks import ABSENT, TAINTED
from domain.reader.sums import is_sum, items, roles

Values = Mapping[str, Fraction]
BEAM = 12  # ways that are followed at once
CLEAR = 3  # so much better than the next one
STRANGE = 2  # signs of a name of its own
MATE, NEXT = 3, 1  # for what belongs to the figure before, and for what is asked for behind it


@dataclass(frozen=True)
class Way:
    """`keys` of each figure; empty where it follows from the others."""

    score: int = 0
    keys: tuple[str, ...] = ()
    values: Values = field(default_factory=dict)


def best(said: Sequence[Figure], known: Sequence[Thing], asked: Asked) -> Way | None:
    ties, ways = Ties.of(asked), [Way()]
    before = {thing.key: last_of(thing, asked) for thing in known}
    for one in said:
        choices = [choice for thing in known if (choice := _choice(one, thing, before[thing.key], asked)) is not None]
        onwards = [way for before in ways for way in _onwards(before, one, choices, ties)]
        ways = sorted(onwards, key=lambda way: -way.score)[:BEAM]
    first = next((way for way in ways if _accounts_for_all(way, said, asked, ties)), None)
    if first is None:
        return None
    near = [way for way in ways if first.score - way.score < CLEAR and way.keys != first.keys]
    is_rivalled = any(
        _accounts_for_all(way, said, asked, ties) and not _is_less(way, first, said, ties) for way in near
    )
    return None if is_rivalled else first


@dataclass(frozen=True)
class Ties:
    """Which of what is asked for belong together: looked up for every step of every way."""

    shares: Sequence[tuple[str, str]]
    mates: Set[tuple[str, str]]
    nexts: Set[tuple[str, str]]

    @classmethod
    def of(cls, asked: Asked) -> "Ties":
        mates = related(asked)
        return cls(pairs(asked), {*mates, *((b, a) for a, b in mates)}, {*pairwise(q.label for q in asked.quantities)})


@dataclass(frozen=True)
class Choice:
    """What a figure may count, its value then, and what speaks for it."""

    key: str
    value: Fraction
    score: int


def _choice(one: Figure, thing: Thing, before: Fraction | None, asked: Asked) -> Choice | None:
    """None where it cannot be, or where more speaks against it than for it."""
    if not is_possible(one, thing) or is_against(one.words, thing.name):
        return None
    value = value_as(one.amount, thing)
    words = by_words(one, thing, asked)
    if words <= 0 and len(strange(one, asked) - set("应该已实")) >= STRANGE:
        return None  # 窗口74件 is no 委托鉴定, though as many were on record
    score = words + beside_last(value, thing, before)
    return Choice(thing.key, value, score) if score >= 0 else None


def _is_less(way: Way, other: Way, said: Sequence[Figure], ties: Ties) -> bool:
    """The same, but for a share that follows from its figures, whatever share it is taken for."""
    told = [pair for pair in ties.shares if set(pair) <= other.values.keys()]
    return all(
        mine == its
        or (
            one.amount.sort == "share"
            and ("" in (mine, its) or any(is_made(one.amount, other.values[a], other.values[b]) for a, b in told))
        )
        for mine, its, one in zip(way.keys, other.keys, said, strict=True)
    )


def _onwards(way: Way, one: Figure, choices: Sequence[Choice], ties: Ties) -> Iterator[Way]:
    last = next((key for key in reversed(way.keys) if key and key[0] != "#"), "")
    if not one.side or not choices:
        yield Way(way.score, (*way.keys, ""), way.values)
    for choice in choices:
        key = choice.key
        told = way.values.get(key)
        if told is not None and told != choice.value:
            continue
        values = {**way.values, key: choice.value}
        if _is_ordered(values, key, ties) and _is_paired(one, key, way.keys, ties):
            more = 0 if told is not None else choice.score + _beside(last, key, ties)
            yield Way(way.score + more, (*way.keys, key), values)


def pairs(asked: Asked) -> list[tuple[str, str]]:
    """Each part with its whole."""
    shares = [demand for demand in asked.demands if demand.is_share and demand.whole and demand.kind != "growth"]
    return [(a.label, b.label) for d in shares for a, b in zip(d.parts[::2], d.parts[1::2], strict=False)]


def related(asked: Asked) -> list[tuple[str, str]]:
    """Each figure with that which it is told of: a part of its whole, the days of the cases, this year of the last."""
    return [(a.label, b.label) for d in asked.demands for a, b in zip(d.parts[::2], d.parts[1::2], strict=False)]


def _is_paired(one: Figure, key: str, keys: Sequence[str], ties: Ties) -> bool:
    """Of 43/45 both are of one share."""
    if not one.side:
        return True
    mine = [pair for pair in ties.shares if key == pair[one.side.endswith("whole")]]
    return any(keys[-1] in pair for pair in mine) if one.side.startswith("its") else bool(mine)


def _beside(last: str, key: str, ties: Ties) -> int:
    return MATE * ((last, key) in ties.mates) + NEXT * ((last, key) in ties.nexts)


def _is_ordered(values: Values, key: str, ties: Ties) -> bool:
    """No part is more than its whole, now that there is one value more."""
    mine = (pair for pair in ties.shares if key in pair)
    return all(values[part] <= values[whole] for part, whole in mine if part in values and whole in values)


def _accounts_for_all(way: Way, said: Sequence[Figure], asked: Asked, ties: Ties) -> bool:
    told = [pair for pair in ties.shares if set(pair) <= way.values.keys()]
    left = {
        n
        for n, (key, one) in enumerate(zip(way.keys, said, strict=True))
        if not key
        and not is_wider(way, said, n, asked)
        and not is_sum(way.keys, said, n)
        and not is_of_another(one, asked)
        and not any(_follows(one, way.values[a], way.values[b], asked) for a, b in told)
    }
    return not left or (len(left) > 1 and left <= set(items(way.keys, way.values, said, asked)))


def is_wider(way: Way, said: Sequence[Figure], n: int, asked: Asked) -> bool:
    """信访收了45件, 其中到期应办结的29件: what is told of the next figure by its own name is not told of this one."""
    if n + 1 >= len(said) or not way.keys[n + 1] or "其中" not in said[n + 1].before:
        return False
    mine, its = (roles(one, asked) for one in said[n : n + 2])
    key = way.keys[n + 1]
    return not mine and any(key in word.of for word in its) and said[n].amount.value > way.values[key]


def _follows(one: Figure, part: Fraction, whole: Fraction, asked: Asked) -> bool:
    """3人代签 are not missing, though as many are."""
    if not is_made(one.amount, part, whole):
        return False
    if one.amount.sort == "share" or ABSENT.search(one.clause):
        return True
    return not TAINTED.search(one.clause) and not roles(one, asked)


def is_made(amount: Amount, part: Fraction, whole: Fraction) -> bool:
    """Their share, or what the part lacks of its whole."""
    if amount.sort == "share":
        return whole > 0 and rounds_to(part / whole, amount.value, share=True)
    return amount.sort == "number" and amount.value == whole - part
