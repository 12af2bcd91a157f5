"""代岗: for some days another of the department acts, and then the holder is there again."""

from datetime import date

import pytest

from db.tables import Report, Request, Tenure
from tests.house import CIVIL, DEPUTY, DIRECTOR, REGISTRAR, REGISTRAR_HEAD, Court
from tests.messages import words
from tests.stories.test_extension import now
from tests.stories.test_review import look, with_the_head


async def with_deputy(court: Court) -> None:
    await court.takes(DEPUTY, DEPUTY)


def acting(court: Court) -> list[Tenure]:
    return court.rows(Tenure, acting=True, until=None)


async def test_said_in_words_the_deputy_acts_from_the_first_day_to_the_last(signed: Court) -> None:
    await with_deputy(signed)
    await signed.until("2026-02-27 10:00")
    await signed.say(REGISTRAR, "我下周一到周五出差，由B岗代")
    said = "3月2日（周一）至 3月6日（周五），立案庭联络员由立案庭联络员（B岗）代岗。"
    assert signed.text(REGISTRAR).startswith(said)
    assert signed.text(DEPUTY).startswith(said)
    assert acting(signed) == []
    heard = len(signed.heard(REGISTRAR))
    await signed.until("2026-03-02 10:00")
    (row,) = acting(signed)
    assert (row.person_id, row.ends) == (signed.person(DEPUTY).id, date(2026, 3, 6))
    assert "月报告" in signed.text(DEPUTY)
    assert len(signed.heard(REGISTRAR)) == heard
    await signed.until("2026-03-08 10:00")
    assert acting(signed) == []
    await signed.until("2026-03-09 10:00")
    assert "月报告" in signed.text(REGISTRAR)
    (request,) = signed.rows(Request, kind="absence")
    assert request.state == "dropped"
    assert signed.rows(Tenure, person_id=signed.person(REGISTRAR).id)[0].until is None


async def test_pressed_in_tasks_it_is_asked_day_and_person_and_may_end_early(signed: Court) -> None:
    await with_deputy(signed)
    await signed.say(REGISTRAR, "/tasks")
    await signed.press(REGISTRAR, "absent")
    assert "请写离岗的起止日期" in signed.text(REGISTRAR)
    await signed.say(REGISTRAR, "今天到3月6日")
    assert "期间由谁代岗？" in signed.text(REGISTRAR)
    await signed.say(REGISTRAR, "立案庭联络员（B岗）")
    assert len(acting(signed)) == 1
    await signed.say(DEPUTY, "/tasks")
    assert "2月26日至 3月6日：立案庭联络员由立案庭联络员（B岗）代岗" in signed.text(DEPUTY)
    stale = signed.button(signed.id(DEPUTY), "back-again")
    await signed.say(REGISTRAR, "/tasks")
    await signed.press(REGISTRAR, "back-again")
    assert acting(signed) == []
    assert signed.text(REGISTRAR) == "立案庭联络员（B岗）不再代立案庭联络员。"
    assert "立案庭联络员（B岗）不再代立案庭联络员。" in "".join(words(message) for message in signed.heard(DEPUTY))
    assert await signed.touch(DEPUTY, signed.id(DEPUTY), *stale, force=True) == "这件事已经处理过了。"


async def test_whoever_acts_for_the_head_may_confirm(shipped: Court) -> None:
    await shipped.takes(DEPUTY, DEPUTY)
    row = await with_the_head(shipped)
    await shipped.say(REGISTRAR_HEAD, "/tasks")
    await shipped.press(REGISTRAR_HEAD, "absent")
    await shipped.say(REGISTRAR_HEAD, "今天到3月6日")
    await shipped.say(REGISTRAR_HEAD, "立案庭联络员（B岗）")
    assert len(acting(shipped)) == 1
    await look(shipped, DEPUTY, row, "confirm")
    await shipped.press(DEPUTY, "accept")
    (report,) = shipped.rows(Report, task_id=row.id, state="filed")
    assert report.confirmed_by == shipped.person(DEPUTY).id
    assert now(shipped, row).step == "reviewing"


