"""撤回: what was answered by mistake is taken back by whoever answered, and everything is as it was before."""

from datetime import date

import pytest

from db.tables import Audit, Digest, Reading, Reminder, Report, Task
from services import auditing
from tests.beginnings import beginning
from tests.house import CIVIL, DEPUTY, DIRECTOR, POLITICAL, PRESIDENT, REGISTRAR, Court
from tests.messages import words
from tests.stories.test_meeting import TOPIC, at_the_card
from tests.stories.test_readings import open_question, task, why
from tests.stories.test_three_months import file_one

MATTER = "2月“三个规定”月报告"

OTHERS = "这一项由本部门另一位同志报送，请由报送人撤回；如只需更正，请直接回复更正内容。"
NOTHING = "今天没有可以撤回的内容。此前报送的，请直接回复那条回执“撤回”。"


def states(court: Court, row: Task) -> list[str]:
    return [report.state for report in court.rows(Report, task_id=row.id)]


def now(court: Court, row: Task) -> Task:
    return court.rows(Task, id=row.id)[0]


@beginning
async def filed(court: Court, text: str = "45 45 0") -> Task:
    await court.until("2026-03-02 10:00")
    await file_one(court, REGISTRAR, "2026-02", text)
    return court.task(REGISTRAR, "2026-02")


async def figure_filed(court: Court, code: str, period: str, text: str) -> Task:
    row = task(court, REGISTRAR, code, period)
    await open_question(court, REGISTRAR, row)
    await court.say(REGISTRAR, text)
    await open_question(court, REGISTRAR, row)
    await court.press(REGISTRAR, "file", row.id)
    return row


async def demand(court: Court, code: str, seq: int) -> str:
    return (await why(court, code, seq)).split("\n")[0]


async def test_a_draft_is_dropped_at_once_and_what_was_filed_stays(signed: Court) -> None:
    row = await filed(signed)
    await signed.say(REGISTRAR, "记录3条", to=signed.last(REGISTRAR)["message_id"])
    assert states(signed, row) == ["filed", "draft"]
    assert await signed.say(REGISTRAR, "撤回") == [f"已放弃填写：{MATTER}。此前已报送的内容不变。"]
    assert states(signed, row) == ["filed"]


async def test_what_was_filed_is_asked_about_first_and_then_open_again_with_its_ladder_awake(signed: Court) -> None:
    row = await filed(signed)
    receipt = signed.last(REGISTRAR)["message_id"]
    (report,) = signed.rows(Report, task_id=row.id)
    (asked,) = await signed.say(REGISTRAR, "撤回")
    number = f"回执 2026-03-{report.id:04d}"
    assert asked == f"撤回：{MATTER}，应填 45 人，已填 45 人，记录 0 条，{number}。\n撤回后该项恢复为未报送。"
    assert signed.offers(REGISTRAR) == ["withdraw", "keep-filed"]
    assert states(signed, row) == ["filed"]
    await signed.press(REGISTRAR, "withdraw")
    done = signed.text(REGISTRAR)
    assert done.startswith(
        f"已撤回：{MATTER}，应填 45 人，已填 45 人，记录 0 条，{number}。\n该项恢复为未报送。\n请于 3月4日"
    )
    assert [words(m) for m in signed.heard(REGISTRAR) if m["message_id"] == receipt] == [done]
    assert not [m for m in signed.heard(REGISTRAR) if words(m).startswith("已报送")]

    assert states(signed, row) == ["withdrawn"]
    assert (now(signed, row).state, now(signed, row).closed_at) == ("open", None)
    assert {r.field: r.num for r in signed.rows(Reading, report_id=report.id)} == {
        "should": 45,
        "filed": 45,
        "records": 0,
    }
    (entry,) = signed.rows(Audit, verb="withdraw")
    assert (entry.subject, entry.person_id) == (f"report/{report.id}", signed.person(REGISTRAR).id)
    with signed.session() as session:
        assert auditing.first_broken(session) is None

    await signed.until("2026-03-05 09:30")  # the limit was the 4th
    assert "已逾期 1 个工作日" in signed.text(REGISTRAR)
    await file_one(signed, REGISTRAR, "2026-02", "46 46 0")
    assert "已报送，第 1 版，逾期 1 个工作日" in signed.text(REGISTRAR)
    assert states(signed, row) == ["withdrawn", "filed"]


