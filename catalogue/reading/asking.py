"""A demand as it is asked: how often, made of which quantities, compared how."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Literal

from catalogue.demands.demand import Demand
from catalogue.demands.limits import limits
from catalogue.rhythms import FIGURES, PERIODIC, SPAN, STANDING
from domain.named_parts import OF_ALL, OF_CHANGE, OF_FALL, OF_MEAN, OF_RATE, OF_TWO_RATES, label_of
from domain.notice import Requirement
from domain.numbers import value_of
from domain.patterns import pattern_of

LISTED = 30  # events that a register lists; more of them are told as one figure

_CONTINUOUS = pattern_of(r"长期|持续|常态|全程|始终|贯穿")
_RHYTHMS = (
    ("month", pattern_of(r"每月|按月|月度|月底|月末(?!前)")),
    ("quarter", pattern_of(r"每季|按季|季度末?$")),
    ("half-year", pattern_of(r"每半年|半年一次")),
    ("year", pattern_of(r"每年|全年|年度|当年")),
)
_DAY_ALONE = pattern_of(r"(?:[0-9]{1,2}月[份底末]?|[0-9]日|年底|年末|季度末?|上半年|[0-9]年[底末]?)$")
_RANK = pattern_of(r"(?:前|第)([0-9一二两三四五六七八九十]{1,3})(?:名|位|强)?")
_LOWER = pattern_of(r"只减|降|减少|压[减缩]|缩短|下调|走低")
_SHARE = pattern_of(r"(?:率|占比|比例|比重|满意度)$")
_MONEY = pattern_of(r"支出|收入|资金|经费|金额|投资|产值|税|费用|成本|贷款|融资|销售额|货款|总额|债务")
_PERSONS = pattern_of(r"人员?|患者|学生|群众|干部|职工|教师|医师|居民|病人|儿童|老年|就业|参保|签约|党员|用户|满意")
_AREAS = pattern_of(r"面积|绿化|森林|林草|耕地|覆盖率$")
_SPANS = pattern_of(r"/(?:月|季度|半年|年)$")  # 4 次/月 of a month are 4 次
_FALL = pattern_of(r"(?:同比|环比)?(?:增幅|降幅|增速)$")


def requirement(demand: Demand, seq: int, column: str, issued: date) -> Requirement:
    """`column` is the deadline that is printed beside the indicator; it holds for whatever names none of its own."""
    dated = _dated(_made_plain(demand), column, issued)
    cadence = _cadence(dated, issued)
    return Requirement(
        seq=seq,
        name=dated.name,
        op=dated.op,
        value=_value(dated),
        target=dated.target,
        unit=dated.unit,
        tag=dated.tag,
        cadence=cadence,
        period=dated.period or SPAN[cadence],
        office_set=not dated.period and dated.deadline is None,
        deadline=dated.deadline,
        calculation=dated.source,
        kind=dated.kind,
        parts=_parts(dated),
        whole=dated.kind != "rate" or ((dated.value or 0) <= 1 and not re.search("(?<!占)比$", dated.name)),
        better=_better(dated),
        soft=dated.soft,
    )


def _made_plain(demand: Demand) -> Demand:
    """What a register cannot list is told as a figure; a figure in percent is a share."""
    kind, unit = demand.kind, demand.unit
    if kind == "entries" and not _is_listed(demand):
        kind = "figure"
    elif kind == "mean" and unit in ("%", "百分点"):
        kind = "rate" if unit == "%" else "figure"
    elif kind == "figure" and unit == "%":
        kind = "rate"
    return replace(demand, kind=kind)


def _is_listed(demand: Demand) -> bool:
    """A register runs for a year: so many of a month are asked month by month."""
    span = demand.unit.partition("/")[2]
    return (demand.value or 0) <= LISTED and demand.period in ("", "year", "once") and span in ("", "年")


def _dated(demand: Demand, column: str, issued: date) -> Demand:
    """Zeros go on; a count goes on all year; anything else is due by the day that the column prints."""
    if demand.kind == "entries" and demand.deadline is not None and demand.deadline < issued:
        return replace(demand, kind="figure")
    if not column.strip() or demand.deadline is not None or demand.period or demand.kind in ("attestation", "entries"):
        return demand
    day, period = of_column(column, issued)
    if day is not None:
        return replace(demand, deadline=day, period="once")
    return replace(demand, period=period) if period in PERIODIC and demand.kind != "milestone" else demand


def of_column(printed: str, issued: date) -> tuple[date | None, str]:
    """Of a cell that prints a limit and nothing else: the last day, or how often."""
    text = re.sub(r"\s+", "", printed)
    for period, pattern in _RHYTHMS:
        if pattern.search(text) and not re.search(r"[0-9一二三四上下]+(?:月|季度)", text):
            return None, period
    text = re.split(r"[—\-~～至到](?=[0-9]{1,2}月|[0-9]{4}年)", text)[-1]
    month = re.fullmatch(r"(?P<y>[0-9]{4})[.\-/](?P<m>[0-9]{1,2})前?", text)
    text = f"{month['y']}年{month['m']}月底前" if month else re.sub(r"(月)份?前", r"\1底前", text)
    if _DAY_ALONE.search(text):
        text = re.sub(r"(月)份?$", r"\1底", text) + "前"
    found = limits(text, issued)
    if found and found[-1].day is not None:
        return found[-1].day, "once"
    return None, "continuous" if _CONTINUOUS.search(text) else ""


def _cadence(demand: Demand, issued: date) -> str:
    if demand.kind == "entries":
        return "counting"
    if demand.deadline is not None:
        return "history" if demand.deadline < issued else "once"
    if demand.kind == "milestone" or demand.period == "once":
        return "once"
    return PERIODIC.get(demand.period) or STANDING.get(demand.kind, FIGURES)


def _value(demand: Demand) -> Fraction | None:
    """前三名: so many are in front."""
    found = _RANK.fullmatch(demand.target) if demand.kind == "rank" else None
    place = value_of(found[1]) if found else None
    return Fraction(place) if place else demand.value


def _better(demand: Demand) -> Literal["", "higher", "lower"]:
    """Of what is to grow by so much the figure itself says which way."""
    if demand.kind not in ("trend", "growth"):
        return ""
    if demand.kind == "growth" and demand.op != "trend":
        return "higher" if demand.op.startswith(">") else "lower"
    return "lower" if _LOWER.search(demand.target) else "higher"


def _parts(demand: Demand) -> tuple[str, ...]:
    """Quantities named after the demand, so that whoever answers knows what to count."""
    name = re.sub(r"\s+", "", demand.name)
    match demand.kind:
        case "rate" if name.endswith("降幅"):
            return _named(_FALL.sub("", name), OF_FALL, _counted(name))
        case "rate":
            return _named(name, OF_RATE, _counted(name))
        case "all":
            return _named(name, OF_ALL, _counted(name))
        case "mean":
            total, _, each = demand.unit.partition("/")
            units = total, each.partition("·")[0] or _counted(name)
            return tuple(label_of(name, part, unit) for part, unit in zip(OF_MEAN, units, strict=True))
        case "figure":
            return (f"{name} {_SPANS.sub('', demand.unit)}".strip(),)
        case "growth":
            return _named(_FALL.sub("", name), OF_CHANGE, _counted(name, plain=""))
        case "trend" if _SHARE.search(name):
            return _named(name, OF_TWO_RATES, _counted(name))
        case "trend":
            return _named(name, OF_CHANGE, _counted(name, plain=""))
    return ()


def _named(name: str, parts: Sequence[str], unit: str) -> tuple[str, ...]:
    return tuple(label_of(name, part, unit) for part in parts)


def _counted(name: str, plain: str = "件") -> str:
    """What it is counted in, as far as its name says it."""
    if _MONEY.search(name):
        return "万元"
    if _AREAS.search(name):
        return ""
    return "人" if _PERSONS.search(name) else plain
