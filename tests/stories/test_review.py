"""审签 and 审核: a figure leaves its department with its head's word, and stands once its reviewer has accepted it."""

import pytest

from bot.buttons import Press, sign
from bot.secrets import secret
from db.tables import Audit, Hold, Reminder, Report, Review, Task
from tests.beginnings import beginning
from tests.house import CIVIL, DIRECTOR, INSPECTION, POLITICAL, REGISTRAR, REGISTRAR_HEAD, Court
from tests.messages import buttons, words
from tests.stories.test_readings import MEDIATION, MONDAY, open_question, task

VICE = "审委会专职委员"
REASON = "只有百分比，缺分子、分母，无法核对"


def now(court: Court, row: Task) -> Task:
    return court.rows(Task, id=row.id)[0]


def holders(court: Court, row: Task) -> list[str]:
    """Who has had the ball, the last one has it still where it is not over."""
    return [hold.part for hold in court.rows(Hold, task_id=row.id)]


@beginning
async def at_the_desk(court: Court, code: str = "5.2.1") -> Task:
    """The figures of February are with the contact, everything answered."""
    await court.give()
    await court.sign(REGISTRAR)
    await court.until(MONDAY)
    row = task(court, REGISTRAR, code, "2026-02")
    await open_question(court, REGISTRAR, row)
    await court.say(REGISTRAR, MEDIATION)
    await open_question(court, REGISTRAR, row)
    return row


@beginning
async def with_the_head(court: Court) -> Task:
    row = await at_the_desk(court)
    assert await court.press(REGISTRAR, "file", row.id) is None  # what goes to the head is no stale card
    return row


@beginning
async def at_review(court: Court) -> Task:
    row = await with_the_head(court)
    await look(court, REGISTRAR_HEAD, row, "confirm")
    await court.press(REGISTRAR_HEAD, "accept")
    return row


async def look(court: Court, title: str, row: Task, what: str) -> None:
    await court.say(title, "/tasks")
    await court.press(title, "queue")
    await court.press(title, "check", f"{row.id}-{what}")


async def test_a_figure_leaves_its_department_with_the_word_of_its_head(shipped: Court) -> None:
    row = await with_the_head(shipped)
    assert shipped.text(REGISTRAR).startswith("【填报】2月业务数据")
    assert "诉前调解七项数据（5.2.1）　待负责人审签" in shipped.text(REGISTRAR)
    assert (now(shipped, row).step, now(shipped, row).state) == ("confirming", "open")
    assert shipped.rows(Report, task_id=row.id, state="filed") == []
    await shipped.until("2026-03-03 09:30")
    assert "待审签 1 项" in shipped.text(REGISTRAR_HEAD)
    await look(shipped, REGISTRAR_HEAD, row, "confirm")
    card = shipped.text(REGISTRAR_HEAD)
    assert card.startswith("【待审签】立案庭，2月")
    assert "诉前调解案件成功率 48.7%（≥ 50%）" in card
    await shipped.press(REGISTRAR_HEAD, "accept")
    assert shipped.text(REGISTRAR_HEAD).startswith("已审签报出 1 项。")
    (report,) = shipped.rows(Report, task_id=row.id, state="filed")
    assert report.confirmed_by == shipped.person(REGISTRAR_HEAD).id
    assert report.on_time
    assert (now(shipped, row).step, now(shipped, row).state) == ("reviewing", "filed")
    assert holders(shipped, row) == ["contact", "head", "reviewer"]


async def test_what_is_changed_while_the_head_looks_goes_there_anew(shipped: Court) -> None:
    row = await with_the_head(shipped)
    await look(shipped, REGISTRAR_HEAD, row, "confirm")
    stale = shipped.button(shipped.id(REGISTRAR_HEAD), "accept")
    await shipped.say(REGISTRAR, "更正：诉前调解成功应为512")
    assert now(shipped, row).step == "asked"
    toast = await shipped.touch(REGISTRAR_HEAD, shipped.id(REGISTRAR_HEAD), *stale, force=True)
    assert toast == "这张卡片已有变化，现已更新。"
    assert shipped.rows(Report, task_id=row.id, state="filed") == []


