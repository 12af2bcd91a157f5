"""/status and the way down from it: for the office and the leaders; in the group for them alone."""

from collections.abc import Callable
from typing import Any

from telegram import Update

from bot.context import Context
from bot.handlers.words import Handle, button, command
from services import open_work, urging


def may_oversee(context: Context, refusal: str = "only-overseers") -> bool:
    """In private the office and the leaders, in the leading group's chat whoever holds a post."""
    if context.who.in_private:
        if not context.who.sees_all:
            context.sentence(refusal)
        return context.who.sees_all
    return context.welcome and bool(context.who.seats)


async def status(update: Update, context: Context) -> None:
    if may_oversee(context):
        context.say("status", {"personal": context.who.is_director and context.who.in_private})


async def pressed_status(update: Update, context: Context) -> None:
    if not context.who.sees_all:
        return context.toast("only-overseers")
    await status(update, context)


def shown(kind: str, args: Callable[[Context], dict[str, Any]]) -> Handle:
    """A view under the pressed button, for whoever may see the whole; to others their own department."""

    async def show(update: Update, context: Context) -> None:
        if context.who.sees_all:
            return context.show(kind, args(context))
        if not context.who.units:
            return context.toast("only-overseers")
        context.show("unit", {"unit": context.who.units[0]})

    return show


async def history(update: Update, context: Context) -> None:
    """A new message: the list above stays."""
    who, task = context.who, open_work.any_task(context.office, context.press.number)
    mine = task is not None and (task.unit_id in who.units or urging.may_urge(context.office, who, task))
    if not who.sees_all and not mine:
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
