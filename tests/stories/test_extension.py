"""延期: asked in time with reason and progress, decided by whoever may, and the first limit stays on record."""

from datetime import date, timedelta

import pytest

from db.tables import Outbox, Reminder, Report, Request, Task
from tests.beginnings import beginning
from tests.house import DIRECTOR, POLITICAL, REGISTRAR, Court
from tests.stories.test_readings import MEDIATION, MONDAY, open_question, task

VICE = "审委会专职委员"
MATTER = "2月诉前调解七项数据（5.2.1）"
LIMIT, ASKED_FOR = date(2026, 3, 11), date(2026, 3, 18)


def now(court: Court, row: Task) -> Task:
    return court.rows(Task, id=row.id)[0]


@beginning
async def at_the_card(court: Court, until: str = MONDAY) -> Task:
    await court.give()
    await court.sign(REGISTRAR)
    await court.until(until)
    row = task(court, REGISTRAR, "5.2.1", "2026-02")
    await court.say(REGISTRAR, "/tasks")
    await open_card(court, row)
    return row


async def open_card(court: Court, row: Task) -> None:
    if ("task", str(row.id)) not in court.buttons(REGISTRAR):
        await court.press(REGISTRAR, "sheet")
    await court.press(REGISTRAR, "task", row.id)


async def ask(court: Court, row: Task, day: str = "3月18日") -> None:
    await court.press(REGISTRAR, "extend", row.id)
    await court.say(REGISTRAR, day)
    await court.press(REGISTRAR, "reason", f"{draft(court).id}-0")
    await court.press(REGISTRAR, "reason", f"{draft(court).id}-1")


def draft(court: Court) -> Request:
    return court.rows(Request, state="draft")[-1]


async def decide(court: Court, title: str, request: Request) -> None:
    await court.say(title, "/tasks")
    await court.press(title, "decisions", "extension")
    await court.press(title, "decision", request.id)


async def test_an_extension_is_asked_for_granted_and_the_first_limit_stays_on_record(shipped: Court) -> None:
    row = await at_the_card(shipped)
    assert {"extend", "pass-on"} <= set(shipped.offers(REGISTRAR))
    await shipped.press(REGISTRAR, "extend", row.id)
    assert "期限为 3月11日（周三），最晚可延至 3月25日（周三）。" in shipped.text(REGISTRAR)
    await shipped.say(REGISTRAR, "3月18日")
    assert "延至 3月18日（周三）" in shipped.text(REGISTRAR)
    await shipped.say(REGISTRAR, "上级平台数据未更新")
    assert "原因：上级平台数据未更新" in shipped.text(REGISTRAR)
    await shipped.say(REGISTRAR, "正在核对")
    assert shipped.text(REGISTRAR).startswith(
        "已申请延期：2月诉前调解七项数据（5.2.1），由 3月11日延至 3月18日（周三）。"
    )
    assert "创建办将于 3月3日（周二）前答复，此前期限不变。" in shipped.text(REGISTRAR)
    (request,) = shipped.rows(Request)
    assert (request.state, request.until, request.since, request.due) == (
        "asked", ASKED_FOR, LIMIT, date(2026, 3, 3),
    )  # fmt: skip
    assert now(shipped, row).due == LIMIT
    assert "待定延期 1 项，立案庭，2月诉前调解七项数据" in shipped.text(DIRECTOR)
    await shipped.press(DIRECTOR, "decisions", "extension")
    await shipped.press(DIRECTOR, "decision", request.id)
    card = shipped.text(DIRECTOR)
    assert card.startswith(
        "【延期】立案庭，2月诉前调解七项数据（5.2.1）\n立案庭联络员申请：由 3月11日（周三）延至 3月18日（周三）"
    )
    assert "进展：正在核对" in card
    assert "该部门今年未申请过其他延期。" in card
    locks = now(shipped, row).locks
    await shipped.press(DIRECTOR, "grant", request.id)
    assert shipped.text(DIRECTOR) == "已同意：立案庭，2月诉前调解七项数据（5.2.1），延至 3月18日（周三）。"
    moved = now(shipped, row)
    assert (moved.due, moved.first_due) == (ASKED_FOR, LIMIT)
    assert moved.locks > locks
    assert shipped.text(REGISTRAR).startswith(
        "延期已同意：2月诉前调解七项数据（5.2.1），由 3月11日延至 3月18日（周三）。"
    )
    assert "批准：创建办；事由：上级平台数据未更新" in shipped.text(REGISTRAR)
    await shipped.say(REGISTRAR, "/why 5.2.1")
    assert "期限由 3月11日延至 3月18日（周三）" in shipped.text(REGISTRAR)
    await shipped.until("2026-03-18 10:00")
    await shipped.say(REGISTRAR, "/tasks")
    await open_card(shipped, row)
    assert "请于今天（3月18日）下班前报送。（原期限 3月11日）" in shipped.text(REGISTRAR)
    await open_question(shipped, REGISTRAR, row)
    await shipped.say(REGISTRAR, MEDIATION)
    await open_question(shipped, REGISTRAR, row)
    await shipped.press(REGISTRAR, "file", row.id)
    await shipped.say("立案庭庭长", "/tasks")
    await shipped.press("立案庭庭长", "queue")
    await shipped.press("立案庭庭长", "check", f"{row.id}-confirm")
    await shipped.press("立案庭庭长", "accept")
    (report,) = shipped.rows(Report, task_id=row.id, state="filed")
    assert report.on_time
    await shipped.say(DIRECTOR, "/why 5.2.1")
    await shipped.press(DIRECTOR, "history", row.id)
    told = shipped.text(DIRECTOR)
    assert "（原期限 3月11日）" in told
    assert "立案庭联络员申请延至 3月18日（周三）：上级平台数据未更新" in told
    assert "同意延期，由 3月11日延至 3月18日（周三）" in told


