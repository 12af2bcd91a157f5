"""催办 by hand: who may press for an answer, what its holder hears, and that the answer is told."""

import pytest

from bot.door import let_in
from db.queries import assignments, people
from db.queries import tasks as queries
from db.tables import Receipt, Reminder, Task, Urge
from services import lifecycle, urging
from services.office import Office
from tests.house import CIVIL, DIRECTOR, OFFICER, PRESIDENT, REGISTRAR, REGISTRAR_HEAD, Court
from tests.messages import words
from tests.stories.test_readings import task as figures
from tests.stories.test_review import at_review, now, with_the_head


def round_(court: Court, title: str = CIVIL) -> Task:
    return next(t for t in court.tasks(title) if t.form == "roll-call")


async def history(court: Court, title: str, row: Task) -> None:
    """From the overview down to the task."""
    await court.say(title, "/status")
    await court.press(title, "units")
    await court.press(title, "unit", row.unit_id)
    await court.press(title, "history", row.id)


async def test_the_director_urges_and_the_holder_finds_it_on_the_card_of_the_day(signed: Court) -> None:
    await signed.until("2026-03-03 10:00")
    row = round_(signed)
    await history(signed, DIRECTOR, row)
    assert await signed.press(DIRECTOR, "urge") == "已催办，列入对方当日卡片；有回音时告知您。"
    assert "创建办主任催办" in signed.text(DIRECTOR)
    card = signed.text(CIVIL)
    assert card.startswith("【催办】创建办主任催办。")
    assert len(signed.unasked(CIVIL, signed.now.date())) == 1
    (urge,) = signed.rows(Urge)
    assert (urge.task_id, urge.by, urge.answered_at) == (row.id, signed.person(DIRECTOR).id, None)
    assert await signed.press(DIRECTOR, "urge") == "此件您今天已催办过。"
    assert len(signed.rows(Urge)) == 1
    await signed.say(PRESIDENT, "/why 2.1.1")
    await signed.press(CIVIL, "zero")
    await signed.say(CIVIL, "应填30人，已填30人，记录0条")
    await signed.press(CIVIL, "file")
    await signed.until("2026-03-03 16:00")
    assert signed.rows(Urge)[0].answered_at is not None
    assert heard(signed, DIRECTOR, "您催办的事项：民事审判庭，2月“三个规定”月报告，已有回音。")
    assert "【催办】" not in signed.text(CIVIL)
    await history(signed, DIRECTOR, row)
    assert "urge" not in signed.offers(DIRECTOR)


async def test_where_there_is_no_card_that_day_one_is_sent_in_office_hours(shipped: Court) -> None:
    await shipped.give()
    await shipped.sign(REGISTRAR)
    await shipped.until("2026-03-05 20:00")  # no rung falls on the next day
    row = figures(shipped, REGISTRAR, "5.2.1", "2026-02")
    await history_of(shipped, row)
    await shipped.press(DIRECTOR, "urge")
    assert shipped.rows(Reminder, task_id=row.id, rung="urge-1") == []
    await shipped.until("2026-03-06 09:30")
    (told,) = shipped.rows(Reminder, task_id=row.id, rung="urge-1")
    assert told.person_id == shipped.person(REGISTRAR).id
    (card,) = shipped.unasked(REGISTRAR, shipped.now.date())
    assert "【催办】" in str((card.params or {})["text"])


def code_of(office: Office, task_id: int) -> str:
    task = queries.get(office.session, task_id)
    indicator = assignments.indicator(office.session, task) if task else None
    assert indicator is not None
    return indicator.code


def heard(court: Court, title: str, said: str) -> bool:
    return any(said in words(message) for message in court.heard(title))


async def history_of(court: Court, row: Task) -> None:
    code = await court.use(lambda office: code_of(office, row.id))
    await court.say(DIRECTOR, f"/why {code}")
    await court.press(DIRECTOR, "history", row.id)


async def test_what_the_head_has_is_urged_there(shipped: Court) -> None:
    row = await with_the_head(shipped)
    await history_of(shipped, row)
    await shipped.press(DIRECTOR, "urge")
    await shipped.until("2026-03-02 15:00")
    assert len(shipped.unasked(REGISTRAR_HEAD, shipped.now.date())) == 1
    assert "【催办】待审签 1 项" in shipped.text(REGISTRAR_HEAD)
    await shipped.press(REGISTRAR_HEAD, "queue")
    await shipped.press(REGISTRAR_HEAD, "check")
    await shipped.press(REGISTRAR_HEAD, "accept")
    await shipped.until("2026-03-02 16:00")
    assert heard(shipped, DIRECTOR, "您催办的事项：立案庭")


