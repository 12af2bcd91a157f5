"""签收: for all at once, or one by one; or an objection."""

from telegram import Update

from bot.context import Context
from bot.handlers.words import button
from services import assigning, open_work


async def sign_all(update: Update, context: Context) -> None:
    task = open_work.of_mine(context.office, context.who, context.press.number)
    if task is None:
        return context.toast("not-your-button")
    signed = assigning.sign_all(context.office, task)
    context.toast("signed", n=signed)
    context.show("task", {"task": task.id})


async def page(update: Update, context: Context) -> None:
    number, shown = context.press.id.split("-")
    task = open_work.of_mine(context.office, context.who, int(number))
    if task is None:
        return context.toast("not-your-button")
    context.show("given", {"task": task.id, "page": int(shown)})


async def sign_one(update: Update, context: Context) -> None:
    number, receipt, shown = (int(part) for part in context.press.id.split("-"))
    task = open_work.of_mine(context.office, context.who, number)
    if task is None:
        return context.toast("not-your-button")
    signed = assigning.sign_one(context.office, task, receipt)
    context.toast("signed", n=signed)
    context.show("given", {"task": task.id, "page": shown})


async def objection(update: Update, context: Context) -> None:
    task = open_work.of_mine(context.office, context.who, context.press.number)
    if task is None:
        return context.toast("not-your-button")
    assigning.object_to(context.office, task)
    context.sentence("objection-sent")


HANDLERS = [
    button("sign-all", sign_all),
    button("given", page),
    button("sign", sign_one),
    button("object", objection),
]
