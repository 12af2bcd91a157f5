"""The registers of the shipped notice, and the faults of one that name themselves."""

from typing import Any

import pytest

from bot.faults import worded
from catalogue import registers, shipped
from catalogue.cells import CatalogueError, Cells
from domain.notice import Notice
from domain.registers import SPOKEN

LISTED = (
    "举措 实施方案 创建动态 群众意见 急难愁盼 宣传 自查评估 整改 学习教育 政治轮训 意识形态会议 治党责任清单 督办 "
    "请示报告 党组织与党员分布 先锋岗/服务台 志愿服务 承诺践诺 三个规定月报 干预记录 亲属律师 离任从业 线索移送与核查 "
    "追责问责与反报复 审务督察 涉黑恶案件与财产 司法建议 典型案件/案例与文书 普法与活动 批示/收录/荣誉 舆情 执行质效 "
    "信访 终本核查 诉前调解与调解员 基层对接与三进 平台/热线/满意度与功能清单 培训练兵与英模"
)
COUNTS_ONLY = {"三个规定月报", "干预记录", "亲属律师", "离任从业", "线索移送与核查", "追责问责与反报复", "信访"}


@pytest.fixture(scope="module")
def notice() -> Notice:
    return shipped.load("jiading-2022")


def test_every_list_that_the_notice_wants_is_there_in_its_order() -> None:
    shelf = registers.load("jiading-2022")
    assert len(shelf) == 38
    for register, wanted in zip(shelf, LISTED.split(), strict=True):
        assert wanted in register.names


def test_what_is_confidential_has_dates_and_counts_alone() -> None:
    shelf = [register for register in registers.load("jiading-2022") if register.counts_only]
    assert {register.title for register in shelf} == COUNTS_ONLY
    assert all(column.kind not in SPOKEN for register in shelf for column in register.columns)
    assert all("院内网" in register.note or "记录报告平台" in register.note for register in shelf)
    of_inspectors = [register for register in shelf if register.title != "信访"]
    assert {register.seen_by for register in of_inspectors} == {("派驻组",)}


def test_each_demand_that_counts_entries_has_a_register_where_they_can_be_entered(notice: Notice) -> None:
    wanted = {(i.code, r.name) for i in notice.indicators for r in i.requirements if r.kind == "entries"}
    shelf = registers.load("jiading-2022")
    served = {(fit.code, fit.demand) for register in shelf for fit in register.fits}
    told = {code for register in shelf for code in register.told}
    assert {(code, name) for code, name in wanted if code not in told} == served


def test_a_notice_that_is_not_shipped_has_none() -> None:
    assert registers.load("") == ()
    assert registers.load("nowhere") == ()


def row(**other: Any) -> dict[str, Any]:
    columns = [{"name": "日期", "kind": "date"}, {"name": "标题", "kind": "text"}]
    good = {"key": "media", "title": "宣传", "kept_by": ["各部门"], "seen_by": ["own"], "columns": columns}
    return {**good, "heading": "标题", **other}


def read(notice: Notice, *rows: dict[str, Any], **top: Any) -> Any:
    return registers.read(Cells({"registers": list(rows), **top}, "registers.toml", "file"), notice)


def test_a_good_register_is_read(notice: Notice) -> None:
    (found,) = read(notice, row())
    assert (found.key, found.title, found.day.name) == ("media", "宣传", "日期")


DAY = {"name": "日期", "kind": "date"}
TITLE = {"name": "标题", "kind": "text"}
LEVEL = {"name": "级别", "kind": "choice", "choices": ["中央", "地方"]}
COUNTS = {"code": "4.4.3", "demand": "核心价值观媒体宣传"}


@pytest.mark.parametrize(
    ("fault", "where", "problem"),
    [
        ({"colour": "red"}, "register media", "unknown key colour"),
        ({"key": "Media 1"}, "register Media 1", "key should be small letters"),
        ({"key": "publicityofthecourt"}, "register publicityofthecourt", "more than 14 letters"),
        ({"title": ""}, "register media", "title is empty"),
        ({"kept_by": []}, "register media", "kept_by is missing"),
        ({"kept_by": ["信息庭"]}, "register media", "kept_by names 信息庭"),
        ({"seen_by": ["everybody"]}, "register media", "seen_by names everybody"),
        ({"kept_by": ["own"]}, "register media", "kept_by names own"),
        ({"told": ["9.9.9"]}, "register media", "told names 9.9.9"),
        ({"heading": "媒体"}, "register media", "heading should be a required text column"),
        ({"heading": ""}, "register media", "heading should be a required text column"),
        ({"once": True}, "register media", "one column of yes or no"),
        ({"printed": True, "restricted": True}, "register media", "no view of it logged"),
        ({"printed": True, "seen_by": ["own"]}, "register media", "read by leaders"),
        ({"columns": [DAY], "heading": "", "printed": True}, "register media", "what is printed should have a heading"),
        ({"counts_only": True}, "register media", "its column 标题 is a text"),
        ({"columns": [TITLE]}, "register media", "first column should be a required date"),
        ({"columns": [{**DAY, "coming": True}, TITLE]}, "register media", "first column should be a required date"),
        ({"columns": [DAY, TITLE, TITLE]}, "register media", "the column 标题 is there twice"),
        ({"columns": [DAY, TITLE, {"name": "x", "kind": "colour"}]}, "column x", "kind should be one of"),
        ({"columns": [DAY, TITLE, {"name": "x", "kind": "choice"}]}, "column x", "has choices"),
        (
            {"columns": [DAY, TITLE, {"name": "x", "kind": "text", "unit": "件"}]},
            "column x",
            "only a number has a unit",
        ),
        ({"columns": [DAY, {**TITLE, "coming": True}]}, "column 标题", "only a date may be coming"),
        ({"columns": [DAY, TITLE, {**LEVEL, "choices": ["中央|国家级", "国家级"]}]}, "column 级别", "there twice"),
        ({"counts": [{**COUNTS, "code": "9.9.9"}]}, "register media", "does not demand"),
        ({"counts": [{**COUNTS, "demand": "没有的要求"}]}, "register media", "does not demand"),
        ({"counts": [{"code": "4.1.2", "demand": "刑事审判工作质效"}]}, "register media", "counts no entries"),
        ({"counts": [{**COUNTS, "part": "微博"}]}, "register media", "has no part 微博"),
        ({"counts": [{**COUNTS, "when": {"级别": ["中央"]}}]}, "register media", "where 级别 is 中央"),
        (
            {"columns": [DAY, TITLE, LEVEL], "counts": [{**COUNTS, "when": {"级别": ["省级"]}}]},
            "register media",
            "where 级别 is 省级, which it never is",
        ),
    ],
)
def test_a_fault_names_itself(notice: Notice, fault: dict[str, Any], where: str, problem: str) -> None:
    with pytest.raises(CatalogueError) as told:
        read(notice, row(**fault))
    assert where in told.value.where
    assert problem in told.value.problem
    assert worded(told.value).startswith("registers.toml: ")  # its sentence has all that it holds


def test_two_registers_have_two_keys_and_two_names(notice: Notice) -> None:
    with pytest.raises(CatalogueError, match="the key is used twice"):
        read(notice, row(), row(title="报道"))
    with pytest.raises(CatalogueError, match="the name is used twice"):
        read(notice, row(), row(key="other"))
    with pytest.raises(CatalogueError, match="unknown key shelf"):
        read(notice, row(), shelf=1)
