"""销号 and 阶段性办结: asked with proof, verified by somebody else; 准予更正 of what is locked."""

import pytest

from db.tables import Audit, Outbox, Reminder, Report, Request, Task
from services import reminding
from tests.beginnings import beginning
from tests.house import CIVIL, DIRECTOR, REGISTRAR, REGISTRAR_HEAD, Court
from tests.messages import words
from tests.stories.test_readings import task
from tests.stories.test_review import at_review, look, now

CRIMINAL = "刑事审判庭联络员"
PROOF = "佐证材料".encode()


@beginning
async def accepted(court: Court) -> Task:
    """The figures of February, of which nobody has asked for a file."""
    row = await at_review(court)
    await look(court, DIRECTOR, row, "review")
    await court.press(DIRECTOR, "accept")
    return row


async def receipt(court: Court, row: Task, title: str = REGISTRAR) -> str:
    report = court.rows(Report, task_id=row.id, state="filed")[-1]
    (text,) = await court.say(title, f"回执 2026-03-{report.id:04d}")
    return text


@beginning
async def with_proof(court: Court) -> Task:
    row = await accepted(court)
    await receipt(court, row)
    await court.send(REGISTRAR, "统计表.pdf", PROOF, reply_to=court.last(REGISTRAR)["message_id"])
    await receipt(court, row)
    return row


@beginning
async def asked(court: Court) -> Task:
    row = await with_proof(court)
    await court.press(REGISTRAR, "close", row.id)
    return row


async def card(court: Court, row: Task, title: str = DIRECTOR) -> str:
    await court.say(title, "/tasks")
    await court.press(title, "queue", "close-1")
    await court.press(title, "check", f"{row.id}-close")
    return court.text(title)


async def test_nothing_is_closed_without_proof_on_record(shipped: Court) -> None:
    row = await accepted(shipped)
    assert "审核通过" in await receipt(shipped, row)
    await shipped.press(REGISTRAR, "close", row.id)
    assert shipped.text(REGISTRAR).startswith("尚无佐证文件或者链接。")
    assert now(shipped, row).step == "accepted"
    assert shipped.rows(Request, kind="closing") == []


async def test_what_is_asked_every_month_is_settled_for_the_month_and_no_more(shipped: Court) -> None:
    row = await asked(shipped)
    assert shipped.text(REGISTRAR) == "已提出申请，由审核部门核实。"
    assert now(shipped, row).step == "closing"
    text = await card(shipped, row)
    assert text.startswith("【待核实办结】立案庭，2月")
    assert "已有佐证：文件 1 个" in text
    assert "下一周期照常填报，本次只办结本期。" in text
    await shipped.press(DIRECTOR, "verify", row.id)
    assert shipped.text(DIRECTOR).startswith("已阶段性办结：立案庭，2月")
    assert now(shipped, row).step == "settled"
    assert "阶段性办结" in await receipt(shipped, row)
    assert "close" not in shipped.offers(REGISTRAR)
    (why,) = await shipped.say(DIRECTOR, "/why 5.2.1")
    assert "2月：阶段性办结" in why
    await shipped.press(DIRECTOR, "history", row.id)
    assert "立案庭联络员申请办结" in shipped.text(DIRECTOR)
    assert "创建办主任核实，阶段性办结" in shipped.text(DIRECTOR)
    await shipped.until("2026-03-12 10:00")
    told = "\n".join(str(m.get("text")) for m in shipped.heard(REGISTRAR))
    assert "● 已阶段性办结：2月诉前调解七项数据（5.2.1）" in told


