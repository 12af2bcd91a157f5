"""转办: the other department takes it or not, and then the director says whose it is; until then it stays."""

from datetime import date

import pytest

from db.tables import Audit, Hold, Outbox, Request, Task
from tests.house import CIVIL, DIRECTOR, INSPECTION, REGISTRAR, Court
from tests.stories.test_extension import at_the_card, draft, now
from tests.stories.test_readings import MEDIATION, open_question

MATTER = "2月诉前调解七项数据（5.2.1）"


async def pass_on(court: Court, row: Task, unit: str = "民事审判庭", reason: str = "数据由民庭统计") -> Request:
    await court.press(REGISTRAR, "pass-on", row.id)
    await court.say(REGISTRAR, unit)
    await court.say(REGISTRAR, reason)
    return court.rows(Request, kind="passing")[-1]


async def look(court: Court, title: str, request: Request) -> None:
    await court.say(title, "/tasks")
    await court.press(title, "decisions", request.kind)
    await court.press(title, "decision", request.id)


def unit(court: Court, title: str) -> int:
    return court.posts(title)[0].unit_id


async def test_the_other_department_takes_it_and_both_are_told(shipped: Court) -> None:
    row = await at_the_card(shipped)
    await shipped.press(REGISTRAR, "pass-on", row.id)
    assert "应由哪个部门办理？" in shipped.text(REGISTRAR)
    named = [
        text
        for text in str(shipped.last(REGISTRAR)["reply_markup"]).split("'")
        if text in ("民事审判庭", "派驻组", "立案庭")
    ]
    assert named == ["民事审判庭"]
    await shipped.press(REGISTRAR, "drop-request")
    request = await pass_on(shipped, row)
    assert shipped.text(REGISTRAR).startswith(f"已商请转办：{MATTER}，转民事审判庭。")
    assert "民事审判庭应于 3月3日（周二）前答复；对方接办之前，仍由您部门办理。" in shipped.text(REGISTRAR)
    assert now(shipped, row).unit_id == unit(shipped, REGISTRAR)
    await shipped.until("2026-03-03 09:30")
    assert "待定转办 1 项，立案庭，2月诉前调解七项数据（5.2.1）" in shipped.text(CIVIL)
    await look(shipped, CIVIL, request)
    assert f"【转办】立案庭，{MATTER}\n立案庭联络员提出转民事审判庭办理。\n原因：数据由民庭统计" in shipped.text(CIVIL)
    await shipped.press(CIVIL, "grant", request.id)
    assert shipped.text(CIVIL) == f"已改由民事审判庭办理：{MATTER}"
    taken = now(shipped, row)
    assert (taken.unit_id, taken.due, taken.step) == (unit(shipped, CIVIL), date(2026, 3, 11), "asked")
    assert shipped.text(REGISTRAR) == f"民事审判庭已接办：{MATTER}，不再由您部门报送。"
    assert [hold.unit_id for hold in shipped.rows(Hold, task_id=row.id)] == [unit(shipped, REGISTRAR), taken.unit_id]
    assert shipped.rows(Audit, verb="hand over")
    await shipped.until("2026-03-04 09:30")
    await shipped.say(CIVIL, "/tasks")
    assert "诉前调解七项数据（5.2.1）" in shipped.text(CIVIL)
    await shipped.say(DIRECTOR, "/why 5.2.1")
    await shipped.press(DIRECTOR, "history", row.id)
    assert "民事审判庭联络员接办，由立案庭转民事审判庭" in shipped.text(DIRECTOR)
    assert "立案庭联络员提出转民事审判庭：数据由民庭统计" in shipped.text(DIRECTOR)


async def test_whoever_takes_it_late_has_days_left_to_do_it(shipped: Court) -> None:
    row = await at_the_card(shipped, "2026-03-10 10:00")
    request = await pass_on(shipped, row)
    await shipped.until("2026-03-11 10:00")
    await look(shipped, CIVIL, request)
    await shipped.press(CIVIL, "grant", request.id)
    assert (now(shipped, row).due, now(shipped, row).first_due) == (date(2026, 3, 16), date(2026, 3, 11))