async def test_the_head_gives_back_with_a_reason_and_never_without(shipped: Court) -> None:
    row = await with_the_head(shipped)
    await look(shipped, REGISTRAR_HEAD, row, "confirm")
    await shipped.press(REGISTRAR_HEAD, "give-back")
    assert "请点选或写明退回原因" in shipped.text(REGISTRAR_HEAD)
    assert now(shipped, row).step == "confirming"
    (said,) = await shipped.say(REGISTRAR_HEAD, "。")
    assert said.startswith("退回须写明原因，未退回。")
    assert now(shipped, row).step == "confirming"
    await shipped.say(REGISTRAR_HEAD, "诉前调解成功数与统计报表不一致")
    assert shipped.text(REGISTRAR_HEAD).startswith("已退回：立案庭，2月")
    assert now(shipped, row).step == "asked"
    card = shipped.text(REGISTRAR)  # at once: the contact had handed it up
    assert card.startswith(
        "【退回修改】2月诉前调解七项数据（5.2.1）\n原因：诉前调解成功数与统计报表不一致\n请于 3月11日"
    )
    assert "诉前调解成功 487 件" in card
    await shipped.say(REGISTRAR, "/tasks")
    (line,) = (line for line in shipped.text(REGISTRAR).split("\n") if "业务数据" in line)
    assert line.endswith("　退回修改 1，还有 7 个工作日")
    await shipped.press(REGISTRAR, "sheet")
    assert "诉前调解七项数据（5.2.1）　退回修改" in shipped.text(REGISTRAR)
    await shipped.until("2026-03-10 09:30")
    assert shipped.text(REGISTRAR).startswith("【填报】2月业务数据 6 项")
    assert "诉前调解七项数据（5.2.1）　退回修改" in shipped.text(REGISTRAR)
    await shipped.press(REGISTRAR, "file", row.id)
    await shipped.say(REGISTRAR, "更正：诉前调解成功应为512")  # taken back from the head by the contact
    assert now(shipped, row).step == "asked"
    assert "退回" not in shipped.text(REGISTRAR)


async def test_what_the_head_gives_back_while_it_is_mended_keeps_the_limit_to_mend_it(shipped: Court) -> None:
    row = await at_review(shipped)
    await shipped.until("2026-03-12 10:00")  # its limit was 11 March
    await look(shipped, DIRECTOR, row, "review")
    await shipped.press(DIRECTOR, "give-back")
    await shipped.press(DIRECTOR, "reason")
    await shipped.say(REGISTRAR, "/tasks")
    await shipped.press(REGISTRAR, "task", row.id)
    await shipped.press(REGISTRAR, "mend", row.id)
    await shipped.press(REGISTRAR, "file", row.id)
    await look(shipped, REGISTRAR_HEAD, row, "confirm")
    await shipped.press(REGISTRAR_HEAD, "give-back")
    await shipped.say(REGISTRAR_HEAD, "情况不实，请核实")
    assert shipped.text(REGISTRAR).startswith("【退回修改】")
    assert "请于 3月16日（周一）下班前" in shipped.text(REGISTRAR)
    assert (now(shipped, row).step, str(now(shipped, row).mend_by)) == ("asked", "2026-03-16")
    await shipped.until("2026-03-16 17:00")
    told = [
        reminder.audience
        for reminder in shipped.rows(Reminder, task_id=row.id)
        if str(reminder.on_date) >= "2026-03-13"
    ]
    assert set(told) <= {"contact"}


