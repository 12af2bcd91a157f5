from collections.abc import Iterable

import pytest
from telegram import Bot, ReactionType, ReactionTypeCustomEmoji, ReactionTypeEmoji
from telegram.error import BadRequest, Forbidden

from sandbox.errors import Refused
from sandbox.telegram import Telegram
from tests.sandbox.cast import CONTACT, DIRECTOR, OUTSIDER

ME = CONTACT.id
ASKED = ["message", "message_reaction"]


@pytest.fixture
def said(telegram: Telegram) -> int:
    return int(telegram.says(ME, ME, "45 45 0")["message_id"])


def shown(telegram: Telegram, chat: int) -> list[tuple[str, list[int]]]:
    return [(one["emoji"], one["people"]) for one in telegram.messages(chat)[-1].get("_reactions", [])]


def emoji(reactions: Iterable[ReactionType]) -> list[str]:
    return [one.emoji for one in reactions if isinstance(one, ReactionTypeEmoji)]


async def test_the_bot_s_reaction_stands_under_the_message_until_it_is_taken_away(
    bot: Bot, telegram: Telegram, said: int
) -> None:
    assert await bot.set_message_reaction(ME, said, "👍")
    telegram.reacts(ME, ME, said, "❤️")
    assert shown(telegram, ME) == [("❤", [ME]), ("👍", [0])]
    await bot.set_message_reaction(ME, said, ReactionTypeEmoji("👌"))
    await bot.set_message_reaction(ME, said, [])
    assert shown(telegram, ME) == [("❤", [ME])]


async def test_what_a_bot_may_not_react_with_is_refused(bot: Bot, telegram: Telegram, said: int) -> None:
    for reaction, words in (
        (ReactionTypeEmoji("🐢"), r"(?i)reaction_invalid"),
        (["👍", "👌"], r"(?i)reactions_too_many"),
        (ReactionTypeCustomEmoji("1"), "invalid reaction type"),
    ):
        with pytest.raises(BadRequest, match=words):
            await bot.set_message_reaction(ME, said, reaction)
    with pytest.raises(BadRequest, match="Message to react not found"):
        await bot.set_message_reaction(ME, 999, "👍")
    await bot.set_message_reaction(ME, said, "👍")
    with pytest.raises(BadRequest, match="not modified"):
        await bot.set_message_reaction(ME, said, "👍")
    telegram.blocks(ME)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.set_message_reaction(ME, said, "👌")


async def test_a_reaction_is_told_as_it_was_and_as_it_is(bot: Bot, telegram: Telegram, said: int) -> None:
    await bot.get_updates(allowed_updates=ASKED)
    for wanted in ("👍", "👍", "👌", None):
        telegram.reacts(ME, ME, said, wanted)
    changes = [u.message_reaction for u in await bot.get_updates() if u.message_reaction]
    assert [(emoji(one.old_reaction), emoji(one.new_reaction)) for one in changes] == [
        ([], ["👍"]),
        (["👍"], ["👌"]),
        (["👌"], []),
    ]
    assert {(one.message_id, one.user.id) for one in changes if one.user} == {(said, ME)}


async def test_nobody_is_told_who_did_not_ask_for_it_by_name(bot: Bot, telegram: Telegram, said: int) -> None:
    await bot.get_updates(allowed_updates=[])
    telegram.reacts(ME, ME, said, "👍")
    assert all(update.message_reaction is None for update in await bot.get_updates())


@pytest.mark.parametrize("administrator", [True, False])
async def test_in_a_group_an_administrator_alone_is_told(bot: Bot, telegram: Telegram, administrator: bool) -> None:
    group = telegram.group
    telegram.adds_bot(DIRECTOR.id, group)
    await bot.get_updates(allowed_updates=ASKED)
    if administrator:
        telegram.promotes_bot(DIRECTOR.id, group)
    sent = await bot.send_message(group, "周报")
    telegram.reacts(ME, group, sent.message_id, "👍")
    assert any(update.message_reaction for update in await bot.get_updates()) is administrator
    with pytest.raises(Refused):
        telegram.reacts(OUTSIDER.id, group, sent.message_id, "👍")
