"""What is written of one column of a register becomes its value, or a problem that is asked back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from domain.dates import find_days
from domain.numbers import NUMBER, amount_of, level
from domain.patterns import pattern_of
from domain.registers import Column, Value

Code = Literal[
    "column-day", "column-two-days", "column-near-day", "column-no-such-day", "column-still-to-come", "column-number",
    "column-choice", "column-two-choices", "column-department", "column-yes-or-no", "column-link", "column-text",
]  # fmt: skip
LINK = pattern_of(r"https?://[^\s，。；、（）]+")
EDGES = " \n\t,，、;；。.:：=（）()"
TEXT_AT_MOST = 200
YES = frozenset(["是", "有", "已", "对", "已有", "已办", "已办结", "已制定", "已报", "属实"])
NO = frozenset(["否", "无", "没", "未", "没有", "不是", "尚无", "未办", "未办结", "尚未", "未制定", "暂无"])
WHOLE = frozenset("件人次条个起篇名项场份处户天期家")  # nobody counts half of these
LETTER = pattern_of(r"[^\W_]")
FIGURE = pattern_of(rf"(?P<figure>{NUMBER.pattern})(?P<unit>[^0-9]*)")


@dataclass(frozen=True)
class Problem:
    column: str
    code: Code


def value_of(column: Column, written: str, today: date, departments: Mapping[str, str]) -> Value | Problem:
    """What is written of this column and of nothing else."""
    written = written.strip(EDGES)
    written = written if column.kind == "text" else level(written)
    match column.kind:
        case "date":
            return _day(column, written, today)
        case "number":
            return _number(column, written)
        case "choice":
            return _choice(column, written)
        case "department":
            return departments.get(written) or Problem(column.name, "column-department")
        case "yes or no":
            known = written in YES or written in NO
            return written in YES if known else Problem(column.name, "column-yes-or-no")
        case "link":
            link = LINK.search(written)
            return link.group() if link else Problem(column.name, "column-link")
        case _:
            one = " ".join(written.split())[:TEXT_AT_MOST]
            return one if LETTER.search(one) else Problem(column.name, "column-text")


def _day(column: Column, written: str, today: date) -> str | Problem:
    found = find_days(written, today, past=not column.coming)
    if not found:
        return Problem(column.name, "column-day")
    if len({one.day for one in found}) > 1:
        return Problem(column.name, "column-two-days")
    if found[0].about:
        return Problem(column.name, "column-near-day")
    day = found[0].day
    if day is None:
        return Problem(column.name, "column-no-such-day")
    if day > today and not column.coming:
        return Problem(column.name, "column-still-to-come")
    return day.isoformat()


def _number(column: Column, written: str) -> str | Problem:
    match = FIGURE.fullmatch(written.replace(" ", ""))
    if match is None or unit_of(match) not in ("", column.unit):
        return Problem(column.name, "column-number")
    amount = amount_of(match["figure"].removesuffix("%"))
    if amount is None or (column.unit in WHOLE and amount.denominator != 1):
        return Problem(column.name, "column-number")
    return figures(amount)


def unit_of(match: re.Match[str]) -> str:
    """Of FIGURE: its sign of a share is a unit like any other."""
    return "%" if match["figure"].endswith("%") else match["unit"]


def figures(amount: Fraction) -> str:
    """12, 12.5."""
    return f"{Decimal(amount.numerator) / Decimal(amount.denominator):f}"


def _choice(column: Column, written: str) -> str | Problem:
    """By its whole name or alias, else by the only one that stands in it."""
    exact = {c.name for c in column.choices if written in (c.name, *c.aliases)}
    found = exact or {c.name for c in column.choices if any(name in written for name in (c.name, *c.aliases))}
    if len(found) > 1:
        return Problem(column.name, "column-two-choices")
    return found.pop() if found else Problem(column.name, "column-choice")
