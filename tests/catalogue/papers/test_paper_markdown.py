import pytest

from tests.papers.sketch import lines, only_table, opened, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| 甲 | 乙 |\n|---|:-:|\n| 1 | 2 |", [["甲", "乙"], ["1", "2"]]),
        ("甲 | 乙\n--- | ---\n1 | 2", [["甲", "乙"], ["1", "2"]]),
        ("| 甲 | 乙 |\n|---|---|\n| 1 |\n| 2 | 3 | 4 |", [["甲", "乙", " "], ["1", " ", " "], ["2", "3", "4"]]),
        ("| 甲 | 乙 |\n|---|---|\n| | 2 |\n| 3 | |", [["甲", "乙"], ["", "2"], ["3", ""]]),
        ("| 甲 | 乙 |\n|---|---|\n| a\\|b | 1<br>2<br/>3 |", [["甲", "乙"], ["a|b", "1\n2\n3"]]),
        ("| **甲** | [乙](http://x.cn/?a=1) |\n|---|---|\n| `1` | ~~2~~ *3* |", [["甲", "乙"], ["1", "2 3"]]),
        ("| 甲 | 乙 |\n| --- | --- |\n| 1\\. 每年 | &ge;95% |", [["甲", "乙"], ["1. 每年", "≥95%"]]),
        ("| 甲 | 乙 |\n| 1 | 2 |", [["甲", "乙"], ["1", "2"]]),
        ("| 甲 |\n| --- |\n| 1 |", [["甲"], ["1"]]),
        ("甲 | 乙\n--- | ---\n| 1 |", [["甲", "乙"], ["1", " "]]),
        ("| 甲 | 乙 |\r\n|---|---|\r\n| 5*3 | a_b_c |\r\n", [["甲", "乙"], ["5*3", "a_b_c"]]),
    ],
)
def test_tables_of_pipes(text: str, expected: list[list[str]]) -> None:
    table = only_table(f"# 通知\n\n{text}\n")
    assert rows(table) == expected
    assert not table.is_bordered
    assert table.line == 3


def test_a_table_that_goes_on_behind_a_blank_line_is_a_second_one() -> None:
    tables = opened("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\n").tables
    assert [(table.line, rows(table)) for table in tables] == [(1, [["甲", "乙"], ["1", "2"]]), (5, [["3", "4"]])]


def test_headings_lists_and_paragraphs() -> None:
    text = """---
# 关于**测评**的通知 #

一、总体要求
===
> 引文

1. 甲
   - 子项
1. 乙
2) 丙

（一）丁
- [ ] 戊
***
```
己
```
3. 庚
#5号楼
"""
    paper = opened(text)
    assert paper.form == "markdown"
    assert [(p.line, p.text, p.is_heading) for p in paper.paragraphs] == [
        (2, "关于测评的通知", True),
        (4, "一、总体要求", True),
        (6, "引文", False),
        (8, "1. 甲", False),
        (9, "子项", False),
        (10, "2. 乙", False),
        (11, "2) 丙", False),
        (13, "（一）丁", False),
        (14, "戊", False),
        (17, "己", False),
        (19, "3. 庚", False),
        (20, "#5号楼", False),
    ]


def test_a_table_of_html_within_markdown() -> None:
    text = "# 附件\n\n<table><tr><td rowspan=2>甲</td><td>1</td></tr>\n<tr><td>2</td></tr></table>\n\n末行"
    paper = opened(text)
    assert rows(paper.tables[0]) == [["甲", "1"], ["^", "2"]]
    assert paper.tables[0].line == 3
    assert lines(text) == ["附件", "末行"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\ntitle: 任务书\ndate: 2026-01-20\n---\n\n# 某馆任务书\n", ["2026年1月20日", "某馆任务书"]),
        ("---\ntitle: 某馆任务书\nlayout: page\n---\n正文\n", ["某馆任务书", "正文"]),
        ("---\n文号: 某图字〔2026〕2号\n日期: 年初\n---\n# 任务书\n", ["某图字〔2026〕2号", "年初", "任务书"]),
        ("---\n一、总体要求\n---\n正文\n", ["一、总体要求", "正文"]),
        ("---\ndate: 2026-01-20\n", ["date: 2026-01-20"]),
    ],
    ids=["a heading is the title", "no heading", "in Chinese", "no keys", "never closed"],
)
def test_what_is_said_of_a_paper_at_its_head(text: str, said: list[str]) -> None:
    assert lines(f"{text}\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n") == said
