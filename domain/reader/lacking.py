"""What a share lacks of its whole: 应轮训305人, 2人没轮训; 196件里2件不合格."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.asked import Asked, Demand
from domain.reader.contraries import BELOW, CONTRARIES, INSTANCE, NOT_NEGATED, is_against, is_negative
from domain.reader.everything import stretches
from domain.reader.figure_words import words_in
from domain.reader.masking import CODE, NAME
from domain.reader.names import Thing, is_of
from domain.reader.ownership import GENERAL, own_of
from domain.reader.placed import Placed
from domain.reader.saying import Values, count, in_unit
from domain.reader.stop import Stop
from domain.reader.trimming import short
from domain.reader.word_lists import words_of
from domain.reader.wording import usual

LACKING = words_of(
    "不(?:行|达标|符合|过关|合规|通过)|[没未](?:过|通过)|有(?:问题|瑕疵|毛病|差错)",
    "[没不]够|[没未]参加|缺席",
)


NO_MORE = pattern_of("原来|原先|本来|之前|以前|此前|年初")  # 原来差学时的5个
FINISHED = pattern_of("办结|化解|接通|成功|反馈|到位|完毕|参训|录入")
TOTALS = pattern_of("应|总|共|到期|查")
WITHIN = pattern_of(r"^\s*[人件]?(?:里[面头]?|当中|之中|中)")


def wholes(placed: Sequence[Placed], known: Sequence[Thing], asked: Asked) -> list[Placed]:
    """Before so many that are not stands how many there are: 196件里2件不合格, 1371个电话漏接6个."""
    shares = [d for d in asked.demands if d.is_share and d.whole and len(d.parts) == 2]
    told = {one.thing.key for one in placed if one.thing and not one.context}
    found = list(placed)
    for at, (one, lacking) in enumerate(pairwise(placed)):
        mine = [d for d in shares if d.parts[1].label not in told and _is_whole(one, lacking, d, shares)]
        if len(mine) == 1:
            whole = next(thing for thing in known if thing.quantity == mine[0].parts[1])
            found[at] = replace(one, thing=whole, rivals=())
            found[at + 1] = replace(lacking, context="contrary")
    return found


def _is_whole(one: Placed, lacking: Placed, demand: Demand, shares: Sequence[Demand]) -> bool:
    if one.thing or one.context or lacking.context not in ("", "contrary"):
        return False
    if one.amount.sort != "number" or lacking.amount.sort != "number" or lacking.amount.value > one.amount.value:
        return False
    if not all(is_of(amount.unit, count(demand.parts[1])) for amount in (one.amount, lacking.amount)):
        return False
    names = usual(demand.name + "".join(part.label for part in demand.parts))
    behind = words_in(one.behind, (demand, *shares))[0] if not is_negative(one.behind) else ()
    if any(word.kind == "role" and not word.of & {d.parts[1].label for d in shares} for word in behind):
        return False  # 48件走的线上, 9件线下
    if FINISHED.search(one.before) and not TOTALS.search(one.before):
        return False  # 办结43件, 超期2件: of how many is not said
    said = words.FILLER.sub("", usual(GENERAL.sub("", short(one.before))))
    if set(said) - set(names) - set("里中头面" + CODE + NAME) or not (
        is_negative(lacking.words) or _is_below(lacking, demand)
    ):
        return False
    return _lacks(lacking.words.replace("不满意", "不满意评价"), demand, shares, content=True)


def without_lacking(values: Values, placed: Sequence[Placed], asked: Asked) -> Values:
    """应轮训305人, 2人没轮训: 303 of them are."""
    found = dict(values)
    shares = [d for d in asked.demands if d.is_share and d.whole and len(d.parts) == 2]
    for one in placed:
        if (
            one.amount.sort != "number"
            or NO_MORE.search(one.words)
            or not (
                one.context == "contrary"
                or (one.thing is None and (is_negative(one.words) or any(_is_below(one, d) for d in shares)))
            )
        ):
            continue
        mine = [
            demand
            for demand in shares
            if demand.parts[1].label in values
            and is_of(one.amount.unit, count(demand.parts[1]))
            and (_lacks(one.words, demand, shares) or _is_below(one, demand))
        ]
        if len(mine) == 1 and mine[0].key not in values:
            _subtract(found, mine[0], in_unit(one.amount, one.amount.value, mine[0].parts[1]), asked)
    return found


def stop_at_contrary(values: Values, placed: Sequence[Placed], raw: str, asked: Asked) -> None:
    """应训294人全部训完, 还剩3人: all of them were, and some were not."""
    shares = [d for d in asked.demands if d.is_share and d.whole and len(d.parts) == 2]
    rest = words.REST_LATER.sub(",", raw)
    for one in placed:
        is_lacking = one.context == "contrary" or (one.thing is None and is_negative(one.words))
        if not is_lacking or one.amount.sort != "number" or not one.amount.value:
            continue
        for demand in shares:
            part, whole = (values.get(quantity.label) for quantity in demand.parts)
            counts = is_of(one.amount.unit, count(demand.parts[1]))
            if part is None or whole is None or not counts or not _lacks(one.words, demand, shares):
                continue
            lacking = in_unit(one.amount, one.amount.value, demand.parts[1])
            if part + lacking > whole or any(own_of(said, demand) for said in stretches(rest)):
                raise Stop("parts-and-share", about=demand.name)


def _is_below(one: Placed, demand: Demand) -> bool:
    return bool(BELOW.search(one.before + one.behind)) and "不低于" in demand.parts[0].label


def _subtract(values: Values, demand: Demand, lacking: Fraction, asked: Asked) -> None:
    """10项不输去年 of 12, where 11 were on record: rather the part than what it lacks."""
    part, whole = (quantity.label for quantity in demand.parts)
    left = values[whole] - lacking
    if left < values.get(part, Fraction(0)):
        raise Stop("parts-and-share", about=demand.name)
    before = asked.last.get(part)
    if part not in values and before is not None and abs(lacking - before) < abs(left - before):
        raise Stop("which", {part: left}, {part: lacking})
    values.setdefault(part, left)


def _is_general(said: str, demand: Demand) -> bool:
    return set(said) <= set(demand.name + "".join(part.label for part in demand.parts))


def _lacks(said: str, demand: Demand, shares: Sequence[Demand], *, content: bool = False) -> bool:
    if "不满" in said and not content:
        return False  # whoever is not content need not be all the others
    if "自动" in demand.parts[0].label and "自动" not in said:
        return False  # what is not fulfilled at all is not all that is not fulfilled of itself
    if INSTANCE.search(said) and is_against(INSTANCE.search(said)[0], demand.parts[0].label):  # type: ignore[index]
        return False
    bare = re.sub("还|有|[没未无不漏]", "", NOT_NEGATED.sub("", WITHIN.sub("", said)))
    part = usual(demand.parts[0].label)
    for against, of in CONTRARIES:
        if against.search(bare) and (meant := of.search(part)):
            rest = against.sub("", words.FILLER.sub("", bare))
            return own_of(against.sub(meant.group(), bare), demand) or _is_general(rest, demand)
    return own_of(bare, demand) or (
        len(shares) == 1
        and bool(LACKING.search(said) or re.match("[还只仅就尚]*[差缺剩余欠]", words.FILLER.sub("", said)))
    )
