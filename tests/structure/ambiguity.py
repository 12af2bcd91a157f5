"""Patterns that a text can keep busy for ever: a loop in which the same signs can be walked in two ways.

Each turn then doubles what is tried before it is given up. A loop becomes an automaton of the places where it takes a
sign (Glushkov's), with the number of ways for each step, and two walks are led through it side by side: what is looked
for is the exponential ambiguity of Weber and Seidl, "On the degree of ambiguity of finite automata". What is looked at
ahead counts where it is one sign, and is otherwise taken for nothing; so is all that is looked at behind.
"""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, reduce
from itertools import product
from operator import or_
from typing import Any

parser = re._parser  # type: ignore[attr-defined]
SEVERAL = 4  # so many turns and more are as good as any number
ANY_SIGN = -1  # all bits
SAMPLES = "\t\n !,.09AZ_az\x7f\u00a0\u0663中，。😀\U0010ffff"
Nodes = Any  # re._parser.SubPattern, a list of operations and their arguments
Pair = tuple[int, int]
Ways = Counter[Pair]  # of a place, with the signs that are let in to it or out of it


@dataclass
class Part:
    """A piece of a pattern: how often it begins at which place, ends at which, and is nothing before which signs."""

    first: Ways = field(default_factory=Counter)
    last: Ways = field(default_factory=Counter)
    nothing: Counter[int] = field(default_factory=lambda: Counter({ANY_SIGN: 1}))