async def test_a_second_press_on_the_day_is_no_answer_to_the_next_question(shipped: Court) -> None:
    row = await at_the_card(shipped)
    await shipped.press(REGISTRAR, "extend", row.id)
    asked = shipped.last(REGISTRAR)["message_id"]
    number, data = shipped.button(shipped.id(REGISTRAR), "reason", f"{draft(shipped).id}-0")
    await shipped.touch(REGISTRAR, shipped.id(REGISTRAR), number, data)
    again = await shipped.touch(REGISTRAR, shipped.id(REGISTRAR), asked, data, force=True)
    assert again == "这张卡片已有变化，现已更新。"
    assert (draft(shipped).asking, draft(shipped).reason) == ("reason", "")
    number, data = shipped.button(shipped.id(REGISTRAR), "reason", f"{draft(shipped).id}-0")
    section = shipped.settings.extension
    others = section.model_copy(update={"reasons": section.reasons[::-1]})
    await shipped.stop()
    shipped.settings = shipped.settings.model_copy(update={"extension": others})
    await shipped.open()
    shown = await shipped.touch(REGISTRAR, shipped.id(REGISTRAR), number, data)
    assert (shown, draft(shipped).reason) == ("这张卡片已有变化，现已更新。", "")  # the first answer is another one now
    await shipped.press(REGISTRAR, "reason", f"{draft(shipped).id}-0")
    assert shipped.rows(Request)[-1].reason == section.reasons[-1]


async def test_what_was_sent_for_the_old_limit_is_not_sent_again_and_the_new_one_has_rungs_of_its_own(
    shipped: Court,
) -> None:
    row = await at_the_card(shipped)
    await ask(shipped, row)
    (request,) = shipped.rows(Request)
    await decide(shipped, DIRECTOR, request)
    await shipped.press(DIRECTOR, "grant", request.id)
    await shipped.until("2026-03-19 10:00")
    rungs = [(r.rung, r.on_date) for r in shipped.rows(Reminder, task_id=row.id, audience="contact")]
    assert (("T-1", date(2026, 3, 17)) in rungs, ("T", date(2026, 3, 18)) in rungs) == (True, True)
    assert all(day not in (date(2026, 3, 10), date(2026, 3, 11)) for _, day in rungs)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("3月11日", "所写日期不晚于现期限"),
        ("3月2日", "所写日期不晚于现期限"),
        ("3月26日", "超出可延的最长期限"),
        ("3月14日", "期限须为工作日"),
        ("2月30日", "请写一个日期"),
        ("尽快", "请写一个日期"),
        ("。", "请写一个日期"),
    ],
)
async def test_a_day_that_cannot_be_is_asked_back_and_nothing_changes(shipped: Court, said: str, answer: str) -> None:
    row = await at_the_card(shipped)
    await shipped.press(REGISTRAR, "extend", row.id)
    (text,) = await shipped.say(REGISTRAR, said)
    assert text.startswith(answer) or answer in text.split("\n")[0]
    assert draft(shipped).until is None
    assert now(shipped, row).due == LIMIT


