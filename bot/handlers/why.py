"""/why CODE: an indicator, its demands and the clause they come from."""

import re

from telegram import Update

from bot.context import Context
from bot.handlers.words import button, command
from services import drilling

CODE = re.compile(r"\d\.\d{1,2}\.\d{1,2}")


async def why(update: Update, context: Context) -> None:
    message = update.effective_message
    found = CODE.search((message.text if message else None) or "")
    if not found:
        return context.sentence("which-indicator")
    if drilling.indicator(context.office, found.group()) is None:
        return context.sentence("no-indicator", wanted=found.group())
    context.say("indicator", {"code": found.group()})


async def indicator(update: Update, context: Context) -> None:
    context.go("indicator", {"code": context.press.code})


HANDLERS = [*command("why", "为什么", why, CODE.pattern), button("indicator", indicator)]
