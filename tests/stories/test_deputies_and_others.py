"""Deputies, heads, members of the office and leaders: each invited alike, each sees what the post entitles to."""

import pytest

from db.tables import Outbox
from services import people as posts
from tests.conftest import NewCourt
from tests.house import CIVIL_HEAD, DEPUTY, DIRECTOR, OFFICER, PRESIDENT, REGISTRAR, REGISTRAR_HEAD, Court
from tests.messages import words

OVERSEEING = {"tasks", "status", "digest", "why", "language", "help"}
ANSWERING = {"tasks", "why", "cancel", "language", "help"}


async def test_a_deputy_sees_and_answers_the_same_tasks_and_is_not_written_to_while_the_contact_is_there(
    signed: Court,
) -> None:
    await signed.takes(DEPUTY, DEPUTY)
    assert "您已登记为立案庭联络员（B岗）" in "".join(words(m) for m in signed.heard(DEPUTY))
    assert set(signed.menu(DEPUTY)) == ANSWERING
    heard = len(signed.heard(DEPUTY))
    await signed.until("2026-03-02 10:00")
    assert len(signed.heard(DEPUTY)) == heard
    task = signed.task(REGISTRAR, "2026-02")
    assert signed.offers(REGISTRAR)[:2] == ["fill", "zero"]

    await signed.say(DEPUTY, "/tasks")
    assert "2月“三个规定”月报告" in signed.text(DEPUTY)
    await signed.press(DEPUTY, "task", task.id)
    await signed.say(DEPUTY, "应填20人，已填20人，没有记录")
    await signed.press(DEPUTY, "file", task.id)
    assert signed.task(REGISTRAR, "2026-02").state == "filed"
    assert "已报送，第 1 版，按时" in signed.text(REGISTRAR)  # the contact's card follows


async def test_the_deputy_gets_the_cards_while_the_contact_is_out_of_reach(signed: Court) -> None:
    await signed.takes(DEPUTY, DEPUTY)
    signed.telegram.blocks(signed.id(REGISTRAR))
    await signed.until("2026-03-02 10:00")
    assert signed.offers(DEPUTY)[:2] == ["fill", "zero"]
    assert signed.heard(REGISTRAR_HEAD) == []
    assert "立案庭联络员已联系不上" in "".join(words(m) for m in signed.heard(DIRECTOR))
    signed.telegram.unblocks(signed.id(REGISTRAR))
    await signed.quiet()
    heard = len(signed.heard(DEPUTY))
    await signed.until("2026-03-03 10:00")  # the next rung is the contact's again
    assert "fill" in signed.offers(REGISTRAR)
    assert len(signed.heard(DEPUTY)) == heard


async def test_a_deputy_alone_signs_for_the_department(new_court: NewCourt) -> None:
    court = await new_court("2026-02-26 09:00")
    await court.say(DIRECTOR, f"/start {await court.claim_code()}")
    await court.give()
    await court.takes(DEPUTY, DEPUTY)
    await court.beat()
    await court.sign(DEPUTY)
    assert not [task for task in court.tasks(DEPUTY) if (task.form, task.state) == ("signing", "open")]
    await court.say(DIRECTOR, "/people")
    assert "缺联络员 16 个部门" in court.text(DIRECTOR)  # the post of the contact is vacant all the same


@pytest.mark.parametrize(
    ("who", "menu"),
    [(REGISTRAR_HEAD, ANSWERING), (OFFICER, OVERSEEING), (PRESIDENT, OVERSEEING)],
    ids=["head", "office", "leader"],
)
async def test_others_are_invited_alike_and_get_what_the_post_entitles_to(
    new_court: NewCourt, who: str, menu: set[str]
) -> None:
    court = await new_court("2026-03-02 09:00")
    await court.say(DIRECTOR, f"/start {await court.claim_code()}")
    if who == OFFICER:  # nobody of the office is there who could agree: invited on the server
        invited = await court.use(lambda office: posts.invite(office, court.posts(who)[0].id))
        await court.say(who, f"/start {invited.token}")
        await court.press(DIRECTOR, "confirm")
    else:
        await court.takes(who, who)
    welcome = "".join(words(message) for message in court.heard(who))
    assert f"您已登记为{who}" in welcome
    assert set(court.menu(who)) == menu
    assert await court.say(who, "/people") == ["此项由创建办主任办理。"]
    said = await court.say(who, "/status")
    assert any("截至" in text for text in said) == ("status" in menu)


async def test_a_head_answers_for_the_own_department_and_for_no_other(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    task = signed.task(REGISTRAR, "2026-02")
    await signed.say(REGISTRAR_HEAD, "/tasks")
    await signed.press(REGISTRAR_HEAD, "task", task.id)
    await signed.say(REGISTRAR_HEAD, "应填20人，已填20人，没有记录")
    await signed.press(REGISTRAR_HEAD, "file", task.id)
    assert signed.task(REGISTRAR, "2026-02").state == "filed"
    await signed.say(CIVIL_HEAD, "/tasks")
    assert ("task", str(task.id)) not in signed.buttons(CIVIL_HEAD)


async def test_a_leader_and_a_member_of_the_office_are_not_reminded(signed: Court) -> None:
    await signed.until("2026-03-06 18:00")
    for title in (PRESIDENT, OFFICER):
        assert signed.rows(Outbox, chat_id=signed.id(title), kind="card") == []