async def test_without_a_reason_nothing_is_asked(shipped: Court) -> None:
    row = await at_the_card(shipped)
    await shipped.press(REGISTRAR, "extend", row.id)
    await shipped.say(REGISTRAR, "3月18日")
    (text,) = await shipped.say(REGISTRAR, "。")
    assert text.startswith("申请延期须写明事由。")
    assert shipped.rows(Request, state="asked") == []
    await shipped.press(REGISTRAR, "drop-request")
    assert shipped.text(REGISTRAR) == f"已取消：延期申请，{MATTER}。其他内容不变。"
    assert [r.state for r in shipped.rows(Request)] == ["dropped"]


@pytest.mark.parametrize(
    ("text", "until", "reason"),
    [
        ("能不能延期到3月20日", date(2026, 3, 20), ""),
        ("平台数据还没更新，想延到3月20日", date(2026, 3, 20), "平台数据还没更新"),
        ("能否宽限5个工作日", date(2026, 3, 18), ""),
        ("申请延期", None, ""),
    ],
)
async def test_words_that_ask_for_more_time_begin_the_request_with_what_was_said(
    shipped: Court, text: str, until: date | None, reason: str
) -> None:
    row = await at_the_card(shipped)
    await open_question(shipped, REGISTRAR, row)
    await shipped.say(REGISTRAR, text)
    request = draft(shipped)
    assert (request.kind, request.until, request.reason) == ("extension", until, reason)
    assert request.asking == ("until" if until is None else "progress" if reason else "reason")
    assert shipped.rows(Outbox, kind="wished") == []


@pytest.mark.parametrize(
    ("when", "answer"),
    [
        ("2026-03-10 10:00", "距期限太近，不再受理延期，请按期报送。"),
        ("2026-03-12 10:00", "期限已过，不再受理延期，请尽快补报。"),
    ],
)
async def test_too_late_is_one_clear_sentence(shipped: Court, when: str, answer: str) -> None:
    row = await at_the_card(shipped, when)
    assert "extend" not in shipped.offers(REGISTRAR)
    await open_question(shipped, REGISTRAR, row)
    assert await shipped.say(REGISTRAR, "申请延期到3月20日") == [answer]
    assert shipped.rows(Request) == []


async def test_the_monthly_round_is_never_extended(shipped: Court) -> None:
    await shipped.give()
    await shipped.sign(REGISTRAR)
    await shipped.until(MONDAY)
    row = next(t for t in shipped.tasks(REGISTRAR) if t.form == "roll-call")
    await shipped.say(REGISTRAR, "/tasks")
    await shipped.press(REGISTRAR, "task", row.id)
    assert not {"extend", "pass-on"} & set(shipped.offers(REGISTRAR))
    card = shipped.last(REGISTRAR)["message_id"]
    assert await shipped.say(REGISTRAR, "申请延期到3月20日", to=card) == ["此项不办延期，请按期报送。"]


