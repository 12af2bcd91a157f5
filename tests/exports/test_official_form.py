import random
import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table as Drawn
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from domain.official import Annex, Bar, Form, Heading, Official, Paragraph, Table
from domain.wellformed import seen
from exports.official import chinese, draw
from exports.word.text import breadth, close

DAY = date(2026, 12, 1)
LONG = "上海市嘉定区人民法院示范法院创建活动领导小组办公室督查督办和统筹协调工作专班" + "及其下设的各个工作小组" * 2
ROWS = tuple(("审判执行工作",) if n % 40 == 0 else (f"4.{n}", "诉前调解") for n in range(120))
FULL = Official(
    masthead="示范法院创建工作简报",
    number="嘉法创简〔2026〕10号",
    day=DAY,
    day_text="2026年12月1日",
    title="2026年11月工作情况",
    blocks=(
        Paragraph("开头。"),
        Heading("总体情况"),
        Heading("数量", 2),
        Heading("按时", 3),
        Heading("逾期", 3),
        Heading("时间", 2),
        Heading("报送情况"),
        Heading("部门", 2),
        Heading("按时", 3),
        Table(("编号", "事项"), (26, 130), ROWS, frozenset({1})),
        Paragraph("结尾。"),
    ),
    signer="示范法院创建活动领导小组办公室",
    annexes=(Annex("情况表", (Paragraph("表。"),)), Annex("名单", (Paragraph("单。"),))),
    annex_word="附件",
    colophon=(("报：院领导。", ""), ("创建办", "2026年12月1日印发")),
)
ORDER = Official(
    masthead="上海市嘉定区人民法院督办单",
    number="嘉法督〔2026〕7号",
    day=DAY,
    day_text="2026年12月1日",
    blocks=(Form(((("督办事项", "诉前调解数据"),), (("主送", "立案庭"), ("抄报", "副院长 2"))), frozenset({0})),),
    beside=True,
    bar=Bar("黄色督办单", "yellow"),
)


def opened(document: Official) -> Opened:
    return Document(BytesIO(draw(document)))


def part(document: Official, name: str) -> str:
    with zipfile.ZipFile(BytesIO(draw(document))) as archive:
        return archive.read(name).decode()


def texts(document: Official) -> list[str]:
    return [p.text for p in opened(document).paragraphs if p.text]


def cells(table: Drawn) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


# the page


def test_the_page_is_that_of_the_standard() -> None:
    (section,) = opened(FULL).sections
    sides = (section.page_width, section.page_height, section.top_margin, section.left_margin)
    assert all(
        abs((found or 0) - wanted) < Mm(0.1) for found, wanted in zip(sides, map(Mm, (210, 297, 37, 28)), strict=True)
    )
    across = (section.left_margin or 0) + (section.right_margin or 0) + Mm(156)
    down = (section.top_margin or 0) + (section.bottom_margin or 0) + Mm(225)
    assert abs((section.page_width or 0) - across) < Mm(0.2)
    assert abs((section.page_height or 0) - down) < Mm(0.2)


def test_page_numbers_stand_outside_between_dashes() -> None:
    made = opened(FULL)
    assert made.settings.odd_and_even_pages_header_footer
    for footer, side in ((made.sections[0].footer, "right"), (made.sections[0].even_page_footer, "left")):
        (paragraph,) = footer.paragraphs
        assert "".join(text.text or "" for text in paragraph._p.iter(qn("w:t"))) == "— 1 —"
        assert [field.get(qn("w:instr")) for field in paragraph._p.iter(qn("w:fldSimple"))] == [" PAGE "]
        assert side in str(paragraph.alignment).lower()


@pytest.mark.parametrize(
    ("style", "face", "points"),
    [
        ("公文版头", "方正小标宋简体", 40),
        ("公文标题", "方正小标宋简体", 22),
        ("公文正文", "仿宋_GB2312", 16),
        ("公文一级标题", "黑体", 16),
        ("公文二级标题", "楷体_GB2312", 16),
        ("公文三级标题", "仿宋_GB2312", 16),
        ("版记", "仿宋_GB2312", 14),
        ("页码", "宋体", 14),
    ],
)
def test_faces_and_sizes_are_those_of_the_standard(style: str, face: str, points: int) -> None:
    found = opened(FULL).styles[style]
    assert found.element.rPr.rFonts.get(qn("w:eastAsia")) == face
    assert found.font.size == Pt(points)
    assert f'w:name="{face}"><w:altName' in part(FULL, "word/fontTable.xml").replace(" /", "/")


