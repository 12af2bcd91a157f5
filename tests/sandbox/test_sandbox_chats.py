import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    MenuButtonCommands,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden

from sandbox.methods.commands import shown_to
from sandbox.telegram import Telegram
from tests.sandbox.cast import CONTACT, DIRECTOR, OUTSIDER

ME = CONTACT.id


@pytest.fixture(autouse=True)
def started(telegram: Telegram) -> None:
    telegram.says(ME, ME, "/start")


@pytest.fixture
def group(telegram: Telegram) -> int:
    telegram.adds_bot(DIRECTOR.id, telegram.group)
    return telegram.group


async def test_chats_and_members_are_described(bot: Bot, group: int) -> None:
    assert (await bot.get_chat(ME)).first_name == "立案庭联络员"
    assert (await bot.get_chat(group)).title == "创建活动领导小组"
    assert (await bot.get_chat_member(group, ME)).status == "creator"
    assert (await bot.get_chat_member(group, OUTSIDER.id)).status == "left"
    assert (await bot.get_chat_member(group, bot.id)).status == "member"
    assert await bot.get_chat_member_count(group) == 3
    with pytest.raises(BadRequest, match=r"(?i)participant_id_invalid"):
        await bot.get_chat_member(group, 555)


async def test_a_group_unseen_left_or_closed_to_the_bot_is_named(bot: Bot, telegram: Telegram) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(telegram.group, "甲")
    telegram.adds_bot(DIRECTOR.id, telegram.group)
    telegram.removes_bot(DIRECTOR.id, telegram.group)
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(telegram.group, "甲")
    telegram.adds_bot(DIRECTOR.id, telegram.group)
    assert await bot.leave_chat(telegram.group)
    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.send_message(telegram.group, "甲")


async def test_an_upgraded_group_refuses_and_names_the_new_one(bot: Bot, telegram: Telegram, group: int) -> None:
    new = telegram.migrates(group)
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(group, "甲")
    assert caught.value.new_chat_id == new


async def test_the_narrowest_commands_are_shown_in_the_reader_s_language(
    bot: Bot, telegram: Telegram, group: int
) -> None:
    await bot.set_my_commands([BotCommand("help", "Help")])
    await bot.set_my_commands([BotCommand("help", "帮助")], language_code="zh")
    assert shown_to(telegram.world, ME, ME)[0]["description"] == "帮助"
    assert shown_to(telegram.world, OUTSIDER.id, OUTSIDER.id)[0]["description"] == "Help"
    await bot.set_my_commands([BotCommand("tasks", "任务")], scope=BotCommandScopeAllPrivateChats())
    await bot.set_my_commands([BotCommand("status", "局面")], scope=BotCommandScopeChat(ME))
    assert shown_to(telegram.world, ME, ME)[0]["command"] == "status"
    assert shown_to(telegram.world, ME, group)[0]["command"] == "help"
    assert [one.command for one in await bot.get_my_commands(scope=BotCommandScopeChat(ME))] == ["status"]
    await bot.delete_my_commands(scope=BotCommandScopeChat(ME))
    assert shown_to(telegram.world, ME, ME)[0]["command"] == "tasks"


async def test_the_bot_s_profile_is_kept(bot: Bot) -> None:
    assert await bot.set_my_name("督办助手")
    assert (await bot.get_me()).first_name == "督办助手"
    assert await bot.set_my_description("交办、催办、回执")
    assert await bot.set_my_short_description("督办")
    assert await bot.set_chat_menu_button(ME, MenuButtonCommands())
    with pytest.raises(BadRequest, match="Name is too long"):
        await bot.set_my_name("长" * 65)


async def test_what_waits_can_be_dropped(bot: Bot, telegram: Telegram) -> None:
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count) == ("", 1)
    assert await bot.delete_webhook(drop_pending_updates=True)
    assert not telegram.has_updates()