async def test_the_second_is_the_leader_s_to_decide_and_there_is_no_third(shipped: Court) -> None:
    row = await at_the_card(shipped)
    unit = shipped.posts(REGISTRAR)[0].unit_id
    leader = next(post for post in shipped.posts("副院长") if post.seat == 1)
    await shipped.say(DIRECTOR, "/people")
    await shipped.press(DIRECTOR, "charges")
    await shipped.press(DIRECTOR, "charge", unit)
    await shipped.press(DIRECTOR, "in-charge", f"{unit}-{leader.id}")
    in_charge = next(name for name in shipped.people("leader") if name.startswith("副院长"))
    await ask(shipped, row, "3月13日")
    (first,) = shipped.rows(Request)
    await decide(shipped, DIRECTOR, first)
    await shipped.press(DIRECTOR, "grant", first.id)
    await shipped.until("2026-03-11 10:00")
    await shipped.say(REGISTRAR, "/tasks")
    await open_card(shipped, row)
    await ask(shipped, row, "3月20日")
    second = shipped.rows(Request)[-1]
    assert (second.state, second.subject) == ("asked", "leader")
    await shipped.say(DIRECTOR, "/tasks")
    assert "decisions" not in shipped.offers(DIRECTOR)
    shipped.telegram.world.ahead = timedelta(minutes=-2)  # nobody is escalated by a clock that is wrong
    await shipped.until("2026-03-16 09:30")
    assert "decisions" not in shipped.offers(DIRECTOR)
    shipped.telegram.world.ahead = timedelta(0)
    for _ in range(3):
        await shipped.say(REGISTRAR, "/tasks")
    await shipped.until("2026-03-16 09:40")  # left open two working days beyond its limit: the director hears of it
    assert "decisions" in shipped.offers(DIRECTOR)
    await decide(shipped, DIRECTOR, second)
    assert shipped.text(DIRECTOR).endswith("待副院长 1 决定。")
    assert "grant" not in shipped.offers(DIRECTOR)
    await decide(shipped, in_charge, second)
    assert "此前申请延期：本项 1 次，该部门今年 1 次" in shipped.text(in_charge)
    await shipped.press(in_charge, "grant", f"{second.id}-20260318")
    assert (now(shipped, row).due, now(shipped, row).first_due) == (date(2026, 3, 18), LIMIT)
    assert "申请延至 3月20日（周五）。" in shipped.text(REGISTRAR)
    await open_question(shipped, REGISTRAR, row)
    assert await shipped.say(REGISTRAR, "再延到3月25日可以吗") == ["此项延期次数已用完，不再延期，请按期报送。"]


async def test_refused_with_a_reason_and_never_without(shipped: Court) -> None:
    row = await at_the_card(shipped)
    await ask(shipped, row)
    (request,) = shipped.rows(Request)
    await decide(shipped, DIRECTOR, request)
    await shipped.press(DIRECTOR, "deny", request.id)
    (text,) = await shipped.say(DIRECTOR, "。")
    assert text.startswith("须写明理由，请补充。")
    assert shipped.rows(Request, id=request.id)[0].state == "asked"
    await shipped.say(DIRECTOR, "全院统一口径，不宜单独延期")
    assert shipped.text(DIRECTOR).startswith("未同意：立案庭")
    assert shipped.rows(Request, id=request.id)[0].state == "refused"
    assert now(shipped, row).due == LIMIT
    assert "延期未同意" in shipped.text(REGISTRAR)
    assert "创建办：全院统一口径，不宜单独延期" in shipped.text(REGISTRAR)


async def test_stale_buttons_two_deciders_and_others_change_nothing(shipped: Court) -> None:
    row = await at_the_card(shipped)
    stale = shipped.button(shipped.id(REGISTRAR), "extend", row.id)
    await ask(shipped, row)
    (request,) = shipped.rows(Request)
    await shipped.touch(REGISTRAR, shipped.id(REGISTRAR), *stale, force=True)
    assert shipped.text(REGISTRAR) == "此项延期申请正在办理，答复会发到这里。"
    await decide(shipped, DIRECTOR, request)
    number, data = shipped.button(shipped.id(DIRECTOR), "grant", request.id)
    deny = shipped.button(shipped.id(DIRECTOR), "deny", request.id)
    toast = await shipped.touch(
        POLITICAL, shipped.id(POLITICAL), shipped.last(POLITICAL)["message_id"], data, force=True
    )
    assert toast is not None
    assert now(shipped, row).due == LIMIT
    await shipped.touch(DIRECTOR, shipped.id(DIRECTOR), number, data)
    assert now(shipped, row).due == ASKED_FOR
    assert await shipped.touch(DIRECTOR, shipped.id(DIRECTOR), number, data, force=True) == "这件事已经处理过了。"
    assert await shipped.touch(DIRECTOR, shipped.id(DIRECTOR), *deny, force=True) == "这件事已经处理过了。"
    assert now(shipped, row).due == ASKED_FOR


