"""/language: Chinese or English, for each person."""

from telegram import Update

from bot.context import Context
from bot.handlers.words import button, command
from services import people

LANGUAGES = {"zh": "zh_CN", "en": "en"}


async def ask(update: Update, context: Context) -> None:
    context.say("language")


async def choose(update: Update, context: Context) -> None:
    language = LANGUAGES[context.press.id]
    people.choose_language(context.office, context.who.person_id, language)
    context.show("sentence", {"code": "language"})


HANDLERS = [*command("language", "语言", ask), button("language", choose)]
