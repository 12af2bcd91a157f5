"""A command, or its Chinese alias typed as plain text; and a button by its verb."""

import re
from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.context import Context

Handle = Callable[[Update, Context], Coroutine[Any, Any, None]]


def command(
    name: str, alias: str, handle: Handle, what: str = "", *, in_groups: bool = False
) -> list[BaseHandler[Any, Any, Any]]:
    """`what` is the pattern of a word that may stand behind the alias."""
    where = filters.UpdateType.MESSAGE if in_groups else filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
    behind = rf"(?:\s*{what})?" if what else ""
    typed = filters.Regex(rf"^\s*{re.escape(alias)}{behind}\s*$") & where
    return [
        CommandHandler(name, handle, filters=where),
        MessageHandler(typed, handle),
    ]


def for_director(act: Callable[[Context], None]) -> Handle:
    """A press that the director alone may do."""

    async def pressed(update: Update, context: Context) -> None:
        if not context.who.is_director:
            return context.toast("only-director")
        act(context)

    return pressed


def button(verb: str, handle: Handle) -> BaseHandler[Any, Any, Any]:
    return CallbackQueryHandler(handle, pattern=rf"^{re.escape(verb)}\.")
