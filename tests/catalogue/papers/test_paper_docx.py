import pytest
from docx import Document

from tests.papers import word
from tests.papers.sketch import lines, only_table, opened, rows
from tests.papers.word import cell, row, run
from tests.papers.zips import rewritten

RESTART, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_merged_cells_are_one_cell_and_blank_ones_are_cells() -> None:
    document = Document()
    table = word.table(document, [["项目", "指标", "部门"], ["党建", "每年 2 次", ""], ["", "每月报告", "政治部"]])
    word.merged(table, (1, 0), (2, 0))
    assert rows(only_table(word.saved(document))) == [
        ["项目", "指标", "部门"],
        ["党建", "每年 2 次", ""],
        ["^", "每月报告", "政治部"],
    ]


def test_a_cell_merged_both_ways_is_one_cell() -> None:
    document = Document()
    table = word.table(document, [["一", "二", "三"], ["", "", "四"], ["五", "六", "七"]])
    word.merged(table, (0, 0), (1, 1)).text = "合"
    assert rows(only_table(word.saved(document))) == [["合", "<", "三"], ["^", "^", "四"], ["五", "六", "七"]]


def test_a_merge_may_end_and_the_next_begin_without_a_gap() -> None:
    data = word.with_table(
        row(cell("甲", properties=RESTART), cell("1")),
        row(cell("", properties=GOES_ON), cell("2")),
        row(cell("乙", properties=RESTART), cell("3")),
        row(cell("", properties='<w:vMerge w:val="continue"/>'), cell("4")),
        row(cell("丙"), cell("5")),
    )
    assert rows(only_table(data)) == [["甲", "1"], ["^", "2"], ["乙", "3"], ["^", "4"], ["丙", "5"]]


def test_what_goes_on_from_nothing_is_a_cell_of_its_own() -> None:
    data = word.with_table(row(cell("甲"), cell("1")), row(cell("乙", properties=GOES_ON), cell("2")))
    assert rows(only_table(data)) == [["甲", "1"], ["乙", "2"]]


def test_a_row_that_begins_later_leaves_its_place_undrawn() -> None:
    data = word.with_table(
        row(cell("甲"), cell("1"), cell("2")), row(cell("3"), cell("4"), properties='<w:gridBefore w:val="1"/>')
    )
    assert rows(only_table(data)) == [["甲", "1", "2"], [" ", "3", "4"]]


def test_old_merges_across_are_one_cell() -> None:
    data = word.with_table(
        row(cell("甲", properties='<w:hMerge w:val="restart"/>'), cell("", properties="<w:hMerge/>"), cell("2")),
        row(cell("3"), cell("4"), cell("5")),
    )
    assert rows(only_table(data)) == [["甲", "<", "2"], ["3", "4", "5"]]


def test_columns_are_those_that_are_seen_not_those_of_the_grid() -> None:
    """Dragged borders leave edges a hair apart, and edges that no cell uses."""
    two, three = '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="3"/>'
    data = word.with_table(
        row(cell("项目"), cell("指标", properties=three), cell("部门")),
        row(cell("党建", properties=two), cell("2 次", properties=two), cell("政治部")),
        grid=(2000, 30, 1000, 1000, 2000),
    )
    assert rows(only_table(data)) == [["项目", "指标", "部门"], ["党建", "2 次", "政治部"]]


