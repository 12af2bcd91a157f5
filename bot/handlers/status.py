"""/status, its picture and its words; and from any page below it back to the one above."""

from telegram import Update

from bot.context import Context
from bot.handlers.words import button, command


def may_oversee(context: Context, refusal: str = "only-overseers") -> bool:
    """In private the office and the leaders, in the leading group's chat whoever holds a post."""
    if context.who.in_private:
        if not context.who.sees_all:
            context.sentence(refusal)
        return context.who.sees_all
    return context.welcome and bool(context.who.seats)


async def status(update: Update, context: Context) -> None:
    if may_oversee(context):
        context.say("status")


async def pressed_status(update: Update, context: Context) -> None:
    """On a page of the way down in its own message, as a picture where that has one; on anything else below."""
    if not context.who.sees_all:
        return context.toast("only-overseers")
    if context.on_page:
        return context.go("status", {} if context.on_picture else {"words": True})
    await status(update, context)


async def board(update: Update, context: Context) -> None:
    """The overview's picture, below."""
    if not context.who.sees_all:
        return context.toast("only-overseers")
    context.say("status")


async def up(update: Update, context: Context) -> None:
    """To the page that one came from; pressed twice it goes up once."""
    if not (context.who.sees_all or context.who.units):
        return context.toast("only-overseers")
    if not context.up(context.press.number):
        context.toast("card-changed")


async def leaf(update: Update, context: Context) -> None:
    """More of a page that is too long for one message."""
    if not context.leaf(context.press.number):
        context.toast("card-changed")


HANDLERS = [
    *command("status", "局面", status, in_groups=True),
    button("status", pressed_status),
    button("board", board),
    button("up", up),
    button("fold", leaf),
]
