"""口径待定: doubtful places of the notice are settled one by one, and take effect at once."""

import pytest

from bot.buttons import Press, sign
from bot.secrets import secret
from db.tables import Assignment, Audit, Doubt, Indicator, Outbox, Receipt, Requirement, Unit
from tests.conftest import NewCourt
from tests.house import DIRECTOR, OFFICER, PRESIDENT, REGISTRAR, Court

RETRIAL = "审判监督庭联络员"
NANXIANG, ANTING = "南翔法庭联络员", "安亭法庭联络员"


def doubt(court: Court, code: str, field: str) -> Doubt:
    (found,) = court.rows(Doubt, code=code, field=field)
    return found


def open_doubts(court: Court) -> list[Doubt]:
    return [row for row in court.rows(Doubt) if row.alternatives and row.answer is None]


def indicator(court: Court, code: str) -> Indicator:
    (found,) = court.rows(Indicator, code=code)
    return found


def demands(court: Court, code: str) -> list[Requirement]:
    return court.rows(Requirement, indicator_id=indicator(court, code).id)


def unit(court: Court, title: str) -> int:
    return court.posts(title)[0].unit_id


def holders(court: Court, code: str, part: str) -> list[str]:
    """The departments that have something of an indicator to sign for."""
    assignments = [row.id for row in court.rows(Assignment, indicator_id=indicator(court, code).id, part=part)]
    names = {row.id: row.name for row in court.rows(Unit)}
    return sorted(names[row.unit_id] for row in court.rows(Receipt, ended_on=None) if row.assignment_id in assignments)


def labels(court: Court, title: str) -> list[str]:
    rows = court.last(title)["reply_markup"]["inline_keyboard"]
    return [button["text"] for row in rows for button in row]


async def go_to(court: Court, code: str, field: str, title: str = DIRECTOR) -> int:
    """Leafs through the questions to this one."""
    wanted = doubt(court, code, field).id
    await court.say(title, "/status" if title == DIRECTOR else "/tasks")
    await court.press(title, "doubts")
    while ("reading", f"{wanted}-0") not in court.buttons(title):
        assert "下一条" in labels(court, title), f"{code} is not asked"
        await court.press(title, "doubt", [subject for verb, subject in court.buttons(title) if verb == "doubt"][-1])
    return wanted


async def settle(court: Court, code: str, field: str, option: int) -> str | None:
    """The toast; where departments move it is confirmed as well."""
    number = await go_to(court, code, field)
    toast = await court.press(DIRECTOR, "reading", f"{number}-{option}")
    if "reading-sure" in court.offers(DIRECTOR):
        toast = await court.press(DIRECTOR, "reading-sure")
    return toast


# one after the other


async def test_the_questions_are_put_one_at_a_time_until_none_is_left(signed: Court) -> None:
    (caption,) = await signed.say(DIRECTOR, "/status")
    n = len(open_doubts(signed))
    assert f"口径待定 {n}" in caption
    await signed.press(DIRECTOR, "doubts")
    card = signed.last(DIRECTOR)["message_id"]
    assert signed.text(DIRECTOR).splitlines() == [
        f"口径待定 1/{n}",
        "1.1.2 意识形态会议与责任制",
        "原文（第 1 项要求，意识形态工作会议次数）：每年召开2次意识形态工作会议",
        "存疑：“2次”未写明是恰好两次还是不少于两次",
        "现按：不少于2次",
    ]
    assert labels(signed, DIRECTOR) == ["照现在的办", "恰好2次", "下一条", "交给别人"]
    seen = 0
    while "reading" in signed.offers(DIRECTOR):
        assert max(map(len, labels(signed, DIRECTOR))) <= 20
        assert await signed.press(DIRECTOR, "reading") == "已确定。"
        assert signed.last(DIRECTOR)["message_id"] == card, "the same message goes on"
        seen += 1
    assert open_doubts(signed) == []
    assert seen == n - 1, "who convenes the courts is asked once for both indicators"
    assert signed.text(DIRECTOR).startswith(f"口径已定 {n}，待定 0")
    director = signed.person(DIRECTOR).id
    settled = [row for row in signed.rows(Doubt) if row.alternatives]
    assert all((row.answer, row.choice, row.by) == (row.reading, 0, director) and row.at for row in settled)
    assert len(signed.rows(Audit, verb="settle doubt")) == n
    assert signed.rows(Audit, verb="move") == []
    (caption,) = await signed.say(DIRECTOR, "/status")
    assert "待定" not in caption


