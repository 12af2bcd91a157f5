"""The plan that each department is asked for once, and an entry in each of the thirty-eight registers."""

from datetime import date

import pytest

from db.tables import Entry
from domain.registers import Column, Register
from tests.house import CIVIL, REGISTRAR, Court
from tests.stories.test_register_lists import (
    KEEPERS,
    SHELF,
)


async def test_each_department_is_asked_once_for_a_plan_of_its_own(filled: Court) -> None:
    await filled.give()
    await filled.sign(REGISTRAR)
    assert "另有一事只问一次：贵部门有无单独的实施方案？可以不另行制定。" in filled.text(REGISTRAR)
    card = filled.last(REGISTRAR)
    await filled.press(REGISTRAR, "entry-none")
    (entry,) = filled.rows(Entry)
    assert (entry.register_key, entry.data["已制定"], entry.on_date) == ("plans", False, date(2026, 2, 26))
    assert await filled.press(REGISTRAR, "entry-none", on=card) == "这件事已经处理过了。"
    await filled.sign(CIVIL)
    await filled.press(CIVIL, "entry-add")
    await filled.say(CIVIL, "2月10日")
    await filled.press(CIVIL, "entry-keep")
    assert filled.rows(Entry)[-1].data == {"日期": "2026-02-10", "已制定": True}
    await filled.send(CIVIL, "实施方案.pdf", b"plan")
    assert "佐证：1 个文件" in filled.text(CIVIL)


def said(column: Column) -> str:
    """A plausible answer, with the name of its column."""
    answer = {
        "date": "2月20日", "text": "便民举措情况", "number": "3", "department": "民事审判庭", "yes or no": "是",
        "link": "https://court.example/3",
    }.get(column.kind) or column.choices[0].name  # fmt: skip
    return f"{column.name}：{answer}{column.unit}"


@pytest.mark.parametrize("register", SHELF, ids=lambda register: str(register.key))
async def test_each_register_takes_an_entry_of_its_keeper(signed: Court, register: Register) -> None:
    keeper = KEEPERS[register.kept_by[0]]
    line = "；".join(said(column) for column in register.columns if column.kind != "file")
    await signed.say(keeper, f"登记{register.title} {line}")
    assert signed.text(keeper).startswith(f"请核对：{register.title}，"), signed.text(keeper)
    await signed.press(keeper, "entry-keep")
    (entry,) = signed.rows(Entry)
    assert entry.register_key == register.key
    assert set(entry.data) == {column.name for column in register.columns if column.kind != "file"}
    await signed.say(keeper, f"台账 {register.title}")
    assert "2026年 1 条" in signed.text(keeper)


def test_the_notice_wants_thirty_eight_registers() -> None:
    assert len(SHELF) == 38
    assert {register.kept_by[0] for register in SHELF} <= set(KEEPERS)