async def test_the_other_department_declines_and_the_director_says_whose_it_is(shipped: Court) -> None:
    row = await at_the_card(shipped)
    request = await pass_on(shipped, row)
    await look(shipped, DIRECTOR, request)  # the director sees it, and decides nothing yet
    assert "民事审判庭尚未答复，此前仍由原部门办理。" in shipped.text(DIRECTOR)
    assert not {"grant", "deny"} & set(shipped.offers(DIRECTOR))
    await look(shipped, CIVIL, request)
    await shipped.press(CIVIL, "deny", request.id)
    (text,) = await shipped.say(CIVIL, "。")
    assert text.startswith("须写明理由，请补充。")
    await shipped.say(CIVIL, "诉前调解由立案庭管理")
    assert shipped.text(CIVIL).startswith(f"未接办：立案庭，{MATTER}")
    assert (
        f"民事审判庭未接办：{MATTER}\n原因：诉前调解由立案庭管理\n由创建办确定归口，此前仍由您部门办理。"
        in shipped.text(REGISTRAR)
    )
    (ruling,) = shipped.rows(Request, kind="ruling")
    await look(shipped, DIRECTOR, ruling)
    assert "民事审判庭不接办：诉前调解由立案庭管理" in shipped.text(DIRECTOR)
    await shipped.press(DIRECTOR, "keep", ruling.id)
    assert shipped.text(DIRECTOR) == f"仍由立案庭办理：{MATTER}"
    assert shipped.text(REGISTRAR) == f"创建办已定：{MATTER}仍由您部门办理。"
    assert now(shipped, row).unit_id == unit(shipped, REGISTRAR)
    assert [r.state for r in shipped.rows(Request, kind="ruling")] == ["refused"]


async def test_the_director_gives_it_to_the_department_that_declined(shipped: Court) -> None:
    row = await at_the_card(shipped)
    request = await pass_on(shipped, row)
    await look(shipped, CIVIL, request)
    await shipped.press(CIVIL, "deny", request.id)
    await shipped.say(CIVIL, "诉前调解由立案庭管理")
    (ruling,) = shipped.rows(Request, kind="ruling")
    await look(shipped, DIRECTOR, ruling)
    await shipped.press(DIRECTOR, "grant", ruling.id)
    assert now(shipped, row).unit_id == unit(shipped, CIVIL)
    assert shipped.text(REGISTRAR) == f"民事审判庭已接办：{MATTER}，不再由您部门报送。"


async def test_where_no_answer_comes_the_director_may_decide(shipped: Court) -> None:
    row = await at_the_card(shipped)
    request = await pass_on(shipped, row)
    await shipped.until("2026-03-04 10:00")
    assert "待定转办 1 项" in shipped.text(DIRECTOR)
    await look(shipped, DIRECTOR, request)
    await shipped.press(DIRECTOR, "deny", request.id)
    await shipped.say(DIRECTOR, "职责分工明确，不转")
    assert shipped.rows(Request, kind="ruling") == []
    assert now(shipped, row).unit_id == unit(shipped, REGISTRAR)
    said = f"创建办已定：{MATTER}仍由您部门办理。\n原因：职责分工明确，不转"
    assert shipped.text(REGISTRAR) == said  # the last word: nobody else is asked after it


async def test_words_that_disown_a_task_begin_it_with_the_department_that_they_name(shipped: Court) -> None:
    row = await at_the_card(shipped)
    await open_question(shipped, REGISTRAR, row)
    await shipped.say(REGISTRAR, "这个不归我们，应由民事审判庭报")
    assert (draft(shipped).kind, draft(shipped).to_unit_id) == ("passing", unit(shipped, CIVIL))
    assert "请写明为什么归对方办理" in shipped.text(REGISTRAR)
    assert shipped.rows(Outbox, kind="wished") == []


