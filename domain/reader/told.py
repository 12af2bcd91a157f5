"""Part and whole told in words of the form alone: every word is known, and each figure can be one thing only."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from domain.kinds import Quantity
from domain.patterns import pattern_of
from domain.reader.asked import Asked, Demand
from domain.reader.attached import SPEAKS, Said, Side, attached, speaks
from domain.reader.changes_told import check_changes, growth_told, is_change, without_changes
from domain.reader.names import HUNDRED, is_of
from domain.reader.saying import count, in_unit
from domain.reader.shares_told import bare_share, share_told, stop_at_bare
from domain.reader.turns import plainly
from domain.reader.tokens import tokens
from domain.reader.unclear import Unclear
from domain.reader.vocabulary import is_earlier
from domain.reader.years import OF_YEAR, YEAR_OF_NAME

Values = dict[str, Fraction]
BESIDE = ("target", "others", "change", "more", "less", "missed")


def told(text: str, asked: Asked) -> Values | None:
    """None where that is not certain."""
    if any(quantity.label.startswith("20") for quantity in asked.quantities):
        return None  # named by their years
    if _is_of_all_year(text, asked) or NOT_ONE.search(text):
        return None
    found = tokens(plainly(text), asked)
    if found is None or not found.amounts:
        return None
    try:
        return _values(*attached(found), asked)
    except Unclear:
        return None


def _is_of_all_year(text: str, asked: Asked) -> bool:
    """今年 is the month beside 去年; by itself it is all the year."""
    is_month = asked.period is not None and asked.period.every == "month"
    return is_month and bool(THIS_YEAR.search(text)) and not OF_YEAR.search(text)


NOT_ONE = pattern_of("(?:没有?|未|无|差)(?:到|满)?\\s*[0-9一二两三四五六七八九十]")  # 没有一件按时反馈, 没到90%
THIS_YEAR = pattern_of("(?:今年|本年)(?!度?目标)")


def _values(sides: Sequence[Side], alls: Sequence[Said], rest: Said, asked: Asked) -> Values:
    if speaks(rest, *SPEAKS, *BESIDE, "time", "not") or any(s.amount.about or s.amount.value < 0 for s in sides):
        raise Unclear
    sides = [bare_share(side) for side in sides]
    counts = [side for side in sides if side.amount.sort == "number"]
    lacking = [side for side in counts if speaks(side.said, "not")]
    counts = [side for side in counts if side not in lacking]
    values = _counted(without_changes(counts), [*alls, *(side.said for side in lacking)], asked)
    check_changes(counts, values)
    for side in sides:
        if side.amount.sort == "pair":
            _add(values, _pair(side, asked))
    lacking_told(lacking, values, asked)
    for said in [*alls, *(side.said for side in counts if speaks(side.said, "all", "every"))]:
        _all_of(said, values, asked)
    shares = [side for side in sides if side.amount.sort in ("share", "points")]
    if any(demand.kind == "growth" for demand in asked.demands):
        values |= growth_told([side for side in shares if is_change(side)], asked)
        shares = [side for side in shares if not is_change(side)]
    values |= share_told(shares, values, asked)
    _nothing_in_percent(sides, values, asked)
    stop_at_bare(sides, values, asked)
    if not values:
        raise Unclear
    return values


def _nothing_in_percent(sides: Sequence[Side], values: Values, asked: Asked) -> None:
    """保全率58.3%, 鉴定62: so many, or so many in a hundred, where its parts are not told as well."""
    if all(part.label in values for demand in asked.demands if demand.key in values for part in demand.parts):
        return
    small = [s for s in sides if s.amount.sort == "number" and not s.amount.unit and s.amount.value <= HUNDRED]
    if small and any(side.amount.sort == "share" for side in sides):
        raise Unclear


def _add(values: Values, found: Values) -> None:
    for key, value in found.items():
        if values.setdefault(key, value) != value:
            raise Unclear


def _counted(sides: Sequence[Side], alls: Sequence[Said], asked: Asked) -> Values:
    quantities = {quantity.label: quantity for quantity in asked.quantities}
    _nothing_held_over(sides)
    open_ones = [_labels(side, asked) for side in sides]
    chosen: list[str | None] = []
    for side, of in zip(sides, open_ones, strict=True):
        of = of or _days_of(side, chosen[-1] if chosen else None, asked)  # noqa: PLW2901
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
        _add(values, {label: in_unit(side.amount, side.amount.value, quantities[label])})
    return values


def _nothing_held_over(sides: Sequence[Side]) -> None:
    """去年8月化解23件, 应办结41件: whether the year holds for the second one as well."""
    then = False
    for side in sides:
        said = side.held + side.said
        if then and not speaks(said, "now", "time"):
            raise Unclear
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
    if not labels:
        raise Unclear
    labels = _of_its_year(labels, side, asked)
    if speaks(said) and not speaks(said, "role"):
        return labels & {label for label in labels if any(_wholes(demand, label) for demand in asked.demands)}
    return labels


def _days_of(side: Side, label: str | None, asked: Asked) -> frozenset[str]:
    """速裁418件9310天: the days of the cases before."""
    pairs = (pair for d in asked.demands if d.kind == "mean" for pair in zip(d.parts[::2], d.parts[1::2], strict=True))
    found = {days.label for days, cases in pairs if cases.label == label and is_of(side.amount.unit, count(days))}
    return frozenset(found if side.amount.unit else ())


def _goes_without_saying(side: Side, asked: Asked) -> bool:
    """今年1623, 去年1671, where nothing but one thing in several years is asked for."""
    names = {YEAR_OF_NAME.sub("", quantity.label) for quantity in asked.quantities}
    return len(names) == 1 and speaks(side.said + side.held, "now", "time")


def _is_weak(side: Side) -> bool:
    """信访45件, 一共45件: a whole only beside its part."""
    said = side.said if speaks(side.said) else side.held + side.said
    is_named = any(word.names for word in said) or speaks(said, "noun") and speaks(said, "total")
    return speaks(said) and not speaks(said, "role") and not is_named


def _whole_beside(labels: frozenset[str], others: Sequence[frozenset[str]], asked: Asked) -> str | None:
    """Of those that it may be the one whose part is told."""
    told = frozenset[str]().union(*others)
    shares = [d for d in asked.demands if d.is_share and d.whole and d.kind != "growth"]
    found = {d.parts[1].label for d in shares if d.parts[0].label in told} & labels
    return found.pop() if len(found) == 1 else None


def labels_of(said: Said, asked: Asked) -> frozenset[str]:
    """That all of the words may speak of."""
    labels = frozenset(quantity.label for quantity in asked.quantities)
    for word in said:
        if word.kind in ("role", "noun"):
            labels &= word.of
    return labels if speaks(said, "role") else frozenset()


def _wholes(demand: Demand, label: str) -> bool:
    return demand.whole and demand.is_share and any(part.label == label for part in demand.parts[1::2])


def _of_its_year(labels: frozenset[str], side: Side, asked: Asked) -> frozenset[str]:
    if not speaks(side.held + side.said, "time"):
        return frozenset(label for label in labels if not is_earlier(label)) or labels
    found = frozenset(
        q.label for q in asked.quantities if q.label.startswith("上年") and YEAR_OF_NAME.sub("", q.label) in labels
    )
    if not found:
        raise Unclear
    return found


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


def _pair(side: Side, asked: Asked) -> Values:
    said = side.said if speaks(side.said) else side.held + side.said
    amount = side.amount
    if not speaks(said) or speaks(side.held + side.said, *BESIDE, "time") or amount.whole is None:
        raise Unclear
    shares = [d for d in asked.demands if d.is_share and d.whole and d.kind != "growth"]
    for word in said:
        if word.kind == "rate":
            shares = [d for d in shares if d.key in word.of]
        elif word.kind == "noun":
            shares = [d for d in shares if word.of & {part.label for part in d.parts[:2]}]
        elif word.kind == "role":
            shares = [d for d in shares if d.parts[0].label in word.of]
    if len(shares) != 1 or amount.value > amount.whole:
        raise Unclear
    part, whole = shares[0].parts[:2]
    if not is_of(amount.unit, count(part)):
        raise Unclear
    return {part.label: in_unit(amount, amount.value, part), whole.label: in_unit(amount, amount.whole, whole)}


def _all_of(said: Said, values: Values, asked: Asked) -> None:
    """全部录入: the part is as much as its whole."""
    labels = labels_of(said, asked) if speaks(said, "role") else frozenset(q.label for q in asked.quantities)
    shares = [d for d in asked.demands if d.is_share and d.whole and d.kind != "growth" and d.parts[0].label in labels]
    shares = [d for d in shares if {d.parts[0].label, d.parts[1].label} & set(values)]
    if not speaks(said, "role", "every") or speaks(said, *BESIDE, "time", "not") or len(shares) != 1:
        raise Unclear
    part, whole = shares[0].parts[0].label, shares[0].parts[1].label
    values.setdefault(part, values.get(whole, Fraction(0)))
    values.setdefault(whole, values[part])


def lacking_told(sides: Sequence[Side], values: Values, asked: Asked) -> None:
    """3人没参训: the part is what is left of its whole."""
    for side in sides:
        labels = labels_of(side.said, asked)
        shares = [d for d in asked.demands if d.is_share and d.whole and d.kind != "growth"]
        shares = [d for d in shares if d.parts[0].label in labels and d.parts[1].label in values]
        if len(shares) != 1 or speaks(side.said, *BESIDE, "time", "all") or "自动" in shares[0].parts[0].label:
            raise Unclear
        part, whole = shares[0].parts[:2]
        left = values[whole.label] - in_unit(side.amount, side.amount.value, part)
        if not is_of(side.amount.unit, count(part)) or values.setdefault(part.label, left) != left:
            raise Unclear
