import pytest
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden

from sandbox.errors import Refused
from sandbox.telegram import Telegram
from tests.sandbox.cast import CONTACT, DIRECTOR, OUTSIDER

ME = CONTACT.id
MEMBERS = ["message", "my_chat_member", "chat_member"]


@pytest.fixture
def group(telegram: Telegram) -> int:
    telegram.says(ME, ME, "/start")
    telegram.adds_bot(DIRECTOR.id, telegram.group)
    return telegram.group


async def test_administrators_are_the_creator_who_was_made_one_and_the_bot_if_it_is(
    bot: Bot, telegram: Telegram, group: int
) -> None:
    async def found() -> list[tuple[int, str]]:
        return [(one.user.id, one.status) for one in await bot.get_chat_administrators(group)]

    assert await found() == [(ME, "creator")]
    telegram.promotes_member(DIRECTOR.id, group, by=ME)
    telegram.promotes_bot(DIRECTOR.id, group)
    assert await found() == [(ME, "creator"), (DIRECTOR.id, "administrator"), (bot.id, "administrator")]
    telegram.demotes_member(DIRECTOR.id, group, by=ME)
    assert await found() == [(ME, "creator"), (bot.id, "administrator")]
    with pytest.raises(BadRequest, match="There are no administrators in the private chat"):
        await bot.get_chat_administrators(ME)


async def test_who_comes_and_goes_is_said_in_the_group(bot: Bot, telegram: Telegram, group: int) -> None:
    telegram.adds_member(OUTSIDER.id, group, by=ME)
    telegram.removes_member(OUTSIDER.id, group)
    telegram.adds_member(OUTSIDER.id, group)
    telegram.removes_member(OUTSIDER.id, group, by=ME)
    notes = [u.message for u in await bot.get_updates(offset=4) if u.message]
    told = [
        (one.from_user.id if one.from_user else None, [user.id for user in one.new_chat_members])
        for one in notes
        if one.new_chat_members
    ]
    assert told == [(ME, [OUTSIDER.id]), (OUTSIDER.id, [OUTSIDER.id])]
    left = [(one.from_user.id, one.left_chat_member.id) for one in notes if one.left_chat_member and one.from_user]
    assert left == [(OUTSIDER.id, OUTSIDER.id), (ME, OUTSIDER.id)]
    assert (await bot.get_chat_member(group, OUTSIDER.id)).status == "kicked"
    assert await bot.get_chat_member_count(group) == 3
    with pytest.raises(Refused, match="let in by others"):
        telegram.adds_member(OUTSIDER.id, group)


@pytest.mark.parametrize(("asked", "administrator", "heard"), [(True, True, 2), (True, False, 0), (False, True, 0)])
async def test_a_member_s_standing_is_told_to_an_administrator_that_asked_for_it(
    bot: Bot, telegram: Telegram, group: int, asked: bool, administrator: bool, heard: int
) -> None:
    await bot.get_updates(allowed_updates=MEMBERS if asked else None)
    if administrator:
        telegram.promotes_bot(DIRECTOR.id, group)
    telegram.adds_member(OUTSIDER.id, group, by=ME)
    telegram.removes_member(OUTSIDER.id, group)
    changes = [u.chat_member for u in await bot.get_updates() if u.chat_member]
    assert len(changes) == heard
    for change, (by, was, is_now) in zip(
        changes, [(ME, "left", "member"), (OUTSIDER.id, "member", "left")], strict=False
    ):
        found = (change.from_user.id, change.old_chat_member.status, change.new_chat_member.status)
        assert found == (by, was, is_now)
        assert change.new_chat_member.user.id == OUTSIDER.id


@pytest.mark.parametrize("how", ["put out", "left by itself"])
async def test_the_last_that_the_bot_hears_of_a_group_is_that_it_is_out(
    bot: Bot, telegram: Telegram, group: int, how: str
) -> None:
    before = telegram.updates()[-1]["update_id"]
    if how == "put out":
        telegram.removes_bot(ME, group)
    else:
        await bot.leave_chat(group)
    change, note = await bot.get_updates(offset=before + 1)
    assert change.my_chat_member is not None
    assert change.my_chat_member.new_chat_member.status == ("kicked" if how == "put out" else "left")
    assert change.my_chat_member.from_user.id == (ME if how == "put out" else bot.id)
    assert note.message is not None
    assert note.message.left_chat_member is not None
    assert note.message.left_chat_member.id == bot.id
    telegram.says(ME, group, "/status")
    telegram.adds_member(OUTSIDER.id, group, by=ME)
    assert len(telegram.updates()) == 2


async def test_of_a_group_that_is_no_more_the_bot_may_ask_who_it_was_but_not_who_is_in_it(
    bot: Bot, telegram: Telegram, group: int
) -> None:
    telegram.migrates(group)
    assert (await bot.get_chat(group)).title == "创建活动领导小组"
    assert (await bot.get_chat_member(group, bot.id)).status == "member"
    for ask in (bot.get_chat_administrators, bot.get_chat_member_count):
        with pytest.raises(ChatMigrated):
            await ask(group)
    with pytest.raises(ChatMigrated):
        await bot.get_chat_member(group, ME)


async def test_a_supergroup_that_it_is_not_in_is_closed_to_the_bot_altogether(
    bot: Bot, telegram: Telegram, group: int
) -> None:
    new = telegram.migrates(group)
    telegram.removes_bot(ME, new)
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.get_chat(new)


async def test_a_channel_takes_the_bot_as_an_administrator_and_its_posts_have_no_writer(
    bot: Bot, telegram: Telegram
) -> None:
    channel = telegram.new_channel("院内通报", ME)
    telegram.says(ME, channel, "加入以前")
    telegram.adds_bot(ME, channel)
    telegram.says(ME, channel, "通报")
    change, post = await bot.get_updates()
    assert change.my_chat_member is not None
    assert change.my_chat_member.new_chat_member.status == "administrator"
    assert post.message is None
    assert post.channel_post is not None
    assert (post.channel_post.text, post.channel_post.from_user) == ("通报", None)
    assert post.channel_post.sender_chat is not None
    assert (post.channel_post.sender_chat.id, post.channel_post.chat.type) == (channel, "channel")
    assert (await bot.send_message(channel, "甲")).from_user is None
    telegram.adds_member(OUTSIDER.id, channel)
    with pytest.raises(Refused, match="administrators alone write"):
        telegram.says(OUTSIDER.id, channel, "乙")
    telegram.removes_bot(ME, channel)
    with pytest.raises(Forbidden, match="bot was kicked from the channel chat"):
        await bot.send_message(channel, "甲")