async def test_what_is_only_information_is_not_asked(signed: Court) -> None:
    told = [row for row in signed.rows(Doubt) if not row.alternatives]
    assert told
    await signed.say(DIRECTOR, "/status")
    await signed.press(DIRECTOR, "doubts")
    asked = set()
    while True:
        asked.add(next(int(s.partition("-")[0]) for verb, s in signed.buttons(DIRECTOR) if verb == "reading"))
        if "下一条" not in labels(signed, DIRECTOR):
            break
        await signed.press(DIRECTOR, "doubt", [s for verb, s in signed.buttons(DIRECTOR) if verb == "doubt"][-1])
    assert asked == {row.id for row in open_doubts(signed)}


async def test_a_newcomer_who_directs_is_led_to_the_questions(new_court: NewCourt) -> None:
    court = await new_court("2026-02-25 14:00")
    await court.say(DIRECTOR, f"/start {await court.claim_code()}")
    assert f"3. 确定通知中 {len(open_doubts(court))} 处待定的口径。" in court.text(DIRECTOR)
    await court.press(DIRECTOR, "doubts")
    assert court.text(DIRECTOR).startswith("口径待定 1/")


# effects


async def test_exactly_two_meetings_is_another_demand_than_at_least_two(signed: Court) -> None:
    assert await settle(signed, "1.1.2", "requirement 1", 1) == "已确定。"
    row = demands(signed, "1.1.2")[0]
    assert (row.op, row.num, row.den) == ("=", 2, 1)
    await signed.say(DIRECTOR, "/why 1.1.2")
    text = signed.text(DIRECTOR)
    assert "= 2 次" in text
    assert "已定：第 1 项要求，恰好2次（创建办主任，2月26日）" in text
    assert "存疑" not in text


async def test_how_many_are_in_front_is_one_answer_for_all_ranks(signed: Court) -> None:
    await settle(signed, "4.1.2", "ranks", 1)
    ranks = [row for row in demands(signed, "4.1.2") if row.kind == "rank"]
    assert ranks
    assert {(row.num, row.den) for row in ranks} == {(3, 1)}


async def test_an_answer_survives_a_restart_and_is_shown_to_everybody(signed: Court) -> None:
    await settle(signed, "4.1.2", "ranks", 3)
    await signed.stop()
    await signed.open()
    assert {(row.num, row.den) for row in demands(signed, "4.1.2") if row.kind == "rank"} == {(1, 3)}
    for title in (DIRECTOR, REGISTRAR):
        await signed.say(title, "/why 4.1.2")
        assert "已定：名次，前三分之一（创建办主任，2月26日）" in signed.text(title)


async def test_an_answer_can_be_asked_for_again_and_holds_until_another_one_is_given(signed: Court) -> None:
    await settle(signed, "1.1.2", "requirement 1", 1)
    await signed.press(DIRECTOR, "doubts-done")
    assert "① 1.1.2 第 1 项要求：恰好2次（创建办主任，2月26日）" in signed.text(DIRECTOR)
    number = doubt(signed, "1.1.2", "requirement 1").id
    await signed.press(DIRECTOR, "doubt", number)
    assert "已定：恰好2次（创建办主任，2月26日）" in signed.text(DIRECTOR)
    assert await signed.press(DIRECTOR, "doubt-again", number) == "已列入待定，重新确定前仍按现在的办。"
    assert demands(signed, "1.1.2")[0].op == "="
    assert "现按：恰好2次" in signed.text(DIRECTOR)
    await signed.say(REGISTRAR, "/why 1.1.2")
    assert "现掌握为：恰好2次。" in signed.text(REGISTRAR)
    assert "已定" not in signed.text(REGISTRAR)
    await signed.press(DIRECTOR, "reading", f"{number}-0")
    assert demands(signed, "1.1.2")[0].op == ">="
    assert doubt(signed, "1.1.2", "requirement 1").answer == "不少于2次"


async def test_a_card_from_before_the_answer_does_nothing(signed: Court) -> None:
    number = await go_to(signed, "4.1.2", "ranks")
    old = signed.last(DIRECTOR)
    _, data = signed.button(signed.id(DIRECTOR), "reading", f"{number}-2")
    await signed.press(DIRECTOR, "reading", f"{number}-1")
    toast = await signed.touch(DIRECTOR, signed.id(DIRECTOR), old["message_id"], data, force=True)
    assert toast == "这张卡片已有变化，现已更新。"
    assert {row.num for row in demands(signed, "4.1.2") if row.kind == "rank"} == {3}


# who may