def test_the_text_has_lines_of_28_points_and_begins_two_characters_in() -> None:
    shape = opened(FULL).styles["公文正文"].paragraph_format
    assert (shape.line_spacing_rule, shape.line_spacing) == (WD_LINE_SPACING.EXACTLY, Pt(28))
    assert shape.first_line_indent == Pt(32)


def test_the_masthead_is_red_above_a_red_rule_and_as_large_as_a_line_takes_it() -> None:
    made = opened(FULL)
    assert str(made.styles["公文版头"].font.color.rgb) == "FF0000"
    assert 'w:color="FF0000"' in made.styles["发文字号"].element.xml
    sizes = [opened(Official(text, "", DAY, "", ())).paragraphs[0].runs[0].font.size for text in ("简报", LONG)]
    assert sizes == [Pt(40), Pt(26)]


# the parts


def test_parts_stand_in_the_order_of_the_standard_and_headings_are_counted() -> None:
    assert texts(FULL) == [
        "示范法院创建工作简报",
        "嘉法创简〔2026〕10号",
        "2026年11月工作情况",
        "开头。",
        "一、总体情况",
        "（一）数量",
        "1．按时",
        "2．逾期",
        "（二）时间",
        "二、报送情况",
        "（一）部门",
        "1．按时",
        "结尾。",
        "附件：1．情况表",
        "　　　2．名单",
        "示范法院创建活动领导小组办公室",
        "2026年12月1日",
        "附件1",
        "情况表",
        "表。",
        "附件2",
        "名单",
        "单。",
    ]
    assert cells(opened(FULL).tables[1]) == [["报：院领导。"], ["创建办\t2026年12月1日印发"]]


@pytest.mark.parametrize(
    ("signer", "name", "day"),
    [("示范法院创建活动领导小组办公室", 2, 8.5), ("创建办", 7.5, 2), ("七个字的单位名", 3.5, 2)],
)
def test_the_day_begins_two_characters_behind_the_name(signer: str, name: float, day: float) -> None:
    """Or, where it is the longer one, stands two characters from the right itself."""
    made = opened(Official("简报", "1号", DAY, "2026年12月1日", (), signer=signer))
    ends = [
        p.paragraph_format.right_indent for p in made.paragraphs if p.style and p.style.name == "署名和日期" and p.text
    ]
    assert ends == [Pt(16 * name), Pt(16 * day)]
    assert breadth(signer) + name - (breadth("2026年12月1日") + day) == 2


def test_a_table_repeats_its_head_and_splits_no_row() -> None:
    table, _ = opened(FULL).tables
    found = cells(table)
    assert found[0] == ["编号", "事项"]
    assert found[1] == ["审判执行工作"] * 2
    assert found[2] == ["4.1", "诉前调解"]
    assert len(found) == 121
    rows = list(table._tbl.iter(qn("w:tr")))
    assert [bool(row.findall(f".//{qn('w:tblHeader')}")) for row in rows] == [True] + [False] * 120
    assert all(row.findall(f".//{qn('w:cantSplit')}") for row in rows)


def test_an_order_has_its_colour_as_a_word_and_a_bar_and_a_form_below() -> None:
    made = opened(ORDER)
    bar, form = made.tables
    assert cells(bar) == [["黄色督办单"]]
    assert 'w:fill="FFD400"' in bar._tbl.xml
    assert cells(form) == [["督办事项", *["诉前调解数据"] * 3], ["主送", "立案庭", "抄报", "副院长2"]]
    assert texts(ORDER)[:2] == ["上海市嘉定区人民法院督办单", "嘉法督〔2026〕7号\t2026年12月1日"]


def test_what_is_longer_than_a_page_goes_on_on_the_next() -> None:
    text = "说明一句。" * 200 + "\n第二段"
    made = opened(Official("单", "", DAY, "", (Form(((("说明", text),), (("结果", "无"),))),)))
    rows = list(made.tables[0]._tbl.iter(qn("w:tr")))
    assert [bool(row.findall(f".//{qn('w:cantSplit')}")) for row in rows] == [False, True]
    assert made.tables[0].rows[0].cells[1].text == text


