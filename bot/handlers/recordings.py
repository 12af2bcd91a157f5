"""Voice messages, audio, videos: kept, and asked for in words. Words under one are read as any others."""

from typing import Any

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.context import Context
from bot.handlers.answers import take
from services import binding, noting, recording
from services.proving import File
from services.recording import NAMED

PRIVATE = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
SPOKEN = filters.VOICE | filters.AUDIO | filters.VIDEO | filters.VIDEO_NOTE


async def spoken(update: Update, context: Context) -> None:
    message = update.effective_message
    assert message is not None
    raw = context.turn.raw["message"]
    kind = next(kind for kind in NAMED if kind in raw)
    kept, is_wanted = recording.keep(
        context.office, kind, raw[kind]["duration"], _file(kind, raw[kind]), message.message_id
    )
    replied = message.reply_to_message.message_id if message.reply_to_message else None
    if message.caption:
        note = noting.keep(context.office, message.caption, message.message_id)
        bound = binding.for_text(context.office, context.who, note, replied)
        if len(bound.tasks) == 1:
            kept.task_id = bound.tasks[0].id
        if not is_wanted:
            context.sentence("recording-too-large")
        return take(context, bound)
    tasks, report_id = binding.for_recording(context.office, context.who, replied)
    if len(tasks) != 1:
        context.say("recording", {"tasks": [task.id for task in tasks]} | ({} if is_wanted else {"large": True}))
        return
    code = recording.put(context.office, kept, tasks[0])
    if code and not is_wanted:
        context.sentence("recording-too-large")
    code = code or ("recording" if is_wanted else "recording-too-large")
    # typed as a reply to this, it is about the report that the recording was about
    about = {"report": report_id} if report_id else {}
    context.say("problem", {"task": tasks[0].id, "code": code, **about})


def _file(kind: str, raw: dict[str, Any]) -> File:
    name = recording.called(kind, raw["duration"], raw.get("file_name"))
    return File(raw["file_id"], raw["file_unique_id"], name, raw.get("file_size"))


HANDLERS = [MessageHandler(SPOKEN & PRIVATE, spoken)]
