"""Sheets that came back as rows with named cells: which are new, which are gone, which say something else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from catalogue.papers.paper import Place
from catalogue.reading.sheets import HEADS
from domain.paper import Sheet

Cells = dict[str, dict[Place, str]]  # what a workbook holds, by sheet


@dataclass(frozen=True)
class Row:
    """`was` are its cells as they were sent out; empty where it is new. `line` is its number in the file."""

    line: int
    cells: Mapping[str, str]
    was: Mapping[str, str]

    def is_changed(self, column: str) -> bool:
        return self.cells[column] != self.was.get(column, "")


@dataclass(frozen=True)
class Changed:
    """One cell; `row` says which line of the sheet it is in, in words."""

    sheet: str
    row: str
    column: str  # empty where the whole line is new or gone
    old: str
    new: str


@dataclass(frozen=True)
class Broken:
    """A cell that cannot be read: 要求!D7, and why, in Chinese."""

    place: str
    why: str


class NotASheet(Exception):
    """The sheet, or one of its columns, is not there any more."""


REMARKS = "存疑"  # what the program says of a line; nobody's words


def rows_of(sheet: Sheet, cells: Mapping[Place, str], keys: Sequence[str]) -> list[Row]:
    """Each with the line as it was sent out, found by what stands in the columns of its key."""
    columns = _columns(sheet, cells)
    sent = {tuple(row[sheet.head.index(key)] for key in keys): row for row in sheet.rows}
    found = []
    for line in sorted({row for row, _ in cells} - {0}):
        texts = {name: cells.get((line, column), "") for name, column in columns.items()}
        if any(text for name, text in texts.items() if name != REMARKS):
            was = sent.get(tuple(texts[key] for key in keys))
            found.append(Row(line + 1, texts, dict(zip(sheet.head, was, strict=True)) if was else {}))
    return found


def _columns(sheet: Sheet, cells: Mapping[Place, str]) -> dict[str, int]:
    heads = {text: column for (row, column), text in sorted(cells.items(), reverse=True) if row == 0}
    missing = [name for name in HEADS[sheet.title] if name not in heads and name != REMARKS]
    if missing:
        raise NotASheet(f"工作表“{sheet.title}”没有“{missing[0]}”一栏")
    return {name: heads[name] for name in HEADS[sheet.title] if name in heads}


def changes(sheet: Sheet, rows: Sequence[Row], keys: Sequence[str], told: str) -> Iterator[Changed]:
    """Cell by cell, in the order of the sheet; `told` is the column that says what a line is about."""
    there = {tuple(row.was[key] for key in keys) for row in rows if row.was}
    for row in rows:
        name = " ".join(row.cells[key] for key in keys)
        if not row.was:
            yield Changed(sheet.title, name, "", "", row.cells[told])
            continue
        for column in row.cells:
            if column != REMARKS and row.is_changed(column):
                yield Changed(sheet.title, name, column, row.was[column], row.cells[column])
    for sent in sheet.rows:
        was = dict(zip(sheet.head, sent, strict=True))
        if tuple(was[key] for key in keys) not in there:
            yield Changed(sheet.title, " ".join(was[key] for key in keys), "", was[told], "")


def place(sheet: str, row: Row, column: str) -> str:
    """Letters as the head stands in what was sent out."""
    return f"{sheet}!{chr(ord('A') + HEADS[sheet].index(column))}{row.line}"
