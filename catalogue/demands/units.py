"""In what is counted: 件, 万元, 工作日, 微克/立方米; and how often: 每年, 每季度, 每两年."""

from dataclasses import dataclass
from fractions import Fraction

from domain import measures
from domain.numbers import chinese
from domain.patterns import pattern_of
from domain.reader.notation import Amount, number

EVENTS = frozenset(measures.EVENTS.split())
TIMES = frozenset(measures.TIMES.split())
SHARES = ("%", "‰")
PER = (
    "(?:(?:/|每)(?:立方米|平方米|人次|千人|万人|百人|人·月|人·年|人|月|年|季度?|半年|学期|学年|旬|户|亩|日|天|周"
    r"|L|升|次|件|床|车|吨|例|生)(?![一-鿿]?口)|/[一-鿿A-Za-z0-9·]{1,6}(?=[,;。、\s)]|$))"
)
LETTERS = r"[A-Za-z]{1,6}(?:/[A-Za-z]{1,4})?(?![A-Za-z0-9])"
UNIT = pattern_of(
    rf"\s*(?:\((?P<scale>[万亿])?(?P<inside>{measures.ONE})\)|(?P<unit>{measures.ONE}|{LETTERS})(?P<per>{PER})?(?:\((?:间|套|人|家|个|处|户)\))?)"
)
# 平均处理时间（天）≤5, 使用强度（DDDs）≤40
AHEAD = pattern_of(rf"\((?:单位:)?(?P<scale>[万亿])?(?P<unit>[%‰]|{measures.ONE})\)[^0-9,;。]{{0,8}}$")
SCALED = pattern_of("\\s?(?P<scale>万亿|[万亿])$")
PER_THOUSAND = pattern_of("‰|千分之")
MOVED = pattern_of("前移|前进|后移|进位|(?:名次|位次|排[名位]|名列).{0,6}(?:上升|提升|提高|进)$")
OTHER_NAMES = {"日": "天", "位": "人", "月": "个月", "m方": "m²"}
PARTS = {"%": 100, "‰": 1000}
SCALES = {"万": 10_000, "亿": 10**8, "万亿": 10**12}
SEASON = pattern_of("/季度?$")

COUNT = "[0-9一二两三四五六七八九十]{1,2}"
OFTEN = pattern_of(
    rf"(?:每(?:个|一)?(?P<n>{COUNT}|半)?个?|(?<![第十近每])一(?=(?:年|季度?|月|周)(?:不少于|至少)?[0-9一两二三四五六]+[次场期]))(?P<of>年度?|学年|学期|季度?|月度?|周|星期|旬|日|天|小时)(?![均龄])"
    r"|(?P<each>按月|按季度?|按年|月均|逐月)"
)
NAMES = {"年度": "年", "月度": "月", "季": "季度", "星期": "周", "天": "日", "均": "月"}
PERIODS = {"年": "year", "季度": "quarter", "月": "month", "半年": "half-year"}
WITHIN_YEAR = pattern_of(
    "全年|(?<![上每])年度|(?<![两二三四五六七八九十0-9])年内|本年|当年|(?<![近每])一年(?!级)|(?<![0-9前后])年(?=审结|新增|办结|培训)"
)


@dataclass(frozen=True)
class Measured:
    """`value` in `unit`: money in 万元, all else without 万 and 亿, as answers are read; `written` as printed.

    `printed` is the number and unit that stand there, where they are others: 3.6 亿元, 3.1 万亩.
    """

    value: Fraction
    unit: str
    written: str
    printed: tuple[Fraction, str] | None = None


def measured(text: str, amount: Amount, before: str) -> tuple[Measured, int]:
    """The amount with the unit behind it, or in brackets `before` it, and where it ends; no unit is an empty one."""
    written = text[amount.start : amount.end]
    if amount.sort == "share":
        return Measured(amount.value, "‰" if PER_THOUSAND.search(written) else "%", written), amount.end
    if amount.sort == "points":
        return Measured(amount.value * 100, "百分点", written), amount.end
    found = UNIT.match(text, amount.end)
    ahead = None if found else AHEAD.search(before)
    if ahead and ahead["unit"] in PARTS:
        return Measured(amount.value / PARTS[ahead["unit"]], ahead["unit"], written), amount.end
    scaled, per, end = SCALED.search(written), "", amount.end
    head, scale = (number(written[: scaled.start()]), scaled["scale"]) if scaled else (amount.value, "")
    if ahead:
        unit, scale = ahead["unit"], scale or ahead["scale"] or ""
    elif found:
        unit, scale = found["unit"] or found["inside"], scale or found["scale"] or ""
        end, per = found.end(), (found["per"] or "").replace("每", "/")
        per = SEASON.sub("/季度", per)
    else:
        unit = ""
    unit = unit.removeprefix("个") or unit
    unit = "位" if MOVED.search(before) and unit == "位" else OTHER_NAMES.get(unit, unit)
    value = amount.value if scaled else amount.value * SCALES.get(scale, 1)
    is_whole = head is not None and (not scaled or head * SCALES[scale] == value)  # 1亿2千万 is not
    here = (head, f"{scale}{unit}{per}") if scale and head is not None and is_whole else None
    if unit == "元" and scale:
        value, unit = value / 10_000, "万元"
    return Measured(value, unit + per, text[amount.start : end], here if here != (value, unit + per) else None), end


def often(before: str) -> tuple[str, str]:
    """Period, and what it adds to a unit of events: (quarter, /季度); the last that is said counts."""
    said = list(OFTEN.finditer(before))
    if not said:
        return ("year" if WITHIN_YEAR.search(before) else ""), ""
    last = said[-1]
    of = NAMES.get(last["of"] or last["each"][1], last["of"] or last["each"][1])
    if last["n"] == "半":
        return PERIODS.get(f"半{of}", ""), f"/半{of}"
    n = 1 if last["n"] is None else int(last["n"]) if last["n"].isdecimal() else chinese(last["n"]) or 1
    return (PERIODS.get(of, "") if n == 1 else ""), f"/{'' if n == 1 else n}{of}"
