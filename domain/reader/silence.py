"""What is said without a figure of its own: 全部按时反馈, 没有, 无一例外."""

import re
from collections.abc import Sequence
from fractions import Fraction

from domain.kinds import Quantity
from domain.reader import words
from domain.reader.asked import Asked, Demand
from domain.reader.leftovers import rest_of
from domain.reader.masking import Masked
from domain.reader.placed import Placed
from domain.reader.saying import Values
from domain.reader.stop import Stop

DOUBLE = re.compile(r"(?:没有|无|不存在)(?:一[件人个])?(?:未|没有?|不(?!少)|超期|逾期|漏)")
NOT_ALL = re.compile(r"没|未|不|非|除|差|还|等|数据|情况如下|如下")


def without_figures(masked: Masked, placed: Sequence[Placed], asked: Asked) -> Values:
    """全部按时反馈, 没有: what is said without a figure of its own."""
    if placed:
        return {}
    bare = masked.raw.strip(" ,。.!;~～")
    shares = [demand for demand in asked.demands if demand.is_share and len(demand.parts) == 2 and demand.whole]
    if len(shares) == 1 and words.ALL.search(bare) and not words.DENIED.search(bare) and not NOT_ALL.search(bare):
        everything = _all_of(shares[0], asked)
        if shares[0].key in everything:  # all of how many?
            raise Stop("not-understood", everything, about=shares[0].name)
        return everything
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


def with_all(masked: Masked, placed: Sequence[Placed], values: Values, asked: Asked) -> Values:
    """跨域立案申请12件, 全部按时反馈: the part is its whole, where only one can be meant."""
    rest = rest_of(masked, placed)
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