@pytest.mark.parametrize(
    "said",
    [
        *("/cancel", "取消", "撤回", "撤销", "请撤回上一条", "撤回刚才那条", "刚报的撤回"),
        *("麻烦撤回一下，谢谢", "我要撤回刚刚报的数据。", "把上一条撤销了吧"),
    ],
)
async def test_people_say_it_in_their_own_words(signed: Court, said: str) -> None:
    await filed(signed)
    assert (await signed.say(REGISTRAR, said))[0].startswith(f"撤回：{MATTER}")


@pytest.mark.parametrize("said", ["撤回起诉 3 件", "取消12月3日的计划", "撤销案件1件", "会议取消了"])
async def test_words_of_the_matter_are_no_wish_to_take_anything_back(signed: Court, said: str) -> None:
    await filed(signed)
    (answer,) = await signed.say(REGISTRAR, said)
    assert "withdraw" not in signed.offers(REGISTRAR)
    assert "撤回：" not in answer


async def test_left_as_it_is_the_receipt_stands_there_again(signed: Court) -> None:
    row = await filed(signed)
    await signed.say(REGISTRAR, "撤回")
    assert await signed.press(REGISTRAR, "keep-filed") == "未撤回，原报送不变。"
    assert signed.text(REGISTRAR).startswith("已报送，第 1 版，按时。")
    assert states(signed, row) == ["filed"]


async def test_a_correction_taken_back_leaves_the_version_before_it_in_force(signed: Court) -> None:
    row = await filed(signed)
    first = signed.last(REGISTRAR)
    await signed.say(REGISTRAR, "记录3条", to=first["message_id"])
    await signed.press(REGISTRAR, "file")
    second = signed.last(REGISTRAR)
    (asked,) = await signed.say(REGISTRAR, "撤回", to=first["message_id"])  # what stands now is meant
    assert "记录 3 条" in asked
    assert "撤回后以 3月2日 10:" in asked
    await signed.press(REGISTRAR, "withdraw")
    assert states(signed, row) == ["filed", "withdrawn"]
    assert now(signed, row).state == "filed"
    receipts = [words(m) for m in signed.heard(REGISTRAR) if m["message_id"] == second["message_id"]]
    (report, _) = signed.rows(Report, task_id=row.id)
    assert f"现以回执 2026-03-{report.id:04d}（" in receipts[0]
    await signed.say(REGISTRAR, "记录2条", to=second["message_id"])
    assert "应填 45 人，已填 45 人，记录 2 条" in signed.text(REGISTRAR)
    await signed.press(REGISTRAR, "file")
    assert "已更正，第 2 版" in signed.text(REGISTRAR)
    assert [report.replaces for report in signed.rows(Report, state="filed")] == [None, report.id]


async def test_pressed_twice_it_is_withdrawn_once(signed: Court) -> None:
    row = await filed(signed)
    await signed.say(REGISTRAR, "撤回")
    number, data = signed.button(signed.id(REGISTRAR), "withdraw")
    await signed.touch(REGISTRAR, signed.id(REGISTRAR), number, data)
    again = await signed.touch(REGISTRAR, signed.id(REGISTRAR), number, data, force=True)
    assert again == "这一项已撤回，无需重复操作。"
    assert len(signed.rows(Audit, verb="withdraw")) == 1
    (said,) = await signed.say(REGISTRAR, "撤回", to=number)
    assert said == "这一项已撤回，无需重复操作。"
    assert await signed.say(REGISTRAR, "撤回") == [NOTHING]
    assert states(signed, row) == ["withdrawn"]


async def test_two_presses_that_come_at_once_withdraw_it_once(signed: Court) -> None:
    row = await filed(signed)
    await signed.say(REGISTRAR, "撤回")
    number, data = signed.button(signed.id(REGISTRAR), "withdraw")
    where = signed.id(REGISTRAR)
    queries = [signed.telegram.presses(where, where, number, data) for _ in range(2)]
    await signed.quiet()
    answers = [(signed.telegram.answer_to(query) or {}).get("text") for query in queries]
    assert [answer or "" for answer in answers] == ["", "这一项已撤回，无需重复操作。"]
    assert len(signed.rows(Audit, verb="withdraw")) == 1
    assert states(signed, row) == ["withdrawn"]


