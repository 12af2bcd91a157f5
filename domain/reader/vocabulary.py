"""The words of one form and what they mean in it: each label, its verbs, its nouns, its rates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, cast

from domain.kinds import Quantity
from domain.reader import of_its_name, sayings
from domain.reader.asked import Demand
from domain.reader.common_words import GENERAL

Kind = Literal[
    "role", "noun", "rate", "total", "all", "every", "within", "target", "others", "time", "now", "change", "more",
    "less", "missed", "not", "filler",
]  # fmt: skip


@dataclass(frozen=True)
class Word:
    """`of` are labels, of a noun those of which it is said, of a rate the keys of demands.

    `names` are those that a noun is the name of.
    """

    kind: Kind
    of: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


Words = Mapping[str, Word]
LONGEST = 14  # signs of a word
ALONE = "^"  # before a word that stands by itself before a figure


@lru_cache(maxsize=64)
def words_of(demands: tuple[Demand, ...]) -> Words:
    found: dict[str, Word] = {said: Word(cast("Kind", kind)) for kind, line in GENERAL for said in line.split("|")}
    shares = [d for d in demands if d.is_share and d.kind != "growth"]
    for kind, spoken in (("noun", _nouns(demands)), ("rate", _rates(shares)), ("role", _roles(demands))):
        meant: dict[str, set[str]] = {}
        for said, of in spoken:
            meant.setdefault(said, set()).add(of)
        found |= {said: Word(cast("Kind", kind), frozenset(of)) for said, of in meant.items()}
    for said, label in _names(demands):
        if found[said].kind == "noun":
            found[said] = replace(found[said], names=found[said].names | {label})
    return found


@lru_cache(maxsize=64)
def lengths_of(demands: tuple[Demand, ...]) -> Mapping[str, tuple[int, ...]]:
    """Of the words that begin with a sign, the longest first: no other length is looked for where it stands."""
    found: dict[str, set[int]] = {}
    for said in words_of(demands):
        if len(said) <= LONGEST:
            found.setdefault(said[0], set()).add(len(said))
    return {sign: tuple(sorted(lengths, reverse=True)) for sign, lengths in found.items()}


def _names(demands: tuple[Demand, ...]) -> Iterator[tuple[str, str]]:
    """跨域 is 跨域立案申请 by itself, 信访 neither 期限内办结 nor 期限内应办结."""
    for noun, said in sayings.NOUNS:
        named = {part.label for d in demands for part in d.parts} & {noun, f"{noun}总数", f"{noun}案件", f"在册{noun}"}
        yield from ((one, label) for label in named for one in said.split("|"))


def is_earlier(label: str) -> bool:
    return label.startswith(("上年", "前年"))


def _lines(table: sayings.Table, label: str) -> Iterator[str]:
    for holds, said in table:
        if holds in label:
            yield from said.split("|")


def _roles(demands: tuple[Demand, ...]) -> Iterator[tuple[str, str]]:
    parts = {d.parts[0] for d in demands if d.is_share and len(d.parts) in (2, 4)}
    for quantity in dict.fromkeys(part for demand in demands for part in demand.parts):
        label = quantity.label
        for said in _spoken(quantity, is_part=quantity in parts):
            yield said, label


def _spoken(quantity: Quantity, *, is_part: bool) -> Iterator[str]:
    label = quantity.label
    yield from _ends_cut(label)
    yield from of_its_name.said_of(label)
    if is_earlier(label):
        yield from (f"{year}{said}" for said in _lines(sayings.LAST_YEARS, label) for year in sayings.YEARS)
        return
    for more in _lines(sayings.MORE, label):
        yield from (said for many in sayings.MANY.split("|") for said in (f"{many}{more}", f"{more}{many}"))
    if is_part:
        for verb in _lines(sayings.DONE, label):
            yield from _done(verb)
        yield from (f"{ALONE}{verb}" for verb in _lines(sayings.SHORT, label))
    else:
        for verb in _lines(sayings.WHOLE, label):
            yield from _done(verb)
        for verb in _lines(sayings.DUE, label):
            yield from (f"{may}{verb}" for may in (sayings.CAN if "可" in label else sayings.SHOULD))
            yield from (f"{verb}{total}" for total in sayings.TOTALS)


def _ends_cut(label: str) -> Iterator[str]:
    """应轮训人数, 应轮训."""
    yield label
    if "案件" in label:
        yield label.replace("案件", "")
    for end in ("人数", "案件", "的案件", "总数", "金额", "案件审理总天数"):
        if label.endswith(end) and len(label) >= len(end) + 2:
            yield label.removesuffix(end)


def _done(verb: str) -> Iterator[str]:
    yield from (f"{begin}{verb}" for begin in sayings.BEGINS)
    if len(verb) > 1:
        yield verb
    else:
        yield from (f"{verb}{end}" for end in sayings.ENDS)


def _nouns(demands: tuple[Demand, ...]) -> Iterator[tuple[str, str]]:
    for demand in demands:
        for noun, said in sayings.NOUNS:
            if any(noun in part.label for part in demand.parts):
                yield from ((one, part.label) for one in said.split("|") for part in demand.parts)
        yield from ((one, part.label) for part in demand.parts for one in of_its_name.nouns_of(part.label))


def _rates(shares: list[Demand]) -> Iterator[tuple[str, str]]:
    for demand in shares:
        label = demand.parts[0].label
        yield demand.name, demand.key
        if of_its_name.side_of(label):
            yield from ((said, demand.key) for said in of_its_name.rates_of(demand.name))
        for said in _lines(sayings.RATES, label):
            yield said, demand.key
        for verb in _lines(sayings.DONE, label):
            if len(verb) > 1 and demand.whole:
                yield from ((f"{begin}{verb}率", demand.key) for begin in ("", *sayings.BEGINS))
