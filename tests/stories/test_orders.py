"""三色督办单: a rule proposes, a person signs; one colour up where the limit passes."""

from datetime import date

import pytest

from db.tables import Hold, Order, Outbox, Task, Tenure
from services.office import Office
from tests.house import CIVIL, DIRECTOR, INSPECTION, OFFICER, POLITICAL, PRESIDENT, REGISTRAR, REGISTRAR_HEAD, Court
from tests.messages import words
from tests.stories.orders import (
    DAY_BEFORE,
    LATE,
    LEADER,
    VERY_LATE,
    VICE,
    about,
    answer,
    explain,
    issue,
    look,
    make_up,
    now,
    put_in_charge,
    review,
    standing,
    unanswered,
)
from tests.stories.test_readings import open_question

NUMBER = "嘉法督〔2026〕1号"
STALE = "这张卡片已有变化，现已更新。"
REASON = "已当面督促，近日报送"


# signed or not


async def test_an_order_is_proposed_to_the_director_with_all_that_speaks_for_and_against_it(shipped: Court) -> None:
    row = await unanswered(shipped, DAY_BEFORE)
    assert standing(shipped, row) == []
    await shipped.until(LATE)
    assert standing(shipped, row) == [("yellow", "逾期", "proposed")]
    assert "待签督办单" in shipped.text(DIRECTOR)
    text = await look(shipped, DIRECTOR, about(shipped, row))
    assert text.splitlines() == [
        "【待签发】黄色督办单",
        "事项：立案庭，2月诉前调解七项数据（5.2.1），已逾期 3 个工作日",
        "依据：逾期（院内设定）；期限 3月11日（周三）。",
        "已提醒联络员 5 次，最近一次为 3月16日 09:00。",
        "各方用时（工作时间）：立案庭 85 小时",
        "签发后：请于 3月19日（周四）下班前补报并书面说明。",
    ]
    assert shipped.rows(Outbox, kind="order") == []


async def test_a_signed_order_has_number_and_limit_and_goes_to_head_and_contact(shipped: Court) -> None:
    row = await unanswered(shipped)
    await put_in_charge(shipped)
    order = await issue(shipped, row)
    assert shipped.text(DIRECTOR).startswith(f"已签发：黄色督办单 {NUMBER}")
    assert (order.state, order.year, order.number, order.due) == ("signed", 2026, 1, date(2026, 3, 19))
    assert order.decided_by == shipped.person(DIRECTOR).id
    explanation = answer(shipped, order)
    assert explanation.title == f"黄色督办单 {NUMBER}：2月诉前调解七项数据（5.2.1）"
    assert (explanation.assignment_id, explanation.cadence, explanation.due) == (None, "order", date(2026, 3, 19))
    issued = [
        f"【黄色督办单】{NUMBER}",
        "事项：2月诉前调解七项数据（5.2.1），已逾期 3 个工作日",
        "请于 3月19日（周四）下班前补报并书面说明。",
        "主送：立案庭；报：副院长 2",
        "签发：创建办主任，3月16日",
        "尚未签收，尚未说明，事项尚未报送",
    ]
    for title, buttons in (
        (REGISTRAR_HEAD, ["receive-order", "explain"]),
        (REGISTRAR, ["explain"]),
        (LEADER, ["export"]),
    ):
        assert shipped.text(title).splitlines() == issued
        assert shipped.offers(title) == buttons
    await shipped.until("2026-03-17 09:30")  # the same is not said again on the card of the day
    orders = [r for r in shipped.rows(Outbox, chat_id=shipped.id(REGISTRAR)) if r.kind == "order" and not r.edits]
    assert len(orders) == 1
    await shipped.until("2026-03-19 09:30")
    head, due, told = shipped.text(REGISTRAR_HEAD).splitlines()
    assert head == f"【提请督促】立案庭：黄色督办单 {NUMBER}：2月诉前调解七项数据（5.2.1）"
    assert due == "请于今天（3月19日）下班前报送。"
    assert told.startswith("已提醒联络员 1 次，最近一次为 3月16日 09:3")  # or a minute later
    assert not any("督办单" in words(message) for message in shipped.heard(shipped.group))


