"""导出: documents made of the records, for whoever may have them."""

from telegram import Update

from bot.context import Context
from bot.handlers.words import button
from services import cabinet, exporting


async def listed(update: Update, context: Context) -> None:
    if not cabinet.open_to(context.who.seats):
        return context.toast("export-not-yours")
    context.say("exports", to=context.who.telegram_id)


async def one(update: Update, context: Context) -> None:
    """In private, wherever it was pressed."""
    name, _, which = context.press.id.partition("-")
    if not cabinet.may(context.who.seats, name, which):
        return context.toast("export-not-yours")
    context.toast("file-made")
    exporting.ask(context.office, context.who.telegram_id, name, which)


HANDLERS = [button("exports", listed), button("export", one)]