async def test_what_is_with_the_office_itself_is_not_urged(shipped: Court) -> None:
    row = await with_the_head(shipped)
    await history_of(shipped, row)
    _, data = shipped.button(shipped.id(DIRECTOR), "urge")
    await shipped.say(REGISTRAR_HEAD, "/tasks")
    await shipped.press(REGISTRAR_HEAD, "queue")
    await shipped.press(REGISTRAR_HEAD, "check")
    await shipped.press(REGISTRAR_HEAD, "accept")
    assert now(shipped, row).step == "reviewing"
    where = shipped.last(DIRECTOR)["message_id"]
    toast = await shipped.touch(DIRECTOR, shipped.id(DIRECTOR), where, data, force=True)
    assert toast == "此件正在创建办，无须催办。"
    assert shipped.rows(Urge) == []


async def test_what_has_no_limit_is_not_urged(shipped: Court) -> None:
    await shipped.give()
    await shipped.sign(REGISTRAR)
    await shipped.until("2026-03-02 10:00")
    (quiet, *_) = shipped.rows(Task, quiet=True)
    await history_of(shipped, quiet)
    assert "urge" not in shipped.offers(DIRECTOR)
    title = await shipped.use(lambda office: urged_by_director(office, quiet.id))
    assert title == "urge-quiet"


def urged_by_director(office: Office, task_id: int) -> str:
    _, director = people.holders(office.session, "director")[0]
    office.person_id = director.id
    who = let_in(office.session, {"message": {"from": {"id": director.telegram_id}}})
    task = queries.get(office.session, task_id)
    assert who is not None
    assert task is not None
    return urging.urge(office, who, task)


@pytest.mark.parametrize("title", [OFFICER, PRESIDENT, REGISTRAR_HEAD])
async def test_nobody_else_has_the_button_and_a_forged_press_changes_nothing(signed: Court, title: str) -> None:
    await signed.until("2026-03-03 10:00")
    row = round_(signed)
    if title != REGISTRAR_HEAD:
        await history(signed, title, row)
        assert "urge" not in signed.offers(title)
    await history(signed, DIRECTOR, row)
    _, data = signed.button(signed.id(DIRECTOR), "urge")
    await signed.say(title, "/help")
    await signed.touch(title, signed.id(title), signed.last(title)["message_id"], data, force=True)
    assert signed.rows(Urge) == []


def part_of(court: Court) -> tuple[int, int]:
    """(assignment, department) of a responsible department's part in what 立案庭 leads."""
    lead, unit = court.posts(REGISTRAR)[0].unit_id, court.posts(CIVIL)[0].unit_id
    with court.session() as session:
        indicators = {i.id for receipt, a, i in assignments.receipts(session, lead) if a.part == "lead"}
        for indicator_id in sorted(indicators):
            for receipt, row in assignments.receipts_of(session, indicator_id, "responsible"):
                if receipt.unit_id == unit:
                    return row.id, receipt.unit_id
    raise AssertionError("civil is responsible for nothing that the filing division leads")


async def test_the_lead_urges_a_responsible_department_s_part_and_no_other(shipped: Court) -> None:
    await shipped.give()
    for title in (REGISTRAR, CIVIL):
        await shipped.sign(title)
    await shipped.until("2026-03-02 10:00")
    assert shipped.rows(Receipt)
    assignment, unit = part_of(shipped)

    def ask(office: Office) -> int:
        day = office.today
        due = office.calendar.shift(day, 5)
        task = Task(
            assignment_id=assignment, unit_id=unit, cadence="monthly-late", form="readings", period="2026-02",
            opens=day, due=due, locks=due,
        )  # fmt: skip
        office.session.add(task)
        office.session.flush()
        lifecycle.hold(office, task)
        return task.id

    number = await shipped.use(ask)
    code = await shipped.use(lambda office: code_of(office, number))
    await shipped.say(REGISTRAR, f"/why {code}")
    await shipped.press(REGISTRAR, "history", number)
    assert (await shipped.press(REGISTRAR, "urge") or "").startswith("已催办")
    (urge,) = shipped.rows(Urge)
    assert (urge.task_id, urge.by) == (number, shipped.person(REGISTRAR).id)
    (told,) = shipped.rows(Reminder, task_id=number, rung=f"urge-{urge.id}")
    assert told.person_id == shipped.person(CIVIL).id
    await shipped.say(REGISTRAR, f"/why {code}")
    assert "人工催办 1 次" in shipped.text(REGISTRAR)
    other = round_(shipped)
    await history(shipped, DIRECTOR, other)
    _, data = shipped.button(shipped.id(DIRECTOR), "urge")
    await shipped.touch(REGISTRAR, shipped.id(REGISTRAR), shipped.last(REGISTRAR)["message_id"], data, force=True)
    assert len(shipped.rows(Urge)) == 1


async def test_what_is_done_is_not_urged(shipped: Court) -> None:
    row = await at_review(shipped)
    await history_of(shipped, row)
    assert "urge" not in shipped.offers(DIRECTOR)