async def test_the_head_signs_for_it_and_nobody_else_can(shipped: Court) -> None:
    row = await unanswered(shipped)
    order = await issue(shipped, row)
    _, data = shipped.button(shipped.id(REGISTRAR_HEAD), "receive-order")
    await shipped.touch(REGISTRAR, shipped.id(REGISTRAR), shipped.last(REGISTRAR)["message_id"], data, force=True)
    assert now(shipped, order).received_at is None
    assert await shipped.press(REGISTRAR_HEAD, "receive-order") == "已签收。"
    assert now(shipped, order).received_by == shipped.person(REGISTRAR_HEAD).id
    assert "立案庭庭长已签收（3月16日 09:3" in shipped.text(REGISTRAR_HEAD)
    assert "receive-order" not in shipped.offers(REGISTRAR_HEAD)
    assert "立案庭庭长已签收" in shipped.text(REGISTRAR)


async def test_what_is_not_issued_needs_a_reason_and_is_not_proposed_again(shipped: Court) -> None:
    row = await unanswered(shipped)
    order = about(shipped, row)
    await look(shipped, DIRECTOR, order)
    await shipped.press(DIRECTOR, "no-order")
    assert "请点选或写明不发的原因。" in shipped.text(DIRECTOR)
    (said,) = await shipped.say(DIRECTOR, "。")
    assert said.startswith("不发须写明原因，仍待签发。")
    assert now(shipped, order).state == "proposed"
    await shipped.press(DIRECTOR, "reason")
    assert shipped.text(DIRECTOR).splitlines() == [
        "未签发：立案庭，2月诉前调解七项数据（5.2.1）",
        f"原因：{REASON}",
    ]
    assert now(shipped, order).state == "refused"
    await shipped.until("2026-03-18 10:00")
    assert standing(shipped, row) == [("yellow", "逾期", "refused")]
    assert shipped.rows(Outbox, kind="order") == []
    (said,) = await shipped.say(DIRECTOR, "/why 5.2.1")
    assert "督办单" not in said


async def test_what_was_answered_meanwhile_lapses(shipped: Court) -> None:
    row = await unanswered(shipped)
    order = about(shipped, row)
    await look(shipped, DIRECTOR, order)
    await make_up(shipped, row)
    assert await shipped.press(DIRECTOR, "issue-order") == STALE
    assert shipped.text(DIRECTOR).startswith("拟发事由已不存在，不再签发。")
    assert now(shipped, order).number is None
    await shipped.say(DIRECTOR, "/tasks")
    await shipped.press(DIRECTOR, "orders-waiting")
    assert "诉前调解七项数据" not in shipped.text(DIRECTOR)
    await shipped.until("2026-03-17 09:30")
    assert standing(shipped, row) == [("yellow", "逾期", "lapsed")]


async def test_a_card_from_before_a_change_is_shown_anew(shipped: Court) -> None:
    row = await unanswered(shipped)
    order = about(shipped, row)
    await look(shipped, DIRECTOR, order)
    await open_question(shipped, REGISTRAR, row)  # it is begun at last
    assert await shipped.press(DIRECTOR, "issue-order") == STALE
    assert now(shipped, order).state == "proposed"
    assert shipped.text(DIRECTOR).startswith("【待签发】黄色督办单")
    assert await shipped.press(DIRECTOR, "issue-order") is None
    assert now(shipped, order).state == "signed"


async def test_of_two_who_may_sign_the_second_changes_nothing(shipped: Court) -> None:
    """Somebody acts for the director for a stretch of days."""
    row = await unanswered(shipped)
    director, deputy = shipped.posts(DIRECTOR)[0], shipped.person(VICE)

    def acts(office: Office) -> None:
        office.session.add(Tenure(post_id=director.id, person_id=deputy.id, since=office.today, acting=True))

    await shipped.use(acts)
    order = about(shipped, row)
    for signer in (DIRECTOR, VICE):
        await look(shipped, signer, order)
    assert await shipped.press(VICE, "issue-order") is None
    assert await shipped.press(DIRECTOR, "issue-order") == STALE
    assert now(shipped, order).decided_by == deputy.id
    assert [o.number for o in shipped.rows(Order) if o.number] == [1]
    assert len(shipped.rows(Task, cadence="order")) == 1


