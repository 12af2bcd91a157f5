import pytest

from tests.papers.sketch import lines, only_table, opened, rows

PAGE = "<html><body>{}</body></html>"


def table_in(inner: str) -> list[list[str]]:
    return rows(only_table(PAGE.format(f"<table>{inner}</table>")))


def test_spans_are_cells() -> None:
    inner = """<thead><tr><th>项目<th>指标<th colspan=2>部门</thead>
        <tbody><tr><td rowspan="2">党建</td><td>每年 2 次</td><td>政治部<td></tr>
        <tr><td>每月报告</td><td colspan="2">办公室</td></tr></tbody>"""
    assert table_in(inner) == [
        ["项目", "指标", "部门", "<"],
        ["党建", "每年 2 次", "政治部", ""],
        ["^", "每月报告", "办公室", "<"],
    ]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3", [["甲", "1"], ["^", "2"], ["^", "3"]]),
        ("<tr><td rowspan=9>甲<td>1<tr><td>2", [["甲", "1"], ["^", "2"]]),
        ("<tbody><tr><td rowspan=9>甲<td>1<tbody><tr><td>乙<td>2", [["甲", "1"], ["乙", "2"]]),
        ("<tr><td>1<td rowspan=2>2<tr><td colspan=2>3", [["1", "2"], ["3", "^"]]),
        ("<tr><td colspan=x>1<td colspan=-3>2", [["1", "2"]]),
        ("<tfoot><tr><td>合计<td>2</tfoot><tbody><tr><td>甲<td>1", [["甲", "1"], ["合计", "2"]]),
        ("<tr><td>1<td style='display: none'>x<td>2<tr hidden><td>y<tr><td>3<td>4", [["1", "2"], ["3", "4"]]),
    ],
)
def test_odd_spans_and_hidden_parts(inner: str, expected: list[list[str]]) -> None:
    assert table_in(inner) == expected


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("每年<br>两次", "每年\n两次"),
        ("<p>1. 每年\n<p>2. 两次", "1. 每年\n2. 两次"),
        ("每年\n  不少于两次", "每年不少于两次"),
        ("at least\n 95%", "at least 95%"),
        ("&ge;95%&nbsp;&nbsp;以上 &amp; 无误", "≥95% 以上 & 无误"),
        ("<b>每年</b><span style='mso-hide:all'>x</span><script>y</script><!-- z --><del>旧</del>两次", "每年两次"),
        ("<ol><li>甲<li><p>乙</p></ol>", "1. 甲\n2. 乙"),
        ("<ol start=3 type=a><li>甲<li value=7>乙<li>丙</ol>", "c. 甲\ng. 乙\nh. 丙"),
        ("<ol style='list-style-type:cjk-ideographic'><li>甲</ol>", "一、甲"),
        ("<ol style='list-style: none'><li>甲</ol><ul><li>乙</ul>", "甲\n乙"),
        ("<ol reversed><li>甲<li>乙</ol>", "2. 甲\n1. 乙"),
        ("<pre>甲\n乙</pre>", "甲\n乙"),
        ("责任<table><tr><td>甲<td>1<tr><td>乙<td>2</table>", "责任\n甲\t1\n乙\t2"),
        ("甲<!--[if !supportLists]-->1.<!--[endif]-->乙<![if !x]>2.<![endif]>", "甲1.乙2."),
    ],
)
def test_what_a_browser_shows_of_a_cell(inner: str, text: str) -> None:
    assert table_in(f"<tr><td>{inner}</td><td>右</td></tr><tr><td>下<td>角") == [[text, "右"], ["下", "角"]]


def test_a_table_that_lays_out_the_page_is_none() -> None:
    data = "<tr><td>甲<td>1<tr><td>乙<td>2<tr><td>丙<td>3"
    page = f"<table><tr><td>首页<td><h2>通知</h2><p>正文<table><caption>附表</caption>{data}</table>页脚</table>"
    paper = opened(PAGE.format(page))
    assert [(p.text, p.is_heading) for p in paper.paragraphs] == [
        *(("首页", False), ("通知", True), ("正文", False), ("页脚", False))
    ]
    assert rows(paper.tables[0]) == [["甲", "1"], ["乙", "2"], ["丙", "3"]]
    assert (paper.tables[0].caption, paper.tables[0].line) == ("附表", 4)


def test_a_frame_of_one_cell_is_no_table() -> None:
    assert lines(PAGE.format("<table><tr><td><p>一、要求<p>二、时限</table>")) == ["一、要求", "二、时限"]


@pytest.mark.parametrize(
    "data",
    [
        "<html><meta charset=gb2312><p>测评体系㎡</html>".encode("gb18030"),
        "<html><meta http-equiv=Content-Type content='text/html; charset=gbk'><p>测评体系㎡".encode("gbk"),
        "<html><p>测评体系㎡".encode("gb18030"),
        "<html><meta charset=gb2312><p>测评体系㎡".encode(),
        "<!-- 导出 --><html><p>测评体系㎡".encode("utf-16"),
        "<html><meta charset=utf-8><p>测评体系㎡".encode("utf-8-sig"),
        '<?xml version="1.0" encoding="gb2312"?><!DOCTYPE html><html><p>测评体系㎡</p></html>'.encode("gb18030"),
        "<html><meta charset=big5><p>測評體系㎡".encode("big5"),
    ],
)
def test_pages_are_decoded_whatever_they_say_of_themselves(data: bytes) -> None:
    (line,) = lines(data)
    assert line in ("测评体系㎡", "測評體系㎡")


def test_a_workbook_saved_as_a_page_under_the_name_of_excel() -> None:
    data = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {color:red}</style></head><body>
        <table border=0><col width=72><tr height=18><td colspan=2 class=xl65>测评体系</td></tr>
        <tr><td>甲</td><td x:num="0.95">95%</td></tr><![if supportMisalignedColumns]><tr height=0 style='display:none'>
        <td width=72></td></tr><![endif]></table></body></html>"""
    assert rows(opened(data.encode("gb18030"), "通知.xls").tables[0]) == [["测评体系", "<"], ["甲", "95%"]]


def test_numbers_that_word_writes_into_its_pages() -> None:
    text = "<p class=MsoNormal><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span>每年两次<o:p></o:p></p>"
    assert lines(PAGE.format(text)) == ["1. 每年两次"]
