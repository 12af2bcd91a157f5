"""责任部门: their parts beside the lead's report, who holds the ball, what is filed without whom."""

from datetime import date
from fractions import Fraction

import pytest

from db.tables import Assignment, Hold, Indicator, Reading, Report, Task, Unit
from services import grouping, moving, overview
from tests.beginnings import beginning
from tests.house import CIVIL, CIVIL_HEAD, DIRECTOR, INSPECTION, POLITICAL, REGISTRAR, Court
from tests.messages import all_pages
from tests.stories.test_readings import MEDIATION, open_question
from tests.stories.test_review import at_the_desk, look, now

COMMERCE = "商事审判庭联络员"
HEAD_OF_POLITICAL = DIRECTOR  # one person in both seats


def parts(court: Court, code: str, period: str) -> dict[str, Task]:
    """Department → its part of an indicator's report, withdrawn ones left out."""
    (indicator,) = court.rows(Indicator, code=code)
    rows = court.rows(Assignment, indicator_id=indicator.id, part="responsible")
    ids = {row.id for row in rows}
    units = {unit.id: unit.name for unit in court.rows(Unit)}
    found = court.rows(Task, period=period)
    return {units[t.unit_id]: t for t in found if t.assignment_id in ids and t.state != "withdrawn"}


def lead(court: Court, code: str, period: str) -> Task:
    (indicator,) = court.rows(Indicator, code=code)
    (row,) = court.rows(Assignment, indicator_id=indicator.id, part="lead")
    cadences = {part.cadence for part in parts(court, code, period).values()}
    return next(t for t in court.rows(Task, assignment_id=row.id, period=period) if t.cadence in cadences)


def holder(court: Court, row: Task) -> tuple[str, str]:
    """Who has the ball: part and department."""
    (hold,) = court.rows(Hold, task_id=row.id, until=None)
    units = {unit.id: unit.name for unit in court.rows(Unit)}
    return hold.part, units.get(hold.unit_id or 0, "")


@beginning
async def half_year(court: Court) -> dict[str, Task]:
    """1 July: everybody has signed, what departments declare is asked."""
    await court.give()
    for title in (CIVIL, COMMERCE, POLITICAL):
        await court.sign(title)
    await court.until("2026-07-01 10:00")
    return parts(court, "6.3.3", "2026-H1")


async def declare(court: Court, title: str, head: str, row: Task) -> None:
    """本部门无此类情况, with the word of the head."""
    await open_part(court, title, row)
    await court.press(title, "none", row.id)
    await court.press(title, "file", row.id)
    await look(court, head, row, "confirm")
    await court.press(head, "accept")


async def open_part(court: Court, title: str, row: Task) -> None:
    await court.say(title, "/tasks")
    if ("task", str(row.id)) not in court.buttons(title):
        siblings = court.rows(Task, unit_id=row.unit_id, cadence=row.cadence, period=row.period)
        ids = {str(t.id) for t in siblings if t.due == row.due}
        await court.press(title, "sheet", next(n for verb, n in court.buttons(title) if verb == "sheet" and n in ids))
    await court.press(title, "task", row.id)


# what departments declare for themselves


async def test_every_department_declares_for_itself_before_the_lead_is_due_and_never_the_lead(midyear: Court) -> None:
    found = await half_year(midyear)
    whole = lead(midyear, "6.3.3", "2026-H1")
    assert len(found) == 14
    assert "政治部" not in found
    assert {str(row.due) for row in found.values()} == {"2026-07-07"}
    assert str(whole.due) == "2026-07-09"
    assert (whole.step, holder(midyear, whole)[0]) == ("gathering", "responsible")
    assert parts(midyear, "4.7.1", "2026-06") == {}  # months stay light


async def test_a_department_says_that_it_has_nothing_of_the_kind_and_its_head_confirms(midyear: Court) -> None:
    found = await half_year(midyear)
    row = found["民事审判庭"]
    await open_part(midyear, CIVIL, row)
    card = midyear.text(CIVIL)
    assert "本部门情况" in card
    assert "7月7日" in card
    await midyear.press(CIVIL, "none", row.id)
    assert "近三年重大错案：无" in midyear.text(CIVIL)
    await midyear.press(CIVIL, "file", row.id)
    assert now(midyear, row).step == "confirming"
    await look(midyear, CIVIL_HEAD, row, "confirm")
    await midyear.press(CIVIL_HEAD, "accept")
    assert now(midyear, row).step == "reviewing"
    assert holder(midyear, row) == ("reviewer", "政治部")
    (text,) = await midyear.say(DIRECTOR, "/why 6.3.3")
    assert "待数据" in text.split("\n")[0]  # a part alone decides nothing


