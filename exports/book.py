"""A workbook: every cell is text, so that nothing in it is ever computed; doubtful cells are coloured."""

from io import BytesIO
from typing import TYPE_CHECKING

from domain.paper import Book, Sheet
from exports.cells import OPTIONS, write

if TYPE_CHECKING:  # a start need not wait for it
    import xlsxwriter

DOUBTFUL = "#FFE699"
HEAD = "#D9E1F2"
MARK = "duban"  # the property of the file that says which document it is of


def draw(book: Book) -> bytes:
    import xlsxwriter

    file = BytesIO()
    workbook = xlsxwriter.Workbook(file, OPTIONS)
    # as text: what a person types over it stays as it was typed
    common = {"text_wrap": True, "valign": "top", "num_format": "@", "border": 1, "border_color": "#BFBFBF"}
    formats = {
        "plain": workbook.add_format(common),
        "doubtful": workbook.add_format(common | {"bg_color": DOUBTFUL}),
        "head": workbook.add_format(common | {"bg_color": HEAD, "bold": True}),
    }
    for sheet in book.sheets:
        _write(workbook, sheet, formats)
    if book.mark is not None:
        workbook.set_custom_property(MARK, f"{book.mark.document}.{book.mark.rev}.{book.mark.hash}", "text")
    workbook.close()
    return file.getvalue()


def _write(workbook: "xlsxwriter.Workbook", sheet: Sheet, formats: dict[str, "xlsxwriter.format.Format"]) -> None:
    page = workbook.add_worksheet(sheet.title)
    page.freeze_panes(1, 1)
    for column, (title, width) in enumerate(zip(sheet.head, sheet.widths, strict=True)):
        page.set_column(column, column, width, formats["plain"])
        write(page, 0, column, title, formats["head"])
    for row, cells in enumerate(sheet.rows):
        for column, text in enumerate(cells):
            style = formats["doubtful" if (row, column) in sheet.doubtful else "plain"]
            write(page, row + 1, column, text, style)
