"""/tasks, and the buttons on a task's card. A card that has changed since is shown anew instead."""

from collections.abc import Callable

from telegram import Update

from bot.context import Context
from bot.handlers.words import Handle, button, command
from services import open_work
from services.open_work import Pressed


async def held(update: Update, context: Context) -> None:
    if not context.who.in_private:
        return context.sentence("private-only")
    context.say("held", {"person": context.who.person_id})


async def one(update: Update, context: Context) -> None:
    """A task of a list, on a card of its own; whoever only oversees it sees what has happened."""
    task = open_work.of_mine(context.office, context.who, context.press.number)
    if task is not None:
        context.say("task", {"task": task.id})
    elif context.who.sees_all:
        context.say("history", {"task": context.press.number})
    else:
        context.toast("not-your-button")


def on_card(press: Callable[[Pressed], str | None]) -> Handle:
    """A press that changes the task: authorised again, and refused where the card is older than the task."""

    async def pressed(update: Update, context: Context) -> None:
        task = open_work.of_mine(context.office, context.who, context.press.number)
        if task is None:
            return context.toast("not-your-button")
        if task.rev != context.press.rev:
            context.toast("card-changed")
            return _show(context, task.id)
        if problem := press(Pressed(context.office, task)):
            context.toast(problem)
        report = open_work.just_filed(context.office, task)
        if report is None:
            _show(context, task.id)
        else:
            context.show("receipt", {"report": report.id})

    return pressed


def _show(context: Context, task_id: int) -> None:
    """In the card that was pressed; a receipt stands as it is, and what follows from it comes below."""
    under = context.turn.pressed
    say = context.say if under is not None and under.kind == "receipt" else context.show
    say("task", {"task": task_id})


async def correct(update: Update, context: Context) -> None:
    """A new version of a report that was filed."""
    task = open_work.of_report(context.office, context.who, context.press.number)
    if task is None:
        return context.toast("not-your-button")
    if problem := open_work.correct(context.office, context.press.number):
        context.say("problem", {"task": task.id, "code": problem})
    else:
        context.say("task", {"task": task.id})


HANDLERS = [
    *command("tasks", "待办", held, in_groups=True),
    button("task", one),
    button("fill", on_card(open_work.fill)),
    button("zero", on_card(open_work.zero)),
    button("headcount", on_card(open_work.headcount)),
    button("sum", on_card(open_work.sum_up)),
    button("held", on_card(open_work.held)),
    button("another", on_card(open_work.another)),
    button("plan", on_card(open_work.plan)),
    button("back", on_card(open_work.back)),
    button("file", on_card(open_work.file)),
    button("correct", correct),
]