async def test_what_is_accepted_is_locked_and_says_so(shipped: Court) -> None:
    row = await at_review(shipped)
    assert "诉前调解七项数据（5.2.1）　已报送" in shipped.text(REGISTRAR)  # where the contact has pressed, in its place
    (report,) = shipped.rows(Report, task_id=row.id)
    await shipped.say(REGISTRAR, f"回执 2026-03-{report.id:04d}")
    receipt = shipped.last(REGISTRAR)["message_id"]
    assert "待审核" in shipped.text(REGISTRAR)
    await look(shipped, DIRECTOR, row, "review")
    assert "立案庭庭长审签" in shipped.text(DIRECTOR)
    await shipped.press(DIRECTOR, "accept")
    assert shipped.text(DIRECTOR).startswith("已通过 1 项。")
    assert now(shipped, row).step == "accepted"
    (review,) = shipped.rows(Review)
    assert (review.verdict, review.by) == ("accepted", shipped.person(DIRECTOR).id)
    assert (shipped.last(REGISTRAR)["message_id"], "审核通过" in shipped.text(REGISTRAR)) == (receipt, True)
    await shipped.say(DIRECTOR, "/why 5.2.1")
    await shipped.press(DIRECTOR, "history", row.id)
    assert "创建办主任审核通过" in shipped.text(DIRECTOR)  # 政治部's head as well, and not as such
    (said,) = await shipped.say(REGISTRAR, f"回执 2026-03-{report.id:04d}")
    assert "审核通过" in said
    (refused,) = await shipped.say(REGISTRAR, "更正：诉前调解成功应为512", to=shipped.last(REGISTRAR)["message_id"])
    assert "锁定" in refused
    assert [r.state for r in shipped.rows(Report, task_id=row.id)] == ["filed"]
    assert holders(shipped, row) == ["contact", "head", "reviewer"]
    assert [hold.until is None for hold in shipped.rows(Hold, task_id=row.id)] == [False, False, False]


async def test_what_is_returned_keeps_its_values_and_is_nobody_s_delay_until_its_own_limit(shipped: Court) -> None:
    row = await at_review(shipped)
    await shipped.until("2026-03-12 10:00")  # its limit is 11 March
    await look(shipped, DIRECTOR, row, "review")
    stale = shipped.button(shipped.id(DIRECTOR), "accept")
    await shipped.press(DIRECTOR, "give-back")
    assert "不撤回" not in str(shipped.last(DIRECTOR)["reply_markup"])
    await shipped.press(DIRECTOR, "reason")
    assert shipped.text(DIRECTOR).endswith(f"原因：{REASON}\n补正期限：3月16日（周一）")
    assert (now(shipped, row).step, now(shipped, row).state) == ("returned", "open")
    assert [r.state for r in shipped.rows(Report, task_id=row.id)] == ["returned"]
    await shipped.touch(DIRECTOR, shipped.id(DIRECTOR), *stale, force=True)
    (settled,) = [message for message in shipped.heard(DIRECTOR) if message["message_id"] == stale[0]]
    assert [verb for verb, _, _ in buttons(settled)] == ["urge"]  # the contact has it now
    await shipped.until("2026-03-12 10:05")
    await shipped.say(REGISTRAR, "/tasks")
    (line,) = (line for line in shipped.text(REGISTRAR).split("\n") if "5.2.1" in line)
    assert line.endswith("诉前调解七项数据（5.2.1）　退回待补正，还有 2 个工作日")  # no line of a sheet hides it
    await shipped.press(REGISTRAR, "task", row.id)
    card = shipped.text(REGISTRAR)
    assert card.startswith("【退回】2月")
    assert f"原因：{REASON}" in card
    assert "请于 3月16日（周一）下班前补正，已填内容保留。" in card
    await shipped.press(REGISTRAR, "mend", row.id)
    assert "诉前调解成功 487 件" in shipped.text(REGISTRAR)
    await shipped.say(REGISTRAR, "诉前调解成功512")
    await shipped.press(REGISTRAR, "file", row.id)
    await look(shipped, REGISTRAR_HEAD, row, "confirm")
    await shipped.press(REGISTRAR_HEAD, "accept")
    versions = shipped.rows(Report, task_id=row.id)
    assert [(r.state, r.on_time) for r in versions] == [("returned", True), ("filed", True)]
    assert holders(shipped, row) == ["contact", "head", "reviewer", "contact", "head", "reviewer"]
    await look(shipped, DIRECTOR, row, "review")
    assert "此前退回 1 次" in shipped.text(DIRECTOR)


