"""A table pasted out of a spreadsheet, told cell by cell: heads above values, periods side by side, line by line.

The row or column of the period and the court that are asked about counts; what stands beside it is left out, or is
last year's where that is asked for. A table that cannot be told so stays as it is.
"""

import re
from collections.abc import Sequence
from itertools import groupby

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader import pasted_parts
from domain.reader.asked import LONGEST, Asked
from domain.reader.cells import FEW, NOTHING, Rows, is_head, is_value, split
from domain.reader.names import things
from domain.reader.notation import UNIT
from domain.reader.selected import REMARK, UNITS, WHOLE, Chosen, chosen, is_foreign, last_years, named_by

RULE = pattern_of(r"[\s|:+=-]+")
YEAR = pattern_of("20[0-9]{2}")
YEARS, MONTHS = pattern_of("年[度份]?"), pattern_of("月[度份]?")
PERIODS = pattern_of("年月|[统计报]*(?:月份|期间?|时间|日期|周期)")
YEAR_AND_MONTH = pattern_of(r"(20[0-9]{2})[./-]?0?((?:1[0-2]|(?<=[0./-])[1-9]))(?![0-9])")
OF_YEAR = pattern_of(r"^(20[0-9]{2})[./-](?=[0-9]{1,2}$)")
BARE_PERIOD = pattern_of(r"(?:20[0-9]{2}年)?[0-9]{1,4}")
OF_A_YEAR, OF_A_MONTH = pattern_of("20[0-9]{2}年"), pattern_of("[0-9]{1,2}月")
SERIAL = pattern_of(r"(?:序号|编号|No\.?)")
MARK = pattern_of(r"^[0-9]{1,2}\s*[.、)）]\s*(?![0-9])|[:：]\s*$")
IN_BRACKETS = pattern_of(rf"\s*[(（](?:单位[:：]?)?({UNIT}|%|[万亿])[)）]\s*$")
COUNTS = pattern_of(r"^(?:数量|数值|件数|人数|数)\s*[(（][^()（）]{1,4}[)）]$")  # 数量（件）
# a line with a figure of its own heads nothing: 上年同期应办结：25
TOLD = pattern_of(r"[0-9]\s*[件个人名条项通次]|(?<![0-9.])(?!20[0-9]{2}\s*$)[0-9]+(?:\.[0-9]+)?\s*$")
RATE = pattern_of(r"[率比](?:[(（]?%[)）]?)?$")
BARE = pattern_of(r"[-−+↓↑]?[0-9][0-9,]*(?:\.[0-9]+)?")


def told(text: str, asked: Asked) -> str:
    if not FEW <= len(text) <= LONGEST * FEW or not re.search(r"[\n\t]", text):
        return text
    lines = [line for line in text.splitlines() if line.strip() and not RULE.fullmatch(line)]
    lines = [line.replace(",", "\t") for line in lines] if _is_by_commas(lines) else lines
    runs = [(is_row, [cells for _, cells in run]) for is_row, run in groupby(split(lines), key=lambda one: one[0])]
    found: list[str] = []
    is_captioned = False
    for is_row, rows in runs:
        part = _told(rows, asked) if is_row else "\n".join(cells[0] for cells in rows)
        if part is None:
            return text
        found.append("" if is_row and is_captioned else part)  # 2025年数据如下: above a table is of all of it
        is_captioned = not is_row and not TOLD.search(rows[-1][0]) and is_foreign(level(rows[-1][0]), asked)
    return "\n".join(part for part in found if part)


def _is_by_commas(lines: Sequence[str]) -> bool:
    """年度,应轮训人数,已轮训人数 above 2025,320,317."""
    cells = [line.split(",") for line in lines]
    if len(cells) < FEW or len({len(row) for row in cells}) != 1 or len(cells[0]) < FEW:
        return False
    return all(map(is_head, cells[0])) and all(map(is_value, (row[-1] for row in cells[1:])))


