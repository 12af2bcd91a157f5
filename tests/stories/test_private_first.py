"""Nobody is named before the leaders who was not told, in a chat that takes messages, a working day before."""

from typing import Any

from db.tables import Outbox, Person, Reminder, Task
from services.assigning import welcome_unit
from services.office import Office
from services.taking import take
from tests.house import CIVIL, CIVIL_HEAD, DIRECTOR, PARTY, PRESIDENT, REGISTRAR, Court
from tests.messages import words
from tests.stories.test_three_months import file_one


def red(court: Court, row: Outbox) -> list[str]:
    """The departments that a picture shows as behind."""
    assert row.params is not None
    rows: list[dict[str, Any]] = row.params["photo"]["rows"]
    late = [one["unit"] for one in rows if one["overdue"]]
    bad = [one["unit"] for one in rows if "bad" in str(one["cells"])]
    return sorted({*late, *bad})


def digests(court: Court) -> list[Outbox]:
    return [row for row in court.rows(Outbox, kind="digest", state="sent") if row.chat_id == court.group]


async def test_a_department_of_which_nobody_can_be_reached_is_neither_named_nor_red(signed: Court) -> None:
    for title in (CIVIL, CIVIL_HEAD):
        signed.telegram.blocks(signed.id(title))
    await signed.quiet()
    await signed.until("2026-03-16 09:30")
    last = digests(signed)[-1]
    assert last.params is not None
    assert "立案庭" in last.params["caption"]  # told, and named
    assert "民事审判庭" not in last.params["caption"]
    assert "立案庭" in red(signed, last)
    assert "民事审判庭" not in red(signed, last)
    await signed.say(PRESIDENT, "/status", chat=signed.group)
    (asked,) = signed.rows(Outbox, kind="status", chat_id=signed.group)
    assert "民事审判庭" not in red(signed, asked)
    unit = signed.posts(CIVIL)[0].unit_id
    rungs = [r for task in signed.rows(Task, unit_id=unit) for r in signed.rows(Reminder, task_id=task.id)]
    assert {r.audience for r in rungs if r.on_date.isoformat() >= "2026-03-02"} <= {"office"}


async def test_who_comes_back_is_told_what_could_not_be_said_and_presses_at_once(signed: Court) -> None:
    for title in (CIVIL, CIVIL_HEAD):
        signed.telegram.blocks(signed.id(title))
    await signed.until("2026-03-09 10:00")
    before = len(signed.heard(CIVIL))
    signed.telegram.unblocks(signed.id(CIVIL))
    await signed.say(CIVIL, "/start")
    card = signed.heard(CIVIL)[before:][-1]
    assert "2月“三个规定”月报告" in words(card)
    await signed.press(CIVIL, "zero", on=card)
    assert "请回复应填人数" in signed.text(CIVIL)
    await signed.until("2026-03-16 09:30")
    assert "民事审判庭" in str((digests(signed)[-1].params or {})["caption"])  # told on the 9th, named a week later


async def test_the_first_press_after_a_silence_counts(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    card = signed.last(REGISTRAR)
    signed.telegram.blocks(signed.id(REGISTRAR))
    await signed.until("2026-03-03 10:00")
    assert signed.person(REGISTRAR).state == "unreachable"
    signed.telegram.unblocks(signed.id(REGISTRAR))
    assert await signed.press(REGISTRAR, "zero", on=card) is None
    assert "请回复应填人数" in signed.text(REGISTRAR)


async def test_who_files_between_the_cut_off_and_the_issue_is_out_of_the_text_and_of_the_picture(
    signed: Court,
) -> None:
    await signed.until("2026-03-13 18:00")
    await signed.until("2026-03-16 08:30")
    await file_one(signed, REGISTRAR, "2026-02", "应填20人，已填20人，没有记录")
    await signed.until("2026-03-16 09:00")
    last = digests(signed)[-1]
    assert "立案庭" not in str((last.params or {})["caption"])
    assert "立案庭" not in red(signed, last)
    assert "民事审判庭" in red(signed, last)


async def test_what_joins_on_a_day_whose_card_became_a_form_waits_for_the_card_of_the_next_day(signed: Court) -> None:
    signed.telegram.blocks(signed.id(PARTY))
    await signed.until("2026-03-02 09:30")
    await signed.press(CIVIL, "fill")  # the card of the day asks for figures now
    heard = len(signed.heard(CIVIL))

    def succeed(office: Office) -> None:
        post = signed.posts(PARTY)[0]
        take(office, post, office.session.get_one(Person, signed.person(CIVIL).id))
        welcome_unit(office, post)

    await signed.use(succeed)
    assert len(signed.heard(CIVIL)) == heard  # one message a day is enough
    assert "请回复三个数" in words(signed.heard(CIVIL)[heard - 1])  # what was begun stands
    await signed.until("2026-03-03 09:30")
    assert "机关党委" in signed.text(CIVIL)


async def test_a_digest_that_the_group_does_not_take_goes_to_the_director(signed: Court) -> None:
    await signed.until("2026-02-28 18:00")
    signed.telegram.faults.add("sendPhoto", "403", text="Forbidden: bot was kicked from the supergroup chat")
    await signed.until("2026-03-02 09:30")
    assert [row.state for row in signed.rows(Outbox, kind="digest", chat_id=signed.group)] == ["unreachable"]
    await signed.press(DIRECTOR, "digest-ready")
    pictures = [m for m in signed.heard(DIRECTOR) if "photo" in m]  # the draft stands above
    assert "领导小组群尚未绑定，本期先报您一人" in words(pictures[-1])


async def test_a_department_that_nobody_answers_for_is_told_of_as_such_and_not_as_late(signed: Court) -> None:
    for title in (CIVIL, CIVIL_HEAD):
        signed.telegram.blocks(signed.id(title))
    await signed.until("2026-03-09 09:30")
    lines = [line for message in signed.heard(DIRECTOR) for line in words(message).split("\n")]
    found = [line for line in lines if line.startswith("● 2月“三个规定”月报告")]
    assert "● 2月“三个规定”月报告：缺联络员或联系不上，民事审判庭" in found
    assert all("民事审判庭" not in line for line in found if "尚未报送" in line)
