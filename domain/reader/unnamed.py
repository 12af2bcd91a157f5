"""Figures without a name: as many as are asked for, or the only thing that they can be."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.asked import Asked
from domain.reader.everything import says_all, stretches
from domain.reader.masking import CODE, Masked
from domain.reader.names import Thing, is_of
from domain.reader.notation import Amount
from domain.reader.ownership import GENERAL, own_of
from domain.reader.placed import Placed, fits
from domain.reader.saying import Values, count, in_unit, readings, said
from domain.reader.silence import NOT_ALL, without_strangers
from domain.reader.stop import Stop
from domain.reader.trimming import short
from domain.reader.wording import usual
from domain.reader.years import YEAR_OF_NAME


def of_another(one: Placed, known: Sequence[Thing]) -> bool:
    """速裁398/1797, where only 分调裁审案件占比 is a share: what is said is no word of it."""
    if one.amount.sort not in ("pair", "share"):
        return False
    names = "".join(
        t.name + "".join(part.label for part in t.demand.parts) for t in known if t.sort == "share" and t.demand
    )
    return bool(set(words.FILLER.sub("", usual(short(one.before)))) - set(usual(names)) - set(CODE))


def in_order(amounts: list[Amount], asked: Asked, known: Sequence[Thing], text: str) -> Values:
    if any(amount.value < 0 for amount in amounts):
        raise Stop("not-understood")
    wanted = asked.wanted or (asked.quantities if len(asked.quantities) == 1 else ())
    if all(amount.sort == "number" for amount in amounts) and len(amounts) == len(wanted):
        if not all(is_of(a.unit, count(q)) for a, q in zip(amounts, wanted, strict=True)):
            raise Stop("not-understood")
        values = {q.label: in_unit(a, a.value, q) for a, q in zip(amounts, wanted, strict=True)}
        if _is_turned_round(values, asked):
            raise Stop("which", values)
        return values
    if len(amounts) > 1:
        return made_in_order(amounts, known)
    amount = amounts[0]
    shares = [thing for thing in known if thing.sort == "share"]
    shares = [t for t in shares if fits(amount, t, "")] if amount.sort == "pair" and amount.scaled else shares
    if len(shares) == 1 and (found := _of_only_share(amount, shares[0], text)):
        return found
    if len(wanted) == 1:
        raise Stop("not-understood")
    raise Stop("which", *readings(amount, known, ""))


def made_in_order(amounts: Sequence[Amount], known: Sequence[Thing]) -> Values:
    """67.2%, 24.1天: each share and mean that is asked for, where no figure can be another one of them."""
    made = [thing for thing in known if thing.sort != "count"]
    fitting = [[thing for thing in made if (amount.sort == "share") == (thing.sort == "share")] for amount in amounts]
    units = all(
        a.sort == "share" or (a.unit and is_of(a.unit, of[0])) for a, of in zip(amounts, fitting, strict=True) if of
    )
    if len(made) != len(amounts) or any(len(of) != 1 for of in fitting) or not units:
        raise Stop("how-many-figures")
    return {of[0].key: amount.value for amount, of in zip(amounts, fitting, strict=True)}


def _is_turned_round(values: Values, asked: Asked) -> bool:
    """1904, 1826, 1788 of three years, where the second one was the largest on record: in another order, it seems."""
    years = [part.label for demand in asked.demands if demand.kind == "growth" for part in demand.parts]
    if not years or any(label not in values or label not in asked.last for label in years):
        return False
    before = [asked.last[label] for label in years]
    given, *others = [_distance(order, before) for order in permutations([values[label] for label in years])]
    return min(others) < given * FAR_NEARER


def _distance(numbers: Sequence[Fraction], before: Sequence[Fraction]) -> Fraction:
    return sum((abs(some / other - 1) for some, other in zip(numbers, before, strict=True) if other), Fraction(0))


FAR_NEARER = Fraction(6, 10)  # so much nearer to the record is another order


def _of_only_share(amount: Amount, thing: Thing, text: str) -> Values | None:
    if amount.sort in ("share", "pair") and fits(amount, thing, ""):
        return said(amount, thing)
    if amount.sort != "number" or thing.demand is None or len(thing.demand.parts) != 2:
        return None
    part, whole = thing.demand.parts
    if says_all(text) and is_of(amount.unit, count(whole)):  # 50件都按时反馈
        return {part.label: amount.value, whole.label: amount.value}
    if not amount.unit and amount.value.denominator != 1:  # 0.523, 52.3: no count is meant
        likely = amount.value if amount.value < 1 else amount.value / 100
        raise Stop("ratio", {thing.key: likely}, about=thing.name)
    return None


def both(one: Placed, values: Values, asked: Asked, masked: Masked) -> Values:
    """跨域的12件都按时反馈了: of the two that the words may name, both."""
    labels = {thing.key for thing in one.rivals}
    if values:
        return {}
    for demand in asked.demands:
        parts = [part.label for part in demand.parts]
        if (
            demand.is_share
            and demand.whole
            and labels == set(parts)
            and says_all(without_strangers(masked.text, demand))
        ):
            return dict.fromkeys(parts, one.amount.value)
    return {}


def all_of_the_only(unnamed: Sequence[Placed], asked: Asked, masked: Masked) -> Values:
    """520件经核查全部合格, where nothing but their share is asked for."""
    shares = [d for d in asked.demands if d.is_share and d.whole and len(d.parts) == 2]
    said = list(stretches(masked.raw))
    mine = [d for d in shares if any(own_of(one, d) for one in said)] if len(shares) > 1 else shares
    mine = [d for d in mine if len(unnamed) == 1 and is_of(unnamed[0].amount.unit, count(d.parts[1]))]
    if len(mine) != 1 or len(unnamed) != 1 or unnamed[0].amount.sort != "number" or NOT_ALL.search(masked.raw):
        return {}
    demand, one = mine[0], unnamed[0]
    names = usual(demand.name + "".join(part.label for part in demand.parts))
    before = GENERAL.sub("", one.before)
    for own in asked.own:
        before = before.replace(own, "")
    strange = set(words.FILLER.sub("", usual(before))) - set(names) - set(CODE)
    if strange or not is_of(one.amount.unit, count(demand.parts[1])):
        return {}
    is_all = any(own_of(stretch, demand) for stretch in stretches(without_strangers(masked.raw, demand)))
    return {part.label: one.amount.value for part in demand.parts} if is_all else {}


BREAKS = pattern_of("[(↓↑]")


def of_this_year(one: Placed, values: Values, asked: Asked) -> Values:
    """1568, 去年1620; 1623件↓2.9%: what last year's figure, or the growth, stands beside."""
    names = {YEAR_OF_NAME.sub("", key) for key in values if YEAR_OF_NAME.match(key)}
    grown = [demand for demand in asked.demands if demand.kind == "growth" and demand.key in values]
    names |= {YEAR_OF_NAME.sub("", part.label) for demand in grown for part in demand.parts}
    now = [q for q in asked.quantities if q.label in names and q.label not in values]
    behind = BREAKS.split(one.behind)[0]
    plain = one.amount.sort == "number" and not one.rivals and not short(one.before) and not short(behind)
    if len(now) != 1 or not plain or not is_of(one.amount.unit, count(now[0])):
        return {}
    return {now[0].label: in_unit(one.amount, one.amount.value, now[0])}
