"""责任部门: who has given its part, asking for parts, adding them up, a disagreement and the office's word on it."""

from telegram import Update

from bot.context import Context
from bot.handlers.words import button
from services import disputing, gathering, joining, open_work, requesting, rounds, slicing
from services.forms import readings


async def parts(update: Update, context: Context) -> None:
    task = open_work.of_mine(context.office, context.who, context.press.number)
    if task is None:
        return context.toast("not-your-button")
    context.say("joint", {"task": task.id})


async def ask(update: Update, context: Context) -> None:
    """All that were not asked, or the one that is named."""
    number, unit_id = (int(part) for part in context.press.id.split("-"))
    if not _is_fresh(context, number):
        return
    if not slicing.ask(context.office, number, unit_id or None):
        context.toast("too-late-to-ask")
    context.show("joint", {"task": number})


async def take(update: Update, context: Context) -> None:
    number = context.press.number
    if not _is_fresh(context, number):
        return
    if problem := joining.take(context.office, number):
        context.toast(problem)
        return context.show("joint", {"task": number})
    context.show("task", {"task": number})


def _is_fresh(context: Context, task_id: int) -> bool:
    """It is the lead's own, and the message is as new as it is."""
    task = open_work.of_mine(context.office, context.who, task_id)
    if task is None:
        context.toast("not-your-button")
    elif task.rev != context.press.rev:
        context.toast("card-changed")
        context.show("joint", {"task": task.id})
    else:
        return True
    return False


async def one(update: Update, context: Context) -> None:
    lead = gathering.of_part(context.office, context.press.number)
    if lead is None or open_work.of_mine(context.office, context.who, lead.id) is None:
        return context.toast("not-your-button")
    context.show("part", {"part": context.press.number})


async def none(update: Update, context: Context) -> None:
    """本部门无此类情况: looked at before it counts."""
    task = open_work.of_mine(context.office, context.who, context.press.number)
    if task is None or not readings.may_be_none(context.office, task) or task.state != "open":
        return context.toast("not-your-button")
    if task.rev != context.press.rev:
        context.toast("card-changed")
    else:
        readings.say_none(context.office, task)
        task.rev += 1
    context.show("task", {"task": task.id})


async def dispute(update: Update, context: Context) -> None:
    """Asks what is not right first."""
    lead = gathering.of_part(context.office, context.press.number)
    if lead is None or open_work.of_mine(context.office, context.who, lead.id) is None:
        return context.toast("not-your-button")
    if lead.rev != context.press.rev:
        context.toast("card-changed")
        return context.show("joint", {"task": lead.id})
    request = requesting.begin(context.office, "dispute", lead)
    request.to_unit_id = gathering.unit_of_part(context.office, context.press.number)
    context.say(*requesting.follow(context.office, request))


async def decide(update: Update, context: Context) -> None:
    """Asks for the words first."""
    number, which = context.press.id.split("-")
    lead = disputing.waiting(context.office, context.who.person_id, int(number), context.press.rev)
    if lead is None:
        context.toast("card-changed")
        return context.show("dispute", {"task": int(number)})
    request = requesting.begin(context.office, "decide", lead)
    request.subject = which
    context.say(*requesting.follow(context.office, request))


async def board(update: Update, context: Context) -> None:
    """各部门情况 of the monthly round."""
    task = open_work.of_mine(context.office, context.who, context.press.number)
    if task is None:
        return context.toast("not-your-button")
    rounds.open_(context.office, task, context.who.telegram_id)


HANDLERS = [
    button("joint", parts),
    button("ask-parts", ask),
    button("take-sums", take),
    button("part", one),
    button("none", none),
    button("dispute", dispute),
    button("decide", decide),
    button("round", board),
]
