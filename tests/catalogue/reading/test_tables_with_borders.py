"""Columns by their heads, merges as they are drawn, titles of areas wherever a table has them."""

import pytest

from catalogue.reading.reading import read
from tests.catalogue.reading.drawn import HEAD, doubted, paper, table, told


def test_merged_cells_hold_for_every_row_that_they_cover() -> None:
    found = read(
        paper(
            table(
                HEAD,
                ("一、医疗质量", "（一）效率", "1.平均住院日不超过7.5天", "医务科", "病案科、护理部"),
                ("^", "^", "2.床位使用率85%以上", "^", "^"),
                ("^", "（二）安全", "1.不良事件上报率100%", "质控科", "医务科"),
            )
        )
    )
    assert told(found) == [
        "医疗质量 / （一）效率 / 平均住院日不超过7.5天 / 医务科 / 病案科、护理部",
        "医疗质量 / （一）效率 / 床位使用率85%以上 / 医务科 / 病案科、护理部",
        "医疗质量 / （二）安全 / 不良事件上报率100% / 质控科 / 医务科",
    ]
    assert doubted(found) == []


def test_columns_are_found_by_their_heads_in_any_order() -> None:
    head = ("完成时限", "协办单位", "主办单位", "工作要求", "重点任务", "序号")
    rows = (
        ("6月底前", "税务局", "市场监管局", "开办时间压缩至1个工作日以内", "营商环境", "1"),
        ("年底前", "财政局", "发改局", "网办率98%以上", "^", "2"),
    )
    assert told(read(paper(table(head, *rows))))[0].endswith("/ 市场监管局 / 税务局")


def test_a_head_of_two_rows() -> None:
    found = read(
        paper(
            table(
                ("重点任务", "具体举措", "责任分工", "<", "完成时限"),
                ("^", "^", "牵头单位", "配合单位", "^"),
                ("一、平安建设", "1.信访积案化解率不低于90%", "信访局", "各镇", "年底前"),
            )
        )
    )
    assert told(found) == ["平安建设 /  / 信访积案化解率不低于90% / 信访局 / 各镇"]


def test_a_table_goes_on_with_or_without_its_head() -> None:
    row = ("二、服务", "（一）窗口", "1.按时办结率100%", "综合科", "窗口科")
    first = table(HEAD, ("一、质量", "（一）效率", "1.平均住院日不超过8天", "医务科", "病案科"))
    for blocks in ((first, table(row)), (first, "续表", table(HEAD, row)), (first, table(row, HEAD, row))):
        assert told(read(paper(*blocks)))[1] == "服务 / （一）窗口 / 按时办结率100% / 综合科 / 窗口科"


def test_rows_from_edge_to_edge_are_titles_and_sums_are_none() -> None:
    found = read(
        paper(
            table(
                ("2026年任务清单", "<", "<", "<"),
                ("序号", "任务", "牵头单位", "责任单位"),
                ("一、蓝天", "<", "<", "<"),
                ("1", "PM2.5浓度不高于33微克/立方米", "生态环境局", "各街镇"),
                ("二、碧水", "<", "<", "<"),
                ("2", "水质优良比例达到100%", "生态环境局", "水务局"),
                ("合计", "<", "2", ""),
                ("注：按月调度。", "<", "<", "<"),
            )
        )
    )
    assert [line.partition(" / ")[0] for line in told(found)] == ["蓝天", "碧水"]
    assert found.title == "2026年任务清单"


def test_target_and_unit_of_their_own_columns_belong_to_the_indicator() -> None:
    found = read(
        paper(
            table(
                ("一级指标", "二级指标", "三级指标", "目标值", "单位", "牵头科室"),
                ("质量", "效率", "平均住院日", "≤7.5", "天", "医务科"),
                ("^", "^", "床位使用率", "85%以上", "%", "医务科"),
            )
        )
    )
    assert [(d.op, d.target, d.unit) for one in found.indicators for d in one.demands] == [
        ("<=", "7.5", "天"),
        (">=", "85", "%"),
    ]