async def test_what_is_asked_once_is_struck_off(shipped: Court) -> None:
    await shipped.give()
    await shipped.sign(CRIMINAL)
    await shipped.until("2026-03-02 10:00")
    row = task(shipped, CRIMINAL, "3.1.2", "2026-02-26")
    await shipped.say(CRIMINAL, "/tasks")
    await shipped.press(CRIMINAL, "task", row.id)
    await shipped.press(CRIMINAL, "answer", row.id)
    await shipped.say(CRIMINAL, "2025年5月12日")
    await shipped.send(CRIMINAL, "工作制度.pdf", PROOF)
    await shipped.say(CRIMINAL, "/tasks")
    await shipped.press(CRIMINAL, "task", row.id)
    await shipped.press(CRIMINAL, "file", row.id)
    await look(shipped, DIRECTOR, row, "review")
    await shipped.press(DIRECTOR, "accept")
    await receipt(shipped, row, CRIMINAL)
    assert "申请销号" in str(shipped.last(CRIMINAL))
    await shipped.press(CRIMINAL, "close", row.id)
    assert (await card(shipped, row)).startswith("【待核实销号】刑事审判庭，")
    await shipped.press(DIRECTOR, "verify", row.id)
    assert now(shipped, row).step == "struck"
    assert "已销号" in await receipt(shipped, row, CRIMINAL)
    (said,) = await shipped.say(CRIMINAL, "更正：2025年5月13日", to=shipped.last(CRIMINAL)["message_id"])
    assert "锁定" in said
    assert shipped.rows(Request, kind="reopen") == []  # what was struck off stays so


async def test_it_is_not_closed_without_a_reason(shipped: Court) -> None:
    row = await asked(shipped)
    await card(shipped, row)
    await shipped.press(DIRECTOR, "keep-open", row.id)
    (said,) = await shipped.say(DIRECTOR, "。")
    assert said.startswith("须写明意见，未提交。")
    assert now(shipped, row).step == "closing"
    await shipped.say(DIRECTOR, "缺平台截图")
    assert shipped.text(DIRECTOR).startswith("未予办结：立案庭，2月")
    assert now(shipped, row).step == "accepted"
    (request,) = shipped.rows(Request, kind="closing")
    assert (request.state, request.answer) == ("refused", "缺平台截图")
    await receipt(shipped, row)
    await shipped.press(REGISTRAR, "close", row.id)  # asked anew
    assert now(shipped, row).step == "closing"


async def test_asked_twice_it_says_so(shipped: Court) -> None:
    row = await with_proof(shipped)
    where = shipped.id(REGISTRAR)
    button = shipped.button(where, "close", row.id)
    await shipped.touch(REGISTRAR, where, *button)
    await shipped.touch(REGISTRAR, where, *button, force=True)
    assert shipped.text(REGISTRAR) == "已经提出申请，正在核实。"
    assert len(shipped.rows(Request, kind="closing")) == 1


@pytest.mark.parametrize("title", [REGISTRAR, CIVIL])
async def test_nobody_verifies_the_own_matter_nor_another_one(shipped: Court, title: str) -> None:
    row = await asked(shipped)
    await card(shipped, row)
    _, forged = shipped.button(shipped.id(DIRECTOR), "verify", row.id)
    await shipped.say(title, "/help")
    await shipped.touch(title, shipped.id(title), shipped.last(title)["message_id"], forged, force=True)
    assert now(shipped, row).step == "closing"


async def test_two_verify_at_once_and_the_second_changes_nothing(shipped: Court) -> None:
    row = await asked(shipped)
    await card(shipped, row)
    await card(shipped, row, "审委会专职委员")
    await shipped.press(DIRECTOR, "verify", row.id)
    assert await shipped.press("审委会专职委员", "keep-open", row.id) == "这张卡片已有变化，现已更新。"
    assert now(shipped, row).step == "settled"


# opened again


@beginning
async def wish(court: Court) -> tuple[Task, Request]:
    row = await accepted(court)
    await receipt(court, row)
    await court.say(REGISTRAR, "更正：诉前调解成功应为512", to=court.last(REGISTRAR)["message_id"])
    (request,) = court.rows(Request, kind="reopen")
    return row, request