async def test_what_is_returned_early_is_urged_behind_the_limit_that_was_told_and_not_before(shipped: Court) -> None:
    row = await at_review(shipped)
    await look(shipped, DIRECTOR, row, "review")
    await shipped.press(DIRECTOR, "give-back")
    await shipped.press(DIRECTOR, "reason")
    assert shipped.text(DIRECTOR).endswith("补正期限：3月11日（周三）")  # its own limit: two working days would be less
    await shipped.until("2026-03-11 17:00")
    assert {reminder.audience for reminder in shipped.rows(Reminder, task_id=row.id)} <= {"contact", "reviewer"}
    await shipped.until("2026-03-12 09:30")
    assert "诉前调解七项数据（5.2.1），请督促　退回待补正，已逾期 1 个工作日" in shipped.text(REGISTRAR_HEAD)
    await shipped.until("2026-03-16 09:30")
    assert "● 2月业务数据：退回后尚未补正，已逾期 3 个工作日：立案庭" in shipped.text(DIRECTOR)
    for title in (REGISTRAR, REGISTRAR_HEAD, DIRECTOR):
        assert not any("逾期 -" in words(message) for message in shipped.heard(title))


async def test_the_head_reads_how_often_the_contact_was_reminded_of_a_whole_sheet(shipped: Court) -> None:
    await shipped.give()
    await shipped.sign(REGISTRAR)
    await shipped.until("2026-03-12 09:30")
    card = shipped.text(REGISTRAR_HEAD)
    assert card.startswith("【提请督促】立案庭：2月业务数据 6 项\n应于 3月11日（周三）报送，已逾期 1 个工作日。")
    assert "已提醒联络员 3 次，最近一次为 3月11日 09:00。" in card


async def test_what_is_filed_long_after_its_limit_is_locked_at_once_and_the_check_says_so(shipped: Court) -> None:
    row = await at_the_desk(shipped)
    said = "更正期限已过，报送后即锁定，请核对无误再报送。"
    assert said not in shipped.text(REGISTRAR)
    await shipped.until("2026-04-20 10:00")
    await open_question(shipped, REGISTRAR, row)
    assert shipped.text(REGISTRAR).startswith("请核对：2月诉前调解七项数据（5.2.1）")
    assert said in shipped.text(REGISTRAR)


async def test_two_reviewers_at_once_the_second_is_told_and_changes_nothing(shipped: Court) -> None:
    row = await at_review(shipped)
    await look(shipped, DIRECTOR, row, "review")
    await look(shipped, VICE, row, "review")
    await shipped.press(DIRECTOR, "accept")
    assert await shipped.press(VICE, "give-back") == "这张卡片已有变化，现已更新。"
    assert now(shipped, row).step == "accepted"
    assert len(shipped.rows(Review)) == 1


async def test_nobody_reviews_the_own_department(shipped: Court) -> None:
    """政治部's director is the office's: what 政治部 files is the deputy director's to review."""
    await shipped.give()
    await shipped.sign(POLITICAL)
    await shipped.until("2026-03-02 10:00")
    row = next(t for t in shipped.tasks(POLITICAL) if t.form == "roll-call")
    await shipped.press(POLITICAL, "zero", row.id)
    await shipped.say(POLITICAL, "应填30人，已填30人，记录0条")
    await shipped.press(POLITICAL, "file", row.id)
    assert now(shipped, row).step == "reviewing"
    await shipped.say(DIRECTOR, "/tasks")
    assert "queue" not in shipped.offers(DIRECTOR)
    await shipped.say(INSPECTION, "/tasks")
    assert "待审核 1 项" in shipped.text(INSPECTION)


async def test_zero_reports_wait_for_the_platform_and_are_compared_in_one_go(shipped: Court) -> None:
    await shipped.give()
    for title in (REGISTRAR, CIVIL):
        await shipped.sign(title)
    await shipped.until("2026-03-02 10:00")
    found = {}
    for title, text in ((REGISTRAR, "应填45人，已填45人，记录0条"), (CIVIL, "应填30人，已填30人，记录2条")):
        row = found[title] = next(t for t in shipped.tasks(title) if t.form == "roll-call")
        await shipped.say(title, "/tasks")
        await shipped.press(title, "task", row.id)
        await shipped.say(title, text)
        await shipped.press(title, "file", row.id)
    await shipped.say(INSPECTION, "/tasks")
    await shipped.press(INSPECTION, "queue")
    await shipped.press(INSPECTION, "check")
    card = shipped.text(INSPECTION)
    assert card.startswith("【待核对】2月“三个规定”月报告\n2 个部门已报送。")
    assert "● 零报告 1 个部门：① 立案庭" in card
    assert "● 有记录 1 个部门（条数）：② 民事审判庭 2" in card
    await shipped.press(INSPECTION, "accept")
    assert {now(shipped, row).step for row in found.values()} == {"accepted"}
    assert len(shipped.rows(Audit, verb="accept")) == 2


