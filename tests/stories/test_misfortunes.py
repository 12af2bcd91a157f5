"""What Telegram, the line and the people do to a bot; and that it goes on."""

import logging
import re
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot import buttons, intake
from bot.buttons import Press
from bot.secrets import secret
from db.tables import Inbox, Outbox, Report, Room
from tests.cellar import TOKEN
from tests.house import CIVIL, DIRECTOR, REGISTRAR, REGISTRAR_HEAD, STRANGER, Court, at
from tests.messages import buttons as buttons_of
from tests.messages import words

MARK = "【补发·可能重复 #"
SECRETS = "（2026）沪0114民初1号"  # words that a log must never show


def copies(court: Court, chat: int, method: str = "sendMessage") -> list[str]:
    """What Telegram was asked to say in a chat and perhaps said, whether the bot heard of it or not."""
    calls = [c["params"] for c in court.telegram.history(method) if str(c["params"]["chat_id"]) == str(chat)]
    return [str(call.get("text") or call.get("caption")) for call in calls]


async def to_one_reminder(court: Court) -> None:
    """The next thing that will be said is a card to 立案庭 alone."""
    await court.until("2026-03-02 10:00")
    for title in court.contacts():
        if title != REGISTRAR and "fill" in court.offers(title):
            await court.say(title, "应填20人，已填20人，记录0条", to=court.last(title)["message_id"])
            await court.press(title, "file")


async def test_a_429_is_waited_for_and_meanwhile_nobody_is_spoken_to(signed: Court) -> None:
    signed.telegram.faults.add("sendMessage", "429", parameters={"retry_after": 7})
    before = len(signed.telegram.history("sendMessage"))
    assert await signed.say(REGISTRAR, "/tasks") == []
    await signed.say(CIVIL, "/tasks")
    await signed.until(signed.now + timedelta(seconds=10))
    refused, *good = signed.telegram.history("sendMessage")[before:]
    assert (refused["fault"], [call["fault"] for call in good]) == ("429", [None, None])
    waited = min(datetime.fromisoformat(call["at"]) for call in good) - datetime.fromisoformat(refused["at"])
    assert timedelta(seconds=7) <= waited <= timedelta(seconds=12)
    for title in (REGISTRAR, CIVIL):
        assert "您目前没有待办事项" in signed.text(title)


async def test_whoever_blocks_the_bot_is_unreachable_and_the_director_hears_of_it_once(signed: Court) -> None:
    signed.telegram.blocks(signed.id(REGISTRAR))
    await signed.quiet()
    await signed.until("2026-03-02 09:30")
    assert signed.person(REGISTRAR).state == "unreachable"
    assert "立案庭联络员已联系不上" in signed.text(DIRECTOR)
    assert signed.offers(REGISTRAR_HEAD)[:2] == ["fill", "zero"]  # there is no deputy: the head is asked at once
    await signed.until("2026-03-05 17:30")
    told = [text for text in map(words, signed.heard(DIRECTOR)) if "联系不上" in text]
    assert len(told) == 1
    assert signed.offers(REGISTRAR_HEAD)[:2] == ["fill", "zero"]
    assert len(copies(signed, signed.id(REGISTRAR))) == 2  # the assignment, and the one that was refused
    signed.telegram.unblocks(signed.id(REGISTRAR))
    await signed.quiet()
    assert signed.person(REGISTRAR).state == "active"


async def test_a_group_that_moves_takes_its_digest_with_it(signed: Court) -> None:
    await signed.until("2026-02-28 18:00")
    new = signed.telegram.migrates(signed.group)
    await signed.quiet()
    assert [room.chat_id for room in signed.rows(Room, until=None)] == [new]
    await signed.until("2026-03-02 10:00")
    assert [text[:12] for text in map(words, signed.heard(new))] == ["示范法院创建工作周报 第"]
    assert len(copies(signed, new, "sendPhoto")) == 1


async def test_a_group_that_moved_unheard_of_is_followed_by_telegram_s_own_word(signed: Court) -> None:
    await signed.until("2026-02-28 18:00")
    await signed.stop()
    old = signed.group
    new = signed.telegram.migrates(old)
    signed.telegram.updates(offset=10_000)  # the news is lost: the bot was away for more than a day
    signed.clock.move_to(at("2026-03-02 09:00"))
    await signed.open()
    await signed.until("2026-03-02 09:05")
    assert [room.chat_id for room in signed.rows(Room, until=None)] == [new]
    tries = [(int(call["params"]["chat_id"]), call["ok"]) for call in signed.telegram.history("sendPhoto")]
    assert [one for one in tries if one[0] < 0] == [(old, False), (new, True)]


