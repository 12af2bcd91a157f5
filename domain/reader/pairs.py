"""Part and whole said together: 诉前调解案件1000件中成功487件, 12件申请中11件按时反馈."""

import re
from collections.abc import Sequence
from dataclasses import replace

from domain.numbers import CHINESE
from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.asked import Asked, Demand
from domain.reader.contraries import NEGATED, is_contrary, is_negative
from domain.reader.masking import Masked, Named
from domain.reader.names import Thing, meant
from domain.reader.notation import Amount
from domain.reader.ownership import own_of
from domain.reader.placed import Around, Placed
from domain.reader.trimming import short
from domain.reader.wording import usual


def paired(one: Placed, masked: Masked, at: Around, free: list[Named], fitting: Sequence[Thing]) -> Placed | None:
    """Each by its own words; None where no words stand between them."""
    amount = one.amount
    if not amount.between:
        return None
    gap = masked.raw[amount.end - len(amount.between) : amount.end]
    of_whole, _, of_part = GAP.sub(lambda m: "|" if WITHIN.search(m.group()) else "", gap).partition("|")
    whole_words = short(masked.raw[at.left : amount.start]) + short(of_whole)
    part_words = short(of_part) + short(masked.raw[amount.end : at.ceiling])
    told = {n.thing.key for n in free if at.left <= n.start < at.ceiling}
    for name in [n for n in free if at.left <= n.start < at.ceiling]:
        free.remove(name)
    wholes = [t for t in fitting if t.demand and t.demand.whole]
    by_name = [t for t in wholes if t.demand and t.demand.parts[0].label in told]
    if len(by_name) == 1 and len(wholes) == 1:
        return replace(one, thing=by_name[0])
    of_them = [t for t in wholes if _says(whole_words, t, 1, wholes) and _says(part_words, t, 0, wholes)]
    if not of_them:  # 47件里头45件按时办了
        of_them = [t for t in wholes if t.demand and own_of(part_words, t.demand) and _says(whole_words, t, 1, wholes)]
    if len(of_them) == 1:
        return replace(one, thing=of_them[0])
    if isinstance(rate := meant(short(masked.raw[at.left : amount.start]), wholes), Thing):  # 成功率45件中43件
        return replace(one, thing=rate)
    return replace(one, rivals=tuple(of_them))


def split(amounts: Sequence[Amount], masked: Masked, asked: Asked) -> list[Amount]:
    """963件中司法确认112件: what is no part that is asked for is a figure by itself."""
    shares = [d for d in asked.demands if d.is_share and d.whole and len(d.parts) > 1]
    found: list[Amount] = []
    for amount in amounts:
        found += [amount] if not amount.halves or _holds(amount, masked, shares) else amount.halves
    return found


def _holds(amount: Amount, masked: Masked, shares: Sequence[Demand]) -> bool:
    gap = masked.raw[amount.halves[0].end : amount.halves[1].start]
    tail = words.BREAK.split(masked.raw[amount.end : amount.end + FAR], maxsplit=1)[0]
    said = short(WITHIN.split(gap)[-1]) + short(tail)
    tail = WITHIN.split(gap)[-1] + tail
    own = words.FILLER.sub("", re.split("[0-9]", said)[0])
    labels = [d.parts[0].label for d in shares]
    is_denied = is_negative(usual(tail)) and not any(NEGATED.search(of) for of in labels)
    if is_denied or any(is_contrary(tail, of) for of in labels):
        return False  # 196件, 其中2件不合格
    part_named = {n.thing.key for n in masked.names if amount.halves[0].end <= n.start < amount.end + FAR}
    return not own or any(own_of(said, d) or d.parts[0].label in part_named for d in shares)


FAR = 30  # signs behind a part
GAP = pattern_of(rf"[0-9{CHINESE}件个人中里其有,项通名位]+")
WITHIN = pattern_of("[中里其]")


def _says(said: str, thing: Thing, which: int, among: Sequence[Thing]) -> bool:
    """The words name this part of the share rather than that of another one, or they name nothing at all."""
    if not words.FILLER.sub("", said):
        return True
    parts = dict.fromkeys(t.demand.parts[which] for t in among if t.demand)
    if which == 1 and thing.demand and short(said) in thing.demand.name:
        return True
    found = meant(said, [Thing(part.label, part.label, "count", part.unit) for part in parts])
    assert thing.demand is not None
    mine = thing.demand.parts[which].label
    return mine in ([found.key] if isinstance(found, Thing) else [one.key for one in found])
