"""A message that its writer changed: what it now says is proposed as a new version, nothing changes by itself."""

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.context import Context
from bot.handlers.answers import answer


async def edited(update: Update, context: Context) -> None:
    context.sentence("edited")
    await answer(update, context)


HANDLERS = [
    MessageHandler(filters.UpdateType.EDITED_MESSAGE & filters.TEXT & filters.ChatType.PRIVATE, edited),
]
