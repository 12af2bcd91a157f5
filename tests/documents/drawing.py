"""How an office draws its documents: rows out of lines, cells merged, numbers counted by the program."""

import html
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table
from docx.text.paragraph import Paragraph
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Rows = list[list[str]]


def rows_of(text: str) -> Rows:
    """One row a line, its cells parted by |, ¶ a line break in a cell; a line without | is as wide as the table."""
    return [[cell.replace("¶", "\n") for cell in line.split("|")] for line in text.strip("\n").split("\n")]


def spans(rows: Rows, column: int, first: int = 0) -> Iterator[tuple[int, int]]:
    """From row to row (both included): a filled cell and the blank ones below it; a full-width row ends it."""
    start = first
    for row in range(first + 1, len(rows) + 1):
        if row == len(rows) or len(rows[row]) == 1 or rows[row][column] or len(rows[start]) == 1:
            if row - start > 1:
                yield start, row - 1
            start = row


def table_of(document: Word, rows: Rows, merged: Sequence[int] = (), head: int = 1) -> Table:
    """A table with a grid; blanks of the `merged` columns belong to the cell above, below `head` rows."""
    width = max(map(len, rows))
    table: Table = document.add_table(len(rows), width, style="Table Grid")
    for row, drawn in zip(rows, table.rows, strict=True):
        for text, cell in zip(row, drawn.cells, strict=False):
            cell.text = text
    for number, row in enumerate(rows):
        if len(row) == 1 and width > 1:
            merge(table, number, 0, number, width - 1)
    for column in merged:
        for start, end in spans(rows, column, head):
            merge(table, start, column, end, column)
    return table


def merge(table: Table, top: int, left: int, bottom: int, right: int) -> None:
    """The upper left text stays alone; Word would keep an empty paragraph of each other cell."""
    text = table.cell(top, left).text
    table.cell(top, left).merge(table.cell(bottom, right)).text = text


def numbering(document: Word, *levels: tuple[str, str]) -> int:
    """A numbering of its own: (format, text) a level, such as ("chineseCounting", "%1、"). Its id."""
    part = document.part.numbering_part.element
    name = str(900 + len(part))
    drawn = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(levels)
    )
    kinds = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{name}">{drawn}</w:abstractNum>')
    part.insert(0, kinds)
    return int(part.add_num(int(name)).numId)


def counted(paragraph: Paragraph, numbers: int, level: int = 0) -> None:
    """Word counts this paragraph: its number is printed and stands nowhere in the text."""
    marks = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{numbers}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(marks))


def word(*paragraphs: str) -> Word:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return document


def saved(file: Word | Workbook) -> bytes:
    bytes_ = BytesIO()
    file.save(bytes_)
    return bytes_.getvalue()


def fill(sheet: Worksheet, rows: Iterable[Sequence[Any]], merged: Sequence[int] = (), head: int = 1) -> None:
    """Rows below what stands there; blanks merged upwards as in a table of Word, full-width rows over all columns."""
    drawn = [list(row) for row in rows]
    width = max(map(len, drawn))
    above = sheet.max_row if sheet.max_row > 1 or sheet["A1"].value is not None else 0
    for number, row in enumerate(drawn, above + 1):
        for column, value in enumerate(row, 1):
            if value != "":
                sheet.cell(number, column, value)
        if len(row) == 1:
            sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=width)
    for column in merged:
        for start, end in spans(drawn, column, head):
            sheet.merge_cells(
                start_row=above + start + 1, end_row=above + end + 1, start_column=column + 1, end_column=column + 1
            )


def html_rows(rows: Rows, merged: Sequence[int] = (), tag: str = "td") -> str:
    """<tr> by <tr>, with rowspan for blanks of the `merged` columns and colspan for full-width rows."""
    width = max(map(len, rows))
    tall = {(start, column): end - start + 1 for column in merged for start, end in spans(rows, column)}
    covered = {(row, column) for (start, column), high in tall.items() for row in range(start + 1, start + high)}
    lines = []
    for number, row in enumerate(rows):
        if len(row) == 1:
            lines.append(f'<tr><{tag} colspan="{width}">{html.escape(row[0])}</{tag}></tr>')
            continue
        cells = [
            f"<{tag}{_tall(tall.get((number, column)))}>{html.escape(text).replace(chr(10), '<br>')}</{tag}>"
            for column, text in enumerate(row)
            if (number, column) not in covered
        ]
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return "\n".join(lines)


def _tall(rows: int | None) -> str:
    return f' rowspan="{rows}"' if rows else ""
