"""周期设置: the director changes by when something is asked, and how often where the notice does not say."""

from datetime import date

import pytest

from bot.buttons import Press, sign
from bot.secrets import secret
from bot.sections import CadenceSection
from db.tables import Audit, Pacing, Task
from domain.cadences import Moment
from domain.pacing import Rhythm
from services import pacing
from services.office import Office
from tests.house import CIVIL, DIRECTOR, OFFICER, PRESIDENT, REGISTRAR, Court
from tests.messages import words
from tests.settings import ROUND

FILING = pacing.code("filing")


def labels(court: Court, title: str) -> list[str]:
    rows = court.last(title)["reply_markup"]["inline_keyboard"]
    return [button["text"] for row in rows for button in row]


async def open_pace(court: Court, name: str) -> None:
    await court.say(DIRECTOR, "/status")
    await court.press(DIRECTOR, "paces")
    code = pacing.code(name)
    subject = next(s for verb, s in court.buttons(DIRECTOR) if verb == "pace" and s.startswith(code))
    await court.press(DIRECTOR, "pace", subject)


async def press_labelled(court: Court, label: str) -> str | None:
    """The button that says this on the newest message."""
    place = labels(court, DIRECTOR).index(label)
    verb, subject = court.buttons(DIRECTOR)[place]
    return await court.press(DIRECTOR, verb, subject, on=court.last(DIRECTOR))


def dues(court: Court, cadence: str, period: str) -> set[date]:
    return {task.due for task in court.rows(Task, cadence=cadence, period=period)}


async def test_the_list_says_how_often_and_by_when_and_what_the_notice_says_itself(signed: Court) -> None:
    await signed.say(DIRECTOR, "/help")
    await signed.press(DIRECTOR, "paces")
    text = signed.text(DIRECTOR)
    assert text.startswith("院内设定的周期和期限\n")
    assert "· “三个规定”月报告：每月，次月第 3 个工作日下班前（周期为通知所定，期限院内设定）" in text
    assert "· 意识形态工作会议：每半年，当期最后一个工作日下班前（周期为通知所定，期限院内设定）" in text


