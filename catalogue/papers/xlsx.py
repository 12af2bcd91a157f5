"""Excel (.xlsx): each sheet one table, figures as people see them, merged ranges as one cell."""

import re
from collections.abc import Iterator

from lxml.etree import _Element
from openpyxl.styles.numbers import BUILTIN_FORMATS

from catalogue.papers.package import Package
from catalogue.papers.paper import Paper, Place, Table
from catalogue.papers.printed import printed
from catalogue.papers.sheet import S, Sheet, Written, read_sheet
from catalogue.papers.sheet_formats import shown, worded
from catalogue.papers.sheet_table import cells_of

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read_xlsx(package: Package) -> Paper:
    book = _Book(package)
    tables: list[Table] = []
    problems: list[str] = []
    for title, is_hidden, part in book.sheets():
        sheet = read_sheet(package, part)
        texts = {place: text for place, cell in sheet.cells.items() if (text := book.text(cell))}
        cells = cells_of(sheet, texts, book.remarks(part))
        problems += _problems(title, sheet)
        if cells:
            tables.append(Table(cells, len(tables) + 1, caption=title, is_hidden=is_hidden))
    return Paper("xlsx", tuple(tables), tuple(problems))


class _Book:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._root = package.tree(package.main)
        strings = package.related(package.main, "sharedStrings")
        self._strings = [] if strings is None else [_rich(one) for one in strings.iterfind(f"{S}si")]
        self._formats = _formats(package.related(package.main, "styles"))
        settings = self._root.find(f"{S}workbookPr")
        self._is_1904 = settings is not None and settings.get("date1904") in ("1", "true")

    def sheets(self) -> Iterator[tuple[str, bool, str]]:
        """Name, whether hidden, part; sheets of charts have no cells."""
        parts = {one.id: one.part for one in self._package.relations(self._package.main) if one.kind == "worksheet"}
        for sheet in self._root.iterfind(f"{S}sheets/{S}sheet"):
            part = parts.get(str(sheet.get(_R)), "")
            if part.lower() in self._package.parts:
                yield printed(str(sheet.get("name"))), sheet.get("state", "visible") != "visible", part

    def remarks(self, part: str) -> dict[str, str]:
        """A1 → comment."""
        root = self._package.related(part, "comments")
        if root is None:
            return {}
        return {
            str(one.get("ref")): printed(_rich(text))
            for one in root.iterfind(f"{S}commentList/{S}comment")
            if (text := one.find(f"{S}text")) is not None
        }

    def text(self, cell: Written) -> str:
        code = self._formats[cell.style] if cell.style < len(self._formats) else "General"
        if cell.kind == "s":
            at = int(cell.raw) if cell.raw.isdecimal() else -1
            return printed(worded(self._strings[at], code)) if 0 <= at < len(self._strings) else ""
        if cell.kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(cell.raw, "")
        if cell.kind == "d":
            year = re.match(r"(\d{4})-(\d\d)-(\d\d)", cell.raw)
            return f"{int(year[1])}年{int(year[2])}月{int(year[3])}日" if year else cell.raw
        if cell.kind in ("str", "inlineStr", "e"):
            return printed(worded(cell.raw, code))
        try:
            return printed(shown(cell.raw, code, self._is_1904)) if cell.raw else ""
        except ValueError:
            return printed(cell.raw)


def _rich(item: _Element) -> str:
    """The text of all its runs; how it is pronounced stands beside it and is left out."""
    plain = "".join(one.text or "" for one in item.iterfind(f"{S}t"))
    return _unescaped(plain + "".join(one.text or "" for one in item.iterfind(f"{S}r/{S}t")))


def _unescaped(text: str) -> str:
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found.group(1), 16)), text)


def _formats(root: _Element | None) -> list[str]:
    """Number formats by the style of a cell."""
    if root is None:
        return []
    own = {str(one.get("numFmtId")): str(one.get("formatCode")) for one in root.iterfind(f"{S}numFmts/{S}numFmt")}
    usual = {str(key): code for key, code in BUILTIN_FORMATS.items()}
    known = usual | {str(key): "yyyy-mm-dd" for key in (*range(27, 32), 36, *range(50, 55), 57, 58)} | own
    return [known.get(str(one.get("numFmtId")), "General") for one in root.iterfind(f"{S}cellXfs/{S}xf")]


def _problems(title: str, sheet: Sheet) -> Iterator[str]:
    if sheet.uncalculated:
        places = _listed(sheet.uncalculated)
        yield f"工作表「{title}」的 {places} 是公式，还没有算出结果，按空白读。请在 Excel 中打开并保存后重发。"
    if sheet.faulty:
        yield f"工作表「{title}」的 {_listed(sheet.faulty)} 公式出错，请核对。"
    # Often all rows and columns around a table are hidden: only those in which something stands are told of.
    if rows := {row for row, _ in sheet.cells} & sheet.hidden_rows:
        yield f"工作表「{title}」隐藏的第 {_listed(_runs(sorted(rows)))} 行没有读。"
    if columns := {column for _, column in sheet.cells} & sheet.hidden_columns:
        named = [_letters(column) for column in sorted(columns)]
        yield f"工作表「{title}」隐藏的 {_listed(named)} 列没有读。"


def _listed(places: list[str]) -> str:
    return "、".join(places[:20]) + (f" 等 {len(places)} 处" if len(places) > 20 else "")


def _runs(rows: list[int]) -> list[str]:
    """3, 4, 5, 9 (from 0) → 4–6, 10."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    return [str(first + 1) if first == last else f"{first + 1}–{last + 1}" for first, last in runs]


def _letters(column: int) -> str:
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def written(package: Package) -> dict[str, dict[Place, str]]:
    """The texts of each sheet by their places in the file, what is hidden included."""
    book = _Book(package)
    return {
        title: {place: text for place, cell in read_sheet(package, part).cells.items() if (text := book.text(cell))}
        for title, _, part in book.sheets()
    }
