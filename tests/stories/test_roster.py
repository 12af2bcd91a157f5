"""/people: first what is missing, in one line; each of it as a list of departments."""

import re

from db.tables import Post, Tenure
from tests.conftest import NewCourt
from tests.house import CIVIL, DIRECTOR, REGISTRAR, Court
from tests.messages import words


def summary(court: Court) -> str:
    return court.text(DIRECTOR).partition("\n")[0]


async def test_an_empty_house_lists_every_department_without_a_contact(new_court: NewCourt) -> None:
    court = await new_court("2026-03-02 09:00")
    await court.say(DIRECTOR, f"/start {await court.claim_code()}")
    await court.invited(REGISTRAR)
    await court.say(DIRECTOR, "/people")
    held, posts = len(court.rows(Tenure, until=None)), len(court.rows(Post))
    assert summary(court) == f"在岗 {held}/{posts} 席，缺联络员 16 个部门，未定分管 15 个部门"
    await court.press(DIRECTOR, "gap", "contact")
    text = court.text(DIRECTOR)
    assert text.startswith("缺联络员的部门\n")
    assert "立案庭，已邀请" in text
    assert "民事审判庭，空缺" in text
    assert len(text.splitlines()) == 17
    await court.press(DIRECTOR, "posts", court.posts(REGISTRAR)[0].unit_id)
    assert "立案庭联络员　已邀请" in court.text(DIRECTOR)


async def test_a_contact_who_comes_in_is_missing_no_more(new_court: NewCourt) -> None:
    court = await new_court("2026-03-02 09:00")
    await court.say(DIRECTOR, f"/start {await court.claim_code()}")
    await court.takes(REGISTRAR, REGISTRAR)
    await court.say(DIRECTOR, "/people")
    assert "缺联络员 15 个部门" in summary(court)
    await court.press(DIRECTOR, "gap", "contact")
    assert "立案庭" not in court.text(DIRECTOR)


async def test_whoever_cannot_be_reached_is_listed_by_department_and_post(signed: Court) -> None:
    signed.telegram.blocks(signed.id(REGISTRAR))
    await signed.until("2026-03-02 09:30")
    await signed.say(DIRECTOR, "/people")
    assert "联系不上 1 人" in summary(signed)
    assert "缺联络员" not in summary(signed)
    await signed.press(DIRECTOR, "gap", "unreachable")
    assert signed.text(DIRECTOR) == "有人员联系不上的部门\n立案庭，立案庭联络员"
    signed.telegram.unblocks(signed.id(REGISTRAR))
    await signed.say(REGISTRAR, "/tasks")
    await signed.say(DIRECTOR, "/people")
    assert "联系不上" not in summary(signed)


async def test_who_has_not_signed_is_listed_with_the_days_that_it_is_late(filled: Court) -> None:
    await filled.say(DIRECTOR, "/people")
    assert "未签收" not in summary(filled)
    await filled.give()
    for title in filled.contacts():
        if title not in (REGISTRAR, CIVIL):
            await filled.sign(title)
    await filled.say(DIRECTOR, "/people")
    assert "未签收 2 个部门，" in summary(filled)
    await filled.until("2026-03-03 10:00")
    await filled.say(DIRECTOR, "/people")
    assert "未签收 2 个部门（最久的已逾期 2 个工作日）" in summary(filled)
    await filled.press(DIRECTOR, "gap", "unsigned")
    assert re.search(r"^立案庭，\d+ 项，已逾期 2 个工作日$", filled.text(DIRECTOR), re.M)
    await filled.sign(CIVIL)
    await filled.sign(REGISTRAR)
    await filled.say(DIRECTOR, "/people")
    assert "未签收" not in summary(filled)
    assert "gap" in filled.offers(DIRECTOR)  # leaders in charge are still to be set


async def test_a_list_of_what_is_missing_is_made_anew_when_it_is_pressed(filled: Court) -> None:
    await filled.give()
    await filled.say(DIRECTOR, "/people")
    card = filled.last(DIRECTOR)
    for title in filled.contacts():
        await filled.sign(title)
    await filled.press(DIRECTOR, "gap", "unsigned", on=card)
    (now,) = (message for message in filled.heard(DIRECTOR) if message["message_id"] == card["message_id"])
    assert words(now) == "此项已无缺漏。"
