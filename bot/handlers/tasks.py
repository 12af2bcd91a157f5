"""/tasks, and the buttons on a task's card. A card that has changed since is shown anew instead."""

from collections.abc import Callable

from telegram import Update

from bot.context import Context
from bot.handlers.answers import follow
from bot.handlers.words import Handle, button, command
from services import open_work, sheets
from services.open_work import Pressed


async def held(update: Update, context: Context) -> None:
    if not context.who.in_private:
        return context.sentence("private-only")
    context.say("held", {"person": context.who.person_id})


async def one(update: Update, context: Context) -> None:
    """A task of a list, on a card of its own; whoever only oversees it sees what has happened."""
    task = open_work.of_mine(context.office, context.who, context.press.number)
    if task is not None:
        open_work.look_at(context.office, task)
        context.say("task", {"task": task.id})
    elif context.who.sees_all:
        context.say("history", {"task": context.press.number})
    else:
        context.toast("not-your-button")


def on_card(press: Callable[[Pressed, str], str | None]) -> Handle:
    """A press that changes the task: authorised again, and refused where the card is older than the task."""

    async def pressed(update: Update, context: Context) -> None:
        number, _, choice = context.press.id.partition("-")
        task = open_work.of_mine(context.office, context.who, int(number))
        if task is None:
            return context.toast("not-your-button")
        if task.rev != context.press.rev:
            context.toast("card-changed")
            return _show(context, task.id)
        if problem := press(Pressed(context.office, task), choice):
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
    follow(context, task_id, context.say if under is not None and under.kind == "receipt" else context.show)


def alone(press: Callable[[Pressed], str | None]) -> Handle:
    """A press that says all there is to say."""
    return on_card(lambda pressed, choice: press(pressed))


async def sheet(update: Update, context: Context) -> None:
    """What is asked together, as a list."""
    task = open_work.of_mine(context.office, context.who, context.press.number)
    if task is None:
        return context.toast("not-your-button")
    context.say("sheet", {"sheet": task.id})


def on_sheet(press: Callable[[Pressed], open_work.Shown]) -> Handle:
    """A press that changes several tasks at once: refused where the sheet is older than they are."""

    async def pressed(update: Update, context: Context) -> None:
        task = open_work.of_mine(context.office, context.who, context.press.number)
        if task is None:
            return context.toast("not-your-button")
        if sheets.rev(sheets.of(context.office, task)) != context.press.rev:
            context.toast("card-changed")
            return context.show("sheet", {"sheet": task.id})
        context.show(*press(Pressed(context.office, task)))

    return pressed


async def correct(update: Update, context: Context) -> None:
    """A new version of a report that was filed."""
    task = open_work.of_report(context.office, context.who, context.press.number)
    if task is None:
        return context.toast("not-your-button")
    if problem := open_work.correct(context.office, context.press.number):
        context.say("problem", {"task": task.id, "code": problem})
    else:
        context.say("task", {"task": task.id})


async def also(update: Update, context: Context) -> None:
    """What else an entry counts toward."""
    if open_work.of_report(context.office, context.who, context.press.number) is None:
        return context.toast("not-your-button")
    context.say("also", {"report": context.press.number})


async def count(update: Update, context: Context) -> None:
    report_id, requirement_id = (int(part) for part in context.press.id.split("-"))
    if problem := open_work.count(context.office, context.who, report_id, requirement_id):
        return context.toast(problem)
    context.show("also", {"report": report_id})


HANDLERS = [
    *command("tasks", "待办", held, in_groups=True),
    button("task", one),
    button("fill", alone(open_work.fill)),
    button("zero", alone(open_work.zero)),
    button("headcount", alone(open_work.headcount)),
    button("sum", alone(open_work.sum_up)),
    button("held", alone(open_work.held)),
    button("another", alone(open_work.another)),
    button("plan", alone(open_work.plan)),
    button("mend", alone(open_work.mend)),
    button("back", alone(open_work.back)),
    button("file", alone(open_work.file)),
    button("answer", alone(open_work.answer)),
    button("choose", on_card(open_work.choose)),
    button("sheet", sheet),
    button("walk", on_sheet(open_work.walk)),
    button("file-all", on_sheet(open_work.file_all)),
    button("also", also),
    button("count", count),
    button("correct", correct),
]
