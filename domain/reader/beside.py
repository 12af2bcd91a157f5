"""The figures of a reply each with the words around it, and which of them its values leave over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations_with_replacement

from domain.patterns import pattern_of
from domain.reader.asked import Asked, Value
from domain.reader.figure_words import seen, words_in
from domain.reader.masking import Masked, clean, mask
from domain.reader.names import things
from domain.reader.notation import Amount, Sort
from domain.reader.within_words import EVERY_ONE

MONEY = 10_000
PAUSE = pattern_of(r"[,;。、!\n()~:/]| (?=[一-鿿])")


@dataclass(frozen=True)
class Figure:
    """`before` and `behind` up to the end of its clause, or to the figure beside it."""

    value: Fraction
    unit: str
    start: int
    end: int
    before: str
    behind: str
    opens: bool  # a pause before its words, and no figure


@dataclass(frozen=True)
class Beside:
    """`text` is made ordinary, without what looks like a figure and counts nothing."""

    text: str
    raw: str
    figures: Sequence[Figure]
    values: Mapping[str, Fraction]
    asked: Asked
    shares: Sequence[Figure] = ()

    @cached_property
    def accounted(self) -> set[Fraction]:
        """Values, what one of them lacks of another, what two of them make."""
        told = list(self.values.values())
        made = {one for a, b in combinations_with_replacement(told, 2) for one in (abs(a - b), a + b)}
        return {scaled for one in (*told, *made) for scaled in (one, one * MONEY)}

    @cached_property
    def named_by(self) -> dict[tuple[str, int, str], frozenset[str]]:
        """By the words around a figure and where it ends: each pair of what is asked for asks it again."""
        return {}

    @cached_property
    def left(self) -> list[Figure]:
        """Nor are those left over that make a value together."""
        values, listed = set(self.values.values()), set()
        for at in range(len(self.figures)):
            made = self.figures[at].value
            for end in range(at + 1, len(self.figures)):
                made += self.figures[end].value
                listed |= set(range(at, end + 1)) if made in values else set()
        return [one for at, one in enumerate(self.figures) if at not in listed and one.value not in self.accounted]

    def labels(self, one: Figure) -> list[str]:
        """Of the values that it is."""
        return self._by_value.get(one.value, [])

    @cached_property
    def _by_value(self) -> Mapping[Fraction, list[str]]:
        found: dict[Fraction, list[str]] = {}
        for label, value in self.values.items():
            for told in {value, value * MONEY}:
                found.setdefault(told, []).append(label)
        return found

    def last_value(self, before: int) -> Figure | None:
        """The nearest figure before a place, where it is a value."""
        told = [one for one in self.figures if one.end <= before]
        return told[-1] if told and self.labels(told[-1]) else None

    def named(self, said: str) -> frozenset[str]:
        """The labels of which words speak."""
        found = words_in(said, self.asked.demands)[0]
        roles = [word.of for word in found if word.kind == "role"]
        if not roles:
            return frozenset().union(*(word.names for word in found))
        spoken = frozenset.intersection(*roles) or roles[-1]
        for noun in (word.of for word in found if word.kind == "noun"):
            spoken = spoken & noun or spoken
        return spoken

    def has_role(self, said: str) -> bool:
        return any(word.kind == "role" for word in words_in(said, self.asked.demands)[0])

    def rest_of(self, said: str) -> str:
        """The words that the form does not know."""
        return words_in(said, self.asked.demands)[1]

    def ties(self) -> list[tuple[str, str]]:
        """Part and whole of each share that is asked for."""
        shares = (d.parts[:2] for d in self.asked.demands if d.is_share and d.whole and d.kind != "growth")
        return [(pair[0].label, pair[1].label) for pair in shares]

    def pairs(self) -> list[tuple[str, str]]:
        """Those of which both are values."""
        return [(some, every) for some, every in self.ties() if {some, every} <= self.values.keys()]


def beside(text: str, values: Mapping[str, Value], asked: Asked) -> Beside:
    masked = mask(EVERY_ONE.sub(",", clean(text) or ""), things(asked), asked)
    plain = seen(masked)
    shares = {demand.key for demand in asked.demands if demand.is_share}
    numbers = {key: value for key, value in values.items() if isinstance(value, Fraction) and key not in shares}
    return Beside(plain, masked.raw, figures(masked, plain), numbers, asked, figures(masked, plain, "share"))


def figures(masked: Masked, plain: str, sort: Sort = "number") -> list[Figure]:
    """`plain` is the text as it is to be seen."""
    found = [half for one in masked.amounts if isinstance(one, Amount) for half in one.halves or (one,)]
    halves = [part for one in found for part in _halves(one, sort)]
    ends = [0, *(end for _, _, _, end in halves)]
    starts = [*(start for _, _, start, _ in halves[1:]), len(plain)]
    return [
        Figure(value, unit, start, end, clauses[-1], PAUSE.split(plain[end:right])[0], not left or len(clauses) > 1)
        for (value, unit, start, end), left, right in zip(halves, ends, starts, strict=False)
        for clauses in [PAUSE.split(plain[left:start])]
    ]


def _halves(one: Amount, sort: Sort) -> list[tuple[Fraction, str, int, int]]:
    if sort == "number" and one.sort == "pair" and one.whole is not None:
        return [(one.value, one.unit, one.start, one.start + 1), (one.whole, one.unit, one.start + 1, one.end)]
    return [(one.value, one.unit, one.start, one.end)] if one.sort == sort else []
