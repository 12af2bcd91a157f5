"""The values that placed figures say; a doubt where one of them is not accounted for."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.asked import Asked
from domain.reader.bystanders import is_aside
from domain.reader.contraries import is_negative
from domain.reader.differences import with_differences
from domain.reader.everything import says_all
from domain.reader.lacking import without_lacking
from domain.reader.leftovers import left_over
from domain.reader.masking import Masked
from domain.reader.names import things
from domain.reader.only import EACH, the_only
from domain.reader.placed import Placed
from domain.reader.plausible import rounds_to
from domain.reader.saying import Values, readings, said
from domain.reader.shares import adds_up, of_a_share
from domain.reader.silence import whole_of_all, with_all, without_figures
from domain.reader.stop import Stop
from domain.reader.unnamed import all_of_the_only, both, in_order, of_another, of_this_year

NOT_ALL = pattern_of("(?:没有?|未|不)(?:都|全|均)")
OF_THE_REST = pattern_of("(?:其[他它余]|剩下|剩余|另外|别)的?$")  # 其他17件都结了
NEAR = 8  # signs before a name


def settle(masked: Masked, placed: Sequence[Placed], asked: Asked) -> Values:
    counted = [one for one in placed if not one.context]
    if not counted:
        return without_figures(masked, placed, asked)
    values: Values = {}
    for one in counted:
        if one.thing is not None:
            _add(values, said(one.amount, one.thing), masked)
    values = with_differences(without_lacking(values, placed, asked), placed, asked)
    for one in counted:
        if one.thing is None and one.amount.sort == "pair":
            values |= _pair_of_share(one, values, asked)
    made = of_a_share(counted, values, asked)
    values |= made
    sides = _sides(counted)
    unnamed = [
        one for one in counted
        if one.thing is None and one not in sides and one.amount.value not in made.values()
        and not _is_accounted(one, values, asked, masked) and not is_aside(one, values, asked)
        and not (values and EACH.search(one.before))
    ]  # fmt: skip
    loose = [one for one in counted if one.thing is None and one not in sides]
    if unnamed and not adds_up(unnamed, values) and not (len(loose) > 1 and adds_up(loose, values)):
        return _with_unnamed(values, unnamed, masked, placed, asked)
    values = with_all(masked, placed, values, asked)
    for one in counted:
        if not OF_THE_REST.search(masked.raw[max(0, one.amount.start - NEAR) : one.amount.start]):
            values |= whole_of_all(one, values, asked)
    _nothing_torn(masked, placed, values)
    return values


def _with_unnamed(
    values: Values, unnamed: Sequence[Placed], masked: Masked, placed: Sequence[Placed], asked: Asked
) -> Values:
    """Figures without a name are taken beside others only where nothing else can be meant."""
    if not values and (found := the_only(placed, asked) or all_of_the_only(unnamed, asked, masked)):
        return found
    one = unnamed[0]
    alone = len(unnamed) == 1
    if alone and (found := of_this_year(one, values, asked) or both(one, values, asked, masked)):
        return values | found
    if alone and (found := all_of_the_only(unnamed, asked, masked)) and not set(found) & set(values):
        return values | found
    if values or any(one.rivals for one in unnamed):
        raise Stop("which", *(readings(one.amount, one.rivals, "均") if alone else ()))
    known = things(asked)
    if left_over(masked, placed, known):
        raise Stop("not-understood")
    if any(of_another(one, known) for one in unnamed):
        raise Stop("which")
    return in_order([one.amount for one in unnamed], asked, known, masked.text)


def _add(values: Values, found: Mapping[str, Fraction], masked: Masked) -> None:
    for key, value in found.items():
        if values.setdefault(key, value) != value:
            raise Stop("same-twice", {key: value} if words.RETRACTED.search(masked.text) else {}, about=key)


def _is_accounted(one: Placed, values: Values, asked: Asked, masked: Masked) -> bool:
    """The share that two figures make, what the part lacks of its whole, or a part of them that nobody asks for."""
    if values and len(asked.quantities) == 1 and not any(values.values()) and not is_negative(one.words):
        return True  # 四个法庭均有党员, 南翔12名, 无党员的人民法庭数为0
    for demand in asked.demands:
        parts = [values.get(part.label) for part in demand.parts]
        if len(parts) != 2 or not parts[1]:
            continue
        if one.amount.sort == "pair" and [one.amount.value, one.amount.whole] == parts:
            return True
        if parts[0] is None:
            if one.amount.value == parts[1] and demand.whole and says_all(masked.text):
                return True  # 12件, 12件都反馈了
            continue
        if one.amount.sort == "share" and rounds_to(parts[0] / parts[1], one.amount.value, share=True):
            values[demand.key] = one.amount.value
            return True
        if one.amount.sort == "number" and demand.whole and one.amount.value == parts[1] - parts[0]:
            return True
    return False


def _pair_of_share(one: Placed, values: Values, asked: Asked) -> Values:
    """487/931, 成功率52.3%: of the one share that they make."""
    if not one.amount.whole:
        return {}
    share = one.amount.value / one.amount.whole
    shares = [demand for demand in asked.demands if demand.is_share and len(demand.parts) == 2]
    of = [d for d in shares if d.key in values and rounds_to(share, values[d.key], share=True)]
    if len(of) != 1:
        return {}
    part, whole = of[0].parts
    return {part.label: one.amount.value, whole.label: one.amount.whole}


def _sides(counted: Sequence[Placed]) -> list[Placed]:
    """成功487件, 其中民事400件, 行政87件: what the figure before is made of, together no more than it."""
    sides: list[Placed] = []
    whole: Fraction | None = None  # what is left of the figure before
    running = False
    for one in counted:
        if one.thing is not None or one.rivals or one.amount.sort != "number":
            whole = one.amount.value if one.thing and one.thing.sort == "count" else None
            running = False
            continue
        apart = words.APART.search(one.before)
        running = bool(apart or words.SIDE.search(one.before)) or (running and whole is not None)
        if running and whole is not None and not apart:
            whole -= one.amount.value
            running = whole >= 0
        if running:
            sides.append(one)
    return sides


def _nothing_torn(masked: Masked, placed: Sequence[Placed], values: Values) -> None:
    """A name in full without a figure: something is missing, or it stands with the wrong one."""
    told = set(values) | {one.thing.key for one in placed if one.thing}
    told |= {part.label for one in placed if one.thing and one.thing.demand for part in one.thing.demand.parts}
    for one in masked.names:
        if NOT_ALL.search(masked.text[max(0, one.start - NEAR) : one.start]):
            continue  # 没有都满90学时: so many that nobody says
        if one.thing.key not in told and one.thing.sort == "count":
            raise Stop("not-understood")