class Loop:
    """`takes` has the signs of a place, a bit for each sample; `steps` where it goes on, by which signs, how often."""

    def __init__(self, body: Nodes, flags: int, groups: Mapping[int, Nodes]) -> None:
        self.flags, self.groups = flags, groups
        self.samples = "".join(sorted({*SAMPLES, *_told_apart(body)}))
        self.takes: list[int] = []
        self.steps: dict[int, Ways] = defaultdict(Counter)
        self.kept: dict[int, int] = {}  # places in what is matched in one way or not at all, by where that begins
        self.kept_steps: set[tuple[int, int]] = set()
        self._endless(body)

    def walks(self, one: int, other: int) -> Iterator[tuple[Pair, str]]:
        """How two walks go on with the same sign; out of one place in two ways."""
        for n, (to, signs, ways) in enumerate(self._onward(one)):
            for m, (too, same, _) in enumerate(self._onward(other)):
                is_another = n < m or (n == m and ways > 1)
                if one == other and (not is_another or self._is_one_way(one, to, too)):
                    continue
                if both := signs & same:
                    yield (min(to, too), max(to, too)), self.samples[both.bit_length() - 1]

    def _is_one_way(self, place: int, to: int, too: int) -> bool:
        is_within = (place, to) in self.kept_steps or (place, too) in self.kept_steps
        return is_within or (to != too and to in self.kept and self.kept[to] == self.kept.get(too))

    def way(self, start: int, end: int) -> str | None:
        """The signs from one place to another one; None where it is not come to."""
        known, places = {start: ""}, deque([start])
        while end not in known and places:
            place = places.popleft()
            for to, signs, _ in self._onward(place):
                if to not in known:
                    known[to] = known[place] + self.samples[signs.bit_length() - 1]
                    places.append(to)
        return known.get(end)

    def _onward(self, place: int) -> list[tuple[int, int, int]]:
        steps = ((to, let_in & self.takes[to], ways) for (to, let_in), ways in self.steps[place].items())
        return [step for step in steps if step[1]]

    def _part(self, nodes: Nodes) -> Part:
        whole = Part()
        for op, args in reversed(list(nodes)):
            whole = self._then(self._one(op, args), whole)
        return whole

    def _one(self, op: Any, args: Any) -> Part:
        match str(op):
            case "LITERAL" | "NOT_LITERAL" | "ANY" | "IN":
                return self._sign(sum(1 << n for n, sign in enumerate(self.samples) if _is(op, args, sign, self.flags)))
            case "BRANCH":
                return _either(*map(self._part, args[1]))
            case "SUBPATTERN":
                return self._part(args[-1])
            case "MAX_REPEAT" | "MIN_REPEAT":
                return self._repeated(*args)
            case "ATOMIC_GROUP" | "POSSESSIVE_REPEAT":
                return self._kept(args if str(op) == "ATOMIC_GROUP" else [(parser.MAX_REPEAT, args)])
            case "AT":  # nothing comes back to where a text begins or ends
                is_inside = "BOUNDARY" in str(args) or self.flags & re.MULTILINE
                return Part() if is_inside else Part(nothing=Counter())
            case "ASSERT" | "ASSERT_NOT":
                return Part(nothing=Counter({self._let_on(*args, wanted=str(op) == "ASSERT"): 1}))
            case "GROUPREF":
                return self._part(self.groups[args])
        raise NotImplementedError(op)  # what the check does not know fails it, and is no loop passed over

    def _sign(self, bits: int) -> Part:
        self.takes.append(bits)
        here = len(self.takes) - 1
        return Part(Counter({(here, ANY_SIGN): 1}), Counter({(here, ANY_SIGN): 1}), Counter())

    def _then(self, one: Part, other: Part) -> Part:
        self._join(one, other)
        first, last = one.first + _past(other.first, one.nothing), other.last + _past(one.last, other.nothing)
        nothing = Counter[int]()
        for (signs, ways), (same, more) in product(one.nothing.items(), other.nothing.items()):
            nothing[signs & same] += ways * more
        return Part(first, last, nothing)

    def _join(self, one: Part, other: Part) -> None:
        for ((place, out), ways), ((to, let_in), more) in product(one.last.items(), other.first.items()):
            self.steps[place][to, out & let_in] += ways * more

    def _kept(self, nodes: Nodes) -> Part:
        here = len(self.takes)
        part = self._part(nodes)
        self.kept.update(dict.fromkeys(range(here, len(self.takes)), here))
        self.kept_steps.update((place, to) for place in range(here, len(self.takes)) for to, _ in self.steps[place])
        return part

    def _repeated(self, least: int, most: int, body: Nodes) -> Part:
        whole = Part()
        if most > SEVERAL:
            whole = self._endless(body)
            least = most = min(least, 1)  # another turn before: x{2,} is x+, as far as ways go
            return self._then(self._part(body), whole) if least else whole
        for n in range(most, 0, -1):
            whole = self._then(self._part(body), whole)
            whole = whole if n <= least else _either(Part(), whole)
        return whole

    def _endless(self, body: Nodes) -> Part:
        """A turn that takes nothing ends the loop behind any other turn, and what follows is tried once more."""
        one = self._part(body)
        self._join(one, one)
        return Part(one.first, one.last + _past(one.last, one.nothing), Part().nothing + one.nothing)

    def _let_on(self, direction: int, nodes: Nodes, *, wanted: bool) -> int:
        """The signs that may follow, where one tells: what begins something wanted, and not what is unwanted."""
        if direction < 0 or any(str(op) in ("ASSERT", "ASSERT_NOT") for op, _ in _walk(nodes)):
            return ANY_SIGN
        part = self._part(nodes)
        ends = {place for place, _ in part.last}
        told = [self.takes[place] for place, _ in part.first if wanted or place in ends]
        return ANY_SIGN if part.nothing else reduce(or_, told, 0) if wanted else ~reduce(or_, told, 0)


def _past(steps: Ways, nothing: Counter[int]) -> Ways:
    """Past what may be nothing."""
    found = Ways()
    for ((place, signs), ways), (same, more) in product(steps.items(), nothing.items()):
        found[place, signs & same] += ways * more
    return found


def _either(*parts: Part) -> Part:
    whole = Part(nothing=Counter())
    for part in parts:
        whole.first.update(part.first)
        whole.last.update(part.last)
        whole.nothing.update(part.nothing)
    return whole


