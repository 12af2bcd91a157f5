"""The words of a request: a button with a likely answer, or what is typed below the question."""

from telegram import Update

from bot.context import Context
from bot.handlers.words import button
from services import requesting
from services.requests import KINDS


async def reason(update: Update, context: Context) -> None:
    number, _, which = context.press.id.partition("-")
    request = requesting.of_mine(context.office, context.who, int(number))
    if request is None or request.asking is None:
        return context.toast("claim-settled")
    if context.press.rev != requesting.revision(context.office, request):
        context.toast("card-changed")  # a second press, an earlier question, or the answers are others by now
        return context.show("request", {"request": request.id})
    choices = KINDS[request.kind].choices(context.office, request, request.asking)
    context.show(*requesting.take(context.office, request, choices[int(which)]))


async def drop(update: Update, context: Context) -> None:
    request = requesting.of_mine(context.office, context.who, context.press.number)
    if request is None:
        return context.toast("claim-settled")
    context.show(*requesting.drop(context.office, request))


HANDLERS = [
    button("reason", reason),
    button("drop-request", drop),
]