async def test_a_limit_moves_with_the_open_tasks_and_cards_that_are_not_yet_due(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    card = signed.last(REGISTRAR)["message_id"]
    assert "3月4日（周三）" in signed.text(REGISTRAR)
    n = len(signed.rows(Task, cadence="filing", period="2026-02"))
    before = {task.id: (task.rev, task.locks) for task in signed.rows(Task, cadence="filing")}

    await open_pace(signed, "filing")
    assert "周期为通知所定，只能改期限。" in signed.text(DIRECTOR)
    assert labels(signed, DIRECTOR) == ["提前 1 个工作日", "推后 1 个工作日", "返回"]
    await press_labelled(signed, "推后 1 个工作日")
    await press_labelled(signed, "推后 1 个工作日")
    assert signed.text(DIRECTOR).splitlines() == [
        "【周期设置】“三个规定”月报告",
        "现行：每月，次月第 3 个工作日下班前",
        "改为：每月，次月第 5 个工作日下班前",
        f"改后：2月“三个规定”月报告 3月4日（周三）→ 3月6日（周五）；涉及 {n} 个部门、{n} 项任务",
    ]
    assert signed.rows(Pacing) == []
    assert dues(signed, "filing", "2026-02") == {date(2026, 3, 4)}

    assert await press_labelled(signed, "确定更改") == f"已更改，{n} 项任务的期限随之调整。"
    (row,) = signed.rows(Pacing)
    assert (row.cadence, row.every, row.opens, row.due, row.by) == (
        "filing",
        "month",
        "after 1",
        "after 5",
        signed.person(DIRECTOR).id,
    )
    (trail,) = signed.rows(Audit, verb="pace")
    assert (trail.data["before"]["due"], trail.data["after"]["due"]) == ("after 3", "after 5")
    assert dues(signed, "filing", "2026-02") == {date(2026, 3, 6)}
    for task in signed.rows(Task, cadence="filing"):
        rev, locks = before[task.id]
        assert task.rev > rev
        assert task.locks > locks
    assert "3月2日改定" in signed.text(DIRECTOR)
    # the card that is there says so, and no second one came
    assert signed.last(REGISTRAR)["message_id"] == card
    assert "3月6日（周五）" in signed.text(REGISTRAR)

    await signed.until("2026-03-05 18:00")
    await signed.say(DIRECTOR, "/status")
    assert "逾期 0" in signed.text(DIRECTOR)
    await signed.until("2026-03-06 09:05")
    assert "3月6日" in words(signed.last(REGISTRAR))
    await signed.until("2026-04-01 10:00")
    assert dues(signed, "filing", "2026-03") == {date(2026, 4, 8)}


async def test_a_limit_that_has_passed_never_moves(signed: Court) -> None:
    await signed.until("2026-03-05 10:00")
    await open_pace(signed, "filing")
    await press_labelled(signed, "推后 1 个工作日")
    await press_labelled(signed, "推后 1 个工作日")
    assert "改后：3月“三个规定”月报告 4月3日（周五）→ 4月8日（周三）" in signed.text(DIRECTOR)
    assert "涉及" not in signed.text(DIRECTOR)
    await press_labelled(signed, "确定更改")
    assert dues(signed, "filing", "2026-02") == {date(2026, 3, 4)}
    await signed.say(DIRECTOR, "/status")
    assert "逾期 15" in signed.text(DIRECTOR)


async def test_nobody_is_late_because_a_limit_was_moved_forward(signed: Court) -> None:
    await signed.until("2026-03-04 10:00")
    await open_pace(signed, "filing")
    await press_labelled(signed, "提前 1 个工作日")
    assert "改后：3月“三个规定”月报告" in signed.text(DIRECTOR)
    assert "已布置的" in signed.text(DIRECTOR)
    await press_labelled(signed, "确定更改")
    assert dues(signed, "filing", "2026-02") == {date(2026, 3, 4)}
    await signed.until("2026-04-01 10:00")
    assert dues(signed, "filing", "2026-03") == {date(2026, 4, 2)}


async def test_what_cannot_be_is_refused_with_a_sentence(signed: Court) -> None:
    await open_pace(signed, "filing")
    for _ in range(2):
        await press_labelled(signed, "提前 1 个工作日")
    assert "次月第 1 个工作日下班前" in signed.text(DIRECTOR)
    before = signed.text(DIRECTOR)
    assert await press_labelled(signed, "提前 1 个工作日") == "期限不能早于开始填报的日子。"
    assert signed.text(DIRECTOR) == before
    where, message = signed.id(DIRECTOR), signed.last(DIRECTOR)["message_id"]
    for written, refusal in (
        (Rhythm("month", Moment("after", 21)), "一个周期没有这么多工作日。"),
        (Rhythm("month", Moment("within", 30)), "一个周期没有这么多工作日。"),
        (Rhythm("month", None), "期限不能早于开始填报的日子。"),
        (Rhythm("quarter", Moment("after", 3)), "周期为通知所定，不能更改，只能改期限。"),
    ):
        data = sign(secret(signed.folder), where, where, Press("pace-sure", f"{FILING}-{written}", 0))
        assert await signed.touch(DIRECTOR, where, message, data, force=True) == refusal
    assert signed.rows(Pacing) == []


async def test_a_proposal_from_before_another_change_is_shown_anew(signed: Court) -> None:
    await open_pace(signed, "filing")
    await press_labelled(signed, "推后 1 个工作日")
    message = signed.last(DIRECTOR)["message_id"]
    _, stale = signed.button(signed.id(DIRECTOR), "pace-sure")
    await press_labelled(signed, "推后 1 个工作日")
    await press_labelled(signed, "确定更改")
    toast = await signed.touch(DIRECTOR, signed.id(DIRECTOR), message, stale, force=True)
    assert toast == "这张卡片已有变化，现已更新。"
    assert [row.due for row in signed.rows(Pacing)] == ["after 5"]
    assert "现行：每月，次月第 5 个工作日下班前" in signed.text(DIRECTOR)


async def test_the_newest_change_holds_after_a_restart(signed: Court) -> None:
    for _ in range(2):
        await open_pace(signed, "filing")
        await press_labelled(signed, "推后 1 个工作日")
        await press_labelled(signed, "确定更改")
    assert [row.due for row in signed.rows(Pacing)] == ["after 4", "after 5"]
    await signed.stop()
    await signed.open()
    await signed.until("2026-03-02 10:00")
    assert dues(signed, "filing", "2026-02") == {date(2026, 3, 6)}


async def test_a_change_that_was_not_committed_is_forgotten(signed: Court) -> None:
    director = signed.person(DIRECTOR).id

    def stumble(office: Office) -> None:
        office.person_id = director
        cadence = office.rules.cadences["filing"]
        pacing.change(office, cadence, Rhythm("month", Moment("after", 9)))
        assert office.rules.cadences["filing"].due == Moment("after", 9)
        raise RuntimeError("the records would not take it")

    with pytest.raises(RuntimeError, match="would not take it"):
        await signed.use(stumble)
    assert signed.rows(Pacing) == []
    await signed.until("2026-03-02 10:00")
    assert dues(signed, "filing", "2026-02") == {date(2026, 3, 4)}


# how often


@pytest.fixture
def figures_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The late monthly figures, of which the notice prints no period, are asked by the form of the round."""
    section = CadenceSection.model_validate(
        {
            "every": "month",
            "opens": "after 1",
            "due": "after 8",
            "ladder": "monthly",
            "form": "roll-call",
            "title": "业务数据",
        }
    )
    cadences = ROUND.cadences | {"monthly-late": section}
    monkeypatch.setattr("tests.house.ROUND", ROUND.model_copy(update={"cadences": cadences}))


@pytest.mark.usefixtures("figures_are_asked")
async def test_how_often_is_the_office_s_to_say_where_the_notice_does_not(signed: Court) -> None:
    await signed.until("2026-03-04 10:00")
    tasks = signed.rows(Task, cadence="monthly-late", period="2026-02")
    assert {task.due for task in tasks} == {date(2026, 3, 11)}
    await open_pace(signed, "monthly-late")
    assert labels(signed, DIRECTOR)[2:5] == ["每季度", "每半年", "每年"]
    await press_labelled(signed, "每季度")
    assert signed.text(DIRECTOR).splitlines() == [
        "【周期设置】业务数据",
        "现行：每月，次月第 8 个工作日下班前",
        "改为：每季度，季度结束后第 8 个工作日下班前",
        f"改后：第1季度业务数据 4月13日（周一）到期；已布置的 {len(tasks)} 项不变",
    ]
    await press_labelled(signed, "确定更改")
    assert "· 业务数据：每季度，季度结束后第 8 个工作日下班前（院内设定，3月4日改定）" in signed.text(DIRECTOR)
    await signed.until("2026-04-02 10:00")
    asked = signed.rows(Task, cadence="monthly-late")
    assert {(task.period, task.due) for task in asked} == {
        ("2026-02", date(2026, 3, 11)),
        ("2026-Q1", date(2026, 4, 13)),
    }
    assert len(asked) == 2 * len(tasks)


@pytest.mark.usefixtures("figures_are_asked")
async def test_one_department_with_several_indicators_is_counted_once(signed: Court) -> None:
    await signed.until("2026-03-04 10:00")
    tasks = signed.rows(Task, cadence="monthly-late", period="2026-02")
    units = len({task.unit_id for task in tasks})
    assert units < len(tasks)
    await open_pace(signed, "monthly-late")
    await press_labelled(signed, "推后 1 个工作日")
    await press_labelled(signed, "推后 1 个工作日")
    assert (
        f"改后：2月业务数据 3月11日（周三）→ 3月13日（周五）；涉及 {units} 个部门、{len(tasks)} 项任务"
        in signed.text(DIRECTOR)
    )


# who may


@pytest.mark.parametrize("title", [REGISTRAR, CIVIL, PRESIDENT, OFFICER])
async def test_nobody_but_the_director_changes_a_rhythm(signed: Court, title: str) -> None:
    await signed.say(title, "/help")
    assert "paces" not in signed.offers(title)
    where, message = signed.id(title), signed.last(title)["message_id"]
    for verb, subject in (("paces", ""), ("pace", f"{FILING}-m-a5"), ("pace-sure", f"{FILING}-m-a5")):
        data = sign(secret(signed.folder), where, where, Press(verb, subject, 0))
        assert await signed.touch(title, where, message, data, force=True) == "此项由创建办主任办理。"
    assert signed.rows(Pacing) == []
