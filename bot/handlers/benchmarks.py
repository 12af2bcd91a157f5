"""Benchmarks: the office asks for one from an indicator's card, and answers in words."""

from telegram import Update

from bot.context import Context
from bot.handlers.words import button
from services import benchmarking, noting


async def ask(update: Update, context: Context) -> None:
    if not benchmarking.may_enter(context.who):
        return context.toast("only-office")
    if not benchmarking.is_external(context.office, context.press.number):
        return context.toast("card-changed")
    context.say("benchmark", {"requirement": context.press.number})


def take(context: Context, requirement_id: int, text: str, message_id: int) -> None:
    """What was understood is shown before it counts; what was not is asked again."""
    note = noting.keep(context.office, text, message_id)
    args = {"requirement": requirement_id}
    good = not isinstance(benchmarking.read(context.office, requirement_id, text), str)
    number = noting.number(context.office, note)
    context.say("benchmark", args | ({"note": number} if good else {"said": number}))


async def keep(update: Update, context: Context) -> None:
    if not benchmarking.may_enter(context.who):
        return context.toast("only-office")
    requirement_id, note_id = (int(part) for part in context.press.id.split("-"))
    if not benchmarking.keep(context.office, requirement_id, note_id):
        return context.toast("card-changed")
    context.show("benchmark", {"requirement": requirement_id, "note": note_id, "kept": True})


HANDLERS = [button("benchmark", ask), button("benchmark-keep", keep)]
