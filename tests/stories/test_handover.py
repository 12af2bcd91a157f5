"""接任: the successor takes post and open work the same day; both are told, and history stays under the old name."""

from db.tables import Invite, Request, Tenure
from tests.house import CIVIL, DIRECTOR, REGISTRAR, STRANGER, Court
from tests.messages import words
from tests.stories.test_extension import ask, at_the_card, decide, now
from tests.stories.test_passing_on import look as look_at_pass
from tests.stories.test_passing_on import pass_on
from tests.stories.test_readings import MEDIATION, open_question
from tests.stories.test_review import at_review, look

VICE_COURT = "刑事审判庭副庭长"


def said(court: Court, title: str) -> str:
    return "\n".join(words(message) for message in court.heard(title))


async def test_drafts_questions_and_requests_go_along(whole: Court) -> None:
    row = await at_the_card(whole)
    await ask(whole, row)
    (request,) = whole.rows(Request)
    await open_question(whole, REGISTRAR, row)
    await whole.say(REGISTRAR, MEDIATION)
    await whole.takes(STRANGER, REGISTRAR)
    assert "您已登记为立案庭联络员" in said(whole, STRANGER)
    assert "立案庭联络员" in whole.text(REGISTRAR)  # who has left it is told
    await decide(whole, DIRECTOR, request)
    await whole.press(DIRECTOR, "grant", request.id)
    assert whole.text(STRANGER).startswith("延期已同意：2月诉前调解七项数据（5.2.1）")
    assert now(whole, row).first_due is not None
    await open_question(whole, STRANGER, row)
    await whole.press(STRANGER, "file", row.id)
    assert now(whole, row).state == "filed"
    await whole.say(DIRECTOR, "/why 5.2.1")
    await whole.press(DIRECTOR, "history", row.id)
    told = whole.text(DIRECTOR)
    assert "立案庭联络员申请延至" in told  # of the one before, who is called like the post here


async def test_what_a_predecessor_had_begun_to_ask_for_goes_nowhere(whole: Court) -> None:
    row = await at_the_card(whole)
    await whole.takes(REGISTRAR, CIVIL)  # and is known here also after leaving the other post
    await whole.press(REGISTRAR, "pass-on", row.id)
    await whole.say(REGISTRAR, "商事审判庭")
    question = whole.last(REGISTRAR)["message_id"]
    await whole.takes(STRANGER, REGISTRAR)
    assert await whole.say(REGISTRAR, "数据由商事审判庭统计", to=question) == ["情况已有变化，此次未作改动。"]
    assert [request.state for request in whole.rows(Request, kind="passing")] == ["dropped"]


