"""A table told cell by cell, each value behind the names of its row and of its column: 中央交办 交办数11, 化解数11.

Columns of what is wanted or was before are left out; of rows that come out in a last one that one alone is told.
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.any_trade.slots import form_of
from domain.reader.asked import Asked
from domain.reader.masking import is_asked
from domain.reader.uncounted import PERIOD

CELLS = pattern_of(r"\t| {2,}|\s*[|]\s*")
VALUE = pattern_of(r"[0-9][0-9,]*(?:\.[0-9]+)?(?P<unit>[%‰]|万?[一-鿿]{0,3})")
PAIR = pattern_of(r"([0-9.,]+)\s*/\s*([0-9.,]+)")
PAIR_HEAD = pattern_of(r"\(?([一-鿿]{2,8})/([一-鿿]{2,8})\)?:?")
UNIT = pattern_of(r"\s*\((?:单位:?)?([一-鿿%]{1,4})\)\s*$")
SUM = pattern_of(r"合\s*计|总\s*计|总\s*数|全[市县区院局校]")
LEFT_OUT = pattern_of("目标|任务|计划|要求|标准|去年|上年|同期|同比|环比|增幅|增减|序号|编号|备注|说明|责任|科室|日期")
NOT_ASKED = "同期"
# where it is asked how much less it was than the year before
OTHERS = pattern_of("目标|任务|计划|要求|标准|同比|环比|[增降升]幅|增减|序号|编号|备注|说明|责任|科室|日期")
BARE = pattern_of(
    "(?:本[期季月年]|[上下]?半年|[一二三四]季度|今年|实际)?(?:数[量值据]?|完成[数值]?|实际|结果|情况|值)?"
)
LEAST = 2


def told(text: str, asked: Asked) -> str:
    """As it stands where it is no table."""
    lines = [line for line in level(text).splitlines() if line.strip()]
    at = next((at for at, line in enumerate(lines) if _is_head(line)), None)
    if at is None:
        return text
    head, is_compared = _cells(lines[at]), any(form_of(demand) in ("fall", "growth") for demand in asked.demands)
    rows: list[list[str]] = []
    for line in lines[at + 1 :]:
        cells = _row(line, head)
        if cells is None:
            break
        rows.append(cells)
    found = _told(_of_period(head, asked), rows, OTHERS if is_compared else LEFT_OUT) if rows else ""
    rest = [*lines[:at], found, *lines[at + 1 + len(rows) :]]
    return "\n".join(line for line in rest if line) if found else text


def _is_head(line: str) -> bool:
    cells = _cells(line)
    return len(cells) >= LEAST and not any(sign.isdigit() for cell in cells for sign in PERIOD.sub("", cell))


def _cells(line: str) -> list[str]:
    if pair := PAIR_HEAD.fullmatch(line.strip()):
        return ["", *pair.groups()]
    cells = [cell.strip() for cell in CELLS.split(line.strip("\n|"))]
    return ["", *cells[1:]] if cells and not cells[0] else cells


def _row(line: str, head: Sequence[str]) -> list[str] | None:
    """With its name first, or empty where it has none."""
    if (pair := PAIR.search(line)) and len(head) == LEAST + 1 and not head[0]:
        return [line[: pair.start()].strip(" :"), *pair.groups()]
    cells = [cell for cell in _cells(line) if cell]
    if len(cells) == len(head) and all(map(VALUE.fullmatch, cells)):
        return ["", *cells]
    if not cells or VALUE.fullmatch(cells[0]) or len(cells) not in (len(head), len(head) + 1):
        return None
    return cells


def _of_period(head: list[str], asked: Asked) -> list[str]:
    """一季度 beside 二季度: of the period that is asked about, where it stands among them, and of no other one."""
    spans = [PERIOD.fullmatch(name) for name in head]
    own = [span is not None and is_asked(span, asked.period) for span in spans]
    if asked.period is None or sum(own) != 1:
        return head
    return [name if is_own or not span else NOT_ASKED for name, span, is_own in zip(head, spans, own, strict=True)]


def _told(head: list[str], rows: list[list[str]], left_out: "re.Pattern[str]") -> str:
    width = len(rows[0])
    names = head if len(head) == width else ["", *head]
    if any(len(cells) != width for cells in rows) or width < LEAST:
        return ""
    kept = [at for at in range(1, width) if not left_out.search(names[at])]
    if not kept or not all(VALUE.fullmatch(cells[at]) for cells in rows for at in kept):
        return ""
    sums = [cells for cells in rows if SUM.fullmatch(cells[0])]
    if sums and not _comes_out(rows, kept):
        return ""
    return "；".join("，".join(_cell(cells, names[at], at) for at in kept) for cells in sums or rows)


def _comes_out(rows: list[list[str]], kept: Sequence[int]) -> bool:
    """The last of them is the sum of the others, in each column that no share stands in."""
    if not SUM.fullmatch(rows[-1][0]) or len(rows) <= LEAST:
        return False
    numbers = [at for at in kept if not any("%" in cells[at] for cells in rows)]
    return all(sum(_number(cells[at]) for cells in rows[:-1]) == _number(rows[-1][at]) for at in numbers)


def _number(cell: str) -> Fraction:
    return Fraction(re.sub("[^0-9.]", "", cell))


def _cell(cells: Sequence[str], column: str, at: int) -> str:
    row, unit = ("" if SUM.fullmatch(cells[0]) else cells[0]), ""
    for name in (row, column):
        unit = found[1] if (found := UNIT.search(name)) else unit
    row, column = (UNIT.sub("", name) for name in (row, column))
    value = VALUE.fullmatch(cells[at])
    is_bare = value is not None and not value["unit"]
    return f"{row}{'' if row and BARE.fullmatch(column) else column}{cells[at]}{unit if is_bare else ''}"
