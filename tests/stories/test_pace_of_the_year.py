"""序时进度: in /why, on the register and on the board, and told on the days that the settings name."""

from datetime import date

import pytest

from db.tables import Assignment, Indicator, Reminder, Task
from domain.board import Light
from services import overview
from tests.beginnings import beginning
from tests.house import POLITICAL, REGISTRAR, Court, at
from tests.messages import words
from tests.settings import FEW, SETTINGS
from tests.stories.test_readings import MEDIATION, open_question, task, why
from tests.stories.test_registers import CRIMINAL, register

ROUND_AND_REGISTERS = SETTINGS.model_copy(
    update={
        "cadences": {
            name: s if name in (*FEW, "counting") else s.model_copy(update={"form": None})
            for name, s in SETTINGS.cadences.items()
        },
        "pace": SETTINGS.pace.model_copy(update={"looked_at": ("07-03",)}),
    }
)
LITTLE = "200 1200 1000 150 29999 400 20 100 200"  # 20 % of the mediations succeed
BY_OTHERS = {"4.3.3", "4.4.1", "4.5.1", "4.5.2"}  # 批示, 推送, 肯定, 入选: nothing else is counted there


def looked_at(court: Court, day: date) -> set[str]:
    """The indicators of which somebody was told that day that they are behind."""
    told = [row for row in court.rows(Reminder, on_date=day) if row.rung.startswith("pace")]
    assert {row.audience for row in told} <= {"contact"}
    tasks = [task for row in told for task in court.rows(Task, id=row.task_id)]
    given = [row for one in tasks for row in court.rows(Assignment, id=one.assignment_id)]
    return {row.code for one in given for row in court.rows(Indicator, id=one.indicator_id)}


async def light(court: Court, unit: str, area: int) -> Light:
    """Whether a department meets its targets in an area."""
    found = await court.use(lambda office: overview.standing(office, None))
    (row,) = (row for row in found.units if row.unit == unit)
    meets: Light = row.cells[area - 1].meets
    return meets


async def file_figures(court: Court, code: str, month: str, text: str) -> None:
    row = task(court, REGISTRAR, code, month)
    await open_question(court, REGISTRAR, row)
    await court.say(REGISTRAR, text)
    await open_question(court, REGISTRAR, row)
    await court.press(REGISTRAR, "file", row.id)


@beginning
async def given(court: Court, until: str) -> None:
    await court.give()
    for title in (CRIMINAL, REGISTRAR, POLITICAL):
        await court.sign(title)
    await court.until(until)


async def test_who_is_behind_is_told_on_three_days_of_the_year_and_nobody_else_is(whole: Court) -> None:
    await given(whole, "2026-03-02 10:00")
    row = task(whole, CRIMINAL, "4.3.1", "2026", "register")
    for day in ("2月3日", "2月10日"):
        await register(whole, row, f"{day} 涉未成年人典型案件一审审结")
    await file_figures(whole, "5.2.1", "2026-02", MEDIATION)
    await whole.off_until("2026-06-29 17:00")
    assert not [r for r in whole.rows(Reminder) if r.rung.startswith("pace")]
    await whole.until("2026-06-30 10:00")
    assert looked_at(whole, date(2026, 6, 30)) == {"3.3.1", "4.1.1", "4.2.1", "5.2.1"}  # one a year is not yet
    shown = whole.text(CRIMINAL)
    assert shown.startswith("【序时】以下事项落后于序时进度\n● ")
    assert "\n● 年审结高关注刑事大要案（4.1.1）：按序时应有 1 件，还差 2 件，余 128 个工作日" in shown
    assert "● 诉前调解案件成功率（5.2.1）：余下 10 个月须 ≥ 50.2%（按目前月均推算）\n" in whole.text(REGISTRAR)
    for title in (CRIMINAL, REGISTRAR):
        assert len(whole.unasked(title, date(2026, 6, 30))) == 1
    await whole.press(REGISTRAR, "indicator", "5-2-1")
    assert "落后于序时进度：余下 10 个月须 ≥ 50.2%" in whole.text(REGISTRAR)
    row = task(whole, CRIMINAL, "4.1.1", "2026", "register")
    await register(whole, row, "6月3日 公众关注的重大案件一审审结")
    assert "已登记 1 件，目标 2 件，还差 1 件" in whole.text(CRIMINAL)
    assert not any("年审结高关注刑事大要案（4.1.1）：按序时" in words(said) for said in whole.heard(CRIMINAL))
    await whole.off_until("2026-09-29 17:00")
    await whole.until("2026-09-30 10:00")
    september = looked_at(whole, date(2026, 9, 30))
    assert {"3.3.1", "4.2.1", "4.2.2", "5.2.1", "6.1.2"} <= september
    assert "4.1.1" not in september  # one of two was expected, and is there
    await whole.off_until("2026-11-12 17:00")
    await whole.until("2026-11-15 10:00")
    november = looked_at(whole, date(2026, 11, 13))  # the 15th is a Sunday
    assert november == september | {"4.1.1"}
    assert not november & BY_OTHERS
    assert {r.on_date for r in whole.rows(Reminder) if r.rung.startswith("pace")} == {
        date(2026, 6, 30), date(2026, 9, 30), date(2026, 11, 13),
    }  # fmt: skip


