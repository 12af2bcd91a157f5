import asyncio
from pathlib import Path

import pytest
from telegram import Bot, Update
from telegram.error import BadRequest, Conflict

from sandbox.errors import Refused
from sandbox.telegram import Telegram
from tests.sandbox.cast import CAST, CONTACT, DIRECTOR, OUTSIDER, TOKEN, Watch

ME = CONTACT.id
MARKUP = {"inline_keyboard": [[{"text": "签收", "callback_data": "sign.1"}]]}


async def test_what_people_say_comes_as_telegram_sends_it(bot: Bot, telegram: Telegram) -> None:
    telegram.says(ME, ME, "😀 /tasks@duban_bot https://t.me/duban_bot?start=x")
    (update,) = await bot.get_updates()
    message = update.message
    assert message is not None
    assert message.from_user is not None
    assert (message.from_user.id, message.from_user.language_code, message.chat_id) == (ME, "zh-hans", ME)
    command, link = message.entities
    assert (command.type, command.offset, command.length) == ("bot_command", 3, 16)
    assert message.parse_entity(link) == "https://t.me/duban_bot?start=x"


async def test_updates_come_again_until_a_higher_offset_confirms_them(bot: Bot, telegram: Telegram) -> None:
    for text in ("甲", "乙", "丙"):
        telegram.says(ME, ME, text)
    first = await bot.get_updates(limit=2)
    assert [update.update_id for update in first] == [1, 2]
    assert len(await bot.get_updates()) == 3
    assert [update.update_id for update in await bot.get_updates(offset=3)] == [3]
    assert [update.update_id for update in await bot.get_updates()] == [3]
    assert await bot.get_updates(offset=4) == ()
    assert not telegram.has_updates()


async def test_a_negative_offset_keeps_the_last_ones(bot: Bot, telegram: Telegram) -> None:
    for text in ("甲", "乙", "丙"):
        telegram.says(ME, ME, text)
    assert [update.update_id for update in await bot.get_updates(offset=-1)] == [3]
    assert len(await bot.get_updates()) == 1


async def test_a_long_poll_ends_when_somebody_speaks(bot: Bot, telegram: Telegram) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.2)
    assert not poll.done()
    await asyncio.to_thread(telegram.says, ME, ME, "甲")
    assert len(await asyncio.wait_for(poll, 2)) == 1


async def test_a_long_poll_ends_empty_after_its_time(bot: Bot) -> None:
    assert await asyncio.wait_for(bot.get_updates(timeout=1), 3) == ()


async def test_a_second_poller_ends_the_first_with_a_conflict(bot: Bot, telegram: Telegram) -> None:
    older = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.2)
    newer = asyncio.create_task(bot.get_updates(timeout=20))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await asyncio.wait_for(older, 2)
    telegram.says(ME, ME, "甲")
    assert len(await asyncio.wait_for(newer, 2)) == 1


async def test_kinds_that_were_not_asked_for_are_not_queued(bot: Bot, telegram: Telegram) -> None:
    telegram.says(ME, ME, "甲")
    await bot.get_updates(offset=2, allowed_updates=["callback_query"])
    telegram.says(ME, ME, "乙")
    assert await bot.get_updates() == ()
    await bot.get_updates(allowed_updates=[])
    telegram.says(ME, ME, "丙")
    assert len(await bot.get_updates()) == 1


async def test_updates_older_than_a_day_are_gone(telegram: Telegram, watch: Watch) -> None:
    telegram.says(ME, ME, "甲")
    watch.wait(86_401)
    telegram.says(ME, ME, "乙")
    assert [update["message"]["text"] for update in telegram.updates()] == ["乙"]


async def test_a_press_carries_its_message_and_is_answered_once(bot: Bot, telegram: Telegram) -> None:
    telegram.says(ME, ME, "/start")
    sent = telegram.call("sendMessage", {"chat_id": ME, "text": "甲", "reply_markup": MARKUP})
    query = telegram.presses(ME, ME, sent["message_id"], "sign.1")
    update = (await bot.get_updates(offset=2))[0]
    assert update.callback_query is not None
    assert (update.callback_query.id, update.callback_query.data) == (query, "sign.1")
    assert isinstance(update.effective_message, type(update.callback_query.message))
    assert telegram.answer_to(query) is None
    await bot.answer_callback_query(query, "已签收", show_alert=True)
    assert telegram.answer_to(query) == {"text": "已签收", "show_alert": True, "url": ""}
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired"):
        await bot.answer_callback_query(query)


async def test_an_old_press_can_t_be_answered(bot: Bot, telegram: Telegram, watch: Watch) -> None:
    telegram.says(ME, ME, "/start")
    sent = telegram.call("sendMessage", {"chat_id": ME, "text": "甲", "reply_markup": MARKUP})
    query = telegram.presses(ME, ME, sent["message_id"], "sign.1")
    watch.wait(16)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(query)


async def test_only_a_forged_client_presses_what_is_not_there(telegram: Telegram) -> None:
    telegram.says(ME, ME, "/start")
    sent = telegram.call("sendMessage", {"chat_id": ME, "text": "甲", "reply_markup": MARKUP})
    with pytest.raises(Refused):
        telegram.presses(ME, ME, sent["message_id"], "sign.2")
    telegram.presses(ME, ME, sent["message_id"], "sign.2", force=True)
    assert telegram.updates()[-1]["callback_query"]["data"] == "sign.2"


