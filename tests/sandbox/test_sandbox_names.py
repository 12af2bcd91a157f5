"""In whose name a message comes: forwarded, of the group itself, of a channel."""

import pytest
from telegram import (
    Bot,
    Message,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
)
from telegram.constants import ChatID

from sandbox.errors import Refused
from sandbox.telegram import Telegram
from tests.sandbox.cast import CONTACT, DIRECTOR, OUTSIDER, Watch
from tests.sandbox.pictures import png

ME = CONTACT.id


@pytest.fixture
def supergroup(telegram: Telegram) -> int:
    telegram.says(ME, ME, "/start")
    telegram.adds_bot(DIRECTOR.id, telegram.group)
    telegram.promotes_bot(DIRECTOR.id, telegram.group)
    return telegram.migrates(telegram.group)


async def newest(bot: Bot) -> Message:
    message = (await bot.get_updates())[-1].message
    assert message is not None
    return message


@pytest.mark.parametrize(
    ("source", "kind"),
    [("a person", "user"), ("a hidden person", "hidden_user"), ("the group", "chat"), ("a channel", "channel")],
)
async def test_a_forwarded_message_says_where_it_was_written(
    bot: Bot, telegram: Telegram, supergroup: int, watch: Watch, source: str, kind: str
) -> None:
    channel = telegram.new_channel("院内通报", ME)
    where = channel if source == "a channel" else supergroup
    told = telegram.says(ME, where, "应填 45 人", as_chat=supergroup if source == "the group" else None)
    watch.wait(60)
    telegram.forwards(ME, ME, where, told["message_id"], hidden=source == "a hidden person")
    message = await newest(bot)
    origin = message.forward_origin
    assert origin is not None
    assert (message.text, origin.type) == ("应填 45 人", kind)
    assert message.from_user is not None
    assert message.from_user.id == ME
    assert (message.date - origin.date).seconds == 60
    match origin:
        case MessageOriginUser():
            assert origin.sender_user.id == ME
        case MessageOriginHiddenUser():
            assert (origin.sender_user_name, str(ME) in origin.to_json()) == (CONTACT.name, False)
        case MessageOriginChat():
            assert origin.sender_chat.id == supergroup
        case MessageOriginChannel():
            assert (origin.chat.id, origin.message_id) == (channel, told["message_id"])


async def test_what_is_forwarded_twice_still_says_where_it_was_written_first(
    bot: Bot, telegram: Telegram, supergroup: int
) -> None:
    sent = telegram.sends_file(DIRECTOR.id, supergroup, "局面.png", png(10, 10), caption="局面", photo=True)
    once = telegram.forwards(ME, ME, supergroup, sent["message_id"])
    twice = telegram.forwards(ME, supergroup, ME, once["message_id"])
    assert twice["forward_origin"] == once["forward_origin"]
    assert twice["forward_from"]["id"] == DIRECTOR.id
    message = await newest(bot)
    assert (message.caption, len(message.photo)) == ("局面", 1)


def test_an_album_is_forwarded_whole_and_is_a_new_one(telegram: Telegram, supergroup: int) -> None:
    pages = [(f"{number}.png", png(10 + number, 10)) for number in range(3)]
    sent = telegram.sends_album(ME, ME, pages, caption="纪要", photos=True)
    telegram.forwards(ME, supergroup, ME, sent[1]["message_id"])
    copies = telegram.messages(supergroup)[-3:]
    assert [one["photo"] for one in copies] == [one["photo"] for one in sent]
    assert [one.get("caption") for one in copies] == ["纪要", None, None]
    assert {one["media_group_id"] for one in copies}.isdisjoint({one["media_group_id"] for one in sent})
    assert len({one["media_group_id"] for one in copies}) == 1


async def test_a_forwarded_message_of_the_bot_leaves_its_buttons_behind(
    bot: Bot, telegram: Telegram, supergroup: int
) -> None:
    markup = {"inline_keyboard": [[{"text": "签收", "callback_data": "sign.1"}]]}
    sent = telegram.call("sendMessage", {"chat_id": ME, "text": "请签收", "reply_markup": markup})
    copy = telegram.forwards(ME, supergroup, ME, sent["message_id"])
    assert "reply_markup" not in copy
    assert copy["forward_from"]["id"] == bot.id


def test_only_what_one_can_read_and_has_content_is_forwarded(telegram: Telegram, supergroup: int) -> None:
    told = telegram.says(ME, supergroup, "甲")
    with pytest.raises(Refused, match="to act there"):
        telegram.forwards(OUTSIDER.id, OUTSIDER.id, supergroup, told["message_id"])
    service = telegram.messages(supergroup)[0]
    with pytest.raises(Refused, match="nothing to forward"):
        telegram.forwards(ME, ME, supergroup, service["message_id"])


async def test_an_anonymous_administrator_is_the_group_itself(bot: Bot, telegram: Telegram, supergroup: int) -> None:
    telegram.says(ME, supergroup, "/status", as_chat=supergroup)
    message = await newest(bot)
    assert message.from_user is not None
    assert (message.from_user.id, message.from_user.is_bot) == (ChatID.ANONYMOUS_ADMIN, True)
    assert message.sender_chat is not None
    assert message.sender_chat.id == supergroup
    assert str(ME) not in message.to_json()


async def test_a_channel_speaks_in_a_group_by_an_account_that_all_channels_share(
    bot: Bot, telegram: Telegram, supergroup: int
) -> None:
    channel = telegram.new_channel("院内通报", DIRECTOR.id)
    telegram.says(DIRECTOR.id, supergroup, "通报", as_chat=channel)
    message = await newest(bot)
    assert message.from_user is not None
    assert message.from_user.id == ChatID.FAKE_CHANNEL
    assert message.sender_chat is not None
    assert (message.sender_chat.id, message.sender_chat.type) == (channel, "channel")
    assert str(DIRECTOR.id) not in message.to_json()


def test_one_speaks_for_nothing_that_one_does_not_rule(telegram: Telegram, supergroup: int) -> None:
    channel = telegram.new_channel("院内通报", ME)
    for name in (supergroup, channel, DIRECTOR.id):
        with pytest.raises(Refused, match="speaks for"):
            telegram.says(DIRECTOR.id, supergroup, "甲", as_chat=name)
    small = telegram.new_group("执行局", ME)
    with pytest.raises(Refused, match="in supergroups alone"):
        telegram.says(ME, small, "甲", as_chat=small)


async def test_an_upgraded_group_speaks_of_it_itself(bot: Bot, telegram: Telegram) -> None:
    old = telegram.group
    telegram.adds_bot(DIRECTOR.id, old)
    new = telegram.migrates(old, by=DIRECTOR.id)
    gone, come = [u.message for u in (await bot.get_updates())[-2:]]
    assert gone is not None
    assert come is not None
    assert gone.from_user is not None
    assert (gone.chat_id, gone.from_user.id, gone.migrate_to_chat_id) == (old, DIRECTOR.id, new)
    assert come.from_user is not None
    assert (come.chat_id, come.from_user.id, come.migrate_from_chat_id) == (new, ChatID.ANONYMOUS_ADMIN, old)