@pytest.mark.parametrize(
    "said",
    ["派驻组", "民事审判庭和执行局", "立案庭", "谁都行"],
)
async def test_a_department_that_cannot_be_is_asked_back(shipped: Court, said: str) -> None:
    row = await at_the_card(shipped)
    await shipped.press(REGISTRAR, "pass-on", row.id)
    (text,) = await shipped.say(REGISTRAR, said)
    assert text.startswith("请写明本院另一个部门的名称。")
    assert draft(shipped).to_unit_id is None


async def test_what_other_departments_were_asked_for_meanwhile_is_not_taken_and_it_says_so(shipped: Court) -> None:
    row = await at_the_card(shipped)
    card = shipped.last(REGISTRAR)
    request = await pass_on(shipped, row)
    await shipped.press(REGISTRAR, "joint", row.id, on=card)
    await shipped.press(REGISTRAR, "ask-parts", f"{row.id}-0")
    await look(shipped, CIVIL, request)
    assert await shipped.press(CIVIL, "grant", request.id) == "此项目前的状态不办转办。"
    assert now(shipped, row).unit_id == unit(shipped, REGISTRAR)
    assert shipped.rows(Request, id=request.id)[0].state == "asked"


async def test_whoever_files_it_meanwhile_no_longer_says_that_it_is_another_s(shipped: Court) -> None:
    row = await at_the_card(shipped)
    request = await pass_on(shipped, row)
    await look(shipped, CIVIL, request)
    await open_question(shipped, REGISTRAR, row)
    await shipped.say(REGISTRAR, MEDIATION)
    await open_question(shipped, REGISTRAR, row)
    await shipped.press(REGISTRAR, "file", row.id)
    assert now(shipped, row).step == "confirming"
    assert shipped.rows(Request, id=request.id)[0].state == "dropped"
    assert shipped.text(CIVIL) == "已无需决定：立案庭，2月诉前调解七项数据（5.2.1）"
    assert "grant" not in shipped.offers(CIVIL)


async def test_one_pass_at_a_time_and_the_round_never(shipped: Court) -> None:
    row = await at_the_card(shipped)
    stale = shipped.button(shipped.id(REGISTRAR), "pass-on", row.id)
    await pass_on(shipped, row)
    await shipped.touch(REGISTRAR, shipped.id(REGISTRAR), *stale, force=True)
    assert shipped.text(REGISTRAR) == "此项正在转办，一次只商请一个部门。"
    other = next(t for t in shipped.tasks(REGISTRAR) if t.form == "roll-call")
    await shipped.say(REGISTRAR, "/tasks")
    await shipped.press(REGISTRAR, "task", other.id)
    card = shipped.last(REGISTRAR)["message_id"]
    said = await shipped.say(REGISTRAR, "这个不归我们，应由民事审判庭报", to=card)
    assert said == ["此项由各部门各自报送，不能转办。"]


async def test_nobody_else_takes_it_and_two_at_once_do_it_once(shipped: Court) -> None:
    row = await at_the_card(shipped)
    request = await pass_on(shipped, row)
    await look(shipped, CIVIL, request)
    number, data = shipped.button(shipped.id(CIVIL), "grant", request.id)
    other = shipped.last(INSPECTION)["message_id"]
    assert await shipped.touch(INSPECTION, shipped.id(INSPECTION), other, data, force=True)
    assert now(shipped, row).unit_id == unit(shipped, REGISTRAR)
    deny = shipped.button(shipped.id(CIVIL), "deny", request.id)
    await shipped.touch(CIVIL, shipped.id(CIVIL), number, data)
    assert await shipped.touch(CIVIL, shipped.id(CIVIL), number, data, force=True) == "这件事已经处理过了。"
    assert await shipped.touch(CIVIL, shipped.id(CIVIL), *deny, force=True) == "这件事已经处理过了。"
    assert len(shipped.rows(Audit, verb="hand over")) == 1
