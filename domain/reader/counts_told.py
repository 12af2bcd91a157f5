"""Counts told in words of the form: each is the one thing that its words can mean beside those of the others."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from domain.kinds import Quantity
from domain.patterns import pattern_of
from domain.reader.asked import Asked, Demand
from domain.reader.attached import BESIDE, Said, Side, speaks
from domain.reader.names import is_of
from domain.reader.saying import count, in_unit
from domain.reader.stop import OfWhichYear, Unclear
from domain.reader.tokens import NOW
from domain.reader.vocabulary import Word, is_earlier
from domain.reader.years import YEAR_OF_NAME

MARKED = 2  # figures that say of themselves that they are of last year: all of them do then
THEN = Word("time")
OF_SAME_TIME = pattern_of("(?:上年|前年)同[月期]")  # a name that this year's has as well
Values = dict[str, Fraction]


def add_to(values: Values, found: Values) -> None:
    for key, value in found.items():
        if values.setdefault(key, value) != value:
            raise Unclear


def counts_told(sides: Sequence[Side], alls: Sequence[Said], asked: Asked) -> Values:
    quantities = {quantity.label: quantity for quantity in asked.quantities}
    if sum(speaks(side.said, "time") for side in sides) < MARKED:
        sides = _of_last_year(sides)
        _nothing_held_over(sides)
    open_ones = [_labels(side, asked) for side in sides]
    chosen: list[str | None] = []
    for side, of in zip(sides, open_ones, strict=True):
        of = of or _days_of(side, chosen[-1] if chosen else None, asked)
        chosen.append(next(iter(of)) if len(of) == 1 and not _is_weak(side) else None)
    told_of = [*open_ones, *(labels_of(said, asked) for said in alls)]
    for at, side in enumerate(sides):
        if chosen[at] is None and _is_weak(side):
            chosen[at] = _whole_beside(open_ones[at], [of for of in told_of if of is not open_ones[at]], asked)
    for _ in sides:
        for at, of in enumerate(open_ones):
            if chosen[at] is None:
                chosen[at] = _chosen(at, of, chosen, asked, weak=_is_weak(sides[at]))
    values: Values = {}
    for side, label in zip(sides, chosen, strict=True):
        if label is None:
            raise Unclear
        add_to(values, {label: in_unit(side.amount, side.amount.value, quantities[label])})
    return values


def _of_last_year(sides: Sequence[Side]) -> list[Side]:
    """化解24, 去年应办结40, 化解21: what was told of this year before is of the other one, and the other way round."""
    found: list[Side] = []
    told: dict[bool, set[frozenset[str]]] = {True: set(), False: set()}  # of last year
    then: Said = ()
    for side in sides:
        of = _whatever_year(side.said if speaks(side.said) else side.held + side.said)
        times = tuple(word for word in side.held + side.said if _is_of_then(word))
        if times or speaks(side.held + side.said, "now"):
            then = times
        elif then and of in told[False] - told[True]:
            side = replace(side, held=(*side.held, THEN))
        elif then and of in told[True] - told[False]:
            side, then = replace(side, held=(*side.held, NOW)), ()
        if of:
            told[bool(then)].add(of)
        found.append(side)
    return found


def _whatever_year(said: Said) -> frozenset[str]:
    """上年同期期限内实质化解 is of the same as 化解."""
    roles = [frozenset(YEAR_OF_NAME.sub("", label) for label in word.of) for word in said if word.kind == "role"]
    return frozenset.intersection(*roles) if roles else frozenset()


def _is_of_then(word: Word) -> bool:
    return word.kind == "time" or (word.kind == "role" and bool(word.of) and all(map(OF_SAME_TIME.match, word.of)))


def _nothing_held_over(sides: Sequence[Side]) -> None:
    """去年8月化解23件, 应办结41件: whether the year holds for the second one as well."""
    then = now = False
    for side in sides:
        said = side.held + side.said
        if then and not (speaks(said, "now") or any(map(_is_of_then, said))):
            raise OfWhichYear if now else Unclear
        now = now or not (speaks(said, "now") or any(map(_is_of_then, said)))
        then = speaks(said, "time")


def _labels(side: Side, asked: Asked) -> frozenset[str]:
    """Empty of a figure of which it is only said that it is a whole."""
    said = side.said if speaks(side.said) else side.held + side.said
    in_percent = speaks(side.said, "rate") and not (side.amount.unit and speaks(side.said, "role"))
    if speaks(side.held + side.said, *BESIDE) or speaks(side.held, "not") or in_percent:
        raise Unclear
    if not speaks(said) and not _goes_without_saying(side, asked):
        return frozenset()
    fitting = frozenset(q.label for q in asked.quantities if is_of(side.amount.unit, count(q)))
    labels = fitting
    for word in said:
        if word.kind in ("role", "noun"):
            labels &= word.of
    for word in side.held:  # 微法院 用了749
        if word.kind == "noun":
            labels = labels & word.of or labels
    if not labels:
        raise Unclear
    labels = _of_its_year(labels, side, asked)
    if speaks(said) and not speaks(said, "role"):
        named = frozenset(name for word in said for name in word.names) & labels
        return named or frozenset(label for label in labels if any(_wholes(demand, label) for demand in asked.demands))
    return labels


def _is_weak(side: Side) -> bool:
    """信访45件, 一共45件: a whole only beside its part."""
    said = side.said if speaks(side.said) else side.held + side.said
    is_named = any(word.names for word in said) or (speaks(said, "noun") and speaks(said, "total"))
    return speaks(said) and not speaks(said, "role") and not is_named


def _goes_without_saying(side: Side, asked: Asked) -> bool:
    """今年1623, 去年1671, where nothing but one thing in several years is asked for."""
    names = {YEAR_OF_NAME.sub("", quantity.label) for quantity in asked.quantities}
    return len(names) == 1 and speaks(side.said + side.held, "now", "time")


def _days_of(side: Side, label: str | None, asked: Asked) -> frozenset[str]:
    """速裁418件9310天: the days of the cases before."""
    pairs = (pair for d in asked.demands if d.kind == "mean" for pair in zip(d.parts[::2], d.parts[1::2], strict=True))
    found = {days.label for days, cases in pairs if cases.label == label and is_of(side.amount.unit, count(days))}
    return frozenset(found if side.amount.unit else ())


def _of_its_year(labels: frozenset[str], side: Side, asked: Asked) -> frozenset[str]:
    if not speaks(side.held + side.said, "time"):
        return frozenset(label for label in labels if not is_earlier(label)) or labels
    found = frozenset(
        q.label for q in asked.quantities if q.label.startswith("上年") and YEAR_OF_NAME.sub("", q.label) in labels
    )
    if not found:
        raise Unclear
    return found


def _wholes(demand: Demand, label: str) -> bool:
    return demand.whole and demand.is_share and any(part.label == label for part in demand.parts[1::2])


def _whole_beside(labels: frozenset[str], others: Sequence[frozenset[str]], asked: Asked) -> str | None:
    """Of those that it may be the one whose part is told."""
    told = frozenset[str]().union(*others)
    shares = [d for d in asked.demands if d.is_share and d.whole and d.kind != "growth"]
    found = {d.parts[1].label for d in shares if d.parts[0].label in told} & labels
    return found.pop() if len(found) == 1 else None


def _chosen(at: int, labels: frozenset[str], chosen: Sequence[str | None], asked: Asked, *, weak: bool) -> str | None:
    """Of several that which is not told elsewhere, and which makes a share with what is told beside it."""
    left = labels - {label for label in chosen if label}
    if len(left) == 1 < len(labels) and not weak:
        return next(iter(left))
    near = [chosen[at - 1] if at else None, chosen[at + 1] if at + 1 < len(chosen) else None]
    for beside in near:
        mates = {mate.label for mate in _mates(beside, asked)} & left if beside else set()
        if len(mates) == 1:
            return mates.pop()
    return None


def _mates(label: str, asked: Asked) -> Iterator[Quantity]:
    for demand in asked.demands:
        pairs = zip(demand.parts[::2], demand.parts[1::2], strict=False)
        if demand.is_share and demand.whole and demand.kind != "growth":
            yield from (other for pair in pairs for one, other in (pair, pair[::-1]) if one.label == label)


def labels_of(said: Said, asked: Asked) -> frozenset[str]:
    """That all of the words may speak of."""
    labels = frozenset(quantity.label for quantity in asked.quantities)
    for word in said:
        if word.kind in ("role", "noun"):
            labels &= word.of
    return labels if speaks(said, "role") else frozenset()
