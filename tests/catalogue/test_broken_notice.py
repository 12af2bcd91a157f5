"""A broken file is refused, and the refusal says where to look."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from catalogue.shipped import SHELF, CatalogueError, load, read

Break = Callable[[str, str, str], CatalogueError]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHELF / "jiading-2022", tmp_path / "jiading-2022"))


@pytest.fixture
def broken(folder: Path) -> Break:
    """Puts one text for another, once, in one file, and gives back what reading then says."""

    def read_broken(file: str, old: str, new: str) -> CatalogueError:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(CatalogueError) as caught:
            read(folder)
        return caught.value

    return read_broken


HOUSE = "notice.toml"
FAULTS = {
    "a lead that is no unit": (
        ("area-4.toml", 'lead = "执行局"', 'lead = "执行庭"'),
        ("area-4.toml", "indicator 4.7.1", "lead 执行庭 is no unit of this notice"),
    ),
    "two leads": (
        ("area-4.toml", 'lead = "执行局"', 'lead = ["执行局", "立案庭"]'),
        ("area-4.toml", "indicator 4.7.1", "lead should be a text, found ['执行局', '立案庭']"),
    ),
    "no lead": (
        ("area-4.toml", 'lead = "执行局"\n', ""),
        ("area-4.toml", "indicator 4.7.1", "lead is missing"),
    ),
    "a responsible department that is no unit": (
        ("area-3.toml", '["刑事审判庭", "执行局"]', '["刑事审判庭", "执行处"]'),
        ("area-3.toml", "indicator 3.1.1", "responsible 执行处 is no unit of this notice"),
    ),
    "nobody responsible": (
        ("area-3.toml", 'responsible = ["刑事审判庭", "执行局"]\n', ""),
        ("area-3.toml", "indicator 3.1.1", "responsible is empty"),
    ),
    "a responsible department twice": (
        ("area-3.toml", '["刑事审判庭", "执行局"]', '["执行局", "执行局"]'),
        ("area-3.toml", "indicator 3.1.1", "responsible names something twice"),
    ),
    "a filing group that is no unit": (
        ("area-2.toml", 'files = "各部门"', 'files = "各处室"'),
        ("area-2.toml", "indicator 2.1.1", "files 各处室 is no unit of this notice"),
    ),
    "filing without a cadence": (
        ("area-2.toml", 'files_cadence = "filing"\n', ""),
        ("area-2.toml", "indicator 2.1.1", "files and files_cadence belong together"),
    ),
    "a code twice": (
        ("area-5.toml", 'code = "5.2.2"', 'code = "5.2.1"'),
        ("area-5.toml", "indicator 5.2.1", "the code is there twice"),
    ),
    "a code of another area": (
        ("area-5.toml", 'code = "5.2.2"', 'code = "4.2.9"'),
        ("area-5.toml", "indicator 4.2.9", "the code should be 5.item.indicator"),
    ),
    "an item twice": (
        ("area-5.toml", 'number = "（二）"', 'number = "（一）"'),
        ("area-5.toml", "item （一）", "the number is there twice"),
    ),
    "a requirement twice": (
        ("area-5.toml", '{ seq = 2, name = "诉前调解案件成功率"', '{ seq = 1, name = "诉前调解案件成功率"'),
        ("area-5.toml", "indicator 5.2.1", "requirement 1 is there twice"),
    ),
    "a number in Chinese": (
        ("area-5.toml", 'target = "30%"', 'target = "三成"'),
        ("area-5.toml", "indicator 5.2.1, requirement 1", "target '三成' is no figure, which tag N needs"),
    ),
    "a percentage without its sign": (
        ("area-5.toml", 'target = "30%"', 'target = "30", unit = "%"'),
        ("area-5.toml", "indicator 5.2.1, requirement 1", "target '30' in the unit % should be written '30%'"),
    ),
    "a percentage with another unit": (
        ("area-5.toml", 'target = "30%"', 'target = "30%", unit = "件"'),
        ("area-5.toml", "indicator 5.2.1, requirement 1", "unknown key unit"),
    ),
    "a rank with a figure": (
        ("area-4.toml", 'target = "名列前茅"', 'target = "3"'),
        ("area-4.toml", "indicator 4.1.2, requirement 1", "target '3' is a figure, which tag R cannot have"),
    ),
    "a rank that is compared": (
        ("area-4.toml", 'op = "rank"', 'op = ">="'),
        ("area-4.toml", "indicator 4.1.2, requirement 1", "op >= does not go with tag R"),
    ),
    "an operator nobody knows": (
        ("area-5.toml", 'op = "<"', 'op = "≤"'),
        (
            "area-5.toml",
            "indicator 5.2.1, requirement 4",
            "op should be one of =, >=, >, <, <=, rank, trend, found '≤'",
        ),
    ),
    "a tag nobody knows": (
        ("area-6.toml", 'tag = "N"', 'tag = "M"'),
        ("area-6.toml", "indicator 6.1.1, requirement 1", "tag should be one of N, Z, D, B, R, X, T, found 'M'"),
    ),
    "an empty cadence": (
        ("area-6.toml", 'cadence = "yearly"', 'cadence = ""'),
        ("area-6.toml", "indicator 6.1.1, requirement 1", "cadence is empty"),
    ),
    "no cadence": (
        ("area-6.toml", 'cadence = "yearly"', 'cadenza = "yearly"'),
        ("area-6.toml", "indicator 6.1.1, requirement 1", "cadence is missing"),
    ),
    "a seq that is no number": (
        ("area-6.toml", "seq = 1", "seq = true"),
        ("area-6.toml", "indicator 6.1.1, requirement True", "seq should be a whole number, found True"),
    ),
    "a deadline that is a text": (
        ("area-3.toml", "deadline = 2021-06-30", 'deadline = "2021-06-30"'),
        ("area-3.toml", "indicator 3.1.1, requirement 1", "deadline should be a date, found '2021-06-30'"),
    ),
    "a doubt about nothing": (
        ("area-3.toml", 'field = "requirement 2"', 'field = "requirement 9"'),
        ("area-3.toml", "indicator 3.2.1", "doubt about requirement 9, which it does not have"),
    ),
    "a misspelt key": (
        ("area-1.toml", "evidence = ", "evidenz = "),
        ("area-1.toml", "indicator 1.1.1", "unknown key evidenz"),
    ),
    "a leading group without a convenor": (
        (HOUSE, 'convenor = "南翔法庭"\n', ""),
        ("area-4.toml", "indicator 4.5.1", "lead 派出法庭 is a group without a convenor"),
    ),
    "a convenor from elsewhere": (
        (HOUSE, 'convenor = "南翔法庭"', 'convenor = "立案庭"'),
        (HOUSE, "unit 派出法庭", "convenor 立案庭 is no member"),
    ),
    "a member that is no department": (
        (HOUSE, '"南翔法庭", "安亭法庭"', '"南翔法庭", "各支部"'),
        (HOUSE, "unit 各部门", "member 各支部 is no department of this notice"),
    ),
    "a department with members": (
        (HOUSE, 'aliases = ["刑庭"]', 'members = ["立案庭"]'),
        (HOUSE, "unit 刑事审判庭", "only a group has members or a convenor"),
    ),
    "an alias of two units": (
        (HOUSE, '"商庭"', '"刑庭"'),
        (HOUSE, "unit 刑庭", "the name or alias is used twice"),
    ),
    "staff shared with nobody": (
        (HOUSE, 'shares_staff_with = "政治部"', 'shares_staff_with = "政治处"'),
        (HOUSE, "unit 机关党委", "shares_staff_with 政治处 is no unit of this notice"),
    ),
    "a seat in no department": (
        (HOUSE, 'title = "立案庭庭长"\nunit = "立案庭"', 'title = "立案庭庭长"\nunit = "立案处"'),
        (HOUSE, "post 立案庭庭长", "unit 立案处 is no department of this notice"),
    ),
    "a seat twice": (
        (HOUSE, "seat = 2", "seat = 1"),
        (HOUSE, "post 副院长", "seat 1 in 领导小组 is there twice"),
    ),
    "a holder of a seat that is not there": (
        (HOUSE, 'same_holder_as = "创建办主任"', 'same_holder_as = "立案庭庭长"'),
        (HOUSE, "post 政治部主任", "same_holder_as 立案庭庭长 is no seat of another body that points back"),
    ),
    "a role nobody knows": (
        (HOUSE, 'role = "director"', 'role = "boss"'),
        (
            HOUSE,
            "post 创建办主任",
            "role should be one of contact, deputy, head, office, director, leader, found 'boss'",
        ),
    ),
    "an edition of nought": (
        (HOUSE, "edition = 1", "edition = 0"),
        (HOUSE, "file", "edition should be 1 or more, found 0"),
    ),
    "a date of issue with an hour": (
        (HOUSE, "issued = 2022-06-23", "issued = 2022-06-23T09:00:00"),
        (HOUSE, "file", "issued should be a date, found datetime.datetime(2022, 6, 23, 9, 0)"),
    ),
    "an area under another number": (
        ("area-2.toml", "number = 2", "number = 7"),
        ("area-2.toml", "file", "number 7 does not match the file's name"),
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_notice_is_refused_that_has(fault: str, broken: Break) -> None:
    damage, (file, where, problem) = FAULTS[fault]
    error = broken(*damage)
    assert (error.file, error.where, error.problem) == (file, where, problem)
    assert str(error) == f"{file}: {where}: {problem}"


def test_what_is_not_toml_is_refused_in_one_line_with_the_line_number(broken: Break) -> None:
    error = broken("area-6.toml", "number = 6", "number = = 6")
    assert (error.file, error.where) == ("area-6.toml", "file")
    assert "line 4" in error.problem
    assert "\n" not in str(error)


def test_what_is_not_utf8_is_refused(folder: Path) -> None:
    path = folder / "area-1.toml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))
    with pytest.raises(CatalogueError, match=r"^area-1\.toml: file: is not UTF-8$"):
        read(folder)


def test_a_missing_house_file_is_named(folder: Path) -> None:
    (folder / "notice.toml").unlink()
    with pytest.raises(CatalogueError, match=r"^notice\.toml: file: is missing$"):
        read(folder)


def test_a_missing_area_in_between_is_noticed(folder: Path) -> None:
    (folder / "area-3.toml").unlink()
    with pytest.raises(CatalogueError, match=r"areas: should be numbered 1, 2, 3 …, found \[1, 2, 4, 5, 6\]"):
        read(folder)


@pytest.mark.parametrize("name", ["jiading-1999", "../shipped/jiading-2022", ""])
def test_an_unknown_name_is_answered_with_the_known_ones(name: str) -> None:
    with pytest.raises(CatalogueError, match="no such notice, there is jiading-2022"):
        load(name)


def test_an_undamaged_copy_is_read_like_the_shipped_one(folder: Path) -> None:
    assert read(folder) == load("jiading-2022")