async def test_nobody_else_withdraws_it_neither_by_words_nor_by_a_forged_press(signed: Court) -> None:
    row = await filed(signed)
    await signed.say(REGISTRAR, "撤回")
    number, data = signed.button(signed.id(REGISTRAR), "withdraw")
    assert await signed.say(CIVIL, "撤回") == [NOTHING]
    assert await signed.say(PRESIDENT, "撤回") == [NOTHING]
    other = signed.last(CIVIL)["message_id"]
    assert "不适用于您" in str(await signed.touch(CIVIL, signed.id(CIVIL), other, data, force=True))
    assert states(signed, row) == ["filed"]
    assert number != other


async def test_whoever_has_lost_the_post_withdraws_nothing_and_the_successor_does_by_its_receipt(signed: Court) -> None:
    row = await filed(signed)
    await signed.say(REGISTRAR, "撤回")
    number, data = signed.button(signed.id(REGISTRAR), "withdraw")
    await signed.takes(DEPUTY, REGISTRAR)
    await signed.touch(REGISTRAR, signed.id(REGISTRAR), number, data, force=True)
    assert states(signed, row) == ["filed"]
    assert await signed.say(DEPUTY, "撤回") == [NOTHING]  # it was not the successor who said it last
    await signed.say(DEPUTY, "/tasks")
    await signed.say(DEPUTY, f"回执 2026-03-{signed.rows(Report)[0].id:04d}")
    await signed.say(DEPUTY, "撤回", to=signed.last(DEPUTY)["message_id"])
    await signed.press(DEPUTY, "withdraw")
    assert states(signed, row) == ["withdrawn"]
    (entry,) = signed.rows(Audit, verb="withdraw")
    assert entry.person_id == signed.person(DEPUTY).id


async def test_of_two_who_answer_for_a_department_nobody_takes_back_what_the_other_filed(signed: Court) -> None:
    await signed.takes(DEPUTY, DEPUTY)
    row = await filed(signed)
    report = signed.rows(Report)[0]
    assert await signed.say(DEPUTY, "撤回") == [NOTHING]
    await signed.say(DEPUTY, f"回执 2026-03-{report.id:04d}")
    assert signed.text(DEPUTY).startswith("已报送，第 1 版")
    assert "撤回" not in signed.offers(DEPUTY)
    receipt = signed.last(DEPUTY)["message_id"]
    (said,) = await signed.say(DEPUTY, "撤回", to=receipt)
    assert said == OTHERS
    assert states(signed, row) == ["filed"]
    await signed.say(DEPUTY, "记录3条", to=receipt)  # a correction is anybody's who answers
    await signed.press(DEPUTY, "file")
    assert states(signed, row) == ["filed", "filed"]
    (said,) = await signed.say(REGISTRAR, "撤回", to=receipt_of(signed, REGISTRAR))
    assert said == OTHERS  # the version in force is the other one's now
    (asked,) = await signed.say(DEPUTY, "撤回")
    assert "记录 3 条" in asked
    await signed.press(DEPUTY, "withdraw")
    assert states(signed, row) == ["filed", "withdrawn"]


def receipt_of(court: Court, title: str) -> int:
    found = [m for m in court.heard(title) if "回执 2026-" in words(m)]
    number: int = found[-1]["message_id"]
    return number


async def test_a_receipt_is_found_by_its_number_in_whatever_state_it_is(signed: Court) -> None:
    row = await filed(signed)
    number = f"2026-03-{signed.rows(Report)[0].id:04d}"
    assert (await signed.say(DIRECTOR, f"回执 {number}"))[0].startswith("已报送，第 1 版，按时。")
    assert not signed.offers(DIRECTOR)
    await signed.say(REGISTRAR, "撤回")
    await signed.press(REGISTRAR, "withdraw")
    gone = f"已撤回：{MATTER}，应填 45 人，已填 45 人，记录 0 条，回执 {number}。\n该项恢复为未报送。"
    assert await signed.say(DIRECTOR, f"/why {number}") == [gone]
    assert not signed.offers(DIRECTOR)
    (own,) = await signed.say(REGISTRAR, number)
    assert own.startswith(gone)
    assert signed.offers(REGISTRAR) == ["task"]
    nothing = f"没有查到您可以查看的回执 {number}。"
    assert await signed.say(CIVIL, f"回执{number}") == [nothing]
    assert await signed.say(REGISTRAR, f"回执 2026-02{number[7:]}") == [nothing.replace("2026-03", "2026-02")]
    await file_one(signed, REGISTRAR, "2026-02", "46 46 0")
    (own,) = await signed.say(REGISTRAR, number)
    assert "现以回执 2026-03-" in own
    assert states(signed, row) == ["withdrawn", "filed"]


