"""/digest: the last weekly report once more."""

from telegram import Update

from bot.context import Context
from bot.handlers.status import may_oversee
from bot.handlers.words import button, command, for_director
from services import assigning, digesting, rooms


async def show_last(update: Update, context: Context) -> None:
    if not may_oversee(context, "only-overseers-digest"):
        return
    last = digesting.last_issued(context.office)
    if last is None:
        return context.sentence("no-digest" if assigning.is_published(context.office) else "no-notice")
    context.say("digest", {"digest": last.id})


def ready(context: Context) -> None:
    """The one that the group cannot have."""
    context.say("digest", {"digest": context.press.number, "to_director": True})


async def again(update: Update, context: Context) -> None:
    """Nobody knew whether a message arrived: the director has looked."""
    if not context.who.is_director:
        return context.toast("only-director")
    sent = rooms.say_again(context.office, context.press.number)
    context.toast("sent-again" if sent else "claim-settled")
    context.show("uncertain", {"outbox": context.press.number})


async def let_be(update: Update, context: Context) -> None:
    if not context.who.is_director:
        return context.toast("only-director")
    rooms.let_be(context.office, context.press.number)
    context.toast("left-alone")
    context.show("uncertain", {"outbox": context.press.number})


HANDLERS = [
    *command("digest", "周报", show_last, in_groups=True),
    button("digest-ready", for_director(ready)),
    button("again", again),
    button("let-be", let_be),
]
