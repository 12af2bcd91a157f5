"""台账: a workbook of tables on A3, laid across, headed on every page, each row as high as its text."""

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from domain.tables import Span, Table, Workbook, lines, spans
from exports.cells import OPTIONS, link, merge, write

if TYPE_CHECKING:  # a start need not wait for it
    import xlsxwriter
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Formats = Mapping[str, "Format"]
A3 = 8
TITLE, SUBTITLE, HEAD = 0, 1, 2  # rows above the table
TOP = 3
LINE, ROOM = 13.0, 6.0  # points of a line of the body, and around the lines of a row
TALLEST = 408.75  # points: no row of a sheet is higher
KEPT = 3  # columns that stay when the rest is moved
# by name as an office prints; where one is not installed the reader's program takes its own
TITLE_FONT, HEAD_FONT, BODY_FONT = "方正小标宋简体", "黑体", "宋体"


def draw(facts: Workbook) -> bytes:
    import xlsxwriter

    file = BytesIO()
    workbook = xlsxwriter.Workbook(file, OPTIONS)
    workbook.set_properties({"created": facts.at.replace(tzinfo=None)})
    formats = _formats(workbook)
    pages = [workbook.add_worksheet(table.name) for table in facts.tables]
    for page, table in zip(pages, facts.tables, strict=True):
        _set_up(page, table, facts.page)
        _write_heads(page, table, formats)
        _write_rows(page, table, [other.name for other in facts.tables], formats)
    workbook.close()
    return file.getvalue()


def _formats(workbook: "xlsxwriter.Workbook") -> Formats:
    # as text: what a person types over it stays as it was typed
    cell = {"font_name": BODY_FONT, "font_size": 10, "text_wrap": True, "valign": "vcenter", "num_format": "@"}
    cell |= {"border": 1, "border_color": "#7F7F7F"}
    known = {
        "title": {"font_name": TITLE_FONT, "font_size": 20, "align": "center", "valign": "vcenter", "num_format": "@"},
        "subtitle": {"font_name": BODY_FONT, "font_size": 10, "align": "right", "valign": "vcenter", "num_format": "@"},
        "head": cell | {"font_name": HEAD_FONT, "align": "center", "bg_color": "#EDEDED"},
        "cell": cell,
        "centred": cell | {"align": "center"},
        "link": cell | {"align": "center", "font_color": "#1F4E9C", "underline": 1},
    }
    return {name: workbook.add_format(properties) for name, properties in known.items()}


def _set_up(page: "Worksheet", table: Table, numbers: tuple[str, str, str]) -> None:
    page.set_paper(A3)
    page.set_landscape()
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.center_horizontally()
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEAD)
    before, between, behind = (part.replace("&", "&&") for part in numbers)
    page.set_footer(f"&C&9{before}&P{between}&N{behind}")
    page.freeze_panes(TOP, min(KEPT, len(table.head) - 1))
    for column, width in enumerate(table.widths):
        page.set_column(column, column, width)


def _write_heads(page: "Worksheet", table: Table, formats: Formats) -> None:
    last = len(table.head) - 1
    merge(page, (TITLE, 0), (TITLE, last), table.title, formats["title"])
    merge(page, (SUBTITLE, 0), (SUBTITLE, last), table.subtitle, formats["subtitle"])
    page.set_row(TITLE, 36)
    page.set_row(SUBTITLE, 18)
    for column, title in enumerate(table.head):
        write(page, HEAD, column, title, formats["head"])
    page.set_row(HEAD, 24)


def _write_rows(page: "Worksheet", table: Table, names: list[str], formats: Formats) -> None:
    grouped = list(spans(table.rows, table.merged))
    heights = _heights(table, grouped)
    for row, cells in enumerate(table.rows):
        page.set_row(TOP + row, heights[row])
        for column in range(table.merged, len(cells)):
            style = formats["centred" if column in table.centred else "cell"]
            if to := table.links.get((row, column)):
                link(page, (TOP + row, column), cells[column], (names[to[0]], TOP + to[1]), formats["link"])
            else:
                write(page, TOP + row, column, cells[column], style)
    for span in grouped:
        style = formats["centred" if span.column in table.centred else "cell"]
        text = table.rows[span.first][span.column]
        merge(page, (TOP + span.first, span.column), (TOP + span.last, span.column), text, style)


def _heights(table: Table, grouped: list[Span]) -> list[float]:
    """Of each row in points: of its own cells, and so that a merged one has room in its rows together."""

    def wanted(row: int, column: int) -> float:
        return LINE * lines(table.rows[row][column], table.widths[column]) + ROOM

    columns = range(table.merged, len(table.head))
    found = [max((wanted(row, column) for column in columns), default=LINE) for row in range(len(table.rows))]
    for span in grouped:
        lacking = wanted(span.first, span.column) - sum(found[span.first : span.last + 1])
        if lacking > 0:
            found[span.last] += lacking
    return [min(height, TALLEST) for height in found]
