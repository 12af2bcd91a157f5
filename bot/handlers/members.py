"""The bot is put into a group or taken out of one; a group becomes another."""

from telegram import ChatMember, Update
from telegram.ext import ChatMemberHandler, MessageHandler, filters

from bot.context import Context
from services import consenting, rooms

PRESENT = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR)


async def moved(update: Update, context: Context) -> None:
    """Only the director brings the bot into a group, and nobody into a channel: who reads there is not known."""
    change = update.my_chat_member
    assert change is not None
    was, is_now = (member.status in PRESENT for member in (change.old_chat_member, change.new_chat_member))
    if change.chat.type == change.chat.PRIVATE or was == is_now:
        return
    if not is_now:
        consenting.room_lost(context.office, change.chat.id)
    elif context.who.is_director and change.chat.type != change.chat.CHANNEL:
        context.say("room-offer")
    else:
        rooms.leave(context.office, change.chat.id)


async def migrated(update: Update, context: Context) -> None:
    message = update.effective_message
    assert message is not None
    if message.migrate_to_chat_id:
        rooms.migrated(context.office, message.chat.id, message.migrate_to_chat_id)
    elif message.migrate_from_chat_id:
        rooms.migrated(context.office, message.migrate_from_chat_id, message.chat.id)


async def service(update: Update, context: Context) -> None:
    """Who joined, what was pinned: nothing is said to that."""


HANDLERS = [
    ChatMemberHandler(moved, ChatMemberHandler.MY_CHAT_MEMBER),
    MessageHandler(filters.StatusUpdate.MIGRATE, migrated),
    MessageHandler(~filters.TEXT & filters.StatusUpdate.ALL, service),  # words are none, and spare it fifty questions
]
