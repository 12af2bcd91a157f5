"""The lines of a text as rows of cells, where they are pasted out of a spreadsheet: parted by tabs, bars or blanks."""

from collections.abc import Sequence

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.notation import UNIT

FEW = 2  # cells, or lines, that make a table
GAP = pattern_of(r"[^\S\n\t]{2,}")
NOTHING = pattern_of(r"[-—–/\s]*")
FIGURE = rf"[-−+↓↑]?[0-9][0-9,]*(?:\.[0-9]+)?\s*[万亿wW]?(?:{UNIT}|%)?"
VALUE = pattern_of(FIGURE)
HEAD = pattern_of(r"(?=.*[一-鿿])[^,，;；。:：!！?？=]{1,30}")

Rows = list[list[str]]


def split(lines: Sequence[str]) -> list[tuple[bool, list[str]]]:
    """Each line with its cells, and whether it is a row of a table: one sign by itself is of one beside others only."""
    rows = [cells_of(level(line)) for line in lines]
    plain = [len(cells) >= FEW and all(map(_is_cell, cells)) for cells in rows]
    if not any(plain) and len(lines) >= FEW * FEW and (upright := _upright([level(line).strip() for line in lines])):
        return [(True, cells) for cells in upright]
    several = plain.count(True) >= FEW or any("\t" in line for line in lines)
    return [
        (True, cells) if ok and several else (False, [line])
        for ok, cells, line in zip(plain, rows, lines, strict=True)
    ]  # fmt: skip


def cells_of(line: str) -> list[str]:
    if "\t" in line:
        return [cell.strip() for cell in line.split("\t")]
    if line.count("|") >= FEW:
        return [cell.strip() for cell in line.strip().strip("|").split("|")]
    wide = [cell.strip() for cell in GAP.split(line.strip())]
    return wide if len(wide) >= FEW else line.split()


def _is_cell(cell: str) -> bool:
    return bool(NOTHING.fullmatch(cell) or VALUE.fullmatch(cell) or HEAD.fullmatch(cell))


def _upright(cells: Sequence[str]) -> Rows:
    """Heads and values one a line, in turn or all heads first."""
    half = len(cells) // FEW
    for heads, values in ((cells[::2], cells[1::2]), (cells[:half], cells[half:])):
        if len(heads) == len(values) and all(map(is_head, heads)) and all(map(is_value, values)):
            return [[head, value] for head, value in zip(heads, values, strict=True)]
    return []


def is_value(cell: str) -> bool:
    return bool(VALUE.fullmatch(cell)) and not is_head(cell)


def is_head(cell: str) -> bool:
    """2026 at the head of a row or column is a year."""
    return bool(HEAD.fullmatch(cell)) and not VALUE.fullmatch(cell)