def rungs(court: Court, row: Task) -> list[tuple[str, str, str]]:
    return [(str(r.on_date), r.audience, r.rung) for r in court.rows(Reminder, task_id=row.id)]


async def take_back(court: Court) -> None:
    await court.say(REGISTRAR, "撤回", to=receipt_of(court, REGISTRAR))
    await court.press(REGISTRAR, "withdraw")


async def test_taken_back_before_the_limit_it_is_reminded_of_on_its_days_and_on_none_twice(signed: Court) -> None:
    row = await filed(signed)
    opening = [("2026-03-02", "contact", "open")]
    assert rungs(signed, row) == opening
    await take_back(signed)
    heard = len(signed.heard(REGISTRAR))
    await signed.until("2026-03-02 17:00")
    assert rungs(signed, row) == opening  # it was told this morning
    assert len(signed.heard(REGISTRAR)) == heard
    await signed.until("2026-03-09 17:00")
    told = rungs(signed, row)
    assert told[:3] == [*opening, ("2026-03-03", "contact", "T-1"), ("2026-03-04", "contact", "T")]
    assert len({(audience, rung) for _, audience, rung in told}) == len(told)
    assert ("2026-03-05", "head", "T+1") in told


async def test_filed_and_taken_back_again_and_again_no_rung_is_told_twice(signed: Court) -> None:
    row = await filed(signed)
    await take_back(signed)
    await signed.until("2026-03-03 10:00")
    for _ in range(3):
        await file_one(signed, REGISTRAR, "2026-02", "45 45 0")
        await take_back(signed)
    assert rungs(signed, row) == [("2026-03-02", "contact", "open"), ("2026-03-03", "contact", "T-1")]
    assert states(signed, row) == ["withdrawn"] * 4


async def test_taken_back_after_the_limit_its_day_is_the_next_working_day(signed: Court) -> None:
    row = await filed(signed)
    await signed.until("2026-03-06 10:00")  # the limit was the 4th; the rung of the 5th has passed, the next is the 9th
    await take_back(signed)
    await signed.until("2026-03-06 17:00")
    assert rungs(signed, row) == [("2026-03-02", "contact", "open")]
    await signed.until("2026-03-09 17:00")  # Monday
    assert rungs(signed, row)[1:] == [
        ("2026-03-09", "contact", "T+3"),  # the highest; lower ones are not made up for
        ("2026-03-09", "head", "T+1"),
        ("2026-03-09", "office", "T+3"),
    ]
    await signed.until("2026-03-20 17:00")
    assert len(set(rungs(signed, row))) == len(rungs(signed, row)) == 4