@pytest.mark.parametrize(
    ("n", "written"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九"), (100, "100")],
)
def test_headings_are_counted_in_chinese(n: int, written: str) -> None:
    assert chinese(n) == written


# the file


@pytest.mark.parametrize("document", [FULL, ORDER], ids=["bulletin", "order"])
def test_two_drawings_are_the_same_bytes_and_know_no_other_day(document: Official) -> None:
    assert draw(document) == draw(document)
    with zipfile.ZipFile(BytesIO(draw(document))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = opened(document).core_properties
    assert [day and day.date() for day in (properties.created, properties.modified)] == [DAY, DAY]
    assert properties.author == (document.signer or document.masthead)


@pytest.mark.parametrize("document", [FULL, ORDER], ids=["bulletin", "order"])
def test_a_document_can_be_handed_on_as_plain_data(document: Official) -> None:
    """As a message hands its file to whoever draws it."""
    adapter = TypeAdapter(Official)
    assert adapter.validate_python(adapter.dump_python(document, mode="json")) == document


# what comes from outside

FIELDS = [
    '=HYPERLINK("http://example.org","x")',
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "{ PAGE }",
    "\x13 DDEAUTO cmd \x14\x15",
]
MARKUP = ["<w:p/>", "</w:t></w:r>", "&amp;", "&#0;", "]]>", "<!--", "%s", "{0}"]
BAD = ["\ud800", "\udfff", "\ufffe", "\uffff", "\x00", "\x0b", "\x1f", "\x7f", "\x85", "\u2028", "\u202e", "\ufeff"]
PIECES = [
    *FIELDS,
    *MARKUP,
    *BAD,
    "\t",
    "\n",
    "\r\n",
    "　",
    " ",
    "😀",
    "👨\u200d👩",
    "𠮷",
    "诉前调解",
    "第 3 期",
    "x" * 300,
    LONG,
]


def hostile(n: int) -> Iterator[str]:
    chance = random.Random(20260302)
    for _ in range(n):
        yield "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 4)))


def as_printed(text: str) -> str:
    return close(seen(text))


def test_ten_thousand_hostile_strings_stay_the_text_that_they_are() -> None:
    said = list(hostile(10_000))
    rows = tuple(zip(said[::4], said[1::4], said[2::4], said[3::4], strict=True))
    document = Official(
        said[0], said[1], DAY, said[2], (Table(("甲", "乙", "丙", "丁"), (39,) * 4, rows),), title=said[3]
    )
    made = opened(document)
    found = [[text.text or "" for text in row.iter(qn("w:t"))] for row in made.tables[0]._tbl.iter(qn("w:tr"))]
    assert len(found) == 2501
    for drawn, row in zip(found[1:], rows, strict=True):
        assert drawn == [as_printed(text) for text in row]
    active = ("fldSimple", "fldChar", "instrText", "hyperlink", "object", "altChunk", "sdt")
    assert [name for name in active if f"<w:{name}" in made.element.xml] == []


@given(st.lists(st.text(st.characters(codec=None, categories=None), max_size=40), min_size=6, max_size=6))
@settings(max_examples=60, deadline=None)
def test_whatever_is_said_anywhere_the_file_opens_and_has_it(said: list[str]) -> None:
    one, two, three, four, five, six = said
    document = Official(
        masthead=one,
        number=two,
        day=DAY,
        day_text=three,
        title=four,
        blocks=(Heading(five), Paragraph(six), Form((((one, two),), ((three, four), (five, six))))),
        signer=five,
        bar=Bar(six, "red"),
        annexes=(Annex(one, (Paragraph(two),)),),
        annex_word=three,
        colophon=((four, five),),
    )
    found = [text.text for text in opened(document).element.body.iter(qn("w:t"))]
    assert as_printed(six) in [*found, ""]
    assert as_printed(f"一、{five}") in found


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("a\x00b\x0bc", "a\ufffdb c"),
        ("一\n二\u2028三", "一 二 三"),
        ("\u202e反\u200d\ufeff", "反"),
        ("半\ud800个", "半\ufffd个"),
        ("第 3 期", "第3期"),
        ("已逾期 3 个工作日", "已逾期3个工作日"),
        ("≥ 50% 的", "≥ 50%的"),
        ("12月1日 09:30", "12月1日09:30"),
        ("on time", "on time"),
        ("签发　2026年", "签发　2026年"),
    ],
)
def test_what_cannot_stand_in_a_file_is_marked_and_figures_stand_close(text: str, printed: str) -> None:
    assert as_printed(text) == printed
