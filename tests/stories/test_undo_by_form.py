"""What is taken back of each form: sums, meetings, figures, sheets, entries."""

from datetime import date

from db.tables import Counts, Entry, Report, Requirement
from tests.house import DIRECTOR, INSPECTION, OFFICE, POLITICAL, REGISTRAR, Court
from tests.messages import words
from tests.stories.test_corrections import held, register
from tests.stories.test_meeting import MINUTES, TOPIC
from tests.stories.test_readings import MEDIATION, open_question, task, why, with_everything
from tests.stories.test_registers import CRIMINAL
from tests.stories.test_registers import register as enter
from tests.stories.test_registers import with_everything as with_registers
from tests.stories.test_three_months import file_round
from tests.stories.test_undo import demand, figure_filed, now, states


async def test_a_summary_that_was_filed_is_told_outdated_and_may_be_withdrawn_itself(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await file_round(signed, "2026-02")
    summary = signed.task(INSPECTION, "2026-02")
    await signed.until("2026-03-06 10:00")
    await signed.say(INSPECTION, "/tasks")
    await signed.press(INSPECTION, "task", summary.id)
    await signed.press(INSPECTION, "sum", summary.id)
    await signed.press(INSPECTION, "file", summary.id)
    assert "已报送" in signed.text(INSPECTION)
    receipt = signed.last(INSPECTION)
    (before,) = signed.rows(Report, task_id=summary.id)
    last = signed.rows(Report, by=signed.person(OFFICE).id)[0]
    receipts = [m for m in signed.heard(OFFICE) if words(m).startswith("已报送")]
    await signed.say(OFFICE, "撤回", to=receipts[-1]["message_id"])
    await signed.press(OFFICE, "withdraw", last.id)
    told = "2月“三个规定”月汇总报送后，有部门补报、更正或撤回，商请重新汇总。"
    assert any(told in words(message) for message in signed.heard(INSPECTION))  # a line of the card of the day
    await signed.press(INSPECTION, "sum", summary.id)
    again = "已报送 14/15 个部门。\n尚未报送：办公室\n应填 523 人"
    assert any(again in words(message) for message in signed.heard(INSPECTION))
    await signed.press(INSPECTION, "back", summary.id)
    (asked,) = await signed.say(INSPECTION, "撤回", to=receipt["message_id"])
    assert "2月" in asked
    await signed.press(INSPECTION, "withdraw", before.id)
    assert now(signed, summary).state == "open"


async def test_a_meeting_taken_back_is_off_the_register_and_its_half_year_open(signed: Court) -> None:
    await signed.until("2026-03-20 10:00")
    row = signed.task(POLITICAL, "2026-H1")
    before = (await signed.say(DIRECTOR, "/why 1.1.2"))[0]
    await held(signed, "3月6日")
    assert (await signed.say(DIRECTOR, "/why 1.1.2"))[0] != before
    (asked,) = await signed.say(POLITICAL, "撤回刚报的")
    assert f"议题：{TOPIC}" in asked
    assert "撤回后这一条不再计入。" in asked
    await signed.press(POLITICAL, "withdraw")
    assert now(signed, row).state == "open"
    assert (await signed.say(DIRECTOR, "/why 1.1.2"))[0] == before
    assert len(signed.rows(Entry)) == 1
    await held(signed, "3月6日")  # the same one may be told again
    assert now(signed, row).state == "filed"


async def test_of_two_meetings_the_one_replied_to_is_taken_back_and_the_other_is_enough(signed: Court) -> None:
    await signed.until("2026-03-20 10:00")
    first = await held(signed, "3月6日")
    await held(signed, "3月13日", "部署下一步工作安排", another=True)
    row = signed.task(POLITICAL, "2026-H1")
    await signed.say(POLITICAL, "撤回", to=first)
    await signed.press(POLITICAL, "withdraw")
    assert states(signed, row) == ["withdrawn", "filed"]
    assert now(signed, row).state == "filed"
    assert now(signed, row).closed_at == signed.rows(Report, state="filed")[0].at


async def test_a_message_edited_after_its_meeting_was_taken_back_is_no_word_on_the_other_one(signed: Court) -> None:
    await signed.until("2026-03-20 10:00")
    first = await held(signed, "3月6日")
    said = next(m for m in signed.telegram.messages(signed.id(POLITICAL)) if words(m) == f"3月6日 {TOPIC}")
    await held(signed, "3月13日", "部署下一步工作安排", another=True)
    await signed.say(POLITICAL, "撤回", to=first)
    await signed.press(POLITICAL, "withdraw")
    where = signed.id(POLITICAL)
    signed.telegram.edits(where, where, said["message_id"], f"3月5日 {TOPIC}")
    await signed.quiet()
    (draft,) = signed.rows(Report, state="draft")
    assert draft.replaces is None
    assert "3月5日" in signed.text(POLITICAL)


async def test_a_corrected_meeting_taken_back_leaves_the_first_entry_and_can_be_corrected_again(signed: Court) -> None:
    await signed.until("2026-03-20 10:00")
    first = await held(signed, "3月6日")
    for day in ("3月5日", "3月4日"):
        await signed.say(POLITICAL, f"{day} {TOPIC}", to=first)
        await signed.press(POLITICAL, "file")
        assert "已更正，第 2 版" in signed.text(POLITICAL)
        await signed.say(POLITICAL, "撤回")
        await signed.press(POLITICAL, "withdraw")
        gone = {report.id for report in signed.rows(Report, state="withdrawn")}
        assert [on for on, entry in in_force(signed) if entry.report_id not in gone] == [date(2026, 3, 6)]
    assert len(register(signed)) == 3  # nothing was deleted


def in_force(court: Court) -> list[tuple[date, Entry]]:
    rows = court.rows(Entry)
    replaced = {row.replaces for row in rows}
    return [(row.on_date, row) for row in rows if row.id not in replaced]


async def test_a_correction_that_somebody_began_corrects_the_version_that_is_in_force_again(signed: Court) -> None:
    await signed.until("2026-03-20 10:00")
    first = await held(signed, "3月6日")
    await signed.say(POLITICAL, f"3月5日 {TOPIC}", to=first)
    await signed.press(POLITICAL, "file")
    receipt = signed.last(POLITICAL)["message_id"]
    await signed.say(POLITICAL, "撤回", to=receipt)
    asked = signed.last(POLITICAL)
    await signed.say(POLITICAL, f"3月4日 {TOPIC}", to=receipt)
    await signed.press(POLITICAL, "withdraw", on=asked)
    (draft,) = signed.rows(Report, state="draft")
    assert draft.replaces == signed.rows(Report, state="filed")[0].id
    await signed.press(POLITICAL, "file", signed.task(POLITICAL, "2026-H1").id)
    assert "已更正，第 2 版" in signed.text(POLITICAL)


async def test_a_file_in_reply_to_what_was_taken_back_proves_nothing_of_it(signed: Court) -> None:
    await signed.until("2026-03-20 10:00")
    receipt = await held(signed, "3月6日")
    await signed.say(POLITICAL, "撤回")
    await signed.press(POLITICAL, "withdraw")
    await signed.send(POLITICAL, "新纪要.txt", MINUTES, reply_to=receipt)
    (draft,) = signed.rows(Report, state="draft")
    assert (draft.replaces, draft.task_id) == (None, signed.task(POLITICAL, "2026-H1").id)


async def test_a_figure_taken_back_is_on_no_demand_any_more_and_asked_for_again(whole: Court) -> None:
    await with_everything(whole)
    before = [(await whole.say(DIRECTOR, f"/why {code}"))[0] for code in ("5.2.1", "5.3.2")]
    board = (await whole.say(DIRECTOR, "局面"))[-1]
    row = await figure_filed(whole, "5.2.1", "2026-02", MEDIATION)
    assert (await demand(whole, "5.2.1", 2)).endswith("未达标")
    (asked,) = await whole.say(REGISTRAR, "撤回")
    assert asked.startswith("撤回：2月诉前调解")
    assert "（5.2.1），回执 2026-03-" in asked
    await whole.press(REGISTRAR, "withdraw")
    assert [(await whole.say(DIRECTOR, f"/why {code}"))[0] for code in ("5.2.1", "5.3.2")] == before
    assert (await whole.say(DIRECTOR, "局面"))[-1].partition("\n")[2] == board.partition("\n")[2]
    await whole.press(REGISTRAR, "task", row.id)
    await whole.press(REGISTRAR, "answer", row.id)
    assert "请按以下顺序一次回复 9 个数字" in whole.text(REGISTRAR)
    assert "已知：" not in whole.text(REGISTRAR)


async def test_a_corrected_figure_taken_back_is_judged_by_the_one_before(whole: Court) -> None:
    await with_everything(whole)
    row = await figure_filed(whole, "5.2.1", "2026-02", MEDIATION)
    before = await why(whole, "5.2.1", 2)
    await whole.say(REGISTRAR, "更正：诉前调解成功应为512", to=whole.last(REGISTRAR)["message_id"])
    await whole.press(REGISTRAR, "file", row.id)
    assert (await demand(whole, "5.2.1", 2)).endswith("达标")
    assert await why(whole, "5.2.1", 2) != before
    await whole.say(REGISTRAR, "撤回")
    await whole.press(REGISTRAR, "withdraw")
    assert await why(whole, "5.2.1", 2) == before


async def test_of_a_sheet_filed_at_once_the_last_one_is_meant_and_the_others_are_offered(whole: Court) -> None:
    await with_everything(whole)
    first = task(whole, REGISTRAR, "5.1.2", "2026-02")
    await open_question(whole, REGISTRAR, first)
    await whole.say(REGISTRAR, "900 1000 1000")
    await whole.say(REGISTRAR, MEDIATION)
    await whole.press(REGISTRAR, "sheet")
    sheet = whole.last(REGISTRAR)["message_id"]
    await whole.press(REGISTRAR, "file-all")
    assert len(whole.rows(Report, state="filed")) == 2
    (asked,) = await whole.say(REGISTRAR, "撤回刚报的")
    assert "（5.2.1），回执" in asked
    assert "同时报送的其他各项须逐项撤回" in asked
    assert whole.offers(REGISTRAR) == ["withdraw", "keep-filed", "withdraw-other"]
    await whole.press(REGISTRAR, "withdraw-other")
    assert "（5.1.2），回执" in whole.text(REGISTRAR)
    await whole.press(REGISTRAR, "withdraw", whole.rows(Report, task_id=first.id)[0].id)
    assert states(whole, first) == ["withdrawn"]
    assert len(whole.rows(Report, state="filed")) == 1
    shown = next(words(m) for m in whole.heard(REGISTRAR) if m["message_id"] == sheet)
    assert "（5.1.2）　3 个数字" in shown
    assert "（5.2.1）　已报送" in shown


async def test_a_register_entry_taken_back_counts_nowhere_and_opens_what_it_had_closed(whole: Court) -> None:
    await with_registers(whole)
    row, other = task(whole, CRIMINAL, "4.1.1", "2026", "register"), task(whole, CRIMINAL, "4.2.1", "2026", "register")
    before = [(await whole.say(DIRECTOR, f"/why {code}"))[0] for code in ("4.1.1", "4.2.1")]
    await enter(whole, row, "2月3日 涉民生重大案件一审审结")
    await enter(whole, row, "2月10日 另一重大案件一审审结")
    assert now(whole, row).state == "filed"
    (elsewhere,) = (r for r in whole.rows(Requirement) if r.name == "年审结民生犯罪大要案或典型案")
    (_, report) = whole.rows(Report, state="filed", task_id=row.id)
    await whole.press(CRIMINAL, "also")
    await whole.press(CRIMINAL, "count", f"{report.id}-{elsewhere.id}")
    assert "现为 1 件" in await why(whole, "4.2.1", 1)
    rev = now(whole, other).rev
    (asked,) = await whole.say(CRIMINAL, "撤回")
    assert "2月10日（周二），另一重大案件一审审结" in asked
    await whole.press(CRIMINAL, "withdraw")
    assert now(whole, row).state == "open"
    assert now(whole, other).rev > rev
    assert len(whole.rows(Counts)) == 3  # nothing was deleted
    await open_question(whole, CRIMINAL, row)
    assert "已登记 1 件，目标 2 件" in whole.text(CRIMINAL)
    await whole.say(CRIMINAL, "撤回")
    await whole.press(CRIMINAL, "withdraw", whole.rows(Report, state="filed")[0].id)
    assert [(await whole.say(DIRECTOR, f"/why {code}"))[0] for code in ("4.1.1", "4.2.1")] == before
    await enter(whole, row, "2月3日 涉民生重大案件一审审结")  # the same one may be told again
    assert "已登记 1 件，目标 2 件" in whole.text(CRIMINAL)
