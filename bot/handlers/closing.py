"""申请销号 and its verification; 准予更正 of what is locked."""

from telegram import Update

from bot.context import Context
from bot.handlers.words import button
from services import closing, open_work, reopening, requesting


async def ask(update: Update, context: Context) -> None:
    task = open_work.of_mine(context.office, context.who, context.press.number)
    if task is None:
        return context.toast("not-your-button")
    context.sentence(closing.ask(context.office, task) or "closing-sent")


async def verify(update: Update, context: Context) -> None:
    task = closing.waiting(context.office, context.who.person_id, context.press.number, context.press.rev)
    if task is None or not closing.verify(context.office, context.who.person_id, task):
        context.toast("card-changed")
    context.show("closing", {"task": context.press.number})


async def keep_open(update: Update, context: Context) -> None:
    """Asks for the reason first."""
    task = closing.waiting(context.office, context.who.person_id, context.press.number, context.press.rev)
    if task is None:
        context.toast("card-changed")
        return context.show("closing", {"task": context.press.number})
    request = requesting.begin(context.office, "keep-open", task)
    context.say(*requesting.follow(context.office, request))


async def reopen(update: Update, context: Context) -> None:
    found = reopening.waiting(context.office, context.who, context.press.number)
    if found is None:
        return context.toast("claim-settled")
    if not reopening.grant(context.office, *found):
        context.toast("card-changed")
    context.renew(*reopening.shown(found[0]))


async def keep_locked(update: Update, context: Context) -> None:
    found = reopening.waiting(context.office, context.who, context.press.number)
    if found is None:
        return context.toast("claim-settled")
    reopening.refuse(context.office, *found)
    context.renew(*reopening.shown(found[0]))


async def relock(update: Update, context: Context) -> None:
    task = open_work.of_mine(context.office, context.who, context.press.number)
    if task is None:
        return context.toast("not-your-button")
    if task.rev != context.press.rev or not reopening.relock(context.office, task):
        context.toast("card-changed")
    context.show("task", {"task": task.id})


HANDLERS = [
    button("close", ask),
    button("verify", verify),
    button("keep-open", keep_open),
    button("reopen", reopen),
    button("keep-locked", keep_locked),
    button("relock", relock),
]
