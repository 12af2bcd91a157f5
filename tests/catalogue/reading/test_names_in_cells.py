"""Departments as cells print them."""

import pytest

from catalogue.reading.departments import Names, is_department, is_short_for, kind_of, names


@pytest.mark.parametrize(
    ("printed", "lead", "others"),
    [
        ("政治部 派驻组 办公室", (), ("政治部", "派驻组", "办公室")),
        ("教务处（牵头）、总务处", ("教务处",), ("总务处",)),
        ("牵头单位：教务处；责任单位：总务处、德育处", ("教务处",), ("总务处", "德育处")),
        ("教务处牵头，总务处、德育处配合", ("教务处",), ("总务处", "德育处")),
        ("各镇、街道", (), ("各镇、街道",)),
        ("各部门、直属单位", (), ("各部门", "直属单位")),
        ("发展和改革局", (), ("发展和改革局",)),
        ("政治部和办公室", (), ("政治部", "办公室")),
        ("政治部（机关党委）、各科室", (), ("政治部（机关党委）", "各科室")),
        ("院办\n质控科/护理部", (), ("院办", "质控科", "护理部")),
        ("/", (), ()),
        ("同上", (), ()),
        ("", (), ()),
    ],
)
def test_a_cell_is_split_into_names(printed: str, lead: tuple[str, ...], others: tuple[str, ...]) -> None:
    assert names(printed) == Names(lead, others)


def test_a_list_that_is_not_whole_says_so() -> None:
    assert names("教务处、总务处等") == Names((), ("教务处", "总务处"), is_open=True)


@pytest.mark.parametrize("name", ["信访办", "南翔法庭", "政治部（机关党委）", "各镇街", "全体教师"])
def test_a_department_is_known_by_its_form(name: str) -> None:
    assert is_department(name)


def test_what_is_formed_otherwise_is_no_department() -> None:
    assert not is_department("按季通报")


@pytest.mark.parametrize(("name", "kind"), [("各科室", "group"), ("相关部门", "group"), ("医务科", "unit")])
def test_groups_are_told_apart(name: str, kind: str) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("short", "full", "is_short"),
    [
        ("刑庭", "刑事审判庭", True),
        ("市监局", "市场监管局", True),
        ("教育局", "区教育局", True),
        ("办公室", "党委办公室", False),
        ("医务处", "医务部", False),
        ("医务科", "医务科", False),
    ],
)
def test_a_short_name_is_recognised(short: str, full: str, *, is_short: bool) -> None:
    assert is_short_for(short, full) is is_short
