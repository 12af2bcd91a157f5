"""An empty installation becomes a court with people: claimed, invited, confirmed, bound; outsiders stay outside."""

import re

from db.tables import Inbox, Invite, Outbox, Room, Task, Tenure
from tests.conftest import NewCourt
from tests.house import CIVIL, DIRECTOR, GUEST, PRESIDENT, REGISTRAR, STRANGER, Court
from tests.messages import buttons, words

NEUTRAL = "本账号仅供内部工作联系。"
MONDAY = "2026-03-02 09:00"


async def claimed(new_court: NewCourt) -> Court:
    court = await new_court(MONDAY)
    await court.say(DIRECTOR, f"/start {await court.claim_code()}")
    return court


async def invited(court: Court, title: str) -> str:
    """The token in the link that the director is given for a post."""
    (post,) = court.posts(title)
    await court.say(DIRECTOR, "/people")
    while ("posts", str(post.unit_id)) not in court.buttons(DIRECTOR):
        await court.press(DIRECTOR, "people", 2)
    await court.press(DIRECTOR, "posts", post.unit_id)
    await court.press(DIRECTOR, "invite", post.id)
    link = re.search(r"https://t\.me/duban_bot\?start=([\w-]{22})", court.text(DIRECTOR))
    assert link is not None
    assert title in court.text(DIRECTOR)
    return link[1]


def holders(court: Court, title: str) -> list[int]:
    (post,) = court.posts(title)
    return [tenure.person_id for tenure in court.rows(Tenure, post_id=post.id, until=None)]


async def test_the_claim_code_makes_whoever_brings_it_first_the_director(new_court: NewCourt) -> None:
    court = await new_court(MONDAY)
    code = await court.claim_code()
    assert code is not None
    assert len(await court.say(DIRECTOR, f"/start {code}")) == 1
    assert DIRECTOR in court.text(DIRECTOR)
    assert court.offers(DIRECTOR) == ["people", "doubts", "giving"]
    assert {"status", "people", "digest"} <= set(court.menu(DIRECTOR))
    assert holders(court, DIRECTOR) == [court.person(DIRECTOR).id]
    assert await court.claim_code() is None
    assert await court.say(CIVIL, f"/start {code}") == [NEUTRAL]
    assert code not in "".join(invite.hash for invite in court.rows(Invite))


async def test_only_the_newest_claim_code_is_good(new_court: NewCourt) -> None:
    court = await new_court(MONDAY)
    old, new = await court.claim_code(), await court.claim_code()
    assert await court.say(CIVIL, f"/start {old}") == [NEUTRAL]
    await court.say(DIRECTOR, f"/start {new}")
    assert holders(court, DIRECTOR) == [court.person(DIRECTOR).id]


async def test_an_invited_claimant_waits_until_the_director_who_sees_name_and_number_confirms(
    new_court: NewCourt,
) -> None:
    court = await claimed(new_court)
    token = await invited(court, REGISTRAR)
    (waiting,) = await court.say(REGISTRAR, f"/start {token}")
    assert "待创建办确认" in waiting
    assert court.person(REGISTRAR).state == "waiting"
    assert await court.say(REGISTRAR, "/tasks") in ([], [waiting])
    assert await court.say(REGISTRAR, "/status") == []

    card = court.last(DIRECTOR)
    assert f"编号：{court.id(REGISTRAR)}\n显示的姓名：{REGISTRAR}" in words(card)
    assert holders(court, REGISTRAR) == []
    assert await court.press(DIRECTOR, "confirm", on=card) == "已确认。"
    assert holders(court, REGISTRAR) == [court.person(REGISTRAR).id]
    assert "您已登记为立案庭联络员" in court.text(REGISTRAR)
    assert set(court.menu(REGISTRAR)) == {"tasks", "why", "cancel", "language", "help"}
    changed = next(message for message in court.heard(DIRECTOR) if message["message_id"] == card["message_id"])
    assert words(changed).endswith("已确认。")
    assert "reply_markup" not in changed

    # an old client presses the card once more
    stale = next(data for verb, _, data in buttons(card) if verb == "refuse")
    assert await court.touch(DIRECTOR, court.id(DIRECTOR), card["message_id"], stale, force=True) == (
        "这件事已经处理过了。"
    )
    assert holders(court, REGISTRAR) == [court.person(REGISTRAR).id]


async def test_the_link_is_in_the_message_alone_and_the_records_have_its_hash(new_court: NewCourt) -> None:
    court = await claimed(new_court)
    token = await invited(court, REGISTRAR)
    (row,) = court.rows(Outbox, kind="invitation")
    assert token not in f"{row.args} {row.params}"
    assert token not in [invite.hash for invite in court.rows(Invite)]


