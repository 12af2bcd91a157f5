"""Tasks in numbered paragraphs, with who does them in brackets or below."""

import pytest

from catalogue.reading.marks import marks
from catalogue.reading.reading import read
from tests.catalogue.reading.drawn import doubted, paper, told


@pytest.mark.parametrize(
    ("text", "rest", "lead", "responsible", "deadline"),
    [
        (
            "每季度召开会议。（牵头单位：办公室；责任单位：教务处、总务处；完成时限：2026年6月底前）",
            "每季度召开会议。",
            "办公室",
            "教务处、总务处",
            "2026年6月底前",
        ),
        ("预约率达到90%以上（门诊部牵头，信息科配合）。", "预约率达到90%以上。", "门诊部", "信息科", ""),
        ("牵头单位：教务处　责任单位：总务处", "", "教务处", "总务处", ""),
        ("提高效率，由教务处牵头，总务处配合。", "提高效率", "教务处", "总务处", ""),
    ],
)
def test_a_mark_is_told_from_the_words(text: str, rest: str, lead: str, responsible: str, deadline: str) -> None:
    found = marks(text)
    assert found is not None
    said = (found.rest, found.who.lead.text, found.who.responsible[0].text, found.deadline)
    assert said == (rest, lead, responsible, deadline)


@pytest.mark.parametrize(
    "text",
    [
        "落实首问负责制（窗口）。",
        "第三方评价（满意度）不低于90%。",
        "承办部门：政治部(机关党委)",
        "主办单位：某区税务局 咨询电话：12366",
    ],
)
def test_other_brackets_are_none(text: str) -> None:
    assert marks(text) is None


def test_each_marked_point_is_an_indicator_below_its_headings() -> None:
    found = read(
        paper(
            "某中学2026年工作要点",
            "1.加强组织领导。",
            "一、教学管理",
            "（一）常规",
            "1.每学期公开课不少于2次。（牵头：教务处；配合：各教研组）",
            "（1）校内一次；",
            "（2）校外一次。",
            "2.体质达标率95%以上。（体育组牵头，德育处配合）",
            "二、党建",
            "（一）学习",
            "每月开展主题党日1次",
            "牵头单位：党办",
            "责任单位：各支部",
            "完成时限：每月底",
        )
    )
    assert told(found) == [
        "教学管理 / （一）常规 / 每学期公开课不少于2次。\n（1）校内一次；\n（2）校外一次。 / 教务处 / 各教研组",
        "教学管理 / （一）常规 / 体质达标率95%以上。 / 体育组 / 德育处",
        "党建 / （一）学习 / 每月开展主题党日1次 / 党办 / 各支部",
    ]


def test_parts_stand_above_areas() -> None:
    found = read(
        paper(
            "第一部分 数据质量",
            "一、源头数据",
            "（1）按时上报率100%。",
            "牵头单位：企业股",
            "（2）差错率0.3%以内。",
            "牵头单位：核算股",
        )
    )
    assert [line.rpartition(" / ")[0] for line in told(found)] == [
        "数据质量 / 一、源头数据 / 按时上报率100%。 / 企业股",
        "数据质量 / 一、源头数据 / 差错率0.3%以内。 / 核算股",
    ]


def test_a_marked_title_hands_its_departments_down() -> None:
    found = read(
        paper(
            "一、服务",
            "（一）门诊提升（牵头单位：门诊部；责任单位：信息科）",
            "1.预约率90%以上。",
            "2.候诊时间不超过30分钟。",
        )
    )
    assert [line.split(" / ")[1:] for line in told(found)] == [
        ["（一）门诊提升", "预约率90%以上。", "门诊部", "信息科"],
        ["（一）门诊提升", "候诊时间不超过30分钟。", "门诊部", "信息科"],
    ]


def test_a_task_beside_marked_ones_is_asked_about() -> None:
    found = read(
        paper(
            "一、服务", "1.预约率90%以上。（门诊部牵头）", "2.候诊时间不超过30分钟。", "3.满意度95%以上。（护理部牵头）"
        )
    )
    assert [(code, field) for code, field, _ in doubted(found)] == [("1.1.2", "lead")]
