"""What a newer notice changes in the one that stands: which indicators are the same, and what is new in them."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from domain.kinds import KINDS
from domain.notice import Indicator, Requirement
from domain.patterns import pattern_of

Rows = Sequence[Requirement]
ALIKE = 0.6  # of two wordings of one thing
LEVELS = range(5)  # of certainty that two demands are one
_FILLERS = pattern_of(r"[\s，。；：、,.;:！!？?（）()“”\"'‘’《》]")


@dataclass(frozen=True)
class Field:
    """`name` is code, text, lead or responsible; departments are joined by 、."""

    name: str
    old: str
    new: str


@dataclass(frozen=True)
class DemandChange:
    """Added where there was none, removed where there is none any more."""

    old: Requirement | None
    new: Requirement | None


@dataclass(frozen=True)
class Pair:
    """One indicator in both notices."""

    old: Indicator
    new: Indicator
    fields: tuple[Field, ...] = ()
    demands: tuple[DemandChange, ...] = ()

    @property
    def is_same(self) -> bool:
        return not self.fields and not self.demands


@dataclass(frozen=True)
class Amendment:
    pairs: tuple[Pair, ...]  # in the order of the newer notice
    added: tuple[Indicator, ...]
    removed: tuple[Indicator, ...]

    @property
    def changed(self) -> tuple[Pair, ...]:
        return tuple(pair for pair in self.pairs if not pair.is_same)

    @property
    def unchanged(self) -> tuple[Pair, ...]:
        return tuple(pair for pair in self.pairs if pair.is_same)


def amendment(
    old: Sequence[Indicator], new: Sequence[Indicator], read: Callable[[Indicator], Rows] = lambda one: ()
) -> Amendment:
    """By their words: the same ones first, then the most similar; codes only decide between equals.

    Demands that people put together are none that the words alone give. Of such an indicator `read` says what the
    newer notice's reader finds in its words, so that like is compared with like; of the others nothing.
    """
    met = _same(old, new)
    met |= _similar([one for one in old if one.code not in met], [one for one in new if one.code not in met.values()])
    before = {one.code: one for one in old}
    back = {found: code for code, found in met.items()}
    return Amendment(
        tuple(_pair(before[back[one.code]], one, read) for one in new if one.code in back),
        tuple(one for one in new if one.code not in back),
        tuple(one for one in old if one.code not in met),
    )


def squeezed(text: str) -> str:
    return _FILLERS.sub("", text)


def words(indicator: Indicator) -> str:
    """What an older record does not print is known by its title."""
    return squeezed(indicator.text or indicator.title)


Met = dict[str, str]  # code in the older notice → code in the newer one


def _same(old: Sequence[Indicator], new: Sequence[Indicator]) -> Met:
    """Of several that say the same those with one code, then in their order."""
    waiting: defaultdict[str, deque[Indicator]] = defaultdict(deque)
    for one in new:
        waiting[words(one)].append(one)
    met: Met = {}
    for has_code in (True, False):
        for one in old:
            found = waiting[words(one)]
            match = next((other for other in found if not has_code or other.code == one.code), None)
            if one.code not in met and match is not None:
                found.remove(match)
                met[one.code] = match.code
    return met


def _similar(old: Sequence[Indicator], new: Sequence[Indicator]) -> Met:
    pairs = []
    for place, one in enumerate(new):
        matcher = SequenceMatcher(None, b=words(one), autojunk=False)
        for other in old:
            matcher.set_seq1(words(other))
            if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE:
                ratio = round(matcher.ratio(), 3)
                if ratio >= ALIKE:
                    pairs.append((-ratio, other.code != one.code, place, other.code, one.code))
    met: Met = {}
    for _, _, _, before, after in sorted(pairs):
        if before not in met and after not in met.values():
            met[before] = after
    return met


def _pair(old: Indicator, new: Indicator, read: Callable[[Indicator], Rows]) -> Pair:
    told = (
        Field("code", old.code, new.code),
        Field("text", *((old.text, new.text) if words(old) != words(new) else ("", ""))),
        Field("lead", old.lead, new.lead),
        Field("responsible", "、".join(old.responsible), "、".join(new.responsible)),
    )
    fields = tuple(field for field in told if _is_other(field))
    return Pair(old, new, fields, tuple(_demands(old, new, read(old))))


def _is_other(field: Field) -> bool:
    """In whatever order departments are named."""
    return sorted(field.old.split("、")) != sorted(field.new.split("、"))


def _demands(old: Indicator, new: Indicator, read: Rows) -> Iterator[DemandChange]:
    """What changed from the one wording to the other, said of the demands that stand."""
    said_alike = words(old) == words(new)
    for was, one in _changes(read or old.requirements, new.requirements, said_alike):
        standing = was if was is None or not read else _standing(old, was)
        if one is None:
            if standing is not None:
                yield DemandChange(standing, None)
            continue
        if read and standing is None:
            standing = _standing(old, one)
        if standing is None or asks(standing) != asks(one) or not _is_as_often(standing, one):
            yield DemandChange(standing, one)


def _changes(before: Rows, after: Rows, said_alike: bool) -> Iterator[tuple[Requirement | None, Requirement | None]]:
    """In the order of the newer wording, then what is no more."""
    left, met = list(before), dict[int, Requirement]()  # seq of the newer → the older
    for level in LEVELS:
        for one in after:
            found = next((row for row in left if _is_met(row, one, level, said_alike)), None)
            if one.seq not in met and found is not None:
                left.remove(found)
                met[one.seq] = found
    for one in after:
        was = met.get(one.seq)
        if was is None or asks(was) != asks(one) or not _is_as_often(was, one):
            yield was, one
    yield from ((row, None) for row in left)


def _standing(old: Indicator, read: Requirement) -> Requirement | None:
    """The demand on record that people made of what was read."""
    found = (row for level in LEVELS for row in old.requirements if _is_met(row, read, level, said_alike=True))
    return next(found, None)


def _is_met(old: Requirement, new: Requirement, level: int, said_alike: bool) -> bool:
    """From the surest to the least sure; one question never becomes another sort of question."""
    if KINDS[old.kind].shape != KINDS[new.kind].shape:
        return False
    named, asked = squeezed(old.name) == squeezed(new.name), asks(old) == asks(new)
    match level:
        case 0:
            return named and asked
        case 1:
            return named
        case 2:
            return asked and said_alike
        case 3:
            return asked and _is_alike(old.name, new.name)
    return _is_alike(old.name, new.name)


def _is_alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, squeezed(one), squeezed(other), autojunk=False).ratio() >= ALIKE


def asks(row: Requirement) -> tuple[object, ...]:
    """What has to be reached: whatever else is on record of a demand is how the office asks for it."""
    match row.tag:
        case "B" | "Z":
            measure: tuple[object, ...] = ()
        case "R":
            measure = row.target, row.unit
        case "T":
            measure = (row.better,)
        case "X":
            measure = row.op, row.target
        case _:
            measure = row.op, row.value, row.unit
    return row.tag, *measure, row.deadline


def _is_as_often(old: Requirement, new: Requirement) -> bool:
    """Where neither notice prints a period the office's own stays."""
    return (old.office_set and new.office_set) or (old.period, old.office_set) == (new.period, new.office_set)
