"""One period of one matter: what happened, what was reported, and the files that prove it."""

from telegram import Update

from bot.context import Context
from bot.handlers.drilling import numbers
from bot.handlers.words import button
from services import answered


def _task(context: Context) -> int | None:
    """The task, where this person may look into it; otherwise a word on the button."""
    number = numbers(context, 1)[0]
    if problem := answered.obstacle(context.office, context.who, number):
        context.toast(problem)
        return None
    return number


async def history(update: Update, context: Context) -> None:
    if (task := _task(context)) is not None:
        context.go("history", {"task": task, "page": numbers(context, 2)[1]})


async def report(update: Update, context: Context) -> None:
    if (task := _task(context)) is not None:
        context.go("report", {"task": task, "page": numbers(context, 2)[1]})


async def proof(update: Update, context: Context) -> None:
    """The file itself, below."""
    found = answered.call_up(context.office, context.who, context.press.number)
    if isinstance(found, str):
        return context.toast(found)
    context.toast("proof-sent")
    context.say("proof", {"proof": found.id})


HANDLERS = [button("history", history), button("report", report), button("proof", proof)]
