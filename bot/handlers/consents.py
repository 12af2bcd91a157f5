"""双人办理: another of the office agrees to what one has asked for, or does not."""

from collections.abc import Callable

from telegram import Update

from bot.context import Context
from bot.handlers.words import Handle, button
from services import consenting
from services.office import Office


def press(act: Callable[[Office, int], str]) -> Handle:
    async def pressed(update: Update, context: Context) -> None:
        context.toast(act(context.office, context.press.number))
        context.renew("consent", {"consent": context.press.number})

    return pressed


HANDLERS = [
    button("agree", press(consenting.agree)),
    button("decline", press(consenting.refuse)),
]
