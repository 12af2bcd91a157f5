"""责任部门: where the lead and one of them disagree, and whoever decides it."""

from db.tables import Request, Task
from tests.house import CIVIL, CIVIL_HEAD, DIRECTOR, POLITICAL, REGISTRAR, Court
from tests.messages import all_pages
from tests.stories.test_joint import asked, declare, fill_in, half_year, holder, lead, open_part
from tests.stories.test_review import VICE, now


async def disputed(court: Court) -> tuple[Task, Task]:
    row, found = await asked(court)
    part = found["民事审判庭"]
    await fill_in(court, CIVIL, CIVIL_HEAD, part)
    await open_part(court, REGISTRAR, row)
    await court.press(REGISTRAR, "joint", row.id)
    await court.press(REGISTRAR, "part", part.id)
    await court.press(REGISTRAR, "dispute", part.id)
    return row, part


async def test_a_disagreement_goes_to_the_office_with_words_and_nobody_is_late_meanwhile(shipped: Court) -> None:
    row, part = await disputed(shipped)
    assert now(shipped, row).step == "gathering"
    (said,) = await shipped.say(REGISTRAR, "。")
    assert said.startswith("须写明意见，未提交。")
    await shipped.say(REGISTRAR, "与平台的诉前调解成功数差 20 件")
    assert shipped.text(REGISTRAR).startswith("已报创建办协调：2月")
    assert now(shipped, row).step == "disputed"
    assert holder(shipped, row) == ("office", "")
    await shipped.until("2026-03-13 10:00")  # its limit was 11 March
    await shipped.say(DIRECTOR, "/status")
    if "overdue" in shipped.offers(DIRECTOR):
        await shipped.press(DIRECTOR, "overdue")
        assert "立案庭，2月诉前调解七项数据（5.2.1）" not in await all_pages(shipped, DIRECTOR)
    await shipped.say(DIRECTOR, "/tasks")
    assert "待协调 1 项" in shipped.text(DIRECTOR)
    await shipped.press(DIRECTOR, "queue", "decide-1")
    await shipped.press(DIRECTOR, "check", f"{row.id}-decide")
    card = shipped.text(DIRECTOR)
    assert card.startswith("【待协调】2月")
    assert "立案庭与民事审判庭不一致：与平台的诉前调解成功数差 20 件" in card
    await shipped.press(DIRECTOR, "decide", f"{row.id}-part")
    await shipped.say(DIRECTOR, "以民事审判庭核对后的数为准")
    assert shipped.text(DIRECTOR).startswith("已协调：立案庭，2月")
    assert now(shipped, row).step == "asked"
    (request,) = shipped.rows(Request, kind="dispute")
    assert (request.state, request.subject, request.answer) == ("granted", "part", "以民事审判庭核对后的数为准")
    await shipped.until("2026-03-16 10:00")
    for title in (REGISTRAR, CIVIL):
        told = "\n".join(str(m.get("text")) for m in shipped.heard(title))
        assert "以责任部门为准。以民事审判庭核对后的数为准" in told, title
    assert now(shipped, part).state == "filed"


async def test_whoever_does_not_decide_sees_no_queue_and_a_forged_press_decides_nothing(shipped: Court) -> None:
    row, _ = await disputed(shipped)
    await shipped.say(REGISTRAR, "与平台的诉前调解成功数差 20 件")
    await shipped.say(DIRECTOR, "/tasks")
    await shipped.press(DIRECTOR, "queue", "decide-1")
    await shipped.press(DIRECTOR, "check", f"{row.id}-decide")
    _, forged = shipped.button(shipped.id(DIRECTOR), "decide", f"{row.id}-lead")
    await shipped.say(CIVIL, "/tasks")
    assert "待协调" not in shipped.text(CIVIL)
    await shipped.touch(CIVIL, shipped.id(CIVIL), shipped.last(CIVIL)["message_id"], forged, force=True)
    assert now(shipped, row).step == "disputed"
    await shipped.press(DIRECTOR, "decide", f"{row.id}-lead")
    await shipped.say(DIRECTOR, "以平台数为准")
    assert now(shipped, row).step == "gathering"
    await shipped.touch(DIRECTOR, shipped.id(DIRECTOR), shipped.last(DIRECTOR)["message_id"], forged, force=True)
    assert len(shipped.rows(Request, kind="decide")) == 1


async def test_the_matter_of_the_director_s_department_is_for_another_of_the_office(midyear: Court) -> None:
    found = await half_year(midyear)
    part, whole = found["民事审判庭"], lead(midyear, "6.3.3", "2026-H1")
    await declare(midyear, CIVIL, CIVIL_HEAD, part)
    await open_part(midyear, POLITICAL, whole)
    await midyear.press(POLITICAL, "joint", whole.id)
    await midyear.press(POLITICAL, "part", part.id)
    await midyear.press(POLITICAL, "dispute", part.id)
    await midyear.say(POLITICAL, "与审务督察通报不一致")
    await midyear.say(DIRECTOR, "/tasks")
    assert "待协调" not in midyear.text(DIRECTOR)
    assert "待协调 1 项" in (await midyear.say(VICE, "/tasks"))[0]
    await midyear.press(VICE, "queue", "decide-1")
    await midyear.press(VICE, "check", f"{whole.id}-decide")
    await midyear.press(VICE, "decide", f"{whole.id}-new")
    await midyear.say(VICE, "按督察通报，报 1 件")
    assert now(midyear, whole).step == "gathering"
