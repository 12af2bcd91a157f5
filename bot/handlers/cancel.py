"""/cancel: drops the draft that was begun last; what was filed stays."""

from telegram import Update

from bot.context import Context
from bot.handlers.words import command
from services import drafting, open_work


async def cancel(update: Update, context: Context) -> None:
    begun = open_work.begun(context.office, context.who)
    if not begun:
        return context.sentence("nothing-to-cancel")
    drafting.discard(context.office, begun[0])
    context.sentence("cancelled")


HANDLERS = command("cancel", "取消", cancel)
