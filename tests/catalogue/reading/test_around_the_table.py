"""Number, title, date and seats around the table, and the standing duties of the body."""

from datetime import date

import pytest

from catalogue.reading.front import front
from catalogue.reading.mechanisms import mechanisms
from catalogue.reading.reading import read
from catalogue.reading.seats import seats
from catalogue.reading.sheets import MECHANISMS, sheets_of
from tests.catalogue.reading.drawn import HEAD, paper, table

ROW = ("一、质量", "（一）效率", "1.平均住院日不超过8天", "医务科", "病案科")


@pytest.mark.parametrize(
    ("lines", "number", "title", "issued", "body"),
    [
        (
            (
                "某区人民医院文件", "某医发〔2026〕3号", "关于印发2026年绩效指标的通知", "各科室：",
                "某区人民医院", "2026年1月8日",
            ),
            "某医发〔2026〕3号", "关于印发2026年绩效指标的通知", date(2026, 1, 8), "某区人民医院",
        ),
        (
            ("某县水利局关于印发", "《2026年水利工作要点》的通知", "二〇二六年二月三日"),
            "", "某县水利局关于印发《2026年水利工作要点》的通知", date(2026, 2, 3), "某县水利局",
        ),
        (
            ("某市监〔2026〕18号　2026年3月11日", "某市市场监督管理局2026年重点工作任务清单", "根据〔2025〕2号文件"),
            "某市监〔2026〕18号", "某市市场监督管理局2026年重点工作任务清单", None, "",
        ),
        (("请按时报送。",), "", "", None, ""),
    ],
)  # fmt: skip
def test_what_stands_before_the_table(
    lines: tuple[str, ...], number: str, title: str, issued: date | None, body: str
) -> None:
    found = front(paper(*lines))
    assert (found.number, found.title, found.body) == (number, title, body)
    assert found.issued == issued or issued is None


def test_a_missing_number_or_date_is_asked_about() -> None:
    assert [doubt.field for doubt in read(paper("任务清单", table(HEAD, ROW))).doubts] == ["number", "title", "issued"]


def test_seats_of_the_group_and_of_its_office() -> None:
    found = list(
        seats(
            paper(
                "附件1", "创建活动领导小组组成人员",
                "组 长：甲 乙 党组书记、院长", "副组长：丙丁 副院长", "戊 己 政治部主任",
                "附件2", "创建活动领导小组办公室人员",
                "主任：戊 己 政治部主任", "成员：庚辛 立案庭副庭长", "庚壬 立案庭法官", "特此通知。",
            ).paragraphs
        )
    )  # fmt: skip
    assert [(seat.body, seat.part, seat.title) for seat in found] == [
        ("领导小组", "组长", "党组书记、院长"),
        ("领导小组", "副组长", "副院长"),
        ("领导小组", "副组长", "政治部主任"),
        ("领导小组办公室", "主任", "政治部主任"),
        ("领导小组办公室", "成员", "立案庭副庭长"),
        ("领导小组办公室", "成员", "立案庭法官"),
    ]


BODY = (
    "1. 建立信息报送机制。各部门细化举措，领导小组办公室定期汇总。",
    "2. 加强宣传，营造氛围。",
    "3. 自查评估机制。每年自查一次。",
)


def test_standing_duties_of_the_body_are_proposed() -> None:
    found = list(mechanisms(paper(*BODY).paragraphs))
    assert [(one.name, one.cadence) for one in found] == [("建立信息报送机制", "定期"), ("自查评估机制", "每年")]


def test_they_stand_on_a_sheet_of_their_own() -> None:
    sheets = {sheet.title: sheet for sheet in sheets_of(read(paper(*BODY, table(HEAD, ROW))))}
    assert [row[0] for row in sheets[MECHANISMS].rows] == ["建立信息报送机制", "自查评估机制"]
    assert MECHANISMS not in {sheet.title for sheet in sheets_of(read(paper(table(HEAD, ROW))))}
