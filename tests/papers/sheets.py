"""Excel files for tests."""

import io
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def sheet(rows: Sequence[Sequence[object]], formats: Mapping[str, str] | None = None) -> tuple[Workbook, Worksheet]:
    book = Workbook()
    made = book.active
    assert isinstance(made, Worksheet)
    for row in rows:
        made.append(list(row))
    for place, code in (formats or {}).items():
        made[place].number_format = code
    return book, made
