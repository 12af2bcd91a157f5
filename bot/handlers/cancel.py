"""/cancel, and 取消 or 撤回 as people say it: takes back the last answer. What was filed only after one more press."""

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.context import Context
from bot.handlers.words import button, command
from services import open_work, register_words, withdrawing

TAKE_BACK = "(?:取消|撤回|撤销|作废)"
POLITE = "(?:请|麻烦|帮我|帮忙|给我|我要|我想|申请|把){0,3}"
WHICH = "[我的刚才上面前最后这那一条个次份项填报送发内容消息数据]{0,12}"  # 上一条, 刚才那条, 我刚报的
AFTER = "(?:一下|掉|了|吧|好吗|谢谢|[，,。.！!～~ ]){0,6}"
SPOKEN = rf"^\s*{POLITE}{WHICH}{TAKE_BACK}{AFTER}{WHICH}{AFTER}\s*$"
FILED = "报"  # 刚报的: what was filed, whatever has been begun since


async def cancel(update: Update, context: Context) -> None:
    message = update.effective_message
    assert message is not None
    replied = message.reply_to_message.message_id if message.reply_to_message else None
    if register_words.cancelled(context.office, context.who, replied):
        return context.sentence("entry-dropped")
    filed = FILED in (message.text or "")
    context.say(*withdrawing.begin(context.office, context.who, replied, filed=filed))


async def confirmed(update: Update, context: Context) -> None:
    if open_work.of_report(context.office, context.who, context.press.number) is None:
        return context.toast("not-your-button")
    if problem := withdrawing.withdraw(context.office, context.press.number):
        context.toast(problem)
    context.show("withdrawal", {"report": context.press.number})


async def other(update: Update, context: Context) -> None:
    """Something else that was filed by the same press."""
    if open_work.of_report(context.office, context.who, context.press.number) is None:
        return context.toast("not-your-button")
    context.show("withdrawal", {"report": context.press.number})


async def left(update: Update, context: Context) -> None:
    if open_work.of_report(context.office, context.who, context.press.number) is None:
        return context.toast("not-your-button")
    context.toast("not-withdrawn")
    context.show("receipt", {"report": context.press.number})


HANDLERS = [
    *command("cancel", "取消", cancel),
    MessageHandler(filters.Regex(SPOKEN) & filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE, cancel),
    button("withdraw", confirmed),
    button("withdraw-other", other),
    button("keep-filed", left),
]
