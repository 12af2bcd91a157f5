"""Entries that count toward a number: told as they come, proven, closed when the year is over."""

from datetime import date

from db.tables import Counts, Entry, Report, Requirement, Task
from tests.beginnings import beginning
from tests.house import DIRECTOR, Court
from tests.stories.test_readings import open_question, task, why

CRIMINAL = "刑事审判庭联络员"
MONDAY = "2026-03-02 10:00"


@beginning
async def with_everything(court: Court, until: str = MONDAY) -> None:
    await court.give()
    await court.sign(CRIMINAL)
    await court.until(until)


async def register(court: Court, row: Task, text: str, *, proof: bool = True, goal: str = "") -> None:
    await open_question(court, CRIMINAL, row)
    await court.press(CRIMINAL, "choose", f"{row.id}-entry")
    if goal:
        await court.press(CRIMINAL, "choose", f"{row.id}-{goal}")
    await court.say(CRIMINAL, text)
    if proof:
        await court.send(CRIMINAL, "裁判文书.pdf", text.encode())
    else:
        await court.press(CRIMINAL, "choose", f"{row.id}-later")
    await court.press(CRIMINAL, "file", row.id)


async def test_entries_are_registered_as_they_come_and_the_number_closes_the_year(whole: Court) -> None:
    await with_everything(whole)
    row = task(whole, CRIMINAL, "4.1.1", "2026", "register")
    await open_question(whole, CRIMINAL, row)
    assert "【登记】2026年审结高关注刑事大要案（4.1.1）\n年审结高关注刑事大要案：已登记 0 件，目标 2 件" in whole.text(
        CRIMINAL
    )
    assert "close" not in str(whole.buttons(CRIMINAL))  # the year is not over
    await register(whole, row, "2月3日 公众关注的重大案件一审审结")
    assert "已登记 1 件，目标 2 件" in whole.text(CRIMINAL)
    assert whole.rows(Task, id=row.id)[0].state == "open"
    assert "待数据" in (await why(whole, "4.1.1", 1)).split("\n")[0]  # one more may come
    await register(whole, row, "2月10日 另一重大案件一审审结")
    assert whole.rows(Task, id=row.id)[0].state == "filed"
    shown = await why(whole, "4.1.1", 1)
    assert shown.split("\n")[0].endswith("现为 2 件　达标")
    assert "2月3日，公众关注的重大案件一审审结；2月10日，另一重大案件一审审结" in shown


async def test_what_cannot_be_registered_is_asked_back(whole: Court) -> None:
    await with_everything(whole)
    row = task(whole, CRIMINAL, "4.1.1", "2026", "register")
    await register(whole, row, "2月3日 公众关注的重大案件一审审结")
    await open_question(whole, CRIMINAL, row)
    await whole.press(CRIMINAL, "choose", f"{row.id}-entry")
    for text, answer in {
        "明天 重大案件一审审结": "这一天还没有到",
        "2025年11月3日 重大案件一审审结": "这一天不在2026年",
        "2月3日 公众关注的重大案件一审审结": "同一天、同一事项已经登记过",
        "2月30日 重大案件一审审结": "没有这一天",
    }.items():
        assert answer in (await whole.say(CRIMINAL, text))[0]
    assert len(whole.rows(Entry)) == 1


async def test_an_entry_without_proof_is_counted_and_said_to_be_unproven(whole: Court) -> None:
    await with_everything(whole)
    row = task(whole, CRIMINAL, "4.1.1", "2026", "register")
    await register(whole, row, "2月3日 公众关注的重大案件一审审结 https://court.example/1", proof=True)
    await register(whole, row, "2月10日 另一重大案件一审审结", proof=False)
    assert (await why(whole, "4.1.1", 1)).split("\n")[0].endswith("待佐证")


async def test_one_entry_may_count_elsewhere_too_and_sums_say_so(whole: Court) -> None:
    await with_everything(whole)
    row, other = task(whole, CRIMINAL, "4.1.1", "2026", "register"), task(whole, CRIMINAL, "4.2.1", "2026", "register")
    await register(whole, row, "2月3日 涉民生重大案件一审审结")
    await whole.press(CRIMINAL, "also")
    assert "同一事项计入多项的，汇总时会注明" in whole.text(CRIMINAL)
    (entry,) = whole.rows(Entry)
    (demand,) = (r for r in whole.rows(Requirement) if r.name == "年审结民生犯罪大要案或典型案")
    (report,) = whole.rows(Report, state="filed", task_id=row.id)
    await whole.press(CRIMINAL, "count", f"{report.id}-{demand.id}")
    assert {counts.requirement_id for counts in whole.rows(Counts, entry_id=entry.id)} > {demand.id}
    await open_question(whole, CRIMINAL, other)
    assert "已登记 1 件，目标 3 件" in whole.text(CRIMINAL)
    assert "其中 1 件同时计入其他项" in await why(whole, "4.2.1", 1)


async def test_a_correction_of_an_entry_replaces_it(whole: Court) -> None:
    await with_everything(whole)
    row = task(whole, CRIMINAL, "4.1.1", "2026", "register")
    await register(whole, row, "2月3日 公众关注的重大案件一审审结")
    await whole.say(CRIMINAL, "2月4日 公众关注的重大案件一审审结", to=whole.last(CRIMINAL)["message_id"])
    await whole.press(CRIMINAL, "file", row.id)
    old, new = whole.rows(Entry)
    assert (new.replaces, new.on_date, new.version) == (old.id, date(2026, 2, 4), 2)
    assert "已登记 1 件，目标 2 件" in whole.text(CRIMINAL)


async def test_a_year_without_any_of_it_is_for_a_person_to_judge(whole: Court) -> None:
    await whole.until("2027-01-04 09:30")
    await with_everything(whole, "2027-01-04 10:00")
    row = task(whole, CRIMINAL, "4.3.1", "2026", "register")
    await open_question(whole, CRIMINAL, row)
    await whole.press(CRIMINAL, "choose", f"{row.id}-close")
    assert "请用一句话说明原因" in whole.text(CRIMINAL)
    await whole.say(CRIMINAL, "本年度未受理此类案件")
    await whole.press(CRIMINAL, "file", row.id)
    shown = await why(whole, "4.3.1", 1)
    assert shown.split("\n")[0].endswith("现为 无此类事项　待认定")
    assert "本年度未受理此类案件" in shown
    assert "2026年" in whole.text(DIRECTOR)
