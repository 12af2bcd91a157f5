"""Part and whole said together: 诉前调解案件1000件中成功487件, 12件申请中11件按时反馈."""

import re
from collections.abc import Sequence
from dataclasses import replace

from domain.numbers import CHINESE
from domain.reader import words
from domain.reader.masking import Masked, Named
from domain.reader.names import Thing, meant
from domain.reader.placed import Around, Placed
from domain.reader.trimming import short


def paired(one: Placed, masked: Masked, at: Around, free: list[Named], fitting: Sequence[Thing]) -> Placed | None:
    """Each by its own words; None where no words stand between them."""
    amount = one.amount
    if not amount.between:
        return None
    gap = masked.raw[amount.end - len(amount.between) : amount.end]
    of_whole, _, of_part = GAP.sub(lambda m: "|" if WITHIN.search(m.group()) else "", gap).partition("|")
    whole_words = short(masked.raw[at.left : amount.start]) + short(of_whole)
    part_words = short(of_part) + short(masked.raw[amount.end : at.ceiling])
    for name in [n for n in free if at.left <= n.start < at.ceiling]:
        free.remove(name)
    wholes = [t for t in fitting if t.demand and t.demand.whole]
    if isinstance(rate := meant(short(masked.raw[at.left : amount.start]), wholes), Thing):  # 成功率45件中43件
        return replace(one, thing=rate)
    of_them = [t for t in wholes if _says(whole_words, t, 1, wholes) and _says(part_words, t, 0, wholes)]
    if len(of_them) == 1:
        return replace(one, thing=of_them[0])
    return replace(one, rivals=tuple(of_them))


GAP = re.compile(rf"[0-9{CHINESE}件个人中里其有,项通名位]+")
WITHIN = re.compile("[中里其]")


def _says(said: str, thing: Thing, which: int, among: Sequence[Thing]) -> bool:
    """The words name this part of the share rather than that of another one, or they name nothing at all."""
    if not words.FILLER.sub("", said):
        return True
    parts = dict.fromkeys(t.demand.parts[which] for t in among if t.demand)
    found = meant(said, [Thing(part.label, part.label, "count", part.unit) for part in parts])
    assert thing.demand is not None
    mine = thing.demand.parts[which].label
    return mine in ([found.key] if isinstance(found, Thing) else [one.key for one in found])
