"""A message that its writer changed: what it now says is proposed as a new version, nothing changes by itself."""

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.context import Context
from bot.handlers.answers import take
from services import binding, noting, register_words, remarking


async def edited(update: Update, context: Context) -> None:
    message = update.effective_message
    assert message is not None
    text = message.text or message.caption or ""
    if remarking.edited(context.office, context.who, message.message_id, text):
        return
    before = noting.before_edit(context.office, context.who, message.message_id)
    if before and before.text == text:
        return  # something else than the words was changed
    if before is None and (shown := register_words.edited(context.office, context.who, text, message.message_id)):
        for kind, args in shown:
            context.say(kind, args)
        return
    note = noting.keep(context.office, text, message.message_id)
    bound = binding.for_edit(context.office, context.who, note, before)
    if bound.report_id:
        context.sentence("edited")
    take(context, bound)


WORDS = (filters.TEXT | filters.CAPTION) & ~filters.COMMAND

HANDLERS = [MessageHandler(filters.UpdateType.EDITED_MESSAGE & WORDS & filters.ChatType.PRIVATE, edited)]
