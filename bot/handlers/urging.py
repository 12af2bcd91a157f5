"""催办 by hand, and what a month's reminding came to."""

from telegram import Update

from bot.context import Context
from bot.handlers.words import button
from services import open_work, urging


async def urge(update: Update, context: Context) -> None:
    task = open_work.any_task(context.office, context.press.number)
    if task is None:
        return context.toast("card-changed")
    context.toast(urging.urge(context.office, context.who, task))
    if context.turn.pressed is not None and context.turn.pressed.kind == "history":
        context.go("history", {"task": task.id})


async def month(update: Update, context: Context) -> None:
    """The last one, or 2026-02; with a third part all of its departments."""
    if not context.who.sees_all:
        return context.toast("only-overseers")
    year, number, *every = context.press.id.split("-") if context.press.id else ("", "")
    context.go("month", {"month": f"{year}-{number}".strip("-"), "every": bool(every)})


HANDLERS = [button("urge", urge), button("month", month)]
