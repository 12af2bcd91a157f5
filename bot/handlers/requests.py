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
    if context.press.rev != requesting.stage(request):  # a second press, or an earlier question: it answers none
        return context.toast("card-changed")
    choices = KINDS[request.kind].choices(context.office, request, request.asking)
    if int(which) >= len(choices):  # the settings have fewer by now
        return context.toast("card-changed")
    context.show(*requesting.take(context.office, request, choices[int(which)]))


async def drop(update: Update, context: Context) -> None:
    request = requesting.of_mine(context.office, context.who, context.press.number)
    if request is None:
        return context.toast("claim-settled")
    requesting.drop(context.office, request)
    context.show("sentence", {"code": "request-dropped"})


HANDLERS = [
    button("reason", reason),
    button("drop-request", drop),
]