def test_rows_and_cells_in_content_controls_count() -> None:
    wrapped_row = f"<w:sdt><w:sdtPr/><w:sdtContent>{row(cell('3'), cell('4'))}</w:sdtContent></w:sdt>"
    wrapped_cell = f"<w:sdt><w:sdtContent>{cell('2')}</w:sdtContent></w:sdt>"
    data = word.with_table(row(cell("1"), wrapped_cell), wrapped_row)
    assert rows(only_table(data)) == [["1", "2"], ["3", "4"]]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (f"<w:ins>{run('已达 95%')}</w:ins>", "已达 95%"),
        (f"<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>{run('新')}", "新"),
        (f"<w:moveFrom>{run('旧')}</w:moveFrom><w:moveTo>{run('新')}</w:moveTo>", "新"),
        (run("看不见", "<w:vanish/>") + run("看得见"), "看得见"),
        (run("看得见", '<w:vanish w:val="0"/>'), "看得见"),
        (f"<w:hyperlink>{run('办公室')}</w:hyperlink>", "办公室"),
        (f"<w:sdt><w:sdtContent>{run('办公室')}</w:sdtContent></w:sdt>", "办公室"),
        (f'<w:fldSimple w:instr="DATE">{run("2026年")}</w:fldSimple>', "2026年"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("3"), "3"),
        ("<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t></w:r>", "一\n二\t三"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>90%</w:t></w:r>', "≥90%"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F06C"/><w:t>项</w:t></w:r>', "项"),
        (run("９５％\u200b以上\u00a0\u3000每年"), "９５％以上 每年"),
        ("<w:r><w:t>每</w:t></w:r><w:r><w:t>月</w:t></w:r>", "每月"),
    ],
)
def test_what_is_printed_is_read(inner: str, text: str) -> None:
    assert lines(word.with_body(f"<w:p>{inner}</w:p>", "<w:p/>")) == [text]
    data = word.with_table(row(cell(f"<w:p>{inner}</w:p>"), cell("")))
    assert rows(only_table(data)) == [[text, ""]]


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    ended = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    assert lines(word.with_body(f"<w:p>{ended}{run('每年')}</w:p>", f"<w:p>{run('两次')}</w:p>")) == ["每年两次"]


def test_deleted_rows_are_left_out() -> None:
    data = word.with_table(row(cell("1"), cell("2")), row(cell("3"), cell("4"), properties="<w:del/>"))
    assert rows(only_table(data)) == [["1", "2"]]


def test_a_table_within_a_cell_is_told_row_by_row() -> None:
    inner = f"<w:tbl>{row(cell('甲'), cell('1'))}{row(cell('乙'), cell('2'))}</w:tbl>"
    data = word.with_table(row(cell("责任", inner, "<w:p/>"), cell("右")))
    assert rows(only_table(data)) == [["责任\n甲\t1\n乙\t2", "右"]]


def test_a_frame_of_one_cell_is_no_table() -> None:
    inner = f"<w:tbl>{row(cell('甲'), cell('1'))}{row(cell('乙'), cell('2'))}</w:tbl>"
    paper = opened(word.with_table(row(cell("测评体系", inner, "<w:p/>"))))
    assert [paragraph.text for paragraph in paper.paragraphs] == ["测评体系"]
    assert rows(paper.tables[0]) == [["甲", "1"], ["乙", "2"]]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent><w:p>{run('框内')}</w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f"<mc:AlternateContent {mc}><mc:Choice Requires='x'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    data = word.with_body(f"<w:p>{run('框外')}<w:r>{both}</mc:AlternateContent></w:r></w:p>")
    assert lines(data) == ["框外", "框内"]


def test_heads_of_pages_are_not_read_and_headings_are_known_by_their_level() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.add_heading("一、总体要求", level=1)
    document.add_paragraph("正文")
    paper = opened(word.saved(document))
    assert [(p.text, p.line, p.is_heading) for p in paper.paragraphs] == [("一、总体要求", 1, True), ("正文", 2, False)]


def test_a_comment_in_a_cell_is_its_note() -> None:
    document = Document()
    table = word.table(document, [["指标", "部门"], ["每年 2 次", "政治部"]])
    document.add_comment(table.cell(1, 1).paragraphs[0].runs, text="拟改为办公室", author="")
    notes = {found.text: found.note for found in only_table(word.saved(document)).cells if found.note}
    assert notes == {"政治部": "拟改为办公室"}


def test_pictures_are_told_of() -> None:
    drawing = '<w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing>'
    assert opened(word.with_body(f"<w:p>{run('见图')}<w:r>{drawing}</w:r></w:p>")).problems == (
        "文中有 1 张图片，图片里的文字没有读。",
    )


def test_strict_files_are_read_like_others() -> None:
    data = word.with_table(row(cell("甲"), cell("1")))
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    assert rows(only_table(rewritten(data, lambda part: part.replace(usual, strict)))) == [["甲", "1"]]