async def test_whoever_is_asked_for_the_director_answers_the_rest_on_the_same_cards(signed: Court) -> None:
    await settle(signed, "1.1.2", "requirement 1", 0)
    rest = len(open_doubts(signed))
    await signed.press(DIRECTOR, "doubt-helpers")
    person = signed.person(OFFICER).id
    assert ("doubts-to", str(person)) in signed.buttons(DIRECTOR)
    assert await signed.press(DIRECTOR, "doubts-to", person) == f"已交办 {rest} 条。"
    assert "已交政治部副主任 1 确定。" in signed.text(DIRECTOR)
    assert signed.text(OFFICER) == f"创建办主任请您确定通知中 {rest} 条待定的口径。"
    await signed.press(OFFICER, "doubts")
    assert signed.text(OFFICER).startswith(f"口径待定 1/{rest}")
    assert "交给别人" not in labels(signed, OFFICER)
    await signed.say(OFFICER, "/tasks")
    assert f"口径待定 {rest}" in signed.text(OFFICER)
    while "reading" in signed.offers(OFFICER) or "doubts" in signed.offers(OFFICER):
        await signed.press(OFFICER, "reading" if "reading" in signed.offers(OFFICER) else "doubts")
    assert open_doubts(signed) == []
    assert {row.by for row in signed.rows(Doubt) if row.asked_of == person} == {person}
    assert signed.text(DIRECTOR) == "您交办的待定口径，政治部副主任 1 已全部确定。"
    await signed.say(DIRECTOR, "/why 4.1.2")
    assert "（政治部副主任 1，2月26日）" in signed.text(DIRECTOR)


async def test_the_director_takes_the_rest_back(signed: Court) -> None:
    number = await go_to(signed, "4.1.2", "ranks")
    await signed.press(DIRECTOR, "doubt-helpers")
    await signed.press(DIRECTOR, "doubts-to", signed.person(OFFICER).id)
    await signed.press(OFFICER, "doubts")
    message = signed.last(OFFICER)
    _, data = signed.button(signed.id(OFFICER), "reading")
    await signed.press(DIRECTOR, "doubt-helpers")
    assert await signed.press(DIRECTOR, "doubts-mine") == "已收回，由您本人确定。"
    await signed.until("2026-02-27 09:05")  # the card of today has become the first question
    assert "您不必再办" in signed.text(OFFICER)
    toast = await signed.touch(OFFICER, signed.id(OFFICER), message["message_id"], data, force=True)
    assert toast == "此项由创建办主任办理。"
    assert doubt(signed, "1.1.2", "requirement 1").answer is None
    assert number in {row.id for row in open_doubts(signed)}


@pytest.mark.parametrize("title", [REGISTRAR, PRESIDENT, OFFICER])
async def test_nobody_else_can_answer(signed: Court, title: str) -> None:
    """Neither with the director's button, nor with one that is signed for themselves."""
    number = await go_to(signed, "4.1.2", "ranks")
    _, data = signed.button(signed.id(DIRECTOR), "reading", f"{number}-1")
    await signed.say(title, "/help")
    message, where = signed.last(title)["message_id"], signed.id(title)
    toast = await signed.touch(title, where, message, data, force=True)
    assert toast == "这个按钮不适用于您，或已失效，请用最新的消息。"
    for verb, subject in (
        ("reading", f"{number}-1"),
        ("reading-sure", f"{number}-1"),
        ("doubt", number),
        ("doubts", ""),
        ("doubts-done", 1),
        ("doubt-again", number),
        ("doubt-helpers", ""),
        ("doubts-to", signed.person(title).id),
        ("doubts-mine", ""),
    ):
        forged = sign(secret(signed.folder), where, where, Press(verb, str(subject), 0))
        assert await signed.touch(title, where, message, forged, force=True) == "此项由创建办主任办理。"
    row = doubt(signed, "4.1.2", "ranks")
    assert (row.answer, row.choice, row.asked_of) == (None, 0, None)
    await signed.say(title, "/status")
    assert "doubts" not in signed.offers(title)
    assert "口径" not in signed.text(title)


async def test_all_of_it_is_told_once(signed: Court) -> None:
    """Settling with the same reading moves nobody, and tells nobody."""
    heard = {title: len(signed.heard(title)) for title in signed.contacts()}
    await settle(signed, "4.4.3", "lead", 0)
    await settle(signed, "4.3.1", "responsible", 0)
    assert {title: len(signed.heard(title)) for title in signed.contacts()} == heard
    assert signed.rows(Outbox, kind="moved") == []
