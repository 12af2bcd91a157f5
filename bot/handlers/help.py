"""/help: what this person can do here."""

from telegram import Update

from bot.context import Context
from bot.handlers.words import command


async def show_help(update: Update, context: Context) -> None:
    if context.who.in_private:
        context.say("help", {"person": context.who.person_id})


HANDLERS = command("help", "帮助", show_help)