@pytest.mark.parametrize("title", [REGISTRAR, REGISTRAR_HEAD, CIVIL, PRESIDENT, OFFICER])
async def test_a_proposal_is_its_signer_s_alone_and_a_forged_press_changes_nothing(shipped: Court, title: str) -> None:
    row = await unanswered(shipped)
    order = about(shipped, row)
    await look(shipped, DIRECTOR, order)
    verbs = [shipped.button(shipped.id(DIRECTOR), verb)[1] for verb in ("issue-order", "no-order")]
    await shipped.say(title, "/tasks")
    assert "督办单" not in shipped.text(title)
    for data in verbs:
        await shipped.touch(title, shipped.id(title), shipped.last(title)["message_id"], data, force=True)
    assert standing(shipped, row) == [("yellow", "逾期", "proposed")]
    await shipped.say(title, "/why 5.2.1")
    assert "督办单" not in shipped.text(title)


async def test_about_the_director_s_own_department_the_deputy_signs(shipped: Court) -> None:
    await shipped.give()
    await shipped.until("2026-03-09 09:30")
    row = next(t for t in shipped.tasks(POLITICAL) if t.form == "roll-call")
    order = about(shipped, row)
    await shipped.say(DIRECTOR, "/tasks")
    await shipped.press(DIRECTOR, "orders-waiting")
    assert "政治部" not in shipped.text(DIRECTOR)
    assert "待签督办单 1 件，政治部" in shipped.text(VICE)
    await look(shipped, VICE, order)
    await shipped.press(VICE, "issue-order")
    assert now(shipped, order).decided_by == shipped.person(VICE).id
    assert "签发：创建办副主任" in shipped.text(POLITICAL)


# which rule


async def test_blue_comes_near_the_limit_and_never_about_what_every_month_brings(shipped: Court) -> None:
    """刑事审判庭 has one thing to do once, due on 25 March."""
    await shipped.give()
    await shipped.until("2026-03-19 10:00")
    (row,) = shipped.rows(Task, cadence="once", quiet=False)
    assert standing(shipped, row) == []
    await shipped.until("2026-03-20 09:30")
    order = about(shipped, row)
    assert (order.colour, order.n) == ("blue", 3)
    assert len([o for o in shipped.rows(Order) if o.colour == "blue"]) == 1
    assert "距期限 3 个工作日，尚未报送" in await look(shipped, DIRECTOR, order)
    await shipped.press(DIRECTOR, "issue-order")
    assert now(shipped, order).due == answer(shipped, order).due == row.due
    await shipped.until("2026-03-26 09:30")  # expired: one colour up is proposed
    assert standing(shipped, row) == [("blue", "临近期限", "signed"), ("yellow", "临近期限", "proposed")]
    assert f"{NUMBER}未办结，已逾期 1 个工作日" in await look(shipped, DIRECTOR, about(shipped, row))


async def test_what_was_returned_twice_is_ordered(shipped: Court) -> None:
    await shipped.give()
    await shipped.sign(REGISTRAR)
    await shipped.until("2026-03-02 10:00")
    row = next(t for t in shipped.tasks(REGISTRAR) if t.form == "roll-call")
    for n in (1, 2):
        await shipped.say(REGISTRAR, "/tasks")
        await shipped.press(REGISTRAR, "task", row.id)
        if n == 2:
            await shipped.press(REGISTRAR, "mend", row.id)
        await shipped.say(REGISTRAR, f"应填45人，已填4{n}人，记录0条")
        await shipped.press(REGISTRAR, "file", row.id)
        await shipped.say(INSPECTION, "/tasks")
        await shipped.press(INSPECTION, "queue")
        await shipped.press(INSPECTION, "check", f"{row.id}-review")
        await shipped.press(INSPECTION, "check", f"{row.id}-review-1")
        await shipped.press(INSPECTION, "give-back")
        await shipped.say(INSPECTION, "与平台数据不一致，请核对后重报")
    assert standing(shipped, row) == []
    await shipped.until("2026-03-03 09:30")
    order = about(shipped, row)
    assert (order.colour, order.rule, order.n) == ("yellow", "两次退回", 2)
    await look(shipped, DIRECTOR, order)
    await shipped.press(DIRECTOR, "issue-order")
    assert "事项：2月“三个规定”月报告，已退回 2 次" in shipped.text(REGISTRAR)
    assert "下班前重新报送并书面说明。" in shipped.text(REGISTRAR)


