import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.papers.sketch import lines, only_table, opened, rows

TABLE = "项目\t指标\t部门\n党建\t每年2次\t政治部"


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("gb18030"),
        TABLE.encode("utf-16"),
        codecs.BOM_UTF16_BE + TABLE.encode("utf-16-be"),
        TABLE.encode("utf-16-le"),
        TABLE.encode("utf-16-be"),
        TABLE.replace("\n", "\r\n").encode("gbk"),
        TABLE.replace("\n", "\r").encode(),
    ],
)
def test_every_charset_of_the_trade(data: bytes) -> None:
    paper = opened(data)
    assert (paper.form, paper.problems) == ("text", ())
    assert rows(paper.tables[0]) == [["项目", "指标", "部门"], ["党建", "每年2次", "政治部"]]


@pytest.mark.parametrize("cut", [1, 2])
def test_a_text_cut_within_a_sign_is_still_read(cut: int) -> None:
    paper = opened(("测评体系由政治部牵头负责落实到位\n" + TABLE).encode()[:-cut])
    assert paper.problems[0].endswith("个字符认不出来，请核对。")
    assert paper.tables[0].cells[0].text == "项目"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲\t乙\t\n\t2\t\n", [["甲", "乙", ""], ["", "2", ""]]),
        ("甲\t乙\n1\t2\t3\n4\t", [["甲", "乙", " "], ["1", "2", "3"], ["4", "", " "]]),
        ("甲\t<p>1. 每年</p> <p>2. 每月&nbsp;报</p>", [["甲", "1. 每年\n2. 每月 报"]]),
        ("<p>甲</p>\t1\n<p>乙</p>\t2", [["甲", "1"], ["乙", "2"]]),
        ("甲\t1<br>2\n", [["甲", "1\n2"]]),
        ('甲\t"第一行\n第二行"\t乙\n丙\t"三个规定"\t丁', [["甲", "第一行\n第二行", "乙"], ["丙", '"三个规定"', "丁"]]),
        ("甲\t**95%**以上\n乙\t5**", [["甲", "95%以上"], ["乙", "5**"]]),
        ("甲\t≥ 9５\u200b%\n乙\t\u3000\u3000二\u00a0\u00a0三", [["甲", "≥ 9５%"], ["乙", "二 三"]]),
        (
            "项目      指标      部门\n党建      2次       政治部\n          1次       办公室",
            [["项目", "指标", "部门"], ["党建", "2次", "政治部"], ["", "1次", "办公室"]],
        ),
    ],
)
def test_rows_and_cells(text: str, expected: list[list[str]]) -> None:
    table = only_table(text)
    assert rows(table) == expected
    assert not table.is_bordered


def test_blank_lines_part_tables_and_lines_of_one_cell_are_paragraphs() -> None:
    paper = opened("附件\n\n甲\t乙\n1\t2\n\n\n3\t4\n机关党委\n5\t6\n\n落款")
    assert [(block.line, getattr(block, "text", None)) for block in paper.blocks] == [
        *((1, "附件"), (3, None), (7, None), (8, "机关党委"), (9, None), (11, "落款"))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "\t为进一步做好工作，\n\t现通知如下。",
        "1.\t每年2次\n2.\t每月报告",
        "（一）\t每年2次",
        "组　长　　某院长\n副组长　　某副院长",
        "姓名  职务  电话\n只有两行  不算  表格",
    ],
)
def test_indents_and_numbers_make_no_table(text: str) -> None:
    paper = opened(text)
    assert paper.tables == ()
    assert len(paper.paragraphs) == len(text.splitlines())


def test_lines_of_wrapped_text_stay_apart() -> None:
    assert lines("一、牢牢坚持党对司法工作的\n绝对领导，**每年2次**。\n\n二、其他") == [
        *("一、牢牢坚持党对司法工作的", "绝对领导，每年2次。", "二、其他")
    ]


WORDS = st.text(st.sampled_from("项目指标部门一二三123%≥"), max_size=6)


@given(st.lists(st.lists(WORDS, min_size=2, max_size=5), min_size=1, max_size=6), st.sampled_from(["utf-8", "gb18030"]))
def test_every_cell_comes_out_in_its_place(table: list[list[str]], charset: str) -> None:
    head = ["项目", "指标"]
    text = "\n".join("\t".join(row) for row in [head, *table])
    found = {(cell.row, cell.column): cell.text for cell in only_table(text.encode(charset)).cells}
    wanted = {(r, c): text for r, row in enumerate([head, *table]) for c, text in enumerate(row)}
    assert found == wanted