async def test_history_names_the_post_that_was_held_and_nobody_by_name(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await signed.takes(STRANGER, REGISTRAR)
    row = next(t for t in signed.tasks(REGISTRAR) if t.form == "roll-call")
    await signed.say(STRANGER, "/tasks")
    await signed.press(STRANGER, "task", row.id)
    await signed.say(STRANGER, "应填45人，已填45人，没有记录", to=signed.last(STRANGER)["message_id"])
    await signed.press(STRANGER, "file", row.id)
    await signed.takes(REGISTRAR, REGISTRAR)
    await signed.say(DIRECTOR, "/status")
    await signed.press(DIRECTOR, "units")
    await signed.press(DIRECTOR, "unit", row.unit_id)
    await signed.press(DIRECTOR, "history", row.id)
    told = signed.text(DIRECTOR)
    assert "立案庭联络员报送第 1 版" in told
    assert STRANGER not in told


async def test_who_reviews_and_who_is_asked_to_take_something_follows_the_post(shipped: Court) -> None:
    row = await at_review(shipped)
    await shipped.takes(STRANGER, CIVIL)
    other = next(t for t in shipped.tasks(REGISTRAR) if t.form == "readings" and t.state == "open")
    await open_question(shipped, REGISTRAR, other)
    await shipped.press(REGISTRAR, "back", other.id)
    request = await pass_on(shipped, other)
    await look_at_pass(shipped, STRANGER, request)
    assert {"grant", "deny"} <= set(shipped.offers(STRANGER))
    await shipped.takes("群内外人", "审委会专职委员")
    await look(shipped, "群内外人", row, "review")
    await shipped.press("群内外人", "accept")
    assert now(shipped, row).step == "accepted"


async def test_a_post_that_one_holds_is_not_taken_again_and_nothing_changes(signed: Court) -> None:
    token = await signed.invited(REGISTRAR)
    before = len(signed.rows(Tenure))
    assert await signed.say(REGISTRAR, f"/start {token}") == ["您已是立案庭联络员，无需再接任，未作改动。"]
    assert len(signed.rows(Tenure)) == before
    assert signed.rows(Invite)[-1].claimed_by is None
    await signed.say(STRANGER, f"/start {token}")  # it is good still
    await signed.press(DIRECTOR, "confirm")
    assert len(signed.rows(Tenure)) == before + 1


async def test_seats_of_one_title_are_told_apart_where_one_is_chosen(signed: Court) -> None:
    seat = next(post for post in signed.posts("副院长") if post.seat == 2)
    await signed.say(DIRECTOR, "/people")
    while ("posts", str(seat.unit_id)) not in signed.buttons(DIRECTOR):
        page = max(int(subject) for verb, subject in signed.buttons(DIRECTOR) if verb == "people")
        await signed.press(DIRECTOR, "people", page)
    await signed.press(DIRECTOR, "posts", seat.unit_id)
    await signed.press(DIRECTOR, "invite", seat.id)
    assert signed.text(DIRECTOR).startswith("【邀请】副院长 2")
    await signed.say(STRANGER, f"/start {signed.text(DIRECTOR).partition('?start=')[2][:22]}")
    card = signed.text(DIRECTOR)
    assert "副院长 2" in card
    assert "领导小组席位，接任人选由创建办确认。" in card
    await signed.press(DIRECTOR, "confirm")
    assert "领导小组席位，接任人选由创建办确认。" in said(signed, STRANGER)
    assert "副院长 2" in said(signed, "副院长 2")


async def test_a_seat_of_the_office_passes_by_itself_and_one_of_the_leading_group_with_a_word(signed: Court) -> None:
    """审委会专职委员 sits in the leading group, and as deputy director in the office."""
    vice, group = signed.posts("创建办副主任")[0], signed.posts("审委会专职委员")[0]
    await signed.takes(STRANGER, "创建办副主任")
    card = said(signed, DIRECTOR)
    assert "创建办席位，按通知自然替补，不另行发文。" in card
    assert "原任还是领导小组成员（审委会专职委员），该席位须您另行确认才接任。" in card
    person = signed.person(STRANGER).id
    assert [row.person_id for row in signed.rows(Tenure, post_id=vice.id, until=None)] == [person]
    assert [row.person_id for row in signed.rows(Tenure, post_id=group.id, until=None)] != [person]
    number, data = signed.button(signed.id(DIRECTOR), "take-twin")
    await signed.touch(DIRECTOR, signed.id(DIRECTOR), number, data)
    assert [row.person_id for row in signed.rows(Tenure, post_id=group.id, until=None)] == [person]
    assert await signed.touch(DIRECTOR, signed.id(DIRECTOR), number, data, force=True) == "这件事已经处理过了。"


async def test_with_the_seat_of_the_leading_group_goes_the_one_of_the_office(signed: Court) -> None:
    vice, group = signed.posts("创建办副主任")[0], signed.posts("审委会专职委员")[0]
    await signed.takes(STRANGER, "审委会专职委员")
    person = signed.person(STRANGER).id
    held = [signed.rows(Tenure, post_id=post.id, until=None)[0].person_id for post in (vice, group)]
    assert held == [person, person]