async def test_what_was_taken_back_is_counted_nowhere(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    before = (await signed.say(DIRECTOR, "/status"))[-1].partition("\n")[2]
    await filed(signed)
    assert (await signed.say(DIRECTOR, "/status"))[-1].partition("\n")[2] != before
    await take_back(signed)
    assert (await signed.say(DIRECTOR, "/status"))[-1].partition("\n")[2] == before
    await signed.until("2026-03-09 09:30")
    (row,) = signed.rows(Digest, week="2026-W10")
    standing = row.facts["standing"]
    assert (standing["filed"], standing["on_time"]) == (0, 0)
    due = [t for t in signed.rows(Task, state="open") if t.form != "signing" and t.due < date(2026, 3, 6)]
    assert standing["overdue"] == len(due)
    assert signed.task(REGISTRAR, "2026-02").id in {t.id for t in due}


async def test_after_a_newer_version_the_old_button_changes_nothing(signed: Court) -> None:
    row = await filed(signed)
    receipt = signed.last(REGISTRAR)
    await signed.say(REGISTRAR, "撤回")
    number, data = signed.button(signed.id(REGISTRAR), "withdraw")
    await signed.say(REGISTRAR, "记录3条", to=receipt["message_id"])
    await signed.press(REGISTRAR, "file")
    toast = await signed.touch(REGISTRAR, signed.id(REGISTRAR), number, data, force=True)
    assert toast == "此后已报送新版，未作撤回。"
    assert states(signed, row) == ["filed", "filed"]
    assert not signed.rows(Audit, verb="withdraw")


async def test_a_reply_to_the_card_corrects_what_was_to_be_withdrawn(signed: Court) -> None:
    row = await filed(signed)
    await signed.say(REGISTRAR, "撤回")
    await signed.say(REGISTRAR, "记录3条", to=signed.last(REGISTRAR)["message_id"])
    assert "应填 45 人，已填 45 人，记录 3 条" in signed.text(REGISTRAR)
    await signed.press(REGISTRAR, "file")
    assert states(signed, row) == ["filed", "filed"]


async def test_what_was_filed_yesterday_is_withdrawn_by_a_reply_to_its_receipt_alone(signed: Court) -> None:
    row = await filed(signed)
    receipt = signed.last(REGISTRAR)["message_id"]
    await signed.until("2026-03-05 10:00")
    assert await signed.say(REGISTRAR, "撤回") == [NOTHING]
    (asked,) = await signed.say(REGISTRAR, "撤回", to=receipt)
    assert asked.endswith("期限已过，撤回后重新报送按逾期计；如只需更正，请直接回复这条消息。")
    await signed.press(REGISTRAR, "withdraw")
    assert now(signed, row).state == "open"


async def test_what_is_locked_is_not_withdrawn_and_the_director_hears_who_would(signed: Court) -> None:
    row = await filed(signed)
    receipt = signed.last(REGISTRAR)["message_id"]
    await signed.say(REGISTRAR, "撤回")
    asked = signed.last(REGISTRAR)
    await signed.until("2026-04-20 10:00")
    (answer,) = await signed.say(REGISTRAR, "撤回", to=receipt)
    assert answer == "本期已锁定，不能更正。已告知创建办，请与其联系。"
    assert "本期已锁定" in str(await signed.press(REGISTRAR, "withdraw", on=asked))
    assert states(signed, row) == ["filed"]
    told = [text for text in map(words, signed.heard(DIRECTOR)) if "请求更正已锁定的内容" in text]
    assert told == ["立案庭联络员请求更正已锁定的内容：立案庭，2月“三个规定”月报告。请与其联系。"]


async def test_the_later_of_a_draft_and_a_report_is_meant(signed: Court) -> None:
    await signed.until("2026-03-10 10:00")
    await at_the_card(signed)
    await signed.press(POLITICAL, "held")
    await signed.say(POLITICAL, f"3月6日 {TOPIC}")
    await signed.until("2026-03-11 10:00")
    await file_one(signed, POLITICAL, "2026-02", "12 12 0")
    assert (await signed.say(POLITICAL, "撤回"))[0].startswith(f"撤回：{MATTER}")
    await signed.press(POLITICAL, "keep-filed")
    await at_the_card(signed)
    assert "已放弃" in (await signed.say(POLITICAL, "撤回"))[0]
    assert not signed.rows(Report, state="draft")
    assert len(signed.rows(Report, state="filed")) == 1


async def test_the_history_of_a_task_tells_of_both(signed: Court) -> None:
    row = await filed(signed)
    await signed.say(REGISTRAR, "撤回")
    await signed.press(REGISTRAR, "withdraw")
    await signed.say(DIRECTOR, "局面")
    await signed.press(DIRECTOR, "units")
    await signed.press(DIRECTOR, "unit", row.unit_id)
    await signed.press(DIRECTOR, "history", row.id)
    (report,) = signed.rows(Report, task_id=row.id)
    lines = signed.text(DIRECTOR).split("\n")
    assert any("立案庭联络员报送第 1 版，按时" in line for line in lines)
    assert lines[-1].startswith("已用工作时间：立案庭 ")
    assert lines[-2].endswith(f"立案庭联络员撤回报送，回执 2026-03-{report.id:04d}")