async def test_the_ball_goes_from_department_to_department_and_back_when_their_limit_is_past(midyear: Court) -> None:
    found = await half_year(midyear)
    whole = lead(midyear, "6.3.3", "2026-H1")
    first = holder(midyear, whole)[1]
    assert first == next(iter(sorted(found, key=lambda name: midyear.rows(Unit, name=name)[0].position)))
    await midyear.until("2026-07-08 10:00")
    assert now(midyear, whole).step == "asked"
    assert holder(midyear, whole) == ("contact", "政治部")
    await midyear.say(DIRECTOR, "/status")
    await midyear.press(DIRECTOR, "overdue")
    late = await all_pages(midyear, DIRECTOR)
    assert "民事审判庭，上半年近三年无重大错案违纪事故（6.3.3）本部门情况" in late
    assert "政治部，上半年近三年无重大错案违纪事故（6.3.3）" not in late  # it is due in a day


async def test_the_lead_files_without_whom_is_missing_and_everybody_sees_that(midyear: Court) -> None:
    found = await half_year(midyear)
    whole = lead(midyear, "6.3.3", "2026-H1")
    await declare(midyear, CIVIL, CIVIL_HEAD, found["民事审判庭"])
    await open_part(midyear, POLITICAL, whole)
    card = midyear.text(POLITICAL)
    assert "责任部门尚缺：机关党委、办公室、立案庭" in card
    await midyear.press(POLITICAL, "joint", whole.id)
    board = midyear.text(POLITICAL)
    assert "14 个责任部门，已报 1 个。" in board
    assert "民事审判庭　7月1日" in board
    assert "无此类情况" in board
    assert "商事审判庭　尚未报送" in board
    await open_part(midyear, POLITICAL, whole)
    await midyear.press(POLITICAL, "answer", whole.id)
    await midyear.press(POLITICAL, "choose", f"{whole.id}-allnone")
    await open_part(midyear, POLITICAL, whole)
    assert "责任部门尚缺" in midyear.text(POLITICAL)
    await midyear.press(POLITICAL, "file", whole.id)
    await look(midyear, HEAD_OF_POLITICAL, whole, "confirm")
    await midyear.press(HEAD_OF_POLITICAL, "accept")
    (report,) = midyear.rows(Report, task_id=whole.id, state="filed")
    (without,) = midyear.rows(Reading, report_id=report.id, field="without")
    assert without.text is not None
    assert len(without.text.split("、")) == 13
    assert "民事审判庭" not in without.text.split("、")
    (receipt,) = await midyear.say(POLITICAL, f"回执 2026-07-{report.id:04d}")
    assert "报送时缺机关党委、办公室、立案庭" in receipt
    (text,) = await midyear.say(DIRECTOR, "/why 6.3.3")
    assert f"报送时缺{without.text}（回执 2026-07-{report.id:04d}）" in text


async def test_the_lead_looks_at_all_departments_in_one_go(midyear: Court) -> None:
    found = await half_year(midyear)
    await declare(midyear, CIVIL, CIVIL_HEAD, found["民事审判庭"])
    await declare(midyear, COMMERCE, "商事审判庭庭长", found["商事审判庭"])
    await midyear.say(POLITICAL, "/tasks")
    await midyear.press(POLITICAL, "queue", "review-1")
    await midyear.press(POLITICAL, "check")
    card = midyear.text(POLITICAL)
    assert card.startswith("【待审核】上半年")
    assert "① 民事审判庭　无此类情况\n② 商事审判庭　无此类情况" in card
    await midyear.press(POLITICAL, "accept")
    assert {now(midyear, found[name]).step for name in ("民事审判庭", "商事审判庭")} == {"accepted"}