async def test_an_invitation_works_once_and_for_a_day_and_a_bad_token_looks_like_no_token(
    new_court: NewCourt,
) -> None:
    court = await claimed(new_court)
    token, late = await invited(court, REGISTRAR), await invited(court, CIVIL)
    await court.say(REGISTRAR, f"/start {token}")
    assert await court.say(PRESIDENT, f"/start {token}") == [NEUTRAL]
    assert await court.say(GUEST, f"/start {'A' * 22}") == [NEUTRAL]
    await court.until("2026-03-03 09:01")
    assert await court.say(CIVIL, f"/start {late}") == [NEUTRAL]
    assert holders(court, CIVIL) == []


async def test_a_refused_claimant_is_an_outsider_again(new_court: NewCourt) -> None:
    court = await claimed(new_court)
    await court.say(REGISTRAR, f"/start {await invited(court, REGISTRAR)}")
    assert await court.press(DIRECTOR, "refuse") == "已拒绝，该邀请作废。"
    assert court.text(REGISTRAR) == NEUTRAL
    assert holders(court, REGISTRAR) == []
    await court.say(REGISTRAR, "但我就是")
    assert court.rows(Inbox)[-1].raw is None


async def test_a_stranger_gets_one_neutral_answer_a_day_and_nothing_is_stored(filled: Court) -> None:
    before = len(filled.rows(Inbox))
    assert await filled.say(STRANGER, "/start") == [NEUTRAL]
    assert await filled.say(STRANGER, "我要反映情况") == []
    assert await filled.say(STRANGER, "/status") == []
    assert await filled.send(STRANGER, "材料.docx", b"abc") == []
    assert await filled.say(GUEST, "/status@duban_bot", chat=filled.group) == []
    kept = filled.rows(Inbox)[before:]
    assert [row.raw for row in kept] == [None] * 5
    assert not filled.heard(GUEST)
    await filled.until("2026-02-27 09:00")
    assert await filled.say(STRANGER, "/start") == [NEUTRAL]


async def test_only_the_director_binds_the_group_and_from_inside_it(new_court: NewCourt) -> None:
    court = await claimed(new_court)
    court.telegram.adds_bot(court.id(DIRECTOR), court.group)
    await court.quiet()
    assert court.offers(court.group) == ["bind", "unbound"]
    assert await court.press(GUEST, "bind", chat=court.group) == "这个按钮不适用于您，或已失效，请用最新的消息。"
    assert court.rows(Room) == []
    assert await court.press(DIRECTOR, "bind", chat=court.group) == "已绑定，周报将发到本群。"
    assert [room.chat_id for room in court.rows(Room)] == [court.group]
    assert "已绑定" in court.text(court.group)


async def test_a_leader_who_is_not_the_director_cannot_bind(filled: Court) -> None:
    other = filled.telegram.new_group("院领导", filled.id(DIRECTOR))
    filled.telegram.adds_member(filled.id(PRESIDENT), other)
    filled.telegram.adds_bot(filled.id(DIRECTOR), other)
    await filled.quiet()
    assert await filled.press(PRESIDENT, "bind", chat=other) == "此项由创建办主任办理。"
    assert [room.chat_id for room in filled.rows(Room, until=None)] == [filled.group]
    assert await filled.press(DIRECTOR, "unbound", chat=other) is None
    assert filled.telegram.history("leaveChat")[-1]["params"]["chat_id"] == str(other)


async def test_the_bot_leaves_a_group_that_somebody_else_put_it_into(filled: Court) -> None:
    for title in (GUEST, REGISTRAR):
        group = filled.telegram.new_group("闲聊", filled.id(title))
        filled.telegram.adds_bot(filled.id(title), group)
        await filled.quiet()
        assert filled.telegram.history("leaveChat")[-1]["params"]["chat_id"] == str(group)
        assert not filled.heard(group)


async def test_a_button_of_somebody_else_is_refused_with_a_word_and_changes_nothing(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    _, data = signed.button(signed.id(REGISTRAR), "zero")
    own = signed.last(CIVIL)["message_id"]
    before = [task.rev for task in signed.rows(Task)]
    for forged in (data, data.replace("zero", "file"), data[:-1] + "A", "nonsense"):
        toast = await signed.touch(CIVIL, signed.id(CIVIL), own, forged, force=True)
        assert toast == "这个按钮不适用于您，或已失效，请用最新的消息。"
    assert [task.rev for task in signed.rows(Task)] == before


async def test_a_press_on_a_card_that_has_changed_since_shows_it_anew(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    number, data = signed.button(signed.id(REGISTRAR), "zero")
    await signed.press(REGISTRAR, "fill")
    before = signed.task(REGISTRAR, "2026-02").rev
    toast = await signed.touch(REGISTRAR, signed.id(REGISTRAR), number, data, force=True)
    assert toast == "这张卡片已有变化，现已更新。"
    assert signed.task(REGISTRAR, "2026-02").rev == before
    assert "请回复三个数" in signed.text(REGISTRAR)