async def test_where_only_one_other_is_there_it_is_that_one(signed: Court) -> None:
    await signed.say(REGISTRAR, "3月9日至13日请假")
    assert "立案庭联络员由立案庭庭长代岗" in signed.text(REGISTRAR)
    (request,) = signed.rows(Request, kind="absence")
    assert request.person_id == signed.person(REGISTRAR_HEAD).id


async def test_the_director_registers_it_for_others_and_both_are_told(signed: Court) -> None:
    post = signed.posts(REGISTRAR)[0]
    await signed.say(DIRECTOR, "/people")
    while ("posts", str(post.unit_id)) not in signed.buttons(DIRECTOR):
        page = max(int(subject) for verb, subject in signed.buttons(DIRECTOR) if verb == "people")
        await signed.press(DIRECTOR, "people", page)
    await signed.press(DIRECTOR, "posts", post.unit_id)
    await signed.press(DIRECTOR, "absent", post.id)
    await signed.say(DIRECTOR, "3月9日至13日")
    said = "3月9日（周一）至 3月13日（周五），立案庭联络员由立案庭庭长代岗。"
    assert signed.text(DIRECTOR).startswith(said)
    await signed.until("2026-02-27 09:05")  # today's card was the signing
    assert [signed.text(title).startswith(said) for title in (DIRECTOR, REGISTRAR, REGISTRAR_HEAD)] == [True] * 3


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("2月30日到3月3日", "请写明起止两个日期"),
        ("2月3日到2月5日", "所写日期已过"),
        ("请假3天", "请写明起止两个日期"),
        ("2026年3月9日到2026年12月1日", "离岗超过半年的"),
    ],
)
async def test_days_that_cannot_be_are_asked_back(signed: Court, text: str, answer: str) -> None:
    await signed.say(REGISTRAR, "/tasks")
    await signed.press(REGISTRAR, "absent")
    (said,) = await signed.say(REGISTRAR, text)
    assert said.startswith(answer)
    assert signed.rows(Request, kind="absence", state="asked") == []


async def test_the_same_days_twice_and_who_is_away_acts_for_nobody(signed: Court) -> None:
    await with_deputy(signed)
    await signed.say(DEPUTY, "3月9日至11日请假，请立案庭庭长代")
    await signed.say(REGISTRAR, "3月9日至13日请假")
    assert "立案庭联络员由立案庭庭长代岗" in signed.text(REGISTRAR)  # the deputy is away too
    await signed.say(REGISTRAR, "3月10日请假")
    assert signed.text(REGISTRAR).startswith("所写日期中已有代岗安排")


async def test_nobody_ends_or_registers_what_is_another_department_s(signed: Court) -> None:
    await signed.say(REGISTRAR, "3月9日至13日请假")
    _, data = signed.button(signed.id(REGISTRAR), "back-again")
    other = signed.last(CIVIL)["message_id"]
    assert await signed.touch(CIVIL, signed.id(CIVIL), other, data, force=True)
    assert signed.rows(Request, kind="absence")[0].state == "asked"


async def test_who_has_left_acts_for_nobody(signed: Court) -> None:
    await with_deputy(signed)
    await signed.say(REGISTRAR, "3月9日至13日请假，由B岗代")
    await signed.takes("院外人员", DEPUTY)
    assert [request.state for request in signed.rows(Request, kind="absence")] == ["dropped"]
    await signed.until("2026-03-09 10:00")
    assert acting(signed) == []


async def test_a_successor_takes_the_post_and_nobody_acts_any_more(signed: Court) -> None:
    await with_deputy(signed)
    await signed.say(REGISTRAR, "今天到3月6日出差，由B岗代")
    assert len(acting(signed)) == 1
    await signed.takes("院外人员", REGISTRAR)
    assert acting(signed) == []
    assert [request.state for request in signed.rows(Request, kind="absence")] == ["dropped"]
    assert "不再代立案庭联络员" in "".join(
        words(message) for message in signed.heard(DEPUTY)
    )  # on the card that told it