async def test_a_token_that_is_refused_for_a_while_loses_nothing(
    signed: Court, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "BACKOFF", (0.01,) * 6)  # real seconds: the line is real
    signed.telegram.faults.add("getUpdates", "401", times=3)
    signed.telegram.faults.add("sendMessage", "401", times=1000)
    assert await signed.say(REGISTRAR, "/tasks") == []
    assert await signed.say(CIVIL, "/tasks") == []
    await signed.until(signed.now + timedelta(minutes=10))
    tries = sum(call["fault"] == "401" for call in signed.telegram.history("sendMessage"))
    assert 10 <= tries <= 2 * 13  # once a minute and chat, and nothing else meanwhile
    signed.telegram.faults.clear()
    await signed.until(signed.now + timedelta(minutes=2))
    assert "您目前没有待办事项" in signed.text(REGISTRAR)
    assert "您目前没有待办事项" in signed.text(CIVIL)
    assert signed.person(REGISTRAR).state == "active"


@pytest.mark.parametrize(
    ("kind", "arrived"), [("500", 1), ("accepted-500", 2), ("reset-before", 1), ("reset-after", 2)]
)
async def test_a_reminder_of_which_nobody_knows_goes_once_more_and_says_so(
    signed: Court, kind: str, arrived: int
) -> None:
    await signed.until("2026-02-28 18:00")
    signed.telegram.faults.add("sendMessage", kind)
    await signed.until("2026-03-02 09:30")
    (struck,) = (call["params"] for call in signed.telegram.history("sendMessage") if call["fault"])
    (title,) = (title for title in signed.contacts() if signed.id(title) == int(struck["chat_id"]))
    assignment, first, second = copies(signed, signed.id(title))
    assert first == struck["text"]
    assert second.startswith(MARK)
    assert second.partition("\n")[2] == first
    assert len(signed.heard(title)) == 1 + arrived, assignment
    (card,) = signed.rows(Outbox, key=f"card/{signed.person(title).id}/2026-03-02")
    assert (card.state, card.attempt) == ("sent", 1)
    # whichever copy there is, its buttons are the same and good
    found = [(copy["message_id"], buttons_of(copy)) for copy in signed.heard(title)[1:]]
    assert all(offered == found[0][1] for _, offered in found)
    for number, offered in found:
        for _, _, data in offered[:1]:
            toast = await signed.touch(title, signed.id(title), number, data, force=True)
            assert toast != "这个按钮不适用于您，或已失效，请用最新的消息。"


async def test_a_reminder_that_is_uncertain_twice_is_for_the_director_to_look_at(signed: Court) -> None:
    await to_one_reminder(signed)
    signed.telegram.faults.add("sendMessage", "500", times=2)
    before = len(copies(signed, signed.id(REGISTRAR)))
    await signed.until("2026-03-03 09:30")
    assert len(copies(signed, signed.id(REGISTRAR))) == before + 2
    assert "发给立案庭联络员的一条消息可能没有送达" in signed.text(DIRECTOR)
    assert signed.offers(DIRECTOR) == ["again", "let-be", "not-again"]
    assert await signed.press(DIRECTOR, "again") == "正在补发。"
    assert signed.text(REGISTRAR).startswith(MARK)
    assert signed.offers(DIRECTOR) == []


async def test_what_may_not_have_arrived_stands_on_the_directors_card_until_it_is_settled(signed: Court) -> None:
    await to_one_reminder(signed)
    signed.telegram.faults.add("sendMessage", "500", times=2)
    await signed.until("2026-03-03 10:00")
    for day in ("2026-03-04", "2026-03-05"):
        await signed.until(f"{day} 09:30")
        assert "有 1 条消息可能没有送达" in signed.text(DIRECTOR)
    await signed.press(DIRECTOR, "unsure")
    assert re.search(r"① 立案庭联络员　2026年3月3日 09:0\d　可能没有送达", signed.text(DIRECTOR))
    page = signed.last(DIRECTOR)
    forged = buttons.sign(secret(signed.folder), signed.id(CIVIL), signed.id(CIVIL), Press("unsure", "", 0))
    here = signed.last(CIVIL)["message_id"]
    assert await signed.touch(CIVIL, signed.id(CIVIL), here, forged, force=True) == "此项由创建办主任办理。"
    assert await signed.press(DIRECTOR, "not-again") == "已不再补发；提醒上的事项随下次提醒告知。"
    assert "没有待核实的消息" in signed.text(DIRECTOR)
    data = next(data for verb, _, data in buttons_of(page) if verb == "not-again")
    again = await signed.touch(DIRECTOR, signed.id(DIRECTOR), page["message_id"], data, force=True)
    assert again == "这件事已经处理过了。"
    await signed.until("2026-03-06 09:30")
    assert "可能没有送达" not in signed.text(DIRECTOR)
    assert MARK not in signed.text(REGISTRAR)
    assert "fill" in signed.offers(REGISTRAR)  # what stood on the card that was dropped


