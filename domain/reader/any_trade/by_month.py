"""The months of the period one by one, and no sum told: 4月17户405天 5月19户442天 6月16户377天."""

from collections.abc import Sequence
from dataclasses import replace

from domain.numbers import chinese
from domain.patterns import pattern_of
from domain.reader.any_trade.told import TOTAL, Told
from domain.reader.asked import Asked
from domain.reader.masking import CODE, clean

MONTH = pattern_of("(?<![0-9一二三四五六七八九十])([0-9]{1,2}|[一二三四五六七八九十]{1,2})月份?")

STOCK = pattern_of("[月季]底|[月季]末|累计|截[至止到]|滚动|现有|在[册库用]")  # what there was then is not added up


def added_up(text: str, told: Sequence[Told], asked: Asked) -> list[Told]:
    """Nothing, unless each month has as many figures in the same units."""
    marks = list(MONTH.finditer(clean(text) or ""))
    period = asked.period
    if period is None or not told or STOCK.search(text) or any(TOTAL.search(one.said) for one in told):
        return []
    months = [int(mark[1]) if mark[1].isdecimal() else chinese(mark[1]) for mark in marks]
    if len(months) < 2 or months != list(range(period.start.month, period.end.month + 1)):
        return []
    stops = [*(mark.start() for mark in marks[1:]), len(text)]
    rows = [
        [one for one in told if mark.end() <= one.amount.start < stop] for mark, stop in zip(marks, stops, strict=True)
    ]
    width = len(rows[0])
    *_, last = rows
    rows, rest = [row[:width] for row in rows], last[width:]
    units = {tuple(one.amount.unit for one in row) for row in rows}
    is_all = all(one in last or any(one in row for row in rows) for one in told)
    if any(one.sort or one.amount.sort != "number" for row in rows for one in row):
        return []
    if len(units) != 1 or not width or not is_all or any(len(row) != width for row in rows):
        return []
    return [*(_sum(column) for column in zip(*rows, strict=True)), *rest]


def _sum(column: Sequence[Told]) -> Told:
    first = column[0]
    total = sum((one.amount.value for one in column[1:]), first.amount.value)
    return replace(first, amount=replace(first.amount, value=total), said=first.said.replace(CODE, ""))
