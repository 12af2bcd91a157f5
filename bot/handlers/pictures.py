"""Pictures by a button: who may see the view may see them. A message of their own: what is above stays."""

from telegram import Update

from bot.context import Context
from bot.handlers.words import button
from services import curves


def _private(context: Context) -> int:
    """Pressed in a group it goes to the private chat of whoever pressed."""
    if context.turn.chat_id < 0:
        context.toast("shown-in-private")
    return context.who.telegram_id


async def curve(update: Update, context: Context) -> None:
    code = context.press.code
    if curves.of(context.office, code) is None:
        return context.toast("no-curve")
    context.say("curve", {"code": code}, to=_private(context))


async def year(update: Update, context: Context) -> None:
    unit, _, of = context.press.id.partition("-")
    if not (context.who.sees_all or int(unit) in context.who.units):
        return context.toast("only-overseers")
    args = {"unit": int(unit), "year": int(of) if of else None}
    context.say("year", args, to=_private(context))


HANDLERS = [button("curve", curve), button("year", year)]
