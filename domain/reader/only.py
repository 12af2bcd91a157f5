"""The one figure that is wanted, whatever is told beside it: 本期共通报2次, 分别在8月和11月."""

import re
from collections.abc import Sequence

from domain.kinds import Quantity
from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.asked import Asked
from domain.reader.contraries import is_against, is_negative
from domain.reader.names import is_of
from domain.reader.placed import Placed
from domain.reader.saying import Values, count
from domain.reader.wording import usual

EACH = pattern_of("[各每]$")
OF_ANYTHING = ("个", "项", "名")  # what they count is said behind them
HAN = pattern_of("[^一-鿿]")


def the_only(placed: Sequence[Placed], asked: Asked) -> Values:
    """The single number that may be it, by its unit and by the words next to it."""
    if len(asked.quantities) != 1:
        return {}
    wanted = asked.quantities[0]
    told = [one for one in placed if not one.context and not EACH.search(one.before)]
    mine = [one for one in told if one.amount.sort == "number" and is_of(one.amount.unit, count(wanted))]
    names = usual(wanted.label + "".join(demand.name for demand in asked.demands))
    found = {one.amount.value for one in mine if _may_be(one, wanted, names)}
    if len(found) != 1 or any(one.amount.about for one in mine):
        return {}
    value = found.pop()
    strangers = [one for one in mine if one.amount.value != value and not _is_other(one, wanted, names)]
    return {} if strangers else {wanted.label: value}


def _may_be(one: Placed, wanted: Quantity, names: str) -> bool:
    if not one.amount.unit and one.amount.value:
        return False
    around = f"{one.before} {one.behind}"
    if one.amount.value and (is_against(around, wanted.label) or is_negative(around.replace("没有", "", 1))):
        return False
    return one.amount.value == 0 or not _is_other(one, wanted, names)


def _is_other(one: Placed, wanted: Quantity, names: str) -> bool:
    """The noun next to it is none of what is wanted."""
    before, behind = (HAN.sub("", words.FILLER.sub("", usual(said))) for said in (one.before, one.behind))
    nouns = [noun for noun in (before[-2:], behind[:2]) if noun]
    if behind and one.amount.unit in OF_ANYTHING and re.match(f"的?{behind[0]}", one.behind):
        nouns = [behind[:2]]  # 督察了4个庭
    return is_against(one.words, wanted.label) or (bool(nouns) and not any(noun in names for noun in nouns))