def _walk(nodes: Nodes) -> Iterator[tuple[Any, Any]]:
    """All operations, however deep."""
    if isinstance(nodes, list | tuple | parser.SubPattern):
        if len(nodes) == 2 and isinstance(nodes[0], type(parser.LITERAL)):
            yield nodes[0], nodes[1]
        for one in nodes:
            yield from _walk(one)


def _told_apart(nodes: Nodes) -> Iterator[str]:
    """The signs that a pattern names, and those beside them."""
    for op, args in _walk(nodes):
        if str(op) in ("LITERAL", "NOT_LITERAL", "RANGE"):
            low, high = args if str(op) == "RANGE" else (args, args)
            yield from map(chr, (max(low - 1, 0), low, high, min(high + 1, 0x10FFFF)))


@cache
def _category(name: str) -> "re.Pattern[str]":
    sign = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}[name.split("_")[-1]]
    return re.compile("\\" + (sign.upper() if "NOT" in name else sign))


def _is(op: Any, args: Any, sign: str, flags: int) -> bool:
    if flags & re.IGNORECASE:
        return any(_is(op, args, one, flags & ~re.IGNORECASE) for one in {*sign.lower(), *sign.upper()})
    match str(op):
        case "LITERAL":
            return bool(ord(sign) == args)
        case "NOT_LITERAL":
            return bool(ord(sign) != args)
        case "ANY":
            return sign != "\n" or bool(flags & re.DOTALL)
        case "RANGE":
            return bool(args[0] <= ord(sign) <= args[1])
        case "CATEGORY":
            return bool(_category(str(args)).match(sign))
    negated = str(args[0][0]) == "NEGATE"
    return any(_is(kind, value, sign, flags) for kind, value in args[negated:]) != negated


def doubling(source: str, flags: int = 0) -> str | None:
    """Signs that a loop takes in two ways, as often as they are repeated; None where there are none."""
    whole = parser.parse(source, flags)
    flags |= whole.state.flags
    groups = {args[0]: args[-1] for op, args in _walk(whole) if str(op) == "SUBPATTERN"}
    found = (_twice(Loop(body, flags, groups)) for body in loops(whole))
    return next((signs for signs in found if signs is not None), None)


def loops(nodes: Nodes) -> Iterator[Nodes]:
    """What may be repeated without an end, where its turns can be given back and taken in another way."""
    kept = [id(args[-1][1]) for op, args in _walk(nodes) if str(op) == "ATOMIC_GROUP"]  # with which one ends
    for op, args in _walk(nodes):
        is_loop = str(op) in ("MAX_REPEAT", "MIN_REPEAT") and args[1] > SEVERAL
        if is_loop and id(args) not in kept and not _is_one_way(args[2]):
            yield args[2]


def _is_one_way(body: Nodes) -> bool:
    return len(body) == 1 and str(body[0][0]) in ("LITERAL", "NOT_LITERAL", "ANY", "IN", "ATOMIC_GROUP")


def _twice(loop: Loop) -> str | None:
    """What leads two walks apart and together again."""
    before: dict[Pair, tuple[Pair, str]] = {}
    pairs = deque((place, place) for place in tuple(loop.steps))
    while pairs:
        pair = pairs.popleft()
        for both, sign in loop.walks(*pair):
            if both[0] == both[1] and (found := _around(loop, before, pair, both[0], sign)) is not None:
                return found
            if both[0] != both[1] and both not in before:
                before[both] = (pair, sign)
                pairs.append(both)
    return None


def _around(loop: Loop, before: dict[Pair, tuple[Pair, str]], pair: Pair, end: int, said: str) -> str | None:
    """The signs from where the walks were together last, to where they are again, and back from there."""
    while pair in before:
        pair, sign = before[pair]
        said = sign + said
    rest = loop.way(end, pair[0])
    return None if rest is None else said + rest
