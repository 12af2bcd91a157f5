"""Proof: a document or a photo, kept with the task that it answers."""

from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from bot.context import Context
from bot.handlers.answers import show, take
from services import binding, filing, noting, proving
from services.proving import File

PRIVATE = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE


async def proof(update: Update, context: Context) -> None:
    message = update.effective_message
    assert message is not None
    note = noting.keep(context.office, message.caption, message.message_id) if message.caption else None
    replied = message.reply_to_message.message_id if message.reply_to_message else None
    tasks, report_id = binding.for_file(context.office, context.who, replied)
    if len(tasks) != 1:
        context.sentence("which-file" if tasks else "no-file-wanted")
        # the words under it may answer something all the same
        return take(context, binding.for_text(context.office, context.who, note, replied)) if note else None
    task = tasks[0]
    if problem := proving.add_file(context.office, task, _file(message), report_id):
        return context.sentence(problem, megabytes=context.office.rules.largest_file // 1024 // 1024)
    show(context, task.id, filing.take(context.office, task, note, replaces=report_id) if note else None)


def _file(message: Message) -> File:
    if message.document:
        found = message.document
        name, size = found.file_name or "document", found.file_size
        return File(found.file_id, found.file_unique_id, name, size, message.media_group_id)
    photo = message.photo[-1]
    return File(photo.file_id, photo.file_unique_id, "photo.jpg", photo.file_size, message.media_group_id)


async def voice(update: Update, context: Context) -> None:
    context.sentence("voice")


HANDLERS = [
    MessageHandler((filters.Document.ALL | filters.PHOTO) & PRIVATE, proof),
    MessageHandler((filters.VOICE | filters.AUDIO | filters.VIDEO | filters.VIDEO_NOTE) & PRIVATE, voice),
]