async def test_what_is_late_is_late_with_whoever_has_the_ball(midyear: Court) -> None:
    """One department has more time than the lead: from the lead's limit on the report waits for that department."""
    found = await half_year(midyear)
    part, whole = found["民事审判庭"], lead(midyear, "6.3.3", "2026-H1")
    longer = date(2026, 7, 20)
    await midyear.use(lambda office: setattr(office.session.get_one(Task, part.id), "due", longer))
    await midyear.until("2026-07-14 10:00")  # the lead's limit was 9 July
    assert holder(midyear, whole) == ("responsible", "民事审判庭")
    await midyear.say(DIRECTOR, "/status")
    await midyear.press(DIRECTOR, "units")
    await midyear.press(DIRECTOR, "unit", whole.unit_id)
    line = "上半年近三年无重大错案违纪事故（6.3.3），7月9日到期，待责任部门报送"
    assert line in await all_pages(midyear, DIRECTOR)
    late = await midyear.use(lambda office: overview.overdue(office))
    units = {one.unit for one in late if one.task_id == whole.id}
    assert units == {"民事审判庭"}
    lights = await midyear.use(lambda office: overview.standing(office))
    assert lights.overdue == len(late)


# on demand


@beginning
async def asked(court: Court) -> tuple[Task, dict[str, Task]]:
    """The lead of 5.2.1 asks all the departments that are responsible with it."""
    row = await at_the_desk(court)
    await court.press(REGISTRAR, "joint", row.id)
    await court.press(REGISTRAR, "ask-parts", f"{row.id}-0")
    return row, parts(court, "5.2.1", "2026-02")


async def fill_in(court: Court, title: str, head: str, row: Task, text: str = MEDIATION) -> None:
    await open_question(court, title, row)
    await court.say(title, text)
    await open_part(court, title, row)
    await court.press(title, "file", row.id)
    await look(court, head, row, "confirm")
    await court.press(head, "accept")


async def test_the_lead_asks_with_the_limit_before_the_eyes(shipped: Court) -> None:
    row = await at_the_desk(shipped)
    assert parts(shipped, "5.2.1", "2026-02") == {}
    await shipped.press(REGISTRAR, "joint", row.id)
    text = shipped.text(REGISTRAR)
    assert "现在请报送的，期限为 3月9日（周一）下班前。" in text
    assert "民事审判庭　未请报送" in text
    await shipped.press(REGISTRAR, "ask-parts", f"{row.id}-{shipped.posts(CIVIL)[0].unit_id}")
    found = parts(shipped, "5.2.1", "2026-02")
    assert list(found) == ["民事审判庭"]
    assert str(found["民事审判庭"].due) == "2026-03-09"
    assert holder(shipped, row) == ("responsible", "民事审判庭")
    assert "民事审判庭　尚未报送" in shipped.text(REGISTRAR)
    board = shipped.last(REGISTRAR)["message_id"]
    await fill_in(shipped, CIVIL, CIVIL_HEAD, found["民事审判庭"])
    assert (shipped.last(REGISTRAR)["message_id"], "诉前调解成功 487" in shipped.text(REGISTRAR)) == (board, True)
    await shipped.until("2026-03-03 10:00")
    assert "责任部门情况已报齐，共 1 个部门。" in "".join(str(m.get("text")) for m in shipped.heard(REGISTRAR))


async def test_it_is_too_late_to_ask_the_day_before_the_own_limit(shipped: Court) -> None:
    row = await at_the_desk(shipped)
    await shipped.until("2026-03-10 10:00")
    await open_part(shipped, REGISTRAR, row)
    await shipped.press(REGISTRAR, "joint", row.id)
    assert "期限临近，已不便再请责任部门报送。" in shipped.text(REGISTRAR)
    assert "ask-parts" not in shipped.offers(REGISTRAR)


async def test_what_departments_counted_is_added_up_as_a_suggestion_and_shares_never(shipped: Court) -> None:
    row, found = await asked(shipped)
    assert len(found) > 3
    await fill_in(shipped, CIVIL, CIVIL_HEAD, found["民事审判庭"])
    await fill_in(shipped, COMMERCE, "商事审判庭庭长", found["商事审判庭"])
    await open_part(shipped, REGISTRAR, row)
    await shipped.press(REGISTRAR, "joint", row.id)
    assert "合计（建议）：诉前调解成功 974 件" in shipped.text(REGISTRAR)
    await shipped.press(REGISTRAR, "take-sums", row.id)
    (draft,) = shipped.rows(Report, task_id=row.id, state="draft")
    figures = {r.field: Fraction(r.num, r.den or 1) for r in shipped.rows(Reading, report_id=draft.id) if r.num}
    assert figures["诉前调解成功"] == 974
    assert "责任部门 2/" in str(shipped.last(REGISTRAR))


