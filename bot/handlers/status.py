"""/status and the way down from it: for the office and the leaders; in the group for them alone."""

from collections.abc import Callable
from typing import Any

from telegram import Update

from bot.context import Context
from bot.handlers.words import Handle, button, command


def may_oversee(context: Context) -> bool:
    """In private whoever may not is told so, in a group nobody is."""
    if context.who.in_private and not context.who.sees_all:
        context.sentence("only-overseers")
    return context.welcome and context.who.sees_all


async def status(update: Update, context: Context) -> None:
    if may_oversee(context):
        context.say("status", {"personal": context.who.is_director and context.who.in_private})


async def pressed_status(update: Update, context: Context) -> None:
    if not context.who.sees_all:
        return context.toast("only-overseers")
    await status(update, context)


def shown(kind: str, args: Callable[[Context], dict[str, Any]]) -> Handle:
    """A view under the pressed button, for whoever may see the whole."""

    async def show(update: Update, context: Context) -> None:
        if not context.who.sees_all:
            return context.toast("only-overseers")
        context.show(kind, args(context))

    return show


async def history(update: Update, context: Context) -> None:
    """A new message: the list above stays."""
    if not context.who.sees_all:
        return context.toast("only-overseers")
    context.say("history", {"task": context.press.number})


HANDLERS = [
    *command("status", "局面", status, in_groups=True),
    button("status", pressed_status),
    button("units", shown("units", lambda context: {})),
    button("unit", shown("unit", lambda context: {"unit": context.press.number})),
    button("areas", shown("areas", lambda context: {})),
    button("area", shown("area", lambda context: {"area": context.press.number})),
    button("overdue", shown("overdue", lambda context: {})),
    button("history", history),
]
