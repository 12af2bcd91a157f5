"""Pictures by a button: who may see the view may see them. They are pages of the way down."""

from telegram import Update

from bot.context import Context
from bot.handlers.words import button
from services import curves


async def curve(update: Update, context: Context) -> None:
    code = context.press.code
    if curves.of(context.office, code) is None:
        return context.toast("no-curve")
    context.go("curve", {"code": code})


async def year(update: Update, context: Context) -> None:
    unit, _, of = context.press.id.partition("-")
    if not (context.who.sees_all or int(unit) in context.who.units):
        return context.toast("only-overseers")
    context.go("year", {"unit": int(unit), "year": int(of) if of else None})


HANDLERS = [button("curve", curve), button("year", year)]
