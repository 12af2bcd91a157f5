"""撤回 in the middle of something: what is open goes first, by its name, and nothing beside it."""

from db.tables import Request
from tests.house import REGISTRAR, Court
from tests.stories.test_undo import MATTER, filed, states


async def test_an_open_dialogue_is_dropped_by_its_name_and_a_draft_beside_it_stays(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    row = signed.task(REGISTRAR, "2026-02")
    await signed.say(REGISTRAR, "/tasks")
    await signed.press(REGISTRAR, "task", row.id)
    await signed.say(REGISTRAR, "应填28人")
    assert states(signed, row) == ["draft"]
    await signed.say(REGISTRAR, "/tasks")
    await signed.press(REGISTRAR, "absent")
    assert await signed.say(REGISTRAR, "撤回") == ["已取消：请假。其他内容不变。"]
    assert states(signed, row) == ["draft"]
    assert await signed.say(REGISTRAR, "取消") == [f"已放弃填写：{MATTER}，该项尚未报送。"]
    assert states(signed, row) == []


async def test_what_was_asked_for_last_is_taken_back_and_not_a_draft_of_before(signed: Court) -> None:
    row = await filed(signed)
    await signed.say(REGISTRAR, "记录3条", to=signed.last(REGISTRAR)["message_id"])
    await signed.say(REGISTRAR, "3月9日至13日请假")
    assert signed.rows(Request)[-1].state == "asked"
    (said,) = await signed.say(REGISTRAR, "撤回")
    assert said == "立案庭庭长不再代立案庭联络员。"
    assert signed.rows(Request)[-1].state == "dropped"
    assert states(signed, row) == ["filed", "draft"]
