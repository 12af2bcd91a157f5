"""What a column of limits prints: 2026年6月底前, 12月底, 每季度, 全年, 长期坚持."""

from dataclasses import dataclass, replace
from datetime import date

from catalogue.demands.demand import Demand
from catalogue.demands.limits import limits
from domain.numbers import level
from domain.patterns import pattern_of

_RHYTHMS = (
    ("month", pattern_of("每个?月|按月|月度|逐月")),
    ("quarter", pattern_of("每个?季度?|按季|(?<![第一二三四1-4])季度(?!末|前)|逐季")),
    ("half-year", pattern_of("每半年|半年度|每上?下?半年")),
    ("year", pattern_of("每年|全年|年度|按年|逐年")),
    ("continuous", pattern_of("长期|持续|常态|日常|贯穿|经常|随时|即时")),
)
_MONTH = pattern_of(r"(20[0-9]{2})[.．/-](1[0-2]|0?[1-9])$")  # 2026.12


@dataclass(frozen=True)
class Time:
    day: date | None = None
    period: str = ""
    doubt: str = ""


def time_of(printed: str, issued: date | None) -> Time:
    """The last day that is named, or the rhythm; nothing where neither is."""
    text = _MONTH.sub(r"\1年\2月", level(printed).replace("\n", "，").strip("。；，"))
    found = limits(text, issued) or limits(f"{text}底前" if text.endswith("月") else f"{text}前", issued)
    rhythm = next((period for period, words in _RHYTHMS if words.search(text)), "")
    if len(found) == 1:
        return Time(found[0].day, rhythm or "once", found[0].doubt)
    if found:
        return Time(None, rhythm, "时限一栏不止一个日期")
    return Time(None, rhythm)


def timed(demand: Demand, time: Time) -> Demand:
    """What its own words say of time comes first."""
    if demand.deadline is None and time.day is not None:
        doubt = "；".join(filter(None, (demand.doubt, time.doubt)))
        return replace(demand, deadline=time.day, period=demand.period or time.period, doubt=doubt)
    return replace(demand, period=demand.period or time.period) if time.period != "once" else demand
