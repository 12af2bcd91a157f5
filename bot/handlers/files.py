"""Proof: a document or a photo, kept with the task that it answers."""

from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from bot.context import Context
from bot.handlers.answers import follow, take
from services import answering, binding, noting, open_work, proving, striking
from services.proving import File

PRIVATE = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE


async def proof(update: Update, context: Context) -> None:
    message = update.effective_message
    assert message is not None
    file = _file(message)
    if file.album and (report := proving.of_album(context.office, file.album)):
        return more(context, file, report)
    note = noting.keep(context.office, message.caption, message.message_id) if message.caption else None
    replied = message.reply_to_message.message_id if message.reply_to_message else None
    tasks, report_id = binding.for_file(context.office, context.who, replied)
    if len(tasks) != 1:
        if striking.strike_name(context.office, context.who, message.message_id, file.name):
            striking.tell(context.office, message.message_id)
        context.sentence("which-file" if tasks else "no-file-wanted")
        # the words under it may answer something all the same
        return take(context, binding.for_text(context.office, context.who, note, replied)) if note else None
    task = tasks[0]
    if problem := proving.add_file(context.office, task, file, report_id):
        return refuse(context, problem)
    if note is None:
        return follow(context, task.id, context.say)
    for kind, args in answering.enter(context.office, task, note, report_id):
        context.say(kind, args)


def more(context: Context, file: File, report_id: int) -> None:
    """The rest of an album goes where its first file went: the one answer to it counts them all."""
    task = open_work.of_report(context.office, context.who, report_id)
    if task is None:
        return
    if problem := proving.add_file(context.office, task, file, report_id):
        return refuse(context, problem)
    follow(context, task.id, context.say)


def refuse(context: Context, problem: str) -> None:
    rules = context.office.rules
    context.sentence(problem, megabytes=rules.largest_file // 1024 // 1024, kinds=sorted(rules.file_kinds))


def _file(message: Message) -> File:
    album = message.media_group_id
    if message.document:
        found = message.document
        return File(found.file_id, found.file_unique_id, found.file_name or "", found.file_size, album)
    photo = message.photo[-1]
    return File(photo.file_id, photo.file_unique_id, "photo.jpg", photo.file_size, album)


HANDLERS = [MessageHandler((filters.Document.ALL | filters.PHOTO) & PRIVATE, proof)]
