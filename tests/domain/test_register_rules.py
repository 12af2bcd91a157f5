"""Who keeps a register, who sees it, what an entry is called and what it counts toward."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.notice import Role
from domain.people import Seat
from domain.registers import Choice, Column, Fit, Register, counts_by_itself, heading, keeps, may_count, missing, sees

OURS, THEIRS, INSPECTION = 1, 2, 3
ROLES: tuple[Role, ...] = ("contact", "deputy", "head", "office", "director", "leader")
DAY, TITLE = Column("日期", "date"), Column("标题", "text")
LEVEL = Column("级别", "choice", choices=(Choice("中央"), Choice("自有")))
THEME = Column("主题", "choice", choices=(Choice("普法"), Choice("其他")))
NUMBER = Column("收到", "number", unit="件")
ANSWER = Column("已制定", "yes or no", required=False)


def register(
    *columns: Column, kept_by: tuple[str, ...] = ("各部门",), seen_by: tuple[str, ...] = ("own",), heading: str = ""
) -> Register:
    return Register("r", "台账名", kept_by, seen_by, (DAY, *columns), heading)


def seat(role: Role, unit: int = OURS) -> Seat:
    return Seat(1, "职务", role, unit, "部门")


@pytest.mark.parametrize(
    ("seen_by", "role", "unit", "seen"),
    [
        (("own",), "contact", OURS, {OURS}),
        (("own",), "head", OURS, {OURS}),
        (("own",), "contact", THEIRS, {THEIRS}),
        (("own",), "contact", INSPECTION, set()),  # it does not keep this one
        (("own",), "director", OURS, set()),
        (("own",), "leader", OURS, set()),
        (("own", "office"), "director", OURS, None),
        (("own", "office"), "office", OURS, None),
        (("own", "office"), "leader", OURS, set()),
        (("own", "leaders"), "leader", OURS, None),
        (("派驻组",), "contact", INSPECTION, None),
        (("派驻组",), "leader", INSPECTION, None),
        (("派驻组",), "leader", OURS, set()),
        (("派驻组",), "director", INSPECTION, set()),  # works for the office, wherever the seat stands
        (("派驻组",), "contact", OURS, set()),
    ],
)
def test_who_sees_what(seen_by: tuple[str, ...], role: Role, unit: int, seen: set[int] | None) -> None:
    readers = [INSPECTION] if "派驻组" in seen_by else []
    found = sees(register(seen_by=seen_by), [seat(role, unit)], [OURS, THEIRS], readers)
    assert found == (None if seen is None else frozenset(seen))


@given(st.lists(st.builds(seat, st.sampled_from(ROLES), st.sampled_from((OURS, THEIRS, INSPECTION))), max_size=3))
def test_more_seats_never_see_less(seats: list[Seat]) -> None:
    shelf = register(seen_by=("own", "leaders"))
    every = sees(shelf, seats, [OURS, THEIRS], [])
    for one in seats:
        found = sees(shelf, [one], [OURS, THEIRS], [])
        assert every is None or (found is not None and found <= every)


@pytest.mark.parametrize(("role", "unit"), list(product(ROLES, (OURS, INSPECTION))))
def test_its_keepers_alone_enter_something(role: Role, unit: int) -> None:
    found = keeps(register(), [seat(role, unit)], [OURS, THEIRS])
    assert found == ((OURS,) if role in ("contact", "deputy", "head") and unit == OURS else ())
    found = keeps(register(kept_by=("office",)), [seat(role, unit)], [])
    assert found == ((unit,) if role in ("office", "director") else ())


def test_an_entry_is_called_by_its_title_or_by_what_was_chosen_and_counted() -> None:
    assert heading(register(TITLE, heading="标题"), {"日期": "2026-11-03", "标题": "普法"}) == "普法"
    assert heading(register(LEVEL, NUMBER), {"日期": "2026-11-03", "级别": "中央", "收到": "3"}) == "中央，收到 3 件"
    assert heading(register(ANSWER), {"日期": "2026-11-03", "已制定": False}) == "已制定：否"
    assert heading(register(), {"日期": "2026-11-03"}) == "台账名"


def test_a_file_is_not_waited_for() -> None:
    shelf = register(TITLE, ANSWER, Column("文件", "file"), heading="标题")
    assert [column.name for column in missing(shelf, {"日期": "2026-11-03"})] == ["标题"]


FIT = Fit("4.4.3", "宣传", needs={"级别": ("中央",)}, when={"主题": ("普法",)})


@pytest.mark.parametrize(
    ("level", "theme", "may", "does"),
    [
        ("中央", "普法", True, True),
        ("中央", "其他", True, False),
        ("自有", "普法", False, False),
        (None, "普法", False, False),
    ],
)
def test_an_entry_counts_by_its_columns(level: str | None, theme: str, may: bool, does: bool) -> None:
    values = {name: value for name, value in (("级别", level), ("主题", theme)) if value}
    assert (may_count(FIT, values), counts_by_itself(FIT, values)) == (may, does)


def test_what_has_no_condition_is_for_a_person_to_say() -> None:
    fit = Fit("4.4.3", "宣传")
    assert may_count(fit, {})
    assert not counts_by_itself(fit, {})


def test_yes_and_no_are_conditions_too() -> None:
    fit = Fit("2.2.3", "专项督察", when={"专项": ("是",)})
    assert counts_by_itself(fit, {"专项": True})
    assert not counts_by_itself(fit, {"专项": False})
