"""Proof: a document or a photo, kept with the task that it answers."""

import dataclasses

from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from bot.context import Context
from bot.handlers.answers import follow, take
from bot.handlers.words import button
from services import binding, importing, noting, open_work, placing, proving, register_words, striking
from services.open_work import Shown
from services.proving import File

PRIVATE = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE


async def proof(update: Update, context: Context) -> None:
    message = update.effective_message
    assert message is not None
    file = _file(message)
    if file.album and (report := proving.of_album(context.office, file.album)):
        return more(context, file, report)
    replied = message.reply_to_message.message_id if message.reply_to_message else None
    if entry := register_words.entry_for_file(context.office, context.who, replied):
        return of_entry(context, entry.id, proving.add_to_entry(context.office, entry, file))
    tasks, report_id = binding.for_file(context.office, context.who, message.caption or "", replied)
    meant = importing.meant(context.office, context.who, message.caption or "", tasks, replied)
    if meant == "notice" and (message.document or message.caption):
        return take_in(context, file)
    if meant == "either" and message.document:
        args = {"name": file.name, "file": dataclasses.asdict(file), "tasks": [task.id for task in tasks]}
        context.say("paper-which", args)
        return None
    if len(tasks) != 1 and striking.strike_name(context.office, context.who, message.message_id, file.name):
        striking.tell(context.office, message.message_id)
        file = dataclasses.replace(file, name=striking.nameless(file.name))
    note = noting.keep(context.office, message.caption, message.message_id) if message.caption else None
    if len(tasks) > 1:
        return say(context, placing.ask(context.office, context.who, file, tasks, note))
    if not tasks:
        context.sentence("no-file-wanted")
        # the words under it may answer something all the same
        return take(context, binding.for_text(context.office, context.who, note, replied)) if note else None
    task = tasks[0]
    if problem := proving.add_file(context.office, task, file, report_id):
        return refuse(context, problem)
    shown = placing.after(context.office, task, note, report_id)
    if ("task", {"task": task.id}) not in shown:  # a card of its own tells what is kept with it
        context.say(*placing.kept(task, [dataclasses.asdict(file)]))
    say(context, shown)


def say(context: Context, shown: list[Shown] | str) -> None:
    """What came of a file, or why it was not taken."""
    if isinstance(shown, str):
        return refuse(context, shown)
    for kind, args in shown:
        context.say(kind, args)


async def placed(update: Update, context: Context) -> None:
    """The person said what a file proves."""
    under, task = context.turn.pressed, open_work.of_mine(context.office, context.who, context.press.number)
    if under is None or under.kind != placing.KIND or task is None or task.id not in under.args["tasks"]:
        return context.toast("not-your-button")
    shown = placing.put(context.office, context.who, under.args, task)
    if not isinstance(shown, str):
        context.show(*placing.kept(task, under.args["files"]))
    say(context, shown)


def of_entry(context: Context, entry_id: int, problem: str | None) -> None:
    """A file of a register's entry, and not of a task."""
    if problem is not None:
        return refuse(context, problem)
    context.say("entry", {"entry": entry_id})


def take_in(context: Context, file: File) -> None:
    """The notice that the director sends."""
    if problem := importing.take(context.office, context.who.chat_id, file):
        refuse(context, problem)


def _asked_about(context: Context) -> File | None:
    """The file of the message under the button."""
    under = context.turn.pressed
    found = under.args.get("file") if under is not None else None
    return File(**found) if found and context.who.is_director else None


async def as_notice(update: Update, context: Context) -> None:
    file = _asked_about(context)
    if file is None:
        return context.toast("not-your-button")
    take_in(context, file)


async def as_proof(update: Update, context: Context) -> None:
    file, task = _asked_about(context), open_work.of_mine(context.office, context.who, context.press.number)
    if file is None or task is None:
        return context.toast("not-your-button")
    if problem := proving.add_file(context.office, task, file, None):
        return refuse(context, problem)
    follow(context, task.id, context.say)


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


HANDLERS = [
    button("paper-take", as_notice),
    button("paper-proof", as_proof),
    button("file-of", placed),
    MessageHandler((filters.Document.ALL | filters.PHOTO) & PRIVATE, proof),
]
