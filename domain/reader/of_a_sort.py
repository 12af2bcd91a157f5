"""All of them are of the sort that is asked for: 均为在线委托 is 均在线委托, and 均为民事案件 says nothing of it."""

import re

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.asked import Asked, Demand
from domain.reader.ownership import own_of
from domain.reader.wording import usual

SORT = pattern_of(
    r"(?P<all>均|都|全部|全|皆)(?:为|是)(?P<what>[一-鿿]{2,10}?)(?P<end>办理|办的?|做的?|的)?(?=$|[,，;；。.!！\s])"
)
WITHIN = frozenset("的了件案个方式")
NEAR = 10  # signs before it, in which it is denied


def said_as_done(text: str, asked: Asked) -> str:
    return SORT.sub(lambda match: _as_done(match, asked), text)


def _as_done(match: "re.Match[str]", asked: Asked) -> str:
    shares = [demand for demand in asked.demands if demand.is_share and demand.whole and len(demand.parts) == 2]
    said = usual(match["what"])
    before = match.string[: match.start()]
    shares = [demand for demand in shares if _is_named(before, demand)]  # 965件, 都是分调裁审的 names what they are
    mine = [d for d in shares if set(said) - WITHIN <= set(usual(d.parts[0].label)) and own_of(f"全{said}", d)]
    if not mine or words.DENIED.search(before[-NEAR:]):
        return match.group()
    return f"全部{match['what']}"


def _is_named(before: str, demand: Demand) -> bool:
    """The whole, of which all are said to be the part: by two signs of it, or its name goes without saying."""
    part, whole = (quantity.label for quantity in demand.parts)
    return whole in part or any(whole[at : at + 2] in before for at in range(len(whole) - 1) if whole[at + 1] != "案")
