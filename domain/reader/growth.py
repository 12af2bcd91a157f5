"""A growth that is said as such, beside what it is made of or alone: 同比下降4.1% is -4.1 %."""

import re
from collections.abc import Sequence
from dataclasses import replace

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.masking import Named
from domain.reader.mentions import Context
from domain.reader.names import Thing
from domain.reader.placed import Placed
from domain.reader.trimming import short
from domain.reader.years import ANY_YEAR

SAID = pattern_of(
    r"(?:(?<![去上前]年)(?:同比|(?:[比较与](?:去年|上年)(?:同期|同月)?的?(?:相比)?))|增长率|增幅|降幅|增速)"
    r"(?P<how>[^,;。0-9到至]{0,8})$"
)
FALLS = pattern_of("↓|下降|减少|降低|回落|下滑|负增长|降幅|[降减少跌]")
# 1623件↓2.9%, 我院降2.9%: of the only growth that is asked for
BARE = pattern_of(
    r"^[\s(]*(?:(?:我|本)们?[院庭]|全院)?[\s,]*(?P<how>[↓↑]|下降|上升|增长|减少|[降升增减]|[增降]幅)了?[\s为是:]*$"
)
BARE_FALL = pattern_of(r"(?P<how>下降|上升|增长|减少|[降升↓↑])了?\s*$")
OUR_OWN = pattern_of("[我本]们?[院庭]")
OTHERS_THAN = pattern_of("环比|上个?月|上季度|前年")
OF_THE_GROWTH = pattern_of("[增降]幅(?:收窄|扩大|下降|上升|回落|提高)|增速(?:下降|回落|上升)|环比")


def grown(one: Placed, before: str, fitting: Sequence[Thing], free: list[Named], last: Placed | None) -> Placed | None:
    """`free` loses the name that it stands with."""
    growths = [thing for thing in fitting if thing.demand and thing.demand.kind == "growth" and thing.sort == "share"]
    match = _said(one, before, last) if one.amount.sort == "share" and len(growths) == 1 else None
    if match is None or OF_THE_GROWTH.search(before):
        return None
    if _is_of_another(before[: match.start()], growths[0], last):
        return None
    falls = bool(FALLS.search(match.group()))
    if falls and one.amount.value < 0:
        return None
    value = -one.amount.value if falls else one.amount.value
    for name in [n for n in free if n.thing == growths[0]]:
        free.remove(name)
    context: Context = "scope" if one.context == "scope" or words.SCOPE.search(before) else ""
    if last is not None and last.context == "total" and not words.NOW.search(before):
        context = "total"  # 1至7月累计11820件, 同比下降2.3%
    return replace(one, thing=growths[0], rivals=(), context=context, amount=replace(one.amount, value=value))


def _said(one: Placed, before: str, last: Placed | None) -> "re.Match[str] | None":
    """Without 同比 only beside this year's figure, or another court's growth."""
    if said := SAID.search(before):
        return said
    bare = BARE.match(before) or (BARE_FALL.search(before) if one.context == "scope" else None)
    if bare is None or OTHERS_THAN.search(one.before):
        return None
    is_free = last is None or not last.context or (last.context == "scope" and bool(OUR_OWN.search(before)))
    return bare if is_free or one.context == "scope" else None


def _is_of_another(subject: str, growth: Thing, last: Placed | None) -> bool:
    """一审结案同比增长4.1%, 一审结案1700件, 同比增长4.1%, where 一审收案 is counted."""
    said = _signs(subject)
    if not said:
        return last is not None and last.thing is None and not last.context and bool(_signs(last.words))
    labels = "".join(part.label for part in growth.demand.parts) if growth.demand else ""
    return not said <= set(growth.name + labels)


def _signs(said: str) -> set[str]:
    return set(words.FILLER.sub("", ANY_YEAR.sub("", short(said))))