async def test_whichever_copy_is_pressed_the_duty_is_done_once(signed: Court) -> None:
    await to_one_reminder(signed)
    signed.telegram.faults.add("sendMessage", "accepted-500")
    await signed.until("2026-03-03 09:30")
    first, second = signed.heard(REGISTRAR)[-2:]
    assert words(second).startswith(MARK)
    await signed.press(REGISTRAR, "zero", on=first)
    await signed.say(REGISTRAR, "12")
    await signed.press(REGISTRAR, "file")
    for copy in (first, second):  # the one that is there shows what has come of it, the other may still be pressed
        data = next(data for verb, _, data in buttons_of(copy) if verb == "zero")
        await signed.touch(REGISTRAR, signed.id(REGISTRAR), copy["message_id"], data, force=True)
    (task,) = (task for task in signed.tasks(REGISTRAR) if task.cadence == "filing")
    assert [(report.version, report.state) for report in signed.rows(Report, task_id=task.id)] == [(1, "filed")]


@pytest.mark.parametrize(("kind", "arrived"), [("500", 0), ("reset-before", 0), ("reset-after", 1)])
async def test_an_answer_is_never_said_twice(signed: Court, kind: str, arrived: int) -> None:
    before = len(signed.heard(DIRECTOR))
    signed.telegram.faults.add("sendMessage", kind)
    assert len(await signed.say(REGISTRAR, "/tasks")) == arrived
    await signed.until(signed.now + timedelta(minutes=10))
    assert signed.rows(Outbox, kind="held")[-1].state == "unknown"
    assert len(signed.heard(DIRECTOR)) == before
    (answer,) = await signed.say(REGISTRAR, "/tasks")
    assert MARK not in answer


@pytest.mark.parametrize(("kind", "arrived"), [("reset-after", 1), ("500", 0)])
async def test_a_digest_of_which_nobody_knows_is_for_the_director_to_look_at(
    signed: Court, kind: str, arrived: int
) -> None:
    await signed.until("2026-02-28 18:00")  # the draft has come
    signed.telegram.faults.add("sendPhoto", kind)
    await signed.until("2026-03-02 10:00")
    found = [text for text in map(words, signed.heard(signed.group)) if "工作周报" in text]
    assert len(found) == arrived
    assert "发给领导小组群的一条消息可能没有送达" in signed.text(DIRECTOR)
    assert signed.offers(DIRECTOR) == ["again", "let-be", "not-again"]
    if arrived:
        assert await signed.press(DIRECTOR, "let-be") == "已记录为送达。"
        assert len(copies(signed, signed.group, "sendPhoto")) == 1
    else:
        number, data = signed.button(signed.id(DIRECTOR), "again")
        assert await signed.press(DIRECTOR, "again") == "正在补发。"
        assert signed.text(signed.group).startswith(MARK)
        await signed.touch(DIRECTOR, signed.id(DIRECTOR), number, data, force=True)
        assert len(copies(signed, signed.group, "sendPhoto")) == 2
    (digest,) = signed.rows(Outbox, kind="digest")
    assert digest.state == "sent"