@pytest.mark.parametrize("title", [REGISTRAR, CIVIL, "院长"])
async def test_whoever_does_not_review_has_no_button_and_a_forged_press_changes_nothing(
    shipped: Court, title: str
) -> None:
    row = await at_review(shipped)
    await look(shipped, DIRECTOR, row, "review")
    forged = shipped.button(shipped.id(DIRECTOR), "accept")
    await shipped.say(title, "/help")
    verb, number, rev, _ = forged[1].split(".")
    person = shipped.id(title)
    once_given = sign(secret(shipped.folder), person, person, Press(verb, number, int(rev)))  # before the post was left
    for data in (forged[1], once_given):
        await shipped.touch(title, person, shipped.last(title)["message_id"], data, force=True)
    assert now(shipped, row).step == "reviewing"
    assert shipped.rows(Review) == []


async def test_a_month_without_any_record_stays_undecided_and_is_told_to_who_adds_up_alone(shipped: Court) -> None:
    await shipped.give()
    await shipped.until("2026-03-02 10:00")
    titles = [title for title in shipped.contacts() if any(t.form == "roll-call" for t in shipped.tasks(title))]
    for title in titles:
        row = next(t for t in shipped.tasks(title) if t.form == "roll-call")
        await shipped.say(title, "/tasks")
        if ("task", str(row.id)) in shipped.buttons(title):
            await shipped.press(title, "task", row.id)
        await shipped.say(title, "应填20人，已填20人，记录0条")
        await shipped.press(title, "file", row.id)
    await shipped.until("2026-03-05 09:30")
    total = next(t for t in shipped.tasks(INSPECTION) if t.form == "summary")
    await shipped.say(INSPECTION, "/tasks")
    await shipped.press(INSPECTION, "task", total.id)
    await shipped.press(INSPECTION, "sum", total.id)
    await shipped.press(INSPECTION, "file", total.id)
    assert "全院本月记录为 0 条，相关指标暂列待认定" in shipped.text(INSPECTION)
    (said,) = await shipped.say(DIRECTOR, "/why 2.1.1")
    (months,) = (line for line in said.split("\n") if "有记录数据的月份" in line)
    assert months.endswith("待认定")
    assert "　已填 300 人、应填 300 人" in said.split("\n")
    for title in (DIRECTOR, *titles):
        assert not any("记录为 0 条" in str(message.get("text")) for message in shipped.heard(title))


async def test_the_way_of_a_matter_says_who_had_it_for_how_long(shipped: Court) -> None:
    row = await at_review(shipped)
    await shipped.until("2026-03-03 12:00")
    (said,) = await shipped.say(DIRECTOR, "/why 5.2.1")
    assert "2月诉前调解七项数据（5.2.1）：创建办审核" in said
    await shipped.press(DIRECTOR, "history", row.id)
    times = shipped.text(DIRECTOR).split("已用工作时间：")[1]
    assert times.startswith("立案庭 1")
    assert "立案庭负责人 " in times
    assert times.rstrip().endswith("（在办）")
    await shipped.say(DIRECTOR, "/status")
    assert "待审核 1 项" in shipped.text(DIRECTOR)


async def test_the_office_reads_of_a_late_review_without_a_word_of_a_late_department(shipped: Court) -> None:
    row = await at_review(shipped)
    await shipped.until("2026-03-04 17:00")
    signing = [words(m) for m in shipped.heard(DIRECTOR) if "● 尚未签收：" in words(m)]
    assert signing[0].startswith("【逾期】请创建办知悉\n● 尚未签收：")
    await shipped.until("2026-03-06 17:00")
    assert shipped.text(DIRECTOR) == "【尚待办理】请创建办知悉\n● 2月业务数据：待审核，立案庭"
    assert now(shipped, row).due > shipped.now.date()