def _told(rows: Rows, asked: Asked) -> str | None:
    rows = _with_periods(_without_serials(_without_remarks(rows)))
    if parts := pasted_parts.told(rows, asked):
        return parts
    head = [YEAR_AND_MONTH.sub(r"\1年\2月", name) if YEAR_AND_MONTH.fullmatch(name) else name for name in rows[0]]
    body = rows[1:]
    if any(map(is_value, (cell for cell in head if not YEAR.fullmatch(cell)))) or not body:
        return _line_by_line(rows)
    if not all(len(cells) == len(head) for cells in body):
        return _line_by_line(rows)
    bare, remarks = _apart(head, body)
    if all(is_value(cell) or NOTHING.fullmatch(cell) for cells in bare[1:] for cell in cells):
        told = _without_labels(bare[0], bare[1:], asked)
        return told and ";".join((told, *remarks))
    if all(OF_A_YEAR.fullmatch(cell) for cell in head[1:]) and len(body) == 1 and OF_A_MONTH.fullmatch(body[0][0]):
        return ",".join(f"{year}{body[0][0]}{cell}" for year, cell in zip(head[1:], body[0][1:], strict=True))
    return _crosswise(head, body, asked)


def _without_remarks(rows: Rows) -> Rows:
    """A last column of remarks in which nothing is remarked."""
    is_remarked = any(not NOTHING.fullmatch(cell) for cells in rows[1:] for cell in cells[len(rows[0]) - 1 :])
    return rows if is_remarked or not REMARK.fullmatch(rows[0][-1]) else [cells[: len(rows[0]) - 1] for cells in rows]


def _apart(head: list[str], body: Rows) -> tuple[Rows, list[str]]:
    """The table, and what is remarked in its last column."""
    if not REMARK.fullmatch(head[-1]):
        return [head, *body], []
    return [cells[:-1] for cells in (head, *body)], [cells[-1] for cells in body if not NOTHING.fullmatch(cells[-1])]


def _without_serials(rows: Rows) -> Rows:
    if not SERIAL.fullmatch(rows[0][0]):
        return rows
    return [cells[1:] for cells in rows]


def _with_periods(rows: Rows) -> Rows:
    """9 under 月份 is 9月, 2026 under 年度 a year, and side by side they are 2026年9月."""
    if len(rows[0]) > FEW and YEARS.fullmatch(rows[0][0]) and MONTHS.fullmatch(rows[0][1]):
        both = [f"{cells[0].rstrip('年')}年{cells[1].rstrip('月')}月" for cells in rows[1:] if len(cells) > FEW]
        return [["", *rows[0][2:]], *([period, *cells[2:]] for period, cells in zip(both, rows[1:], strict=False))]
    if PERIODS.fullmatch(rows[0][0]) and all(YEAR_AND_MONTH.fullmatch(cells[0]) for cells in rows[1:]):
        return [["", *rows[0][1:]], *([YEAR_AND_MONTH.sub(r"\1年\2月", cells[0]), *cells[1:]] for cells in rows[1:])]
    sign = next((sign for sign in "年月" if rows[0][0] in (sign, f"{sign}份", f"{sign}度")), "")
    if not sign:
        return rows
    periods = [OF_YEAR.sub(r"\1年", cells[0]) for cells in rows]
    periods = [f"{period}{sign}" if BARE_PERIOD.fullmatch(period) else period for period in periods]
    return [[period, *cells[1:]] for period, cells in zip(periods, rows, strict=True)]


def _line_by_line(rows: Rows) -> str | None:
    """Head and value, head and value; a unit may stand behind them."""
    said = []
    for cells in rows:
        left = [cell for cell in cells if cell]
        if left and left[0].isdecimal() and len(left) > FEW:
            left = left[1:]
        while left:
            if len(left) < FEW or not is_head(left[0]) or not is_value(left[1]):
                return None
            unit = left[2] if len(left) > FEW and UNITS.fullmatch(left[2]) else ""
            said.append(_cell(left[0], left[1], unit))
            left = left[3 if unit else 2 :]
    return ";".join(said)


