"""批示: replies to the weekly report in the group; for the director whose each is to be, by when (拟办)."""

from collections.abc import Callable

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.context import Context
from bot.handlers.words import Handle, button, for_director
from services import remarking, requesting


async def in_group(update: Update, context: Context) -> None:
    """A leader's reply to the weekly report; nothing else that is said there is kept."""
    message = update.effective_message
    assert message is not None
    assert message.text is not None
    replied = message.reply_to_message.message_id if message.reply_to_message else None
    if not context.turn.bound:
        return
    if digest := remarking.digest_of(context.office, context.who, replied):
        remarking.take(context.office, context.who, digest, message.text, message.message_id)


async def edited_in_group(update: Update, context: Context) -> None:
    message = update.effective_message
    assert message is not None
    if context.turn.bound and message.text:
        remarking.edited(context.office, context.who, message.message_id, message.text)


def listed(context: Context) -> None:
    context.say("remarks") if _on_list(context) else context.show("remarks")


def one(context: Context) -> None:
    show = context.say if _on_list(context) else context.show
    show("remark-draft", {"remark": context.press.number})


def _on_list(context: Context) -> bool:
    """The card of the day goes on being that."""
    under = context.turn.pressed
    return under is not None and under.kind in ("card", "held", "digest")


def units(context: Context) -> None:
    context.show("remark-draft", {"remark": context.press.number, "units": True})


def more(context: Context) -> None:
    context.show("remark-draft", {"remark": context.press.number, "beside": True})


def unit(context: Context) -> None:
    number, _, unit_id = context.press.id.partition("-")
    _press(context, int(number), lambda row_id, rev: remarking.put_unit(context.office, row_id, rev, int(unit_id)))


def add(context: Context) -> None:
    number, _, unit_id = context.press.id.partition("-")
    _press(
        context,
        int(number),
        lambda row_id, rev: remarking.put_unit(context.office, row_id, rev, int(unit_id), beside=True),
    )


def days(context: Context) -> None:
    number, _, n = context.press.id.partition("-")
    _press(context, int(number), lambda row_id, rev: remarking.put_days(context.office, row_id, rev, int(n)))


def give(context: Context) -> None:
    _press(context, context.press.number, lambda row_id, rev: remarking.give(context.office, row_id, rev))


def _press(context: Context, remark_id: int, act: Callable[[int, int], str | None]) -> None:
    if code := act(remark_id, context.press.rev):
        context.toast(code)
    context.show("remark-draft", {"remark": remark_id})


def asks(kind: str) -> Handle:
    """What has to be written first: another limit, the reason why nothing is to be done."""

    def ask(context: Context) -> None:
        number = context.press.number
        if remarking.waiting(context.office, number, context.press.rev) is None:
            context.toast("card-changed")
            return context.show("remark-draft", {"remark": number})
        request = requesting.begin(context.office, kind, None, subject=str(number))
        context.say(*requesting.follow(context.office, request))

    return for_director(ask)


GROUP = filters.TEXT & ~filters.COMMAND & filters.ChatType.GROUPS

HANDLERS = [
    button("remarks", for_director(listed)),
    button("remark", for_director(one)),
    button("remark-units", for_director(units)),
    button("remark-unit", for_director(unit)),
    button("remark-more", for_director(more)),
    button("remark-add", for_director(add)),
    button("remark-days", for_director(days)),
    button("remark-day", asks("remark-limit")),
    button("remark-give", for_director(give)),
    button("remark-drop", asks("remark-read")),
    MessageHandler(GROUP & filters.REPLY & filters.UpdateType.MESSAGE, in_group),
    MessageHandler(GROUP & filters.UpdateType.EDITED_MESSAGE, edited_in_group),
]
