"""An area told in another measure than the one that is asked for: 3520公顷 and 5.28万亩 are 35.2平方公里."""

import re
from fractions import Fraction

from domain.patterns import pattern_of
from domain.reader.asked import Asked

HECTARES = {
    "平方公里": Fraction(100),
    "公顷": Fraction(1),
    "亩": Fraction(1, 15),
    "平方米": Fraction(1, 10_000),
}
TOLD = pattern_of(rf"(?<![0-9.,])(?P<n>[0-9]+(?:\.[0-9]+)?)(?P<scale>万?)(?P<unit>{'|'.join(HECTARES)})")
DECIMALS = 4
SCALE = 10_000


def in_unit_of(text: str, asked: Asked) -> str:
    """As it stands where several measures are asked for, or where it does not come out."""
    wanted = {part.unit for demand in asked.demands for part in demand.parts} & HECTARES.keys()
    if len(wanted) != 1:
        return text
    (unit,) = wanted
    return TOLD.sub(lambda told: _told(told, unit), text)


def _told(told: "re.Match[str]", unit: str) -> str:
    value = Fraction(told["n"]) * (SCALE if told["scale"] else 1) * HECTARES[told["unit"]] / HECTARES[unit]
    scaled = value * 10**DECIMALS
    if told["unit"] == unit or scaled.denominator != 1:
        return told.group()
    return f"{int(scaled) // 10**DECIMALS}.{int(scaled) % 10**DECIMALS:0{DECIMALS}}".rstrip("0").rstrip(".") + unit