def _without_labels(head: list[str], body: Rows, asked: Asked) -> str | None:
    """Heads alone above values: of several rows nobody knows which, so all are told."""
    if all(found := chosen(head, asked)):
        name = _only_name(asked)
        return _crosswise(["", *head], [[name, *cells] for cells in body], asked) if name and found else None
    return ";".join(_cell(name, cell) for cells in body for name, cell in zip(head, cells, strict=True) if cell)


def _only_name(asked: Asked) -> str:
    """What is counted in several years, where it is the only one."""
    names = {re.sub("^(?:上年|前年)(?:同月|同期)?", "", part.label) for part in asked.quantities}
    return names.pop() if len(names) == 1 else ""


def _crosswise(head: list[str], body: Rows, asked: Asked) -> str | None:
    """Names on the one side, and on the other what of them is told: 项目, 今年8月, 去年8月."""
    if head[0] and is_foreign(head[0], asked):
        return None
    if any(part.label.startswith("20") for part in asked.quantities) and (told := _by_years(head, body, asked)):
        return told
    labels = [cells[0] for cells in body]
    if any(map(WHOLE.fullmatch, labels)):  # 速裁, 快审, 合计: where each of them is asked for
        parts = [cells for cells in body if not WHOLE.fullmatch(cells[0])]
        if parts and (told := _of_both(head, parts, asked)):
            return told
    counts = [COUNTS.sub("数量", one) for one in head[1:]]
    by_column, by_row = chosen(counts, asked), chosen(labels, asked, head[0])
    if all(by_column):
        table = [[cells[0], *cells[1:]] for cells in body]
    elif all(by_row):
        by_column = by_row
        table = [[name, *(cells[at] for cells in body)] for at, name in enumerate(head) if at]
    else:
        return _of_both(head, body, asked)
    return ";".join(part for cells in table for part in _of_a_name(cells[0], cells[1:], by_column, asked))


def _by_years(head: list[str], body: Rows, asked: Asked) -> str | None:
    """2021年 beside it, 新收 above it, where what is counted is named by its years.

    No sum of both, no year beside them, and no share of two that are told.
    """
    (head, *body), remarks = _apart(head, body)
    years = {str(thing.year) for thing in things(asked) if thing.year}

    def is_kept(name: str) -> bool:
        year = YEAR.match(name)
        return not (WHOLE.fullmatch(name) or RATE.search(name) or (year and year.group() not in years))

    kept = [at for at, name in enumerate(head) if not at or is_kept(name)]
    rows = [[cells[at] for at in kept] for cells in body if is_kept(cells[0])]
    told = _of_both([head[at] for at in kept], rows, asked)
    return told and ";".join((told, *remarks))


def _of_both(head: list[str], body: Rows, asked: Asked) -> str | None:
    """律师服务平台 beside it, 应用 above it: each name by both of them, where all of them are certain."""
    cells = [(cells[0], head[at], cells[at]) for cells in body for at in range(1, len(head)) if cells[at]]
    found = [named_by(IN_BRACKETS.sub("", one), IN_BRACKETS.sub("", other), asked) for one, other, _ in cells]
    if None in found or len(set(found)) < len(found):
        return None
    return ";".join(_cell(str(name), value) for name, (_, _, value) in zip(found, cells, strict=True))


def _of_a_name(name: str, cells: Sequence[str], columns: Sequence[Chosen], asked: Asked) -> list[str]:
    unit = next((cell for cell, of in zip(cells, columns, strict=True) if of == "unit" and cell), "")
    said = []
    for cell, of in zip(cells, columns, strict=True):
        if NOTHING.fullmatch(cell) or of in ("", "unit", "beside"):
            continue
        if of == "remark":
            said.append(cell)
        elif of == "now":
            said.append(_cell(name, cell, unit))
        elif of == "growth":
            said.append(f"{MARK.sub('', name)}同比{cell}")
        elif twin := last_years(MARK.sub("", name), of, asked):
            said.append(_cell(twin, cell, unit))
    return said


def _cell(name: str, value: str, unit: str = "") -> str:
    name = MARK.sub("", name)
    if bracketed := IN_BRACKETS.search(name):
        unit, name = unit or bracketed[1], name[: bracketed.start()]
    return f"{name}:{value}{unit if BARE.fullmatch(value) else ''}"
