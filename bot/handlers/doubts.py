"""口径待定: the director, or whom the director asked, settles doubtful places of the notice one after the other."""

from telegram import Update

from bot.context import Context
from bot.handlers.words import button
from services import doubting


async def begin(update: Update, context: Context) -> None:
    if not doubting.may_settle(context.office, context.who):
        return context.toast("only-director")
    found = doubting.open_to(context.office, context.who)
    if found:
        context.show("doubt", {"doubt": found[0].id})
    else:
        context.show("doubts-settled", {"page": 1})


async def one(update: Update, context: Context) -> None:
    doubt = doubting.of_mine(context.office, context.who, context.press.number)
    if doubt is None:
        return context.toast("only-director")
    context.show("doubt", {"doubt": doubt.id})


async def choose(update: Update, context: Context) -> None:
    settle(context, sure=False)


async def sure(update: Update, context: Context) -> None:
    settle(context, sure=True)


def settle(context: Context, *, sure: bool) -> None:
    """Where departments would notice it, what it moves is shown before it is done."""
    number, option = (int(part) for part in context.press.id.split("-"))
    doubt = doubting.of_mine(context.office, context.who, number)
    if doubt is None:
        return context.toast("only-director")
    if not doubting.is_open(doubt) or doubting.rev(doubt) != context.press.rev:
        context.toast("card-changed")
        return context.show("doubt", {"doubt": doubt.id})
    if not sure and doubting.moves_departments(context.office, doubt, option):
        return context.show("doubt-change", {"doubt": doubt.id, "option": option})
    doubting.answer(context.office, doubt, option)
    context.toast("settled")
    found = doubting.after(doubting.open_to(context.office, context.who), doubt)
    if found is None:
        context.show("doubts-settled", {"page": 1})
    else:
        context.show("doubt", {"doubt": found.id})


async def done(update: Update, context: Context) -> None:
    if not doubting.may_settle(context.office, context.who):
        return context.toast("only-director")
    context.show("doubts-settled", {"page": context.press.number})


async def again(update: Update, context: Context) -> None:
    doubt = doubting.of_mine(context.office, context.who, context.press.number)
    if doubt is None:
        return context.toast("only-director")
    if doubting.is_open(doubt) or doubting.rev(doubt) != context.press.rev:
        context.toast("card-changed")
    else:
        doubting.reopen(context.office, doubt)
        context.toast("opened-again")
    context.show("doubt", {"doubt": doubt.id})


async def helpers(update: Update, context: Context) -> None:
    if not context.who.is_director:
        return context.toast("only-director")
    if not doubting.helpers(context.office):
        return context.toast("no-helper")
    context.show("doubt-helpers")


async def hand_on(update: Update, context: Context) -> None:
    if not context.who.is_director:
        return context.toast("only-director")
    if context.press.number not in doubting.helpers(context.office):
        return context.toast("no-helper")
    context.toast("asked-for-you", n=doubting.hand_to(context.office, context.press.number))
    await begin(update, context)


async def take_back(update: Update, context: Context) -> None:
    if not context.who.is_director:
        return context.toast("only-director")
    doubting.take_back(context.office)
    context.toast("yours-again")
    await begin(update, context)


HANDLERS = [
    button("doubts", begin),
    button("doubt", one),
    button("reading", choose),
    button("reading-sure", sure),
    button("doubts-done", done),
    button("doubt-again", again),
    button("doubt-helpers", helpers),
    button("doubts-to", hand_on),
    button("doubts-mine", take_back),
]
