"""The units of any notice in those that the rules of reading know: 47座水库 are 47件, 36.2平方公里 36.2课时."""

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from domain.kinds import Quantity
from domain.measures import ALIKE as PEOPLE
from domain.measures import MEASURES, ONE, SPOKEN, WHOLE
from domain.named_parts import OF_CHANGE, OF_FALL, name_in, part_in
from domain.numbers import CHINESE
from domain.patterns import pattern_of
from domain.reader import names
from domain.reader.asked import Asked, Demand

KNOWN = frozenset(("", "%", "‰", *"件个项人名位天次起条篇份通元", "人次", "万元"))
WHOLES = ("件", "户", "家", "款")  # of several sorts of things each has its own
OTHERS = ("课时", "学时", "小时", "分钟")
ALIKE = names.ALIKE[0]
VISITS = ("人次", "家次", "户次", "车次", "台次", "辆次", "次")  # things, where part and whole are counted in them
VEHICLES = ("辆", "台", "部")  # 132台 of 150辆公交车
SQUARE = r"平方(?!公|千)|平(?![均方米安台整时价行板原等常])|m2(?![0-9])"
AS_SAID = "|".join(("个?百分点|个点", ONE, SQUARE, "立方|方(?![面案式向便法])|(?<!了一)[遍趟]|回(?![一-鿿])"))
COUNTED = pattern_of(rf"(?<=[0-9{CHINESE}亿])(?P<before>\s?)(?P<unit>个(?:{ONE})|{AS_SAID})(?<!一起)")


# 3126.4公里, where nobody has told in what it is counted: in no wholes
IN_PARTS = pattern_of(rf"[0-9]\.[0-9]+\s?(?:{'|'.join(sorted(MEASURES.split(), key=len, reverse=True))})")


def in_common(text: str, asked: Asked) -> tuple[str, Asked]:
    """Both as they are where a form asks for nothing else; labels and values stay what they are."""
    units = _units(asked.demands)
    if not units:
        return text, asked
    demands = _demands(asked.demands)
    if "" in units and IN_PARTS.search(text):
        units = {**units, "": ""}
        demands = tuple(replace(d, parts=tuple(_in(part, units) for part in d.parts)) for d in demands)
    wanted = tuple(_in(quantity, units) for quantity in asked.wanted)
    names = "".join(demand.name for demand in asked.demands)

    both = {unit for unit in VISITS if text.count(unit) > 1}

    def common(match: re.Match[str]) -> str:
        at, end = match.span()
        if text[at - 1 : end + 1] in names or (text[at - 2 : at - 1] == "每" and text[at - 2 : end] in names):
            return match.group()  # 九项准则, 每千人
        return match["before"] + _common(match["unit"], units, is_of_both=match["unit"] in both)

    return COUNTED.sub(common, text), replace(asked, demands=demands, wanted=wanted)


def _common(unit: str, units: Mapping[str, str], *, is_of_both: bool = False) -> str:
    if unit in units:
        return units[unit]
    unit = SPOKEN.get(unit, unit.removeprefix("个") or unit)
    for alike in (PEOPLE, VEHICLES):
        if unit in alike:
            unit = next((one for one in alike if one in units), unit)
    is_thing = unit in WHOLE and (not unit.endswith("次") or is_of_both)
    of_anything = units.get("", unit) if is_thing else unit  # 86台 of what nobody has told the unit of
    return units.get(unit, of_anything)


@lru_cache(maxsize=64)
def _units(demands: tuple[Demand, ...]) -> Mapping[str, str]:
    """Unit of the notice to unit of the rules; under "" what any other thing counts as."""
    quantities = tuple(dict.fromkeys(part for demand in demands for part in demand.parts))
    told = dict.fromkeys(_head(q.unit) for q in quantities if not _is_made(q))
    broken = {  # 0.8人 in every hundred million are no people
        _head(demand.parts[0].unit)
        for demand in demands
        if demand.kind == "figure" and (_is_broken(demand.target) or "/" in demand.parts[0].unit)
    }
    is_made = any(_is_made(q) for q in quantities)
    strange = [unit for unit in told if unit not in KNOWN or unit in broken - {""}]
    if not strange and not is_made:
        return {}
    free = iter([one for one in WHOLES if one != "件" or not ALIKE & set(told)])
    others = iter(OTHERS)
    found = {unit: next(free, unit) if unit in WHOLE - broken else next(others, unit) for unit in strange}
    found |= {unit: unit for unit in told if unit not in strange}
    if is_made and not ALIKE & set(told):
        found.setdefault("", next(free, "件"))
    return found


def _is_broken(target: Fraction | None) -> bool:
    return target is not None and target.denominator != 1


def _is_made(quantity: Quantity) -> bool:
    """件 and 人 are then a guess."""
    return bool(name_in(quantity.label)) and quantity.unit in ("件", "人", "")


def _head(unit: str) -> str:
    return unit.partition("/")[0]


@lru_cache(maxsize=64)
def _demands(demands: tuple[Demand, ...]) -> tuple[Demand, ...]:
    units = _units(demands)
    return tuple(
        replace(
            demand,
            parts=tuple(_in(part, units) for part in demand.parts),
            unit=units.get(_head(demand.unit), demand.unit) if demand.unit else "",
        )
        for demand in demands
    )


def _in(quantity: Quantity, units: Mapping[str, str]) -> Quantity:
    if _is_made(quantity) and part_in(quantity.label) in (*OF_FALL, *OF_CHANGE):
        return replace(quantity, unit="")
    if _is_made(quantity):
        return replace(quantity, unit=units.get("", quantity.unit))
    return replace(quantity, unit=units.get(_head(quantity.unit), quantity.unit)) if quantity.unit else quantity
