import pytest
from telegram import Bot
from telegram.error import BadRequest

from sandbox.errors import Refused
from sandbox.telegram import Telegram
from tests.sandbox.cast import CONTACT, DIRECTOR, OUTSIDER

ME = CONTACT.id


@pytest.fixture
def group(telegram: Telegram) -> int:
    telegram.says(ME, ME, "/start")
    telegram.adds_bot(DIRECTOR.id, telegram.group)
    return telegram.group


async def top(bot: Bot, chat: int) -> int | None:
    found = (await bot.get_chat(chat)).pinned_message
    return None if found is None else found.message_id


@pytest.mark.parametrize("deed", ["pin", "unpin", "unpin all"])
async def test_in_a_group_only_an_administrator_among_bots_pins(
    bot: Bot, telegram: Telegram, group: int, deed: str
) -> None:
    sent = await bot.send_message(group, "周报")
    deeds = {
        "pin": lambda: bot.pin_chat_message(group, sent.message_id),
        "unpin": lambda: bot.unpin_chat_message(group, sent.message_id),
        "unpin all": lambda: bot.unpin_all_chat_messages(group),
    }
    if deed == "unpin":
        telegram.pins(ME, group, sent.message_id)
    with pytest.raises(BadRequest, match="Not enough rights to manage pinned messages in the chat"):
        await deeds[deed]()
    telegram.promotes_bot(DIRECTOR.id, group)
    assert await deeds[deed]()


async def test_the_pinned_message_that_was_written_last_stands_on_top(bot: Bot, telegram: Telegram, group: int) -> None:
    telegram.promotes_bot(DIRECTOR.id, group)
    older, newer = [(await bot.send_message(group, text)).message_id for text in ("第 1 期", "第 2 期")]
    for number in (newer, older):
        await bot.pin_chat_message(group, number, disable_notification=True)
    assert await top(bot, group) == newer
    await bot.unpin_chat_message(group)
    assert await top(bot, group) == older
    await bot.pin_chat_message(group, newer)
    await bot.unpin_chat_message(group, newer)
    await bot.pin_chat_message(group, newer)
    await bot.unpin_all_chat_messages(group)
    assert await top(bot, group) is None
    with pytest.raises(BadRequest, match="Message to unpin not found"):
        await bot.unpin_chat_message(group)


async def test_a_pin_is_said_in_the_chat_and_the_bot_hears_even_of_its_own(
    bot: Bot, telegram: Telegram, group: int
) -> None:
    telegram.promotes_bot(DIRECTOR.id, group)
    sent = await bot.send_message(group, "周报")
    await bot.pin_chat_message(group, sent.message_id)
    telegram.pins(ME, ME, telegram.says(ME, ME, "45")["message_id"])
    notes = [u.message for u in await bot.get_updates() if u.message and u.message.pinned_message]
    assert [(one.chat_id, one.from_user.id) for one in notes if one.from_user] == [(group, bot.id), (ME, ME)]
    assert next(one.pinned_message.message_id for one in notes if one.pinned_message) == sent.message_id
    assert telegram.messages(group)[-1]["pinned_message"]["text"] == "周报"


async def test_what_can_t_be_pinned_or_unpinned_is_said_in_telegram_s_words(
    bot: Bot, telegram: Telegram, group: int
) -> None:
    sent = await bot.send_message(ME, "甲")
    await bot.pin_chat_message(ME, sent.message_id)
    with pytest.raises(BadRequest, match=r"(?i)chat_not_modified"):
        await bot.pin_chat_message(ME, sent.message_id)
    with pytest.raises(BadRequest, match="Message to pin not found"):
        await bot.pin_chat_message(ME, 999)
    with pytest.raises(BadRequest, match="Message to unpin not found"):
        await bot.unpin_chat_message(ME, 999)
    await bot.delete_message(ME, sent.message_id)
    assert await top(bot, ME) is None
    with pytest.raises(Refused):
        telegram.pins(OUTSIDER.id, group, 1)
