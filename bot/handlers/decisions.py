"""申请延期 and 转办: begun from the card of a task; 同意, 不同意 by whoever decides."""

from datetime import date

from telegram import Update

from bot.context import Context
from bot.handlers.words import Handle, button
from services import deciding, extending, open_work, passing, requesting
from services.open_work import Pressed


def begins(kind: str) -> Handle:
    """The first question of a request, below the card; or what stands in the way."""

    async def pressed(update: Update, context: Context) -> None:
        task = open_work.of_mine(context.office, context.who, context.press.number)
        if task is None:
            return context.toast("not-your-button")
        if task.rev != context.press.rev:
            context.toast("card-changed")
            return context.show("task", {"task": task.id})
        if problem := OBSTACLES[kind](Pressed(context.office, task)):
            return context.sentence(problem)
        context.say(*requesting.follow(context.office, requesting.begin(context.office, kind, task)))

    return pressed


OBSTACLES = {
    "extension": lambda pressed: extending.obstacle(pressed.office, pressed.task),
    "passing": lambda pressed: passing.obstacle(pressed.office, pressed.task),
}


async def waiting(update: Update, context: Context) -> None:
    """The list; the card of the day goes on being that."""
    under = context.turn.pressed
    say = context.say if under is not None and under.kind in ("card", "held") else context.show
    say("decisions", {"kind": context.press.id})


async def one(update: Update, context: Context) -> None:
    context.show("decision", {"request": context.press.number})


async def grant(update: Update, context: Context) -> None:
    """With a second part it is the day that is granted instead of the one that was asked for."""
    number, _, day = context.press.id.partition("-")
    request = deciding.of_mine(context.office, context.who.person_id, int(number))
    if request is None:
        context.toast("claim-settled")
    elif not deciding.grant(context.office, request, date.fromisoformat(day) if day else None):
        context.toast("passing-not-now" if request.kind in passing.KINDS else "card-changed")
    context.show("decision", {"request": int(number)})


async def keep(update: Update, context: Context) -> None:
    """仍由原部门办."""
    request = deciding.of_mine(context.office, context.who.person_id, context.press.number)
    if request is None or request.kind != "ruling":
        context.toast("claim-settled")
    else:
        deciding.refuse(context.office, request, "")
    context.show("decision", {"request": context.press.number})


async def deny(update: Update, context: Context) -> None:
    """Asks for the reason first."""
    request = deciding.of_mine(context.office, context.who.person_id, context.press.number)
    if request is None:
        context.toast("claim-settled")
        return context.show("decision", {"request": context.press.number})
    task = deciding.task_of(context.office, request)
    refusal = requesting.begin(context.office, "refusing", task, str(request.id))
    context.say(*requesting.follow(context.office, refusal))


HANDLERS = [
    button("extend", begins("extension")),
    button("pass-on", begins("passing")),
    button("decisions", waiting),
    button("decision", one),
    button("grant", grant),
    button("keep", keep),
    button("deny", deny),
]