async def test_the_office_lets_it_be_corrected_and_what_was_accepted_stands_until_then(shipped: Court) -> None:
    row, request = await wish(shipped)
    await shipped.press(DIRECTOR, "reopen", request.id)
    assert any("已准予更正；更正通过之前，原版本继续有效。" in words(m) for m in shipped.heard(DIRECTOR))
    assert (now(shipped, row).step, now(shipped, row).state) == ("reopened", "filed")
    assert len(shipped.rows(Audit, verb="reopen")) == 1
    await shipped.until("2026-03-03 10:00")
    await receipt(shipped, row)
    (kept,) = await shipped.say(REGISTRAR, "撤回", to=shipped.last(REGISTRAR)["message_id"])
    assert kept == "这一版已审核通过，留存在案，不再撤回。如有变化，请报送更正。"
    await shipped.say(REGISTRAR, "/tasks")
    assert "诉前调解七项数据（5.2.1）　准予更正" in shipped.text(REGISTRAR)
    await shipped.press(REGISTRAR, "task", row.id)
    assert shipped.text(REGISTRAR).startswith("【准予更正】2月")
    (first,) = shipped.rows(Report, task_id=row.id)
    await shipped.press(REGISTRAR, "correct", first.id)
    await shipped.say(REGISTRAR, "诉前调解成功512")
    await shipped.press(REGISTRAR, "file", row.id)
    assert now(shipped, row).step == "reconfirming"
    await look(shipped, REGISTRAR_HEAD, row, "confirm")
    await shipped.press(REGISTRAR_HEAD, "accept")
    assert now(shipped, row).step == "reviewing"
    (why,) = await shipped.say(DIRECTOR, "/why 5.2.1")
    assert "48.7%" in why
    assert "51.2%" not in why
    await look(shipped, DIRECTOR, row, "review")
    await shipped.press(DIRECTOR, "accept")
    (why,) = await shipped.say(DIRECTOR, "/why 5.2.1")
    assert "51.2%" in why
    assert [r.state for r in shipped.rows(Report, task_id=row.id)] == ["filed", "filed"]


async def test_refused_it_stays_locked_and_the_department_hears_of_it(shipped: Court) -> None:
    row, request = await wish(shipped)
    await shipped.press(DIRECTOR, "keep-locked", request.id)
    assert any("未准予更正，将告知该部门。" in words(m) for m in shipped.heard(DIRECTOR))
    assert now(shipped, row).step == "accepted"
    await shipped.until("2026-03-04 10:00")
    told = "\n".join(str(m.get("text")) for m in shipped.heard(REGISTRAR))
    assert "● 未准予更正：2月" in told
    news = shipped.rows(Reminder, rung="news-reopen")[-1]
    await shipped.use(lambda office: reminding.undelivered(office, office.session.get_one(Outbox, news.outbox_id)))
    assert shipped.rows(Reminder, rung="news-reopen")[-1].outbox_id > news.outbox_id  # the next card tells it
    assert sum("● 未准予更正：2月" in words(message) for message in shipped.heard(REGISTRAR)) == 2


async def test_a_correction_that_never_comes_locks_it_again_and_the_card_says_so(shipped: Court) -> None:
    row, request = await wish(shipped)
    await shipped.press(DIRECTOR, "reopen", request.id)
    assert str(now(shipped, row).mend_by) == "2026-03-11"  # never before its own limit
    await shipped.until("2026-03-12 09:30")
    assert now(shipped, row).step == "accepted"
    assert "更正期限已过，未收到更正，仍以原报数据为准：2月" in shipped.text(REGISTRAR)


async def test_no_correction_after_all_locks_it_again(shipped: Court) -> None:
    row, request = await wish(shipped)
    await shipped.press(DIRECTOR, "reopen", request.id)
    await shipped.say(REGISTRAR, "/tasks")
    await shipped.press(REGISTRAR, "task", row.id)
    await shipped.press(REGISTRAR, "relock", row.id)
    assert now(shipped, row).step == "accepted"
    assert len(shipped.rows(Report, task_id=row.id)) == 1


async def test_one_wish_is_decided_once(shipped: Court) -> None:
    _, request = await wish(shipped)
    await shipped.say(REGISTRAR, "更正：诉前调解成功应为513", to=shipped.last(REGISTRAR)["message_id"])
    assert len(shipped.rows(Request, kind="reopen")) == 1
    message, data = shipped.button(shipped.id(DIRECTOR), "reopen", request.id)
    await shipped.touch(DIRECTOR, shipped.id(DIRECTOR), message, data)
    assert await shipped.touch(DIRECTOR, shipped.id(DIRECTOR), message, data, force=True) == "这件事已经处理过了。"
    assert len(shipped.rows(Audit, verb="reopen")) == 1


async def test_somebody_else_does_not_open_it(shipped: Court) -> None:
    row, request = await wish(shipped)
    _, forged = shipped.button(shipped.id(DIRECTOR), "reopen", request.id)
    await shipped.say(CIVIL, "/help")
    await shipped.touch(CIVIL, shipped.id(CIVIL), shipped.last(CIVIL)["message_id"], forged, force=True)
    assert now(shipped, row).step == "accepted"
