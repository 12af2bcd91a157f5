"""The values that placed figures say; a doubt where one of them is not accounted for."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from domain.kinds import Quantity
from domain.reader import words
from domain.reader.asked import Asked, Demand
from domain.reader.masking import CODE, NAME, Masked
from domain.reader.names import Thing, is_of, things
from domain.reader.notation import Amount
from domain.reader.placed import Placed, fits
from domain.reader.plausible import rounds_to
from domain.reader.stop import Stop

Values = dict[str, Fraction]
ENOUGH = 2  # signs of a name
OFFERED = 3  # readings, at most
DOUBLE = re.compile(r"(?:没有|无|不存在)(?:一[件人个])?(?:未|没有?|不(?!少)|超期|逾期|漏)")
NOT_ALL = re.compile(r"没|未|不|非|除|差|还|等|数据|情况如下|如下")


def settle(masked: Masked, placed: Sequence[Placed], asked: Asked) -> Values:
    known = things(asked)
    counted = [one for one in placed if not one.context]
    if not counted:
        return _without_figures(masked, placed, asked)
    values: Values = {}
    for one in counted:
        if one.thing is not None:
            _add(values, said(one.amount, one.thing), masked)
    unnamed = [one for one in counted if one.thing is None and not _is_accounted(one, values, asked, masked)]
    if not unnamed:
        values = _with_all(masked, placed, values, asked)
        _nothing_torn(masked, placed, values)
        return values
    if not values and len(unnamed) == 1 and (found := _both(unnamed[0], asked, masked)):
        return found
    if values or any(one.rivals for one in unnamed):
        raise Stop("which", *_readings(unnamed, known))
    if left_over(masked, placed, known):
        raise Stop("not-understood")
    return _in_order([one.amount for one in unnamed], asked, known, masked.text)


def _add(values: Values, found: Mapping[str, Fraction], masked: Masked) -> None:
    for key, value in found.items():
        if values.setdefault(key, value) != value:
            raise Stop("same-twice", {key: value} if words.RETRACTED.search(masked.text) else {}, about=key)


def _is_accounted(one: Placed, values: Values, asked: Asked, masked: Masked) -> bool:
    """The share that two figures make, what the part lacks of its whole, or a part of them that nobody asks for."""
    if values and words.SIDE.search(one.before) and not one.rivals:
        return True
    for demand in asked.demands:
        parts = [values.get(part.label) for part in demand.parts]
        if len(parts) != 2 or not parts[1]:
            continue
        if parts[0] is None:
            if one.amount.value == parts[1] and demand.whole and words.ALL.search(masked.text):
                return True  # 12件, 12件都反馈了
            continue
        if one.amount.sort == "share" and rounds_to(parts[0] / parts[1], one.amount.value, share=True):
            values[demand.key] = one.amount.value
            return True
        if one.amount.sort == "number" and demand.whole and one.amount.value == parts[1] - parts[0]:
            return True
    return False


def _both(one: Placed, asked: Asked, masked: Masked) -> Values | None:
    """跨域的12件都按时反馈了: of the two that the words may name, both."""
    labels = {thing.key for thing in one.rivals}
    for demand in asked.demands:
        parts = {part.label for part in demand.parts}
        if demand.is_share and demand.whole and len(parts) == 2 and labels == parts and words.ALL.search(masked.text):
            return dict.fromkeys(parts, one.amount.value)
    return None


def _nothing_torn(masked: Masked, placed: Sequence[Placed], values: Values) -> None:
    """A name in full without a figure: something is missing, or it stands with the wrong one."""
    told = set(values) | {one.thing.key for one in placed if one.thing}
    told |= {part.label for one in placed if one.thing and one.thing.demand for part in one.thing.demand.parts}
    for one in masked.names:
        if one.thing.key not in told and one.thing.sort == "count":
            raise Stop("not-understood")


def _with_all(masked: Masked, placed: Sequence[Placed], values: Values, asked: Asked) -> Values:
    """跨域立案申请12件, 全部按时反馈: the part is its whole, where only one can be meant."""
    rest = _rest(masked, placed)
    says_all = (words.ALL.search(rest) and not words.DENIED.search(rest)) or DOUBLE.search(rest)
    if not says_all:
        return values
    open_ones = [
        demand
        for demand in asked.demands
        if demand.is_share and demand.whole and len(demand.parts) == 2
        and demand.parts[1].label in values and demand.parts[0].label not in values and demand.key not in values
    ]  # fmt: skip
    if len(open_ones) == 1:
        part, whole = open_ones[0].parts
        return {**values, part.label: values[whole.label]}
    return values


def _readings(unnamed: Sequence[Placed], known: Sequence[Thing]) -> list[Mapping[str, Fraction]]:
    """What a single figure may say, by the names that it may have."""
    if len(unnamed) != 1:
        return []
    amount, rivals = unnamed[0].amount, unnamed[0].rivals
    return [
        found for thing in rivals[:OFFERED] if fits(amount, thing, "均") and (found := _said_or_none(amount, thing))
    ]


def _said_or_none(amount: Amount, thing: Thing) -> Values | None:
    try:
        return said(amount, thing)
    except Stop:
        return None


def said(amount: Amount, thing: Thing) -> Values:
    """What a figure says of a thing."""
    if amount.value < 0:
        raise Stop("not-understood")
    if amount.sort == "pair":
        assert thing.demand is not None
        assert amount.whole is not None
        part, whole = thing.demand.parts
        return {part.label: _in_unit(amount, amount.value, part), whole.label: _in_unit(amount, amount.whole, whole)}
    if thing.quantity is not None:
        return {thing.key: _in_unit(amount, amount.value, thing.quantity)}
    if thing.sort == "mean" or amount.sort == "share":
        return {thing.key: amount.value}
    if 0 < amount.value <= 1:  # 成功率0.523; 1 may be all of them or one in a hundred
        raise Stop("ratio", {thing.key: amount.value}, {thing.key: amount.value / 100}, about=thing.name)
    return {thing.key: amount.value / 100}


def _in_unit(amount: Amount, value: Fraction, quantity: Quantity) -> Fraction:
    """Money in the unit that is asked for: 350万, 3500000元 and 350 are the same 万元."""
    in_yuan = amount.unit in ("元", "块") or (amount.scaled and not amount.unit)
    return value / 10_000 if quantity.unit == "万元" and in_yuan else value


def _in_order(amounts: list[Amount], asked: Asked, known: Sequence[Thing], text: str) -> Values:
    """Figures without a name: as many as are asked for, or the only thing that they can be."""
    wanted = asked.wanted or (asked.quantities if len(asked.quantities) == 1 else ())
    if all(amount.sort == "number" for amount in amounts) and len(amounts) == len(wanted):
        if not all(is_of(a.unit, _count(q)) for a, q in zip(amounts, wanted, strict=True)):
            raise Stop("not-understood")
        return {q.label: _in_unit(a, a.value, q) for a, q in zip(amounts, wanted, strict=True)}
    if len(amounts) > 1:
        raise Stop("how-many-figures")
    amount = amounts[0]
    shares = [thing for thing in known if thing.sort == "share"]
    if len(shares) == 1 and (found := _of_only_share(amount, shares[0], text)):
        return found
    if len(wanted) == 1:
        raise Stop("not-understood")
    likely = [found for thing in known if fits(amount, thing, "") and (found := _said_or_none(amount, thing))]
    raise Stop("which", *likely[:OFFERED])


def _of_only_share(amount: Amount, thing: Thing, text: str) -> Values | None:
    if amount.sort in ("share", "pair") and fits(amount, thing, ""):
        return said(amount, thing)
    if amount.sort != "number" or thing.demand is None or len(thing.demand.parts) != 2:
        return None
    part, whole = thing.demand.parts
    if words.ALL.search(text) and is_of(amount.unit, _count(whole)):  # 50件都按时反馈
        return {part.label: amount.value, whole.label: amount.value}
    if not amount.unit and amount.value.denominator != 1:  # 0.523, 52.3: no count is meant
        likely = amount.value if amount.value < 1 else amount.value / 100
        raise Stop("ratio", {thing.key: likely}, about=thing.name)
    return None


def _count(quantity: Quantity) -> Thing:
    return Thing(quantity.label, quantity.label, "count", quantity.unit, quantity=quantity)


def _without_figures(masked: Masked, placed: Sequence[Placed], asked: Asked) -> Values:
    """全部按时反馈, 没有: what is said without a figure of its own."""
    if placed:
        return {}
    bare = masked.raw.strip(" ,。.!;~～")
    shares = [demand for demand in asked.demands if demand.is_share and len(demand.parts) == 2 and demand.whole]
    if len(shares) == 1 and words.ALL.search(bare) and not words.DENIED.search(bare) and not NOT_ALL.search(bare):
        return _all_of(shares[0], asked)
    if len(shares) == 1 and DOUBLE.search(bare):
        raise Stop("denied", _all_of(shares[0], asked), about=shares[0].name)
    if len(asked.wanted) == 1 and _is_nothing(bare, asked.wanted[0]):
        return {asked.wanted[0].label: Fraction(0)}
    return {}


def _is_nothing(bare: str, wanted: Quantity) -> bool:
    """无, 没有, 没有无党员的人民法庭."""
    label = wanted.label.removesuffix("数")
    bare = re.sub(rf"^(?:{words.FILLER.pattern})+(?=[没无零0])", "", bare)
    return bool(words.ZERO.match(bare)) or bare in (f"{no}{label}" for no in ("没有", "无", "没有任何", "均无"))


def _all_of(demand: Demand, asked: Asked) -> Values:
    part, whole = demand.parts
    if whole.label in asked.known:
        return {part.label: asked.known[whole.label]}
    return {demand.key: Fraction(1)}


def _rest(masked: Masked, placed: Sequence[Placed]) -> str:
    """What nobody has accounted for; of a figure that is only mentioned the whole clause is."""
    rest, at = [], 0
    for one in placed:
        start = one.amount.start - (len(one.before) if one.context else 0)
        end = one.amount.end + (len(one.behind) if one.context else 0)
        rest.append(masked.text[at : max(at, start)])
        at = max(at, end)
    rest.append(masked.text[at:])
    return " ".join(rest)


def left_over(masked: Masked, placed: Sequence[Placed], known: Sequence[Thing]) -> bool:
    """Words that are part of no name and do not mean nothing."""
    rest = re.sub(f"[{CODE}{NAME}]", " ", _rest(masked, placed))
    bare = words.NOW.sub(" ", words.ALL.sub(" ", rest))
    return any(
        words.FILLER.sub("", chunk) and not _of_a_name(chunk, known) for chunk in re.split(r"[\s,;。:、]+", bare)
    )


def _of_a_name(chunk: str, known: Sequence[Thing]) -> bool:
    """都按时反馈: words of what is asked for."""
    signs = words.FILLER.sub("", chunk)
    return len(signs) >= ENOUGH and any(signs in thing.name for thing in known)