async def test_a_press_that_telegram_answers_too_late_has_taken_effect_all_the_same(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    signed.telegram.faults.add("answerCallbackQuery", "400", text="Bad Request: query is too old")
    number, data = signed.button(signed.id(REGISTRAR), "zero")
    signed.telegram.presses(signed.id(REGISTRAR), signed.id(REGISTRAR), number, data)
    await signed.quiet()
    assert "请回复应填人数" in signed.text(REGISTRAR)


def malformed(court: Court) -> list[dict[str, Any]]:
    me = {"id": court.id(REGISTRAR), "is_bot": False, "first_name": REGISTRAR}
    here = {"id": court.id(REGISTRAR), "type": "private"}
    now = int(court.now.timestamp())
    return [
        {"message": None},
        {"message": {"message_id": 1}},
        {"callback_query": {"id": "1"}},
        {"callback_query": {"id": "2", "from": me, "data": "x", "chat_instance": "1"}},
        {"callback_query": {"id": 3, "from": me, "message": "no message", "data": 7}},
        {"message": {"message_id": 2, "from": me, "chat": here, "date": "yesterday", "text": SECRETS}},
        {"message": {"message_id": 3, "from": me, "chat": "here", "date": now, "text": SECRETS}},
        {"message": {"message_id": 4, "from": [], "chat": here, "date": now, "text": SECRETS}},
        {"message": {"message_id": 5, "from": me, "chat": here, "date": now, "text": 7}},
        {"message": {"message_id": 6, "from": me, "chat": here, "date": now, "photo": [{}], "caption": SECRETS}},
        {"my_chat_member": {"chat": here, "from": me, "date": now, "new_chat_member": "kicked"}},
        {"something_new": {"from": me}},
    ]


async def test_what_telegram_never_should_have_sent_is_set_aside_and_the_others_go_on(
    signed: Court, caplog: pytest.LogCaptureFixture
) -> None:
    await signed.until("2026-03-02 10:00")
    caplog.set_level(logging.DEBUG)
    for update in malformed(signed):
        signed.telegram.slips_in(update)
    signed.telegram.says(signed.id(CIVIL), signed.id(CIVIL), "应填30人，已填30人，记录1条")
    await signed.quiet()
    assert "记录 1 条" in signed.text(CIVIL)
    assert {row.state for row in signed.rows(Inbox)} <= {"done", "aside"}
    assert "aside" in {row.state for row in signed.rows(Inbox)}
    assert SECRETS not in caplog.text
    assert TOKEN not in caplog.text.replace(f"/bot{TOKEN}/", "")


async def test_a_mistake_of_ours_gives_the_sender_a_number_and_the_log_the_rest(
    signed: Court, caplog: pytest.LogCaptureFixture
) -> None:
    await signed.until("2026-03-02 10:00")
    caplog.set_level(logging.INFO)
    me = signed.id(REGISTRAR)
    bad = buttons.sign(secret(signed.folder), me, me, Press("note", "no-number", 0))
    signed.telegram.says(signed.id(CIVIL), signed.id(CIVIL), "应填30人，已填30人，记录1条")
    await signed.touch(REGISTRAR, me, signed.last(REGISTRAR)["message_id"], bad, force=True)
    (aside,) = signed.rows(Inbox, state="aside")
    assert aside.reference is not None
    assert f"编号 {aside.reference}" in signed.text(REGISTRAR)
    assert "Error" not in signed.text(REGISTRAR)
    assert "记录 1 条" in signed.text(CIVIL)
    assert aside.reference in caplog.text
    assert "ValueError" in caplog.text
    assert "应填30人" not in caplog.text
    assert TOKEN not in caplog.text


async def test_the_log_of_an_ordinary_day_has_neither_the_token_nor_anybody_s_words(
    signed: Court, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await signed.until("2026-03-02 10:00")
    await signed.say(REGISTRAR, f"记录1条，{SECRETS}")
    signed.telegram.faults.add("sendMessage", "400", text="Bad Request: something is wrong")
    await signed.say(REGISTRAR, "/tasks")
    signed.telegram.faults.add("sendMessage", "403")
    await signed.say(CIVIL, "/tasks")
    for canary in (TOKEN, TOKEN.partition(":")[2], SECRETS, "今天请办"):
        assert canary not in caplog.text


async def test_no_picture_can_be_drawn_and_the_rest_goes_on(signed: Court) -> None:
    """What is refused for good is told to the director, not lost."""
    await signed.until("2026-02-28 18:00")  # the draft has come
    signed.telegram.faults.add("sendPhoto", "400", text="Bad Request: PHOTO_INVALID_DIMENSIONS")
    await signed.until("2026-03-02 10:00")
    assert signed.rows(Outbox, kind="digest")[0].state == "dead"
    assert "领导小组群" in signed.text(DIRECTOR)
    assert "fill" in signed.offers(REGISTRAR)


async def test_a_group_that_is_not_bound_hears_nothing_but_the_director(signed: Court) -> None:
    elsewhere = signed.telegram.new_group("闲谈", signed.id(DIRECTOR))
    signed.telegram.adds_bot(signed.id(DIRECTOR), elsewhere)
    await signed.quiet()
    offered = len(signed.heard(elsewhere))
    signed.telegram.adds_member(signed.id(REGISTRAR), elsewhere)
    for text in ("/why 2.1.1", "取消", "/tasks", "/status", "你好"):
        assert await signed.say(REGISTRAR, text, chat=elsewhere) == []
    assert len(signed.heard(elsewhere)) == offered


async def test_a_group_of_a_stranger_is_left_as_often_as_the_bot_is_put_into_it(signed: Court) -> None:
    elsewhere = signed.telegram.new_group("闲谈", signed.id(STRANGER))
    for n in (1, 2):
        signed.telegram.adds_bot(signed.id(STRANGER), elsewhere)
        await signed.quiet()
        assert len(signed.telegram.history("leaveChat")) == n