async def test_an_edited_message_comes_as_one(bot: Bot, telegram: Telegram, watch: Watch) -> None:
    said = telegram.says(ME, ME, "45")
    watch.wait(60)
    telegram.edits(ME, ME, said["message_id"], "46")
    edited = (await bot.get_updates())[-1].edited_message
    assert edited is not None
    assert edited.edit_date is not None
    assert (edited.text, (edited.edit_date - edited.date).seconds) == ("46", 60)
    with pytest.raises(Refused):
        telegram.edits(DIRECTOR.id, ME, said["message_id"], "47")
    copy = telegram.forwards(ME, ME, ME, said["message_id"])
    with pytest.raises(Refused, match="own words"):
        telegram.edits(ME, ME, copy["message_id"], "47")


async def test_a_group_tells_of_the_bot_s_coming_and_going(bot: Bot, telegram: Telegram) -> None:
    group = telegram.group
    telegram.adds_bot(DIRECTOR.id, group)
    telegram.promotes_bot(DIRECTOR.id, group)
    telegram.removes_bot(DIRECTOR.id, group)
    updates = await bot.get_updates()
    statuses = [
        (update.my_chat_member.old_chat_member.status, update.my_chat_member.new_chat_member.status)
        for update in updates
        if update.my_chat_member
    ]
    assert statuses == [("left", "member"), ("member", "administrator"), ("administrator", "kicked")]
    welcome = next(update.message for update in updates if update.message)
    assert [user.id for user in welcome.new_chat_members] == [bot.id]


async def test_in_a_group_the_bot_hears_only_what_is_meant_for_it(telegram: Telegram) -> None:
    group = telegram.group
    telegram.adds_bot(DIRECTOR.id, group)
    sent = telegram.call("sendMessage", {"chat_id": group, "text": "周报"})
    before = len(telegram.updates())
    for unheard in ("大家好", "/status@other_bot", "看 a/b"):
        telegram.says(ME, group, unheard)
    assert len(telegram.updates()) == before
    for heard in ("/status", "/status@duban_bot 全部", "@duban_bot 在吗"):
        telegram.says(ME, group, heard)
    telegram.says(ME, group, "收到", reply_to=sent["message_id"])
    assert len(telegram.updates()) == before + 4
    with pytest.raises(Refused):
        telegram.says(OUTSIDER.id, group, "/status")


async def test_blocking_tells_the_bot(bot: Bot, telegram: Telegram) -> None:
    telegram.blocks(ME)
    telegram.unblocks(ME)
    kinds = [
        update.my_chat_member and update.my_chat_member.new_chat_member.status for update in await bot.get_updates()
    ]
    assert kinds == ["kicked", "member"]


async def test_an_upgraded_group_says_where_it_went(bot: Bot, telegram: Telegram) -> None:
    old = telegram.group
    telegram.adds_bot(DIRECTOR.id, old)
    new = telegram.migrates(old)
    messages = [update.message for update in await bot.get_updates() if update.message]
    assert [(one.chat_id, one.migrate_to_chat_id, one.migrate_from_chat_id) for one in messages[1:]] == [
        (old, new, None),
        (new, None, old),
    ]
    sent = await bot.send_message(new, "甲")
    assert (sent.chat.type, sent.message_id) == ("supergroup", 2)
    assert new in telegram.chats_of(ME)
    assert old not in telegram.chats_of(ME)


async def test_everything_survives_a_restart(watch: Watch, tmp_path: Path) -> None:
    file = tmp_path / "world.sqlite"
    world = Telegram(token=TOKEN, cast=CAST, now=watch.now, path=file)
    world.says(ME, ME, "/start")
    world.says(ME, ME, "45")
    world.updates(offset=2)
    sent = world.call("sendMessage", {"chat_id": ME, "text": "甲", "reply_markup": MARKUP})
    world.blocks(DIRECTOR.id)
    # The first is left open: a killed process closes nothing.
    again = Telegram(token=TOKEN, cast=CAST, now=watch.now, path=file)
    assert [update["update_id"] for update in again.updates()] == [2, 3]
    assert again.messages(ME)[-1] == sent | {"message_id": 3}
    assert again.group == world.group
    assert [call["method"] for call in again.history()] == ["sendMessage"]
    assert again.says(ME, ME, "46")["message_id"] == 4
    world.close()
    again.close()


async def test_a_world_in_memory_can_be_kept_in_a_file(telegram: Telegram, watch: Watch, tmp_path: Path) -> None:
    telegram.says(ME, ME, "/start")
    telegram.copy_to(tmp_path / "copy.sqlite")
    copy = Telegram(token=TOKEN, cast=CAST, now=watch.now, path=tmp_path / "copy.sqlite")
    assert copy.messages(ME) == telegram.messages(ME)
    copy.close()


async def test_a_malformed_update_can_be_slipped_in(telegram: Telegram) -> None:
    telegram.slips_in({"callback_query": {"id": "1"}})
    assert telegram.updates() == [{"update_id": 1, "callback_query": {"id": "1"}}]
    assert Update.de_json({"update_id": 1}, None).update_id == 1