def test_numbered_points_of_one_cell_are_indicators() -> None:
    text = "1.参与率95%以上；\n2.65岁以上老人体检率不低于72%；\n3.建成38处。"
    found = read(paper(table(HEAD, ("一、民生", "（一）健康", text, "民生办", "各社区"))))
    assert [one.code for one in found.indicators] == ["1.1.1", "1.1.2", "1.1.3"]
    assert found.indicators[1].text == "65岁以上老人体检率不低于72%；"


@pytest.mark.parametrize(
    "decoy",
    [
        table(("姓名", "职务", "联系电话"), ("联络员", "科员", "0000")),
        table(("项目", "2025年决算", "2026年预算"), ("治理", "1280", "1350")),
        table(("指标", "2025年完成值"), ("网办率", "97%")),
    ],
)
def test_other_tables_are_no_indicators(decoy: object) -> None:
    real = table(HEAD, ("一、质量", "（一）效率", "1.平均住院日不超过8天", "医务科", "病案科"))
    assert len(read(paper(decoy, real, decoy)).indicators) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cell", "lead", "doubts"),
    [
        ("医务科", ("医务科",), []),
        ("医务科、护理部", ("医务科", "护理部"), [("1.1.1", "lead", "医务科")]),
        ("", ("病案科",), [("1.1.1", "lead", "病案科")]),
    ],
)
def test_a_lead_is_certain_only_where_one_is_printed(cell: str, lead: tuple[str, ...], doubts: list[object]) -> None:
    found = read(paper(table(HEAD, ("一、质量", "（一）效率", "1.平均住院日不超过8天", cell, "病案科"))))
    assert (found.indicators[0].lead, doubted(found)) == (lead, doubts)


def test_without_a_column_of_leads_every_lead_is_asked() -> None:
    found = read(
        paper(table(("考核内容", "责任单位"), ("投诉办结率100%", "医患办、财务科"), ("满意度90%以上", "门诊部")))
    )
    assert [(code, field) for code, field, _ in doubted(found)] == [("1.1.1", "lead"), ("1.1.2", "lead")]


def test_the_cell_itself_may_say_who_leads() -> None:
    found = read(paper(table(("考核内容", "责任单位"), ("投诉办结率100%", "医患办（牵头）、财务科"))))
    assert told(found)[0].endswith("医患办 / 财务科")
    assert doubted(found) == []


def test_short_names_are_put_to_the_office_once() -> None:
    row = ("一、质量", "（一）效率", "1.平均住院日不超过8天", "特种设备安全监察处", "药品监督管理处")
    found = read(paper(table(HEAD, row, ("^", "^", "2.检查覆盖率100%", "药品处", "药品监督管理处"))))
    assert [(doubt.field, doubt.reading) for doubt in found.doubts if doubt.field.startswith("unit")] == [
        ("unit 药品处", "药品监督管理处")
    ]
    assert found.names(found.indicators[1].lead) == ("药品监督管理处",)


def test_what_is_printed_twice_is_kept_once_and_asked_about_where_it_differs() -> None:
    one = ("一、质量", "（一）效率", "1.平均住院日不超过8天", "医务科", "病案科")
    found = read(paper(table(HEAD, one, ("二、服务", "（一）窗口", "1.平均住院日不超过8天", "护理部", "病案科"))))
    assert len(found.indicators) == 1
    assert doubted(found) == [("1.1.1", "lead", "医务科")]
    assert len(found.problems) == 1


def test_the_same_demand_with_another_figure_is_asked_about_in_both_places() -> None:
    rows = (
        ("一、民生", "（一）改厕", "1.卫生厕所普及率不低于92%", "社会办", "各村"),
        ("二、环境", "（一）整治", "1.卫生厕所普及率不低于90%", "环保办", "各村"),
    )
    found = read(paper(table(HEAD, *rows)))
    assert [demand.doubt for one in found.indicators for demand in one.demands] == [
        "2.1.1 写的是另一个数",
        "1.1.1 写的是另一个数",
    ]
