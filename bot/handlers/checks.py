"""Looking at answers: the queue, what is looked at together, 通过 and 审签, 退回 with a reason."""

from telegram import Update

from bot.context import Context
from bot.handlers.words import button
from services import checking, requesting


async def queue(update: Update, context: Context) -> None:
    what, _, page = context.press.id.partition("-")
    under = context.turn.pressed
    say = context.say if under is not None and under.kind in ("card", "held") else context.show
    say("queue", {"what": what, "page": int(page)})  # the card of the day goes on being that


async def check(update: Update, context: Context) -> None:
    """One line of the queue; with a third part that one answer alone."""
    number, what, *alone = context.press.id.split("-")
    if what == "close":
        return context.show("closing", {"task": int(number)})
    if what == "decide":
        return context.show("dispute", {"task": int(number)})
    context.show("check", {"task": int(number), "what": what, "alone": bool(alone)})


async def accept(update: Update, context: Context) -> None:
    number, what, alone = context.press.id.split("-")
    found = checking.found(context.office, context.who.person_id, int(number), context.press.rev, alone=alone == "1")
    args = {"task": int(number), "what": what}
    if found is None:
        context.toast("card-changed")
        return context.show("check", args)
    checking.let_through(context.office, found)
    context.show("check", args | {"done": len(found)})


async def give_back(update: Update, context: Context) -> None:
    """Asks for the reason first."""
    number, what = context.press.id.split("-")
    found = checking.found(context.office, context.who.person_id, int(number), context.press.rev, alone=True)
    if found is None:
        context.toast("card-changed")
        return context.show("check", {"task": int(number), "what": what})
    request = requesting.begin(context.office, "return", found[0])
    context.say(*requesting.follow(context.office, request))


HANDLERS = [
    button("queue", queue),
    button("check", check),
    button("accept", accept),
    button("give-back", give_back),
]
