"""A figure that a single sign names: 应294, 已291, 钱2268万/2960万."""

from collections.abc import Sequence
from dataclasses import replace

from domain.patterns import pattern_of
from domain.reader.masking import Masked
from domain.reader.names import MONEY, Thing
from domain.reader.placed import Placed


def of_money(one: Placed, fitting: Sequence[Thing]) -> Placed | None:
    """钱2268万/2960万: of the only share of money."""
    shares = [thing for thing in fitting if thing.sort == "share"]
    is_pair = one.amount.sort == "pair" and (one.amount.scaled or one.amount.unit in MONEY) and not one.context
    return replace(one, thing=shares[0]) if is_pair and len(shares) == 1 and OF_MONEY.fullmatch(one.before) else None


OF_MONEY = pattern_of(r"[\s,;:、]*(?:钱款?|金额|款项?)[\s:是为]*")


def by_a_sign(one: Placed, masked: Masked, fitting: Sequence[Thing]) -> Placed | None:
    if one.amount.sort != "number" or one.context or _stands_behind(one, masked):
        return None
    thing = _said_by(one.before, fitting)
    return replace(one, thing=thing) if thing else None


def _stands_behind(one: Placed, masked: Masked) -> bool:
    """294应 291已: the sign belongs to the figure before it."""
    start = one.amount.start - len(one.before)
    return bool(one.before) and masked.text[start - 1 : start].isdecimal() and one.before[-1:].isspace()


def _said_by(before: str, fitting: Sequence[Thing]) -> Thing | None:
    """应294, 已291, 实到291: whatever should be done, and what of it was, where only one thing should."""
    sign = SIGN.fullmatch(before)
    demands = [d for t in fitting for d in t.of if d.is_share and d.whole and len(d.parts) == 2]
    due = [d for d in dict.fromkeys(demands) if "应" in d.parts[1].label and "应" not in d.parts[0].label]
    if sign is None or len(due) != 1:
        return None
    which = due[0].parts[1 if sign["should"] else 0]
    return next((t for t in fitting if t.quantity == which), None)


# 到 is what people do: 应到294, 实到291
SIGN = pattern_of(
    r"[\s,;:、(]*(?:[一-鿿]{0,2}(?<!不)(?P<should>应该?)|(?:现在?|目前)?(?:已经?(?:完成)?|实际?))到?[:\s]*"
)
