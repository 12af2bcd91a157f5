"""Tables in black rules: the head stands on every page anew, no row is split."""

from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate, pairwise

from domain.official import WIDTH, Bar, Form, Table
from exports.word.styles import CENTRE, LEFT
from exports.word.text import breadth, paragraph, sides

MM = 1440 / 25.4  # twentieths of a point
LABEL = 28  # mm, of a form
ROOM = 32  # mm, of what is still to come
LONG = 700  # characters: a row as high as this is let over the page
BARS = {"red": ("C00000", "FFFFFF"), "yellow": ("FFD400", "000000"), "blue": ("1F4E9E", "FFFFFF")}  # ground, letters
KEPT = "<w:cantSplit/>"


def table(found: Table) -> str:
    head = _row([_cell(paragraph("Head", text), width) for text, width in zip(found.head, found.widths, strict=True)])
    return _table(
        found.widths, [head.replace(KEPT, f"{KEPT}<w:tblHeader/>", 1), *(_line(found, r) for r in found.rows)]
    )


def _line(found: Table, row: Sequence[str]) -> str:
    """One cell alone heads the rows below it."""
    if len(row) == 1:
        return _row([_cell(paragraph("Head", row[0], f"<w:keepNext/>{LEFT}"), WIDTH, span=len(found.widths))])
    aligned = [LEFT if column in found.left else CENTRE for column in range(len(row))]
    return _row(
        [
            _cell(paragraph("Cell", text, align), width)
            for text, width, align in zip(row, found.widths, aligned, strict=True)
        ]
    )


def form(found: Form) -> str:
    """Labels left, what is said right of them; two pairs of a line share it evenly."""
    half = WIDTH // 2
    grid = (LABEL, half - LABEL, LABEL, WIDTH - half - LABEL)
    rows = []
    for number, line in enumerate(found.lines):
        cells = []
        widths = [grid[1], grid[3]] if len(line) == 2 else [WIDTH - LABEL]
        for (label, said), width in zip(line, widths, strict=True):
            paragraphs = [paragraph("Entry", one) for one in said.splitlines() or [""]]
            span = 1 if len(line) == 2 else 3
            cells += [_cell(paragraph("Label", label), LABEL), _cell("".join(paragraphs), width, span)]
        rows.append(_row(cells, ROOM if number in found.room else 14, whole=_height(line) < LONG))
    return _table(grid, rows)


def _height(line: Iterable[tuple[str, str]]) -> float:
    return max(sum(max(20, breadth(one)) for one in said.splitlines() or [""]) for _, said in line)


def bar(found: Bar) -> str:
    ground, letters = BARS[found.colour]
    text = paragraph("Bar", found.text, properties=f'<w:color w:val="{letters}"/>')
    return _table((WIDTH,), [_row([_cell(text, WIDTH, ground=ground)])], rule=ground)


def colophon(rows: Iterable[tuple[str, str]]) -> str:
    """版记: rules above, below and between."""
    return _table(
        (WIDTH,), [_row([_cell(sides("Colophon", *row), WIDTH)]) for row in rows], ruled=("top", "bottom", "insideH")
    )


SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def _table(widths: Sequence[int], rows: Iterable[str], rule: str = "000000", ruled: Collection[str] = SIDES) -> str:
    edges = [round(edge * MM) for edge in (0, *accumulate(widths))]
    columns = [right - left for left, right in pairwise(edges)]
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{rule}"/>' for side in SIDES if side in ruled
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{rules}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="20" w:type="dxa"/>'
        f'<w:left w:w="85" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(cells: Iterable[str], least: int = 0, *, whole: bool = True) -> str:
    height = f'<w:trHeight w:val="{round(least * MM)}" w:hRule="atLeast"/>' if least else ""
    return f"<w:tr><w:trPr>{KEPT if whole else ''}{height}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(content: str, width: int, span: int = 1, ground: str = "") -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{round(width * MM)}" w:type="dxa"/>{spanned}{shade}<w:vAlign w:val="center"/>'
        f"</w:tcPr>{content}</w:tc>"
    )
