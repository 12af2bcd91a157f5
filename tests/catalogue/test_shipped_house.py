"""Head, units, groups and doubtful cells of the shipped notice."""

from datetime import date
from itertools import pairwise

from catalogue.shipped import names
from domain.notice import Notice, Unit

DEPARTMENTS = [
    "政治部",
    "机关党委",
    "派驻组",
    "办公室",
    "立案庭",
    "刑事审判庭",
    "民事审判庭",
    "商事审判庭",
    "执行局",
    "执行裁判庭",
    "审判监督庭",
    "南翔法庭",
    "安亭法庭",
    "嘉北法庭",
    "嘉中法庭",
    "法警大队",
]
TRIBUNALS = ("南翔法庭", "安亭法庭", "嘉北法庭", "嘉中法庭")

# The cells that stand in another column than they belong to, or in none.
DOUBTFUL_CELLS = {
    ("1.2.1", "lead"): "政治部",
    ("1.2.1", "responsible"): "政治部、派驻组、办公室、审判监督庭",
    ("1.2.2", "lead"): "政治部",
    ("1.2.3", "item"): "（二）",
    ("1.2.3", "lead"): "机关党委",
    ("1.2.3", "responsible"): "机关党委",
    ("1.3.1", "item"): "（三）",
    ("1.3.1", "lead"): "机关党委",
    ("4.3.1", "responsible"): "刑事审判庭",
    ("4.3.2", "responsible"): "派出法庭",
    ("4.3.3", "responsible"): "审判监督庭",
    ("4.4.3", "lead"): "审判监督庭",
    ("6.2.1", "responsible"): "审判监督庭",
    ("6.2.2", "responsible"): "各部门",
    ("6.3.1", "item"): "（三）",
    ("6.3.2", "item"): "（三）",
    ("6.3.3", "item"): "（三）",
    ("5.3.3", "item"): "（三）",
    ("5.3.4", "item"): "（三）",
}


def _units(notice: Notice) -> dict[str, Unit]:
    return {unit.name: unit for unit in notice.units}


def test_the_shelf_holds_the_first_notice() -> None:
    assert names() == ["jiading-2022"]


def test_the_head_is_the_printed_one(notice: Notice) -> None:
    assert notice.number == "嘉法发〔2022〕16号"
    assert notice.edition == 1
    assert notice.issued == date(2022, 6, 23)
    assert notice.body == "上海市嘉定区人民法院"
    assert notice.title.endswith("关于印发《嘉定法院“为群众办实事示范法院”创建活动方案》的通知")


def test_six_areas_hold_twenty_three_items(notice: Notice) -> None:
    assert [len(area.items) for area in notice.areas] == [3, 2, 3, 9, 3, 3]


def test_there_are_sixteen_departments_and_only_one_of_them_is_outside_the_court(notice: Notice) -> None:
    found = [unit for unit in notice.units if unit.kind != "group" and unit.name != "院领导"]
    assert [unit.name for unit in found] == DEPARTMENTS
    assert [unit.name for unit in found if unit.kind == "outside" or not unit.ranked] == ["派驻组"]


def test_court_leaders_are_seats_but_no_department(notice: Notice) -> None:
    leaders = _units(notice)["院领导"]
    assert (leaders.kind, leaders.ranked) == ("outside", False)


def test_usual_short_names_are_understood(notice: Notice) -> None:
    aliases = {alias: unit.name for unit in notice.units for alias in unit.aliases}
    expected = {
        "刑庭": "刑事审判庭",
        "民庭": "民事审判庭",
        "商庭": "商事审判庭",
        "执裁庭": "执行裁判庭",
        "审监庭": "审判监督庭",
        "院办公室": "办公室",
        "区第八派驻纪检监察组": "派驻组",
        "派驻纪检监察组": "派驻组",
        "政治部(机关党委)": "政治部",
        "成员单位": "各部门",
    }
    assert aliases.items() >= expected.items()


def test_groups_expand_to_their_members(notice: Notice) -> None:
    units = _units(notice)
    assert units["各部门"].members == tuple(name for name in DEPARTMENTS if name != "派驻组")
    without = {"政治部", "机关党委", "派驻组", "办公室", "法警大队"}
    assert units["各业务部门"].members == tuple(name for name in DEPARTMENTS if name not in without)
    assert units["派出法庭"].members == TRIBUNALS
    assert units["各支部"].members == ()
    assert [unit.name for unit in notice.units if unit.kind == "group"] == [
        "各部门",
        "各业务部门",
        "派出法庭",
        "各支部",
    ]


def test_the_party_committee_shares_its_staff_with_the_political_department(notice: Notice) -> None:
    assert [(u.name, u.shares_staff_with) for u in notice.units if u.shares_staff_with] == [("机关党委", "政治部")]


def test_the_tribunals_have_a_convenor_marked_as_a_proposal(notice: Notice) -> None:
    tribunals = _units(notice)["派出法庭"]
    assert tribunals.convenor == "南翔法庭"
    assert "待确认" in tribunals.note
    doubted = {i.code for i in notice.indicators for d in i.doubts if d.field == "lead" and d.printed == "派出法庭"}
    assert doubted == {i.code for i in notice.indicators if i.lead == "派出法庭"} == {"4.5.1", "4.5.2"}


def test_every_doubtful_cell_is_marked_with_the_reading_in_force(notice: Notice) -> None:
    marked = {(i.code, d.field): d.reading for i in notice.indicators for d in i.doubts}
    assert {key: marked.get(key) for key in DOUBTFUL_CELLS} == DOUBTFUL_CELLS


def test_the_reading_in_force_is_what_the_indicator_says(notice: Notice) -> None:
    for area in notice.areas:
        for item in area.items:
            for i in item.indicators:
                says = {"item": item.number, "lead": i.lead, "responsible": "、".join(i.responsible)}
                for doubt in i.doubts:
                    if doubt.field in says:
                        assert doubt.reading.split("，")[0] == says[doubt.field], (i.code, doubt.field)
                        assert doubt.reading not in doubt.alternatives, (i.code, doubt.field)


def test_every_indicator_of_lower_confidence_says_what_is_doubtful(notice: Notice) -> None:
    lower = {i.code: len(i.doubts) for i in notice.indicators if i.confidence != "high"}
    assert len(lower) == 13
    assert all(lower.values()), lower


def test_no_doubt_is_told_twice(notice: Notice) -> None:
    for i in notice.indicators:
        fields = sorted(doubt.field for doubt in i.doubts)
        assert all(one != other for one, other in pairwise(fields)), i.code
