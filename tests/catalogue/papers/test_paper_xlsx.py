import io
from datetime import date, datetime, time

import pytest
import xlsxwriter
from openpyxl.comments import Comment

from catalogue.papers.paper import Refused
from tests.papers import sheets
from tests.papers.sketch import only_table, opened, rows
from tests.papers.zips import packed, parts_of, rewritten

HEAD = ["序号", "指标", "部门"]


def test_merged_ranges_are_one_cell_and_blanks_are_cells() -> None:
    book, sheet = sheets.sheet([["测评体系"], HEAD, [1, "每年 2 次", "政治部"], [None, "每月报告", None]])
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A3:A4")
    table = only_table(sheets.saved(book))
    assert (table.caption, table.line, table.is_hidden, table.is_bordered) == ("Sheet", 1, False, True)
    assert rows(table) == [
        ["测评体系", "<", "<"],
        HEAD,
        ["1", "每年 2 次", "政治部"],
        ["^", "每月报告", ""],
    ]


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.925, "0.0%", "92.5%"),
        (0.9, "0%", "90%"),
        (0.925, "0%", "93%"),
        (1, "0.00%", "100.00%"),
        (-0.05, "0.0%", "-5.0%"),
        (0.925, "General", "0.925"),
        (0.1 + 0.2, "General", "0.3"),
        (12.0, "General", "12"),
        (12345678901, "General", "12345678901"),
        (1234.5, "#,##0.00", "1,234.50"),
        (1234567, "#,##0", "1,234,567"),
        (3.14159, "0.00", "3.14"),
        (7, "00", "07"),
        (2.5, "0.##", "2.5"),
        (30, '0"天"', "30天"),
        (95, '0.0"%"', "95.0%"),
        (0.95, '"≥"0%', "≥95%"),
        (2, "0件以上", "2件以上"),
        (90, "≥0", "≥90"),
        (5, "[Red]0;[Blue]-0", "5"),
        (-5, "0_);(0)", "(5)"),
        (5000, "[$¥-804]#,##0", "¥5,000"),
        (5, "# ?/?", "5"),
        (12345, '0.0,"千"', "12345"),
        (0.5, "[>1]0;0.0", "0.5"),
        (0, '0;-0;"—"', "0"),
        (1e-7, "General", "0.0000001"),
        (date(2026, 6, 30), "yyyy-mm-dd", "2026年6月30日"),
        (datetime.fromisoformat("2026-06-30 09:05"), "yyyy/m/d h:mm", "2026年6月30日 09:05"),
        (date(2026, 6, 30), 'yyyy"年"m"月"', "2026年6月"),
        (date(2026, 6, 30), 'm"月"d"日"', "6月30日"),
        (date(2026, 6, 30), "[$-804]yyyy年m月d日;@", "2026年6月30日"),
        (time(14, 30), "h:mm", "14:30"),
        (True, "General", "TRUE"),
        ("人民", '@"医院"', "人民医院"),
        ("９５％\u200b以上\r\n第二行", "General", "９５％以上\n第二行"),
        ("=1+1", "@", "=1+1"),
    ],
)
def test_figures_are_read_as_they_are_shown(value: object, code: str, text: str) -> None:
    book, sheet = sheets.sheet([[value]])
    sheet["A1"].number_format = code
    if isinstance(value, str):
        sheet["A1"].data_type = "s"
    assert rows(only_table(sheets.saved(book))) == [[text]]


def test_a_formula_is_read_by_its_result_and_named_where_it_has_none() -> None:
    book, _ = sheets.sheet([["指标", "目标"], ["甲", "=1+1"], ["乙", "=1/0"], ["丙", 3]])
    data = rewritten(
        sheets.saved(book),
        lambda part: part.replace(b"<f>1/0</f><v></v>", b"<f>1/0</f><v>2.5</v>").replace(
            b"<f>1/0</f><v/>", b"<f>1/0</f><v>2.5</v>"
        ),
    )
    paper = opened(data)
    assert rows(paper.tables[0]) == [["指标", "目标"], ["甲", ""], ["乙", "2.5"], ["丙", "3"]]
    assert paper.problems == ("工作表「Sheet」的 B2 是公式，还没有算出结果，按空白读。请在 Excel 中打开并保存后重发。",)


