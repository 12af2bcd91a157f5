"""回执 2026-11-0107: a report by the number of its receipt, in whatever state it is by now."""

import re

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.context import Context
from services import drilling

NUMBER = re.compile(r"\d{4}-\d{2}-\d{4,}")
ASKED = rf"^\s*(?:/why\s|为什么)?\s*(?:回执)?(?:号|编号)?[:：\s]*{NUMBER.pattern}\s*[?？]?\s*$"


async def receipt(update: Update, context: Context) -> None:
    message = update.effective_message
    found = NUMBER.search((message.text if message else None) or "")
    assert found is not None
    report = drilling.by_number(context.office, context.who, found.group())
    if report is None:
        return context.sentence("no-receipt", wanted=found.group())
    context.say("receipt", {"report": report.id})


HANDLERS = [MessageHandler(filters.Regex(ASKED) & filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE, receipt)]