async def test_it_is_one_line_of_the_one_card_of_that_day(filled: Court) -> None:
    await filled.stop()
    filled.settings = ROUND_AND_REGISTERS
    await filled.open()
    await given(filled, "2026-07-02 10:00")
    await filled.until("2026-07-03 10:00")
    (card,) = filled.unasked(CRIMINAL, date(2026, 7, 3))
    assert card.kind == "card"
    shown = filled.text(CRIMINAL)
    assert "6月“三个规定”月报告　今天到期" in shown
    assert "● 落后于序时进度：3.3.1、4.1.1、4.2.1、4.3.1" in shown
    row = task(filled, CRIMINAL, "4.1.1", "2026", "register")
    await filled.press(CRIMINAL, "task", row.id)
    assert "目标 2 件，还差 2 件，落后于序时进度" in filled.text(CRIMINAL)
    await filled.say(CRIMINAL, "/tasks")
    await filled.press(CRIMINAL, "sheet")
    assert "（4.1.1）　0/2 件，落后于序时进度，还差 2 件\n" in filled.text(CRIMINAL)


async def test_what_is_counted_says_what_is_lacking_and_how_many_days_there_are(whole: Court) -> None:
    await given(whole, "2026-03-02 10:00")
    assert (await why(whole, "4.1.1", 1)).split("\n")[1] == "　还差 2 件，余 210 个工作日"
    row = task(whole, CRIMINAL, "4.1.1", "2026", "register")
    await register(whole, row, "2月3日 公众关注的重大案件一审审结")
    await whole.off_until("2026-10-29 10:00")
    shown = await why(whole, "4.1.1", 1)
    assert "　落后于序时进度：按序时应有 2 件，还差 1 件，余 45 个工作日\n" in shown
    assert await light(whole, "刑事审判庭", 4) is Light.LATE
    await open_question(whole, CRIMINAL, row)
    assert "已登记 1 件，目标 2 件，还差 1 件，落后于序时进度" in whole.text(CRIMINAL)
    for code, seq in (("4.3.3", 1), ("4.4.1", 1), ("4.5.1", 1), ("4.5.2", 1), ("4.6.2", 1), ("2.2.1", 1), ("3.2.2", 2)):
        said = await why(whole, code, seq)
        assert not any(word in said for word in ("还差", "余下", "序时", "无法达标")), said
    await whole.off_until("2027-01-04 10:00")
    assert "还差" not in await why(whole, "4.1.1", 1)  # the year is over; it is only registered late
    await open_question(whole, CRIMINAL, row)
    assert "还差" not in whole.text(CRIMINAL)


async def test_each_half_year_wants_its_own_meeting(whole: Court) -> None:
    await given(whole, "2026-03-02 10:00")
    assert "　上半年还差 1 次，余 82 个工作日" in await why(whole, "1.1.2", 1)
    await whole.off_until("2026-06-30 10:00")
    shown = await why(whole, "1.1.2", 1)
    assert "　落后于序时进度：按序时应有 1 次，上半年还差 1 次，今天之后再无工作日" in shown
    assert await light(whole, "政治部", 1) is Light.LATE
    await whole.until("2026-07-01 10:00")
    assert "还差 2 次，余 127 个工作日" in await why(whole, "1.1.2", 1)


async def test_what_is_added_up_says_what_the_months_to_come_must_bring(whole: Court) -> None:
    await given(whole, "2026-03-02 10:00")
    await file_figures(whole, "5.2.1", "2026-02", MEDIATION)
    below, days, heads = [await why(whole, "5.2.1", seq) for seq in (2, 4, 5)]
    assert "　落后于序时进度：余下 10 个月须 ≥ 50.2%（按目前月均推算）\n" in below  # 48.7 % so far, 50 % asked
    assert "　余下 10 个月须 < 30 天（按目前月均推算）\n" in days  # 29.999 days so far, fewer than 30 asked
    assert "　余下 10 个月须 ≥ 2.5 件（按目前月均推算）\n" in heads
    assert "未达标" in below.split("\n")[0]  # the figures as they stand
    assert await light(whole, "立案庭", 5) is Light.LATE  # the year is not missed
    assert "余下" not in await why(whole, "5.2.1", 6)  # nobody knows yet how that is computed


async def test_it_is_said_when_the_year_can_no_longer_be_saved(whole: Court) -> None:
    await given(whole, "2026-03-02 10:00")
    await file_figures(whole, "5.3.2", "2026-02", "90 100")
    assert "\n　全年合计已无法达标\n" in await why(whole, "5.3.2", 2)  # of all applications
    assert await light(whole, "立案庭", 5) is Light.BAD


async def test_a_year_may_be_out_of_reach_by_the_mean_month(whole: Court) -> None:
    await whole.until(at("2026-11-02 09:00"))
    await given(whole, "2026-11-02 10:00")
    await file_figures(whole, "5.2.1", "2026-10", LITTLE)
    shown = await why(whole, "5.2.1", 2)
    assert "　落后于序时进度：余下 2 个月须 ≥ 65%（按目前月均推算）\n" in shown
    await whole.off_until("2026-12-01 10:00")
    await file_figures(whole, "5.2.1", "2026-11", LITTLE)
    assert "按目前月均推算，全年已无法达标\n" in await why(whole, "5.2.1", 2)


@pytest.mark.parametrize(("back", "looks"), [("2026-07-10", True), ("2026-07-13", False)])
async def test_a_bot_that_was_away_looks_within_five_working_days(filled: Court, back: str, looks: bool) -> None:
    await filled.stop()
    filled.settings = ROUND_AND_REGISTERS
    await filled.open()
    await given(filled, "2026-07-02 10:00")
    await filled.off_until(f"{back} 10:00")
    assert ("4.1.1" in looked_at(filled, date.fromisoformat(back))) == looks
    told = len(filled.rows(Reminder))
    await filled.stop()
    await filled.open()  # it does not look again
    await filled.beat()
    assert len(filled.rows(Reminder)) == told