async def test_red_is_signed_by_the_leader_in_charge_and_takes_the_place_of_a_lower_one(shipped: Court) -> None:
    row = await unanswered(shipped)
    await put_in_charge(shipped)
    yellow = await issue(shipped, row)
    await shipped.until("2026-03-20 09:30")  # its limit was the 19th
    assert standing(shipped, row) == [("yellow", "逾期", "signed"), ("red", "逾期", "proposed")]
    red = about(shipped, row)
    assert red.raised_from == yellow.id
    assert "待签督办单 2 件" in shipped.text(LEADER)  # the monthly round is ten working days late, too
    text = await look(shipped, LEADER, red)
    assert f"{NUMBER}未办结，已逾期 1 个工作日" in text
    assert "请于 3月23日（周一）下班前书面说明，3月27日（周五）下班前办结。" in text
    assert "诉前调解" not in shipped.text(PRESIDENT)
    await shipped.press(LEADER, "issue-order")
    assert (now(shipped, red).number, now(shipped, red).due) == (2, date(2026, 3, 27))
    assert answer(shipped, red).due == date(2026, 3, 23)
    assert now(shipped, yellow).state == "raised"
    assert answer(shipped, yellow).state == "withdrawn"
    assert "签发：副院长 2" in shipped.text(REGISTRAR)
    assert "报：副院长 2" not in shipped.text(REGISTRAR)  # who signs it needs no copy
    heard = [words(message) for message in shipped.heard(REGISTRAR_HEAD)]
    assert f"立案庭：黄色督办单 {NUMBER}：2月诉前调解七项数据（5.2.1）已调整，不再需要报送。" in heard
    await explain(shipped)
    await shipped.say(DIRECTOR, "/tasks")
    assert "红色督办单" not in shipped.text(DIRECTOR)
    await review(shipped, red, "accept", LEADER)
    assert answer(shipped, red).step == "accepted"


async def test_where_no_leader_is_set_red_is_for_the_head_of_the_group(shipped: Court) -> None:
    row = await unanswered(shipped, VERY_LATE)
    assert standing(shipped, row) == [("yellow", "逾期", "lapsed"), ("red", "严重逾期", "proposed")]
    order = await issue(shipped, row, PRESIDENT)
    assert order.decided_by == shipped.person(PRESIDENT).id
    assert "已逾期 10 个工作日" in shipped.text(REGISTRAR)


async def test_the_body_from_outside_never_gets_one_and_nobody_s_word_is_charged_to_a_department(
    shipped: Court,
) -> None:
    row = await unanswered(shipped, DAY_BEFORE)
    await make_up(shipped, row)  # late, and with its reviewer from now on
    await shipped.until(VERY_LATE)
    (hold,) = (hold for hold in shipped.rows(Hold, task_id=row.id) if hold.until is None)
    assert hold.part == "reviewer"
    assert standing(shipped, row) == []
    inspection = shipped.posts(INSPECTION)[0].unit_id
    late = [t for t in shipped.rows(Task, unit_id=inspection, state="open") if t.due < date(2026, 3, 10)]
    assert late
    assert shipped.rows(Order, unit_id=inspection) == []
    history = [t for t in shipped.rows(Task) if t.quiet]
    assert history
    assert not {o.about_id for o in shipped.rows(Order)} & {t.id for t in history}


async def test_who_is_behind_pace_is_ordered_after_having_heard_of_it(shipped: Court) -> None:
    await shipped.stop()  # in this story the pace is looked at in March
    pace = shipped.settings.pace.model_copy(update={"looked_at": ("03-20",)})
    shipped.settings = shipped.settings.model_copy(update={"pace": pace})
    await shipped.open()
    row = await unanswered(shipped, "2026-03-09 10:00")
    await make_up(shipped, row)  # 48.7 % where 50 are asked for
    await shipped.until("2026-03-20 09:30")
    assert shipped.text(REGISTRAR).startswith("【序时】以下事项落后于序时进度")
    await shipped.until("2026-03-25 09:30")
    assert standing(shipped, row) == []  # its figures wait for the reviewer: nobody knows yet
    await shipped.say(DIRECTOR, "/tasks")
    await shipped.press(DIRECTOR, "queue")
    await shipped.press(DIRECTOR, "check", f"{row.id}-review")
    await shipped.press(DIRECTOR, "accept")
    await shipped.until("2026-03-26 09:30")
    order = about(shipped, row)
    assert (order.colour, order.rule) == ("yellow", "进度滞后")
    text = await look(shipped, DIRECTOR, order)
    assert "事项：立案庭，2月诉前调解七项数据（5.2.1），序时进度滞后" in text
    assert "下班前书面说明原因和措施。" in text
    await shipped.press(DIRECTOR, "issue-order")
    assert "尚未签收，尚未说明，事项已报送" in shipped.text(REGISTRAR)
