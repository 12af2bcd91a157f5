"""请假: somebody else acts meanwhile. The director may say it for others; it may be ended before its time."""

from telegram import Update

from bot.context import Context
from bot.handlers.words import button
from services import standing_in


async def absent(update: Update, context: Context) -> None:
    """Of a post, or of one's own."""
    post_id = int(context.press.id) if context.press.id else None
    if post_id and not standing_in.may_be_away(context.office, context.who, post_id):
        return context.toast("not-your-button")
    if post_id is None and not standing_in.own_posts(context.office, context.who.person_id):
        return context.toast("not-your-button")
    context.say(*standing_in.begin(context.office, post_id, {}))


async def back(update: Update, context: Context) -> None:
    request = standing_in.may_end(context.office, context.who, context.press.number)
    if request is None:
        return context.toast("claim-settled")
    standing_in.end(context.office, request)
    context.show("requested", {"request": request.id})


HANDLERS = [button("absent", absent), button("back-again", back)]
