"""Plain words: bound by the message replied to, else to what was begun, else to the only open task, else by asking."""

from collections.abc import Callable
from typing import Any

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.context import Context
from bot.handlers import benchmarks
from bot.handlers.words import button
from services import (
    answering,
    bare,
    benchmarking,
    binding,
    noting,
    open_work,
    register_words,
    remarking,
    requesting,
    standing_in,
)
from services.binding import Bound


async def answer(update: Update, context: Context) -> None:
    message = update.effective_message
    assert message is not None
    assert message.text is not None
    replied = message.reply_to_message.message_id if message.reply_to_message else None
    if (requirement := benchmarking.asked(context.office, context.who, replied)) is not None:
        return benchmarks.take(context, requirement, message.text, message.message_id)
    if request := requesting.asked(context.office, context.who, replied):
        context.say(*requesting.take(context.office, request, message.text))
        return None
    if digest := remarking.digest_of(context.office, context.who, replied):
        remarking.take(context.office, context.who, digest, message.text, message.message_id)
        return None
    if replied is None and (away := standing_in.heard(context.office, context.who, message.text)):
        context.say(*away)
        return None
    shown = register_words.hear(context.office, context.who, message.text, replied, message.message_id)
    if shown is not None:
        for kind, args in shown:
            context.say(kind, args)
        return None
    note = noting.keep(context.office, message.text, message.message_id)
    take(context, binding.for_text(context.office, context.who, note, replied))


def take(context: Context, bound: Bound) -> None:
    for kind, args in answering.take(context.office, context.who, bound):
        context.say(kind, args)


def follow(context: Context, task_id: int, say: Callable[[str, dict[str, Any]], object]) -> None:
    """What comes after an answer: its own card, the next question of its sheet, or all of it to be checked."""
    kind, args = open_work.after(context.office, task_id)
    say(kind, args)


async def chosen(update: Update, context: Context) -> None:
    """The person said which task a kept text answers."""
    note_id, task_id = (int(part) for part in context.press.id.split("-"))
    task = open_work.of_mine(context.office, context.who, task_id)
    note = noting.waiting(context.office, context.who, note_id)
    if task is None or note is None:
        return context.toast("claim-settled")
    for kind, args in answering.enter(context.office, task, note):
        context.say(kind, args)


async def likely(update: Update, context: Context) -> None:
    """What was doubted is what was meant."""
    number, _, which = context.press.id.partition("-")
    task = open_work.of_mine(context.office, context.who, int(number))
    asked = context.turn.pressed
    if task is None or asked is None:
        return context.toast("not-your-button")
    rev = context.press.rev
    if bare.BARE in asked.args:
        holds = bare.holds(context.office, context.who, task, asked.args, int(which), rev)
    else:
        holds = task.rev == rev
    if not holds:
        context.toast("card-changed")
        if again := bare.anew(context.office, task, asked.args):
            context.show("problem", again)
        return
    for kind, args in answering.confirm(context.office, task, asked.args, int(which)):
        context.show(kind, args)


async def other(update: Update, context: Context) -> None:
    """Stickers, places, polls: nothing that answers a task."""
    context.say("help", {"person": context.who.person_id})


PRIVATE = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE

HANDLERS = [
    button("note", chosen),
    button("likely", likely),
    MessageHandler(filters.TEXT & ~filters.COMMAND & PRIVATE, answer),
    MessageHandler(PRIVATE, other),
]
