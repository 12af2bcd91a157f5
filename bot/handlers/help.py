"""/help: what this person can do here."""

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.context import Context
from bot.handlers.words import command


async def show_help(update: Update, context: Context) -> None:
    if context.who.in_private:
        context.say("help", {"person": context.who.person_id})


async def unknown(update: Update, context: Context) -> None:
    context.sentence("no-command")


HANDLERS = command("help", "帮助", show_help)
UNKNOWN = [MessageHandler(filters.COMMAND & filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE, unknown)]
