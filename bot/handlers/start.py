"""/start: a claim with a token, the binding of the group, or a greeting."""

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.context import Context
from bot.handlers.words import button, command
from services import consenting, people, rooms


async def start(update: Update, context: Context) -> None:
    if context.turn.token:
        return claim(update, context, context.turn.token)
    if context.turn.chat_id < 0:
        if context.who.is_director:
            context.say("room-offer")
        return
    context.say("help", {"person": context.who.person_id})


async def typed(update: Update, context: Context) -> None:
    """A code typed instead of a link pressed."""
    assert context.turn.token is not None
    claim(update, context, context.turn.token)


def claim(update: Update, context: Context, token: str) -> None:
    user = update.effective_user
    assert user is not None
    language = "en" if (user.language_code or "zh").startswith("en") else context.office.rules.language
    if title := people.held_already(context.office, token, user.id):
        return context.sentence("post-held-already", title=title)
    if people.claim(context.office, token, user.id, user.full_name, language):
        return
    if context.turn.who is None:
        rooms.answer_outsider(context.office, user.id, None)
    else:
        context.sentence("invite-used")


async def bind(update: Update, context: Context) -> None:
    if not context.who.is_director:
        return context.toast("only-director")
    if subject := consenting.room(context.office, context.turn.chat_id):
        return context.toast(consenting.ask(context.office, "room", subject, context.turn.pressed))
    rooms.bind(context.office, context.turn.chat_id)
    context.toast("bound")
    context.show("room-offer")


async def unbound(update: Update, context: Context) -> None:
    if not context.who.is_director:
        return context.toast("only-director")
    rooms.leave(context.office, context.turn.chat_id)


HANDLERS = [
    *command("start", "开始", start, in_groups=True),
    MessageHandler(filters.Regex(people.TOKEN_ALONE) & filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE, typed),
    button("bind", bind),
    button("unbound", unbound),
]