def test_hidden_rows_and_columns_are_left_out_and_told_of() -> None:
    book, sheet = sheets.sheet([["A", "B", "C"], ["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"], ["x", "y", "z"]])
    sheet.row_dimensions[2].hidden = sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    paper = opened(sheets.saved(book))
    assert rows(paper.tables[0]) == [["A", "C"], ["7", "9"], ["x", "z"]]
    assert paper.problems == ("工作表「Sheet」隐藏的第 2–3 行没有读。", "工作表「Sheet」隐藏的 B 列没有读。")


def test_a_merged_cell_whose_first_row_is_hidden_keeps_its_text() -> None:
    book, sheet = sheets.sheet([["甲", "1"], [None, "2"], [None, "3"]])
    sheet.merge_cells("A1:A3")
    sheet.row_dimensions[1].hidden = True
    assert rows(opened(sheets.saved(book)).tables[0]) == [["甲", "2"], ["^", "3"]]


def test_hidden_sheets_are_tables_that_are_hidden() -> None:
    book, _ = sheets.sheet([["甲", "1"]])
    other = book.create_sheet("底稿")
    other.append(["乙", "2"])
    other.sheet_state = "veryHidden"
    book.create_sheet("空表")
    tables = opened(sheets.saved(book)).tables
    assert [(table.caption, table.is_hidden) for table in tables] == [("Sheet", False), ("底稿", True)]


def test_a_comment_is_a_note() -> None:
    book, sheet = sheets.sheet([["指标", "部门"], ["甲", "政治部"]])
    sheet["B2"].comment = Comment("拟改为办公室", "")
    assert [cell.note for cell in only_table(sheets.saved(book)).cells] == ["", "", "", "拟改为办公室"]


def test_a_sheet_is_trimmed_to_what_is_used() -> None:
    book, sheet = sheets.sheet([])
    sheet["C3"], sheet["D3"], sheet["C9"], sheet["F9"] = "甲", "乙", "丙", "丁"
    assert rows(only_table(sheets.saved(book))) == [["甲", "乙", ""], ["", "", ""], ["丙", "", "丁"]]


def test_a_vast_sheet_with_little_in_it_is_cheap() -> None:
    book, sheet = sheets.sheet([["甲", "乙"]])
    sheet["XFD1048576"] = "远"
    data = rewritten(
        sheets.saved(book),
        lambda part: part.replace(
            b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:A1048575"/></mergeCells>'
        ),
    )
    assert rows(only_table(data)) == [["甲", "乙", ""], ["^", "", ""], ["", "", "远"]]


def test_two_hundred_thousand_cells_are_enough() -> None:
    cells = "".join(f'<row r="{r}">' + '<c t="str"><v>x</v></c>' * 500 + "</row>" for r in range(1, 402))
    book, _ = sheets.sheet([["甲"]])
    parts = parts_of(sheets.saved(book))
    sheet = parts["xl/worksheets/sheet1.xml"]
    before, after = sheet.split(b"<sheetData>")[0], sheet.split(b"</sheetData>")[1]
    parts["xl/worksheets/sheet1.xml"] = before + b"<sheetData>" + cells.encode() + b"</sheetData>" + after
    with pytest.raises(Refused, match="内容过多"):
        opened(packed(parts))


def test_overlapping_merges_of_damaged_files_do_not_overlap_here() -> None:
    book, _ = sheets.sheet([["甲", "乙"], ["丙", "丁"]])
    merges = b'</sheetData><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B1:B2"/></mergeCells>'
    data = rewritten(sheets.saved(book), lambda part: part.replace(b"</sheetData>", merges))
    assert rows(only_table(data)) == [["甲", "<"], ["丙", "丁"]]


def test_shared_and_rich_texts_as_excel_itself_keeps_them() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet, bold = book.add_worksheet("测评"), book.add_format({"bold": True})
        sheet.write_string(0, 0, "指标")
        sheet.write_rich_string(1, 0, "每年", bold, "不少于 2 次", "会议")
        sheet.write_number(1, 1, 0.925, book.add_format({"num_format": "0.0%"}))
        sheet.merge_range(0, 1, 0, 2, "目标")
        sheet.write_formula(1, 2, "=1+1", None, 2)
        sheet.write_comment(1, 0, "待核")
    table = only_table(file.getvalue())
    assert rows(table) == [["指标", "目标", "<"], ["每年不少于 2 次会议", "92.5%", "2"]]
    assert [cell.note for cell in table.cells if cell.note] == ["待核"]