async def test_the_director_s_own_department_asks_the_deputy_director(shipped: Court) -> None:
    await shipped.give()
    await shipped.sign(POLITICAL)
    await shipped.off_until("2026-06-25 10:00")
    row = next(t for t in shipped.tasks(POLITICAL) if t.form == "meeting" and t.state == "open")
    await shipped.say(POLITICAL, "/tasks")
    await shipped.press(POLITICAL, "task", row.id)
    await shipped.press(POLITICAL, "extend", row.id)
    for text in ("7月3日", "场地尚未落实", "议题已定"):
        await shipped.say(POLITICAL, text)
    (request,) = shipped.rows(Request)
    await shipped.say(DIRECTOR, "/tasks")
    assert "decisions" not in shipped.offers(DIRECTOR)
    await decide(shipped, VICE, request)
    await shipped.press(VICE, "grant", request.id)
    assert now(shipped, row).due == date(2026, 7, 3)


async def test_it_lapses_where_the_task_is_filed_meanwhile(whole: Court) -> None:
    row = await at_the_card(whole)
    await ask(whole, row)
    await open_question(whole, REGISTRAR, row)
    await whole.say(REGISTRAR, MEDIATION)
    await open_question(whole, REGISTRAR, row)
    await whole.press(REGISTRAR, "file", row.id)
    (request,) = whole.rows(Request)
    assert request.state == "dropped"
    await whole.say(DIRECTOR, "/tasks")
    assert "decisions" not in whole.offers(DIRECTOR)


async def test_whoever_decides_is_reminded_on_the_card_of_the_day(shipped: Court) -> None:
    row = await at_the_card(shipped)
    await ask(shipped, row)
    for day in ("2026-03-03", "2026-03-04"):
        await shipped.until(f"{day} 10:00")
        assert len(shipped.unasked(DIRECTOR, date.fromisoformat(day))) <= 1
        assert "待定延期 1 项" in shipped.text(DIRECTOR)


async def test_a_request_is_taken_back_and_what_was_begun_before_it_stays(shipped: Court) -> None:
    row = await at_the_card(shipped)
    await shipped.say(REGISTRAR, "诉前调解成功480件", to=shipped.last(REGISTRAR)["message_id"])
    (begun,) = shipped.rows(Report, state="draft")
    await open_card(shipped, row)
    await shipped.say(REGISTRAR, "能不能延期到3月18日，上级平台数据未更新")
    await shipped.say(REGISTRAR, "正在核对")
    (request,) = shipped.rows(Request)
    assert request.state == "asked"
    assert "待定延期 1 项" in shipped.text(DIRECTOR)
    (said,) = await shipped.say(REGISTRAR, "撤回")
    assert said == f"已撤回延期申请：{MATTER}，期限仍为 3月11日。"
    assert [one.state for one in shipped.rows(Request)] == ["dropped"]
    assert [one.id for one in shipped.rows(Report, state="draft")] == [begun.id]
    assert "待定延期" not in shipped.text(DIRECTOR)


@pytest.mark.parametrize(
    ("text", "kind"), [("这个不归我们，是民庭的", "passing"), ("能不能延期到3月18日", "extension")]
)
async def test_a_request_in_plain_words_is_about_the_card_that_was_opened_last(
    shipped: Court, text: str, kind: str
) -> None:
    row = await at_the_card(shipped)
    other = task(shipped, REGISTRAR, "5.1.2", "2026-02")
    await open_question(shipped, REGISTRAR, other)  # a draft that waits for its figures
    await shipped.say(REGISTRAR, "/tasks")
    await open_card(shipped, row)
    await shipped.say(REGISTRAR, text)
    assert [(one.kind, one.task_id) for one in shipped.rows(Request)] == [(kind, row.id)]
