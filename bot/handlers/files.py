"""Proof: a document or a photo, kept with the task that it answers."""

from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from bot.context import Context
from bot.handlers.answers import show
from services import binding, filing, noting, proving

PRIVATE = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE


async def proof(update: Update, context: Context) -> None:
    message = update.effective_message
    assert message is not None
    note = noting.keep(context.office, message.caption, message.message_id) if message.caption else None
    tasks = binding.for_file(context.office, context.who, _answered(context, message))
    if len(tasks) != 1:
        return context.sentence("no-file-wanted")
    task = tasks[0]
    file_id, unique_id, name, size = _file(message)
    if problem := proving.add_file(context.office, task, file_id, unique_id, name, size):
        return context.sentence(problem, megabytes=context.office.rules.largest_file // 1024 // 1024)
    show(context, task.id, filing.take(context.office, task, note) if note else None)


def _answered(context: Context, message: Message) -> int | None:
    return message.reply_to_message.message_id if message.reply_to_message else None


def _file(message: Message) -> tuple[str, str, str, int | None]:
    """Its number for fetching, its number for telling it apart, a name, its size in bytes."""
    if message.document:
        found = message.document
        return found.file_id, found.file_unique_id, found.file_name or "document", found.file_size
    photo = message.photo[-1]
    return photo.file_id, photo.file_unique_id, "photo.jpg", photo.file_size


async def voice(update: Update, context: Context) -> None:
    context.sentence("voice")


HANDLERS = [
    MessageHandler((filters.Document.ALL | filters.PHOTO) & PRIVATE, proof),
    MessageHandler((filters.VOICE | filters.AUDIO | filters.VIDEO | filters.VIDEO_NOTE) & PRIVATE, voice),
]
