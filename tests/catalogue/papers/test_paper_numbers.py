"""Numbers that a word processor counts by itself are printed, and so they are read."""

import pytest
from docx import Document

from catalogue.papers.numerals import numeral
from tests.papers import word
from tests.papers.sketch import lines, only_table, rows
from tests.papers.word import abstract, num

CHINESE = abstract(0, ("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
DECIMAL = abstract(0, ("decimal", "%1."), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3"))
RESTARTED = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'


def of_list(items: list[tuple[int, int]], *definitions: str) -> list[str]:
    """One paragraph 文 for each (list, level)."""
    document = Document()
    word.numbering(document, *definitions)
    for key, level in items:
        word.numbered(document.add_paragraph("文"), key, level)
    return lines(word.saved(document))


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("decimalFullWidth", {12: "１２"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedCircleChinese", {3: "③"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 99: "九十九", 105: "一〇五"}),
        ("chineseCountingThousand", {1: "一", 10: "十", 105: "一百零五", 110: "一百一十", 1001: "一千零一"}),
        ("chineseLegalSimplified", {1: "壹", 12: "拾贰"}),
        ("ideographDigital", {1: "一", 10: "一〇", 12: "一二"}),
        ("ideographTraditional", {1: "甲", 10: "癸"}),
        ("ideographZodiac", {1: "子", 12: "亥"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa"}),
        ("upperRoman", {4: "IV", 9: "IX", 14: "XIV"}),
        ("japaneseCounting", {13: "十三"}),
        ("none", {1: ""}),
    ],
)
def test_each_form_of_number(form: str, printed: dict[int, str]) -> None:
    assert {number: numeral(number, form) for number in printed} == printed


def test_three_levels_of_chinese_numbers() -> None:
    items = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 0), (1, 1), (1, 2)]
    assert of_list(items, CHINESE, num(1, 0)) == [
        *("一、文", "（一）文", "（二）文", "1. 文", "2. 文"),
        *("二、文", "（一）文", "1. 文"),
    ]


def test_numbers_of_several_levels_in_one() -> None:
    items = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 2)]
    shown = ["1. 文", "1.1 文", "1.2 文", "1.2.1 文", "2. 文", "2.1.1 文"]
    assert of_list(items, DECIMAL, num(1, 0)) == shown


def test_two_lists_of_one_kind_count_on_unless_told_to_begin_anew() -> None:
    items = [(1, 0), (2, 0), (3, 0), (3, 0), (1, 0)]
    definitions = (DECIMAL, num(1, 0), num(2, 0), num(3, 0, RESTARTED.format(5)))
    assert of_list(items, *definitions) == ["1. 文", "2. 文", "5. 文", "6. 文", "7. 文"]


def test_a_list_starts_where_it_says() -> None:
    assert of_list([(1, 0), (1, 0)], abstract(0, ("decimal", "（%1）"), start=3), num(1, 0)) == ["（3）文", "（4）文"]


@pytest.mark.parametrize(("restart", "second"), [("", "1"), ('<w:lvlRestart w:val="0"/>', "2")])
def test_a_deeper_level_begins_anew_unless_told_not_to(restart: str, second: str) -> None:
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>{}<w:lvlText w:val="%{}、"/></w:lvl>'
    definition = (
        f'<w:abstractNum w:abstractNumId="0">{level.format(0, "", 1)}{level.format(1, restart, 2)}</w:abstractNum>'
    )
    assert of_list([(1, 0), (1, 1), (1, 0), (1, 1)], definition, num(1, 0))[3] == f"{second}、文"


@pytest.mark.parametrize(
    ("level", "text"),
    [
        ('<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>', "文"),
        ('<w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="第%1条"/>', "第1条文"),
        ('<w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%1"/>', "1 文"),
        ('<w:numFmt w:val="decimal"/><w:lvlText w:val="%1）"/>', "1）文"),
        ('<w:numFmt w:val="chineseCounting"/><w:isLgl/><w:lvlText w:val="%1."/>', "1. 文"),
        ('<w:lvlText w:val=""/>', "文"),
    ],
)
def test_what_stands_around_a_number(level: str, text: str) -> None:
    definition = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>{level}</w:lvl></w:abstractNum>'
    )
    assert of_list([(1, 0)], definition, num(1, 0)) == [text]


def test_a_style_numbers_its_paragraphs_unless_one_says_no() -> None:
    document = Document()
    level = '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading2"/>'
    word.numbering(
        document,
        f'<w:abstractNum w:abstractNumId="0">{level}<w:lvlText w:val="%2、"/></w:lvl></w:abstractNum>',
        num(1, 0),
    )
    style = document.styles["Heading 2"].element
    style.get_or_add_pPr().append(word.element('<w:numPr><w:numId w:val="1"/></w:numPr>'))
    for text in ("甲", "乙", "丙"):
        document.add_paragraph(text, style="Heading 2")
    word.numbered(document.paragraphs[1], 0)
    assert lines(word.saved(document)) == ["1、甲", "乙", "2、丙"]


def test_a_list_defined_by_way_of_a_style() -> None:
    linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="条"/></w:abstractNum>'
    target = abstract(0, ("decimal", "%1、"), extra='<w:styleLink w:val="条"/>')
    assert of_list([(2, 0), (2, 0)], target, linked, num(1, 0), num(2, 1)) == ["1、文", "2、文"]


def test_cells_are_numbered_too_even_where_nothing_else_stands_in_them() -> None:
    document = Document()
    word.numbering(document, abstract(0, ("decimal", "%1")), abstract(1, ("decimal", "%1.")), num(1, 0), num(2, 1))
    table = word.table(document, [["序号", "指标"], ["", "每年 2 次"], ["", "5 个以上"]])
    for row in table.rows[1:]:
        word.numbered(row.cells[0].paragraphs[0], 1)
        word.numbered(row.cells[1].paragraphs[0], 2)
    expected = [["序号", "指标"], ["1", "1. 每年 2 次"], ["2", "2. 5 个以上"]]
    assert rows(only_table(word.saved(document))) == expected


@pytest.mark.parametrize("broken", [num(1, 7), num(1, 0), '<w:num w:numId="1"/>'])
def test_a_number_that_is_defined_nowhere_is_none(broken: str) -> None:
    assert of_list([(1, 0), (9, 3), (1, 42)], broken) == ["文", "文", "文"]