async def test_another_department_has_no_button_and_an_old_one_changes_nothing(shipped: Court) -> None:
    row = await at_the_desk(shipped)
    await shipped.press(REGISTRAR, "joint", row.id)
    message, data = shipped.button(shipped.id(REGISTRAR), "ask-parts", f"{row.id}-0")
    await shipped.say(CIVIL, "/help")
    await shipped.touch(CIVIL, shipped.id(CIVIL), shipped.last(CIVIL)["message_id"], data, force=True)
    assert parts(shipped, "5.2.1", "2026-02") == {}
    await shipped.say(REGISTRAR, "更正：诉前调解成功应为512")
    toast = await shipped.touch(REGISTRAR, shipped.id(REGISTRAR), message, data, force=True)
    assert toast == "这张卡片已有变化，现已更新。"
    assert parts(shipped, "5.2.1", "2026-02") == {}


# groups


@pytest.mark.parametrize("back", [False, True])
async def test_whoever_leaves_the_group_is_asked_no_more_and_comes_back_as_before(midyear: Court, back: bool) -> None:
    found = await half_year(midyear)
    (group,) = midyear.rows(Unit, name="各部门")
    unit = found["民事审判庭"].unit_id
    await midyear.say(DIRECTOR, "/people")
    await midyear.use(lambda office: grouping.remove(office, group.id, unit))
    assert "民事审判庭" not in parts(midyear, "6.3.3", "2026-H1")
    if back:
        await midyear.use(lambda office: grouping.add(office, group.id, unit))
        assert parts(midyear, "6.3.3", "2026-H1")["民事审判庭"].id == found["民事审判庭"].id


async def moved(court: Court, effect: dict[str, object]) -> None:
    """As an answer to a doubt or a newer notice moves departments."""
    (row,) = court.rows(Indicator, code="6.3.3")
    await court.use(lambda office: moving.carry_out(office, office.session.get_one(Indicator, row.id), effect))


async def test_who_is_responsible_no_more_is_asked_no_more_and_who_stays_answers_as_before(midyear: Court) -> None:
    found = await half_year(midyear)
    await moved(midyear, {"responsible": ["民事审判庭", "立案庭"]})
    left = parts(midyear, "6.3.3", "2026-H1")
    assert {name: row.id for name, row in left.items()} == {n: found[n].id for n in ("民事审判庭", "立案庭")}
    assert holder(midyear, lead(midyear, "6.3.3", "2026-H1")) == ("responsible", "立案庭")


async def test_another_lead_gives_no_part_to_its_own_report_and_the_old_one_does(midyear: Court) -> None:
    await half_year(midyear)
    await moved(midyear, {"lead": "办公室"})
    await midyear.until("2026-07-02 10:00")
    found = parts(midyear, "6.3.3", "2026-H1")
    assert "办公室" not in found
    assert found["政治部"].state == "open"
    assert len(found) == 14


# the monthly round


async def test_the_board_of_the_round_follows_the_reports_with_numbers_alone(shipped: Court) -> None:
    await shipped.give()
    for title in (REGISTRAR, INSPECTION):
        await shipped.sign(title)
    await shipped.until("2026-03-02 10:00")
    whole = next(t for t in shipped.tasks(INSPECTION) if t.form == "summary")
    await shipped.say(INSPECTION, "/tasks")
    await shipped.press(INSPECTION, "task", whole.id)
    await shipped.press(INSPECTION, "round", whole.id)
    board = shipped.last(INSPECTION)["message_id"]
    assert "已报送 0/15 个部门。" in shipped.text(INSPECTION)
    row = next(t for t in shipped.tasks(REGISTRAR) if t.form == "roll-call")
    await shipped.say(REGISTRAR, "/tasks")
    await shipped.press(REGISTRAR, "task", row.id)
    await shipped.say(REGISTRAR, "应填45人，已填45人，记录0条")
    await shipped.press(REGISTRAR, "file", row.id)
    await shipped.until("2026-03-02 10:30")
    (message,) = (m for m in shipped.heard(INSPECTION) if m["message_id"] == board)
    assert "零报告 1 个部门，有记录 0 个部门。" in message["text"]
    assert "待核对：立案庭" in message["text"]
    await look(shipped, INSPECTION, row, "review")
    await shipped.press(INSPECTION, "accept")
    await shipped.until("2026-03-02 10:40")
    (message,) = (m for m in shipped.heard(INSPECTION) if m["message_id"] == board)
    assert "已核对 1 个，待核对 0 个。" in message["text"]
    assert "45" not in message["text"]
