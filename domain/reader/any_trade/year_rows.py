"""This year's figures in a row and last year's in another: 事故75起、死亡46人，去年同期81起、51人."""

import re

from domain.patterns import pattern_of
from domain.reader.any_trade.slots import form_of
from domain.reader.asked import Asked

N = r"[0-9]+(?:\.[0-9]+)?(?![0-9.%])"
UNIT = "(?:万元|亿元|万人次|亿|万|人次|[件起人名个家项次元])?"
NAMED = rf"[^,，;；。、0-9]{{1,10}}?{N}{UNIT}"
BARE = rf"{N}{UNIT}"
# 去年15起、3人 may be of the whole year
YEAR = "(?:去年|上年)(?:同期|同月|这个?时候)(?:分别|依次|的?是|为|:|：)*"
ROWS = pattern_of(
    rf"(?P<now>{NAMED}(?:[、,，和]{NAMED})+)[,，;；。\s(（]*(?P<year>{YEAR})\s*(?P<then>{BARE}(?:[、,，和/]\s?{BARE})+)(?P<end>[)）]?)(?=$|[,，;；。！!\s])"
)
ONE_NAMED, ONE = pattern_of(rf"(?P<what>{NAMED})"), pattern_of(rf"(?P<n>{N})(?P<unit>{UNIT})")


def plainly(text: str, asked: Asked) -> str:
    """As it stands where there are not as many of both, or where they are not counted alike."""
    if len(asked.demands) < 2 or any(form_of(demand) not in ("fall", "growth") for demand in asked.demands):
        return text
    return ROWS.sub(_each_beside_its_own, text)


def _each_beside_its_own(told: "re.Match[str]") -> str:
    now = ONE_NAMED.findall(told["now"])
    then = list(ONE.finditer(told["then"]))
    units = [ONE.search(one) for one in now]
    is_alike = len(now) == len(then) and all(
        mine and (not one["unit"] or mine["unit"] == one["unit"]) for mine, one in zip(units, then, strict=False)
    )
    if not is_alike:
        return told.group()
    return "；".join(
        f"{one.lstrip('、,，和')}，{told['year']}{was['n']}{mine['unit'] if mine else ''}"
        for one, was, mine in zip(now, then, units, strict=True)
    )
