"""The one place that writes into a sheet: strings as strings, so that nothing in a cell is ever computed.

A structure test sees to it that nobody else does.
"""

from typing import TYPE_CHECKING

from domain.wellformed import cut, wellformed

if TYPE_CHECKING:  # a start need not wait for it
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MARKUP = "<r>", "</r>"  # of rich strings
LONGEST = 32_767  # UTF-16 units; Office repairs a file that has more in a cell
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def carried(text: str) -> str:
    """As a cell can have it. What the library would take for markup of its own is made to look other."""
    found = cut(wellformed(text), LONGEST - 1)
    return f"{found} " if found.startswith(MARKUP[0]) and found.endswith(MARKUP[1]) else found


def write(page: "Worksheet", row: int, column: int, text: str, style: "Format") -> None:
    if shown := carried(text):
        page.write_string(row, column, shown, style)
    else:
        page.write_blank(row, column, None, style)


def merge(page: "Worksheet", first: tuple[int, int], last: tuple[int, int], text: str, style: "Format") -> None:
    """One cell from the first corner to the last."""
    if first != last:
        page.merge_range(*first, *last, "", style)
    write(page, *first, text, style)


def link(page: "Worksheet", at: tuple[int, int], text: str, to: tuple[str, int], style: "Format") -> None:
    """A way to a row of another sheet: its name, one of ours, and the row from 0."""
    name, row = to
    write(page, *at, text, style)
    page.write_url(*at, f"internal:'{name}'!A{row + 1}", style, carried(text))
