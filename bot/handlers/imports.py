"""/import: a notice comes in, its doubts are settled one by one, and it is published."""

from collections.abc import Callable

from telegram import Update

from bot.context import Context
from bot.handlers.words import Handle, button, command
from services import consenting, correcting, importing, proofreading, releasing
from services.proofreading import Paper


async def begin(update: Update, context: Context) -> None:
    if not context.who.is_director:
        return context.sentence("only-director")
    found = importing.current(context.office)
    if found is None or found.state in ("refused", "published"):
        context.sentence("import-how")
    if found is not None:
        context.say("document", {"document": found.id})


def on_paper(*states: str, fresh: bool = False) -> Callable[[Callable[[Context, Paper], None]], Handle]:
    """A press that the director alone may do, on a document in one of these states; `fresh` where it was not changed
    since the card was shown."""

    def made(act: Callable[[Context, Paper], None]) -> Handle:
        async def pressed(update: Update, context: Context) -> None:
            if not context.who.is_director:
                return context.toast("only-director")
            number = int(context.press.id.partition("-")[0])
            found = proofreading.of_mine(context.office, number, *states)
            if found is None or (fresh and found.rev != context.press.rev):
                context.toast("card-changed")
                return context.show("document", {"document": number})
            act(context, found)

        return pressed

    return made


def _numbers(context: Context) -> list[int]:
    return [int(part) for part in context.press.id.split("-")]


def _ask(context: Context, row: Paper, number: int | None) -> None:
    """The question at this place; without one all are settled."""
    if number is None:
        context.show("document", {"document": row.id})
    else:
        context.show("paper-doubt", {"document": row.id, "number": number})


@on_paper("read", "published", "dropped")
def card(context: Context, row: Paper) -> None:
    context.show("document", {"document": row.id})


@on_paper("read")
def doubts(context: Context, row: Paper) -> None:
    _ask(context, row, proofreading.next_open(context.office, row, -1))


@on_paper("read")
def doubt(context: Context, row: Paper) -> None:
    number = _numbers(context)[1]
    if number >= len(proofreading.questions(context.office, row)):  # a sheet that came back has settled some
        context.toast("card-changed")
        return context.show("document", {"document": row.id})
    _ask(context, row, number)


@on_paper("read", fresh=True)
def answer(context: Context, row: Paper) -> None:
    _, number, option = _numbers(context)
    proofreading.answer(context.office, row, [number], option)
    context.toast("settled")
    _ask(context, row, proofreading.next_open(context.office, row, number))


@on_paper("read", fresh=True)
def alike(context: Context, row: Paper) -> None:
    number = _numbers(context)[1]
    every = proofreading.alike(context.office, row, number)
    proofreading.answer(context.office, row, every, 0)
    context.toast("settled-alike", n=len(every))
    _ask(context, row, proofreading.next_open(context.office, row, number))


@on_paper("read", fresh=True)
def undo(context: Context, row: Paper) -> None:
    _ask(context, row, proofreading.undo(context.office, row))


@on_paper("read", fresh=True)
def drop(context: Context, row: Paper) -> None:
    proofreading.drop(context.office, row)
    context.show("document", {"document": row.id})


@on_paper("dropped", fresh=True)
def again(context: Context, row: Paper) -> None:
    proofreading.take_up(context.office, row)
    context.show("document", {"document": row.id})


@on_paper("read", fresh=True)
def publish(context: Context, row: Paper) -> None:
    """It cannot be taken back: what it changes stands before it."""
    if problem := releasing.stands_in_the_way(context.office, row):
        return context.toast(problem)
    context.show("paper-change", {"document": row.id})


@on_paper("read", fresh=True)
def sure(context: Context, row: Paper) -> None:
    if problem := releasing.stands_in_the_way(context.office, row):
        return context.toast(problem)
    if _numbers(context)[1:] != [releasing.standing(context.office)]:  # another notice was published meanwhile
        context.toast("card-changed")
        return context.show("paper-change", {"document": row.id})
    if subject := consenting.notice(context.office, row.id, row.rev):
        context.toast(consenting.ask(context.office, "notice", subject, context.turn.pressed))
        return context.show("document", {"document": row.id})
    releasing.publish(context.office, row)
    context.toast("published")
    context.show("document", {"document": row.id})


@on_paper("read", "published")
def copy(context: Context, row: Paper) -> None:
    context.toast("file-made")
    context.say("paper-copy", {"document": row.id})


@on_paper("read")
def amend(context: Context, row: Paper) -> None:
    target = correcting.take_over(context.office, row)
    context.toast("settled" if target else "card-changed")
    context.show("document", {"document": target.id if target else row.corrects})


@on_paper("read")
def leave(context: Context, row: Paper) -> None:
    target = correcting.drop(context.office, row)
    context.show("document", {"document": target.id if target else row.id})


@on_paper("published")
def seats(context: Context, row: Paper) -> None:
    context.show("paper-seats", {"document": row.id, "page": _numbers(context)[1]})


@on_paper("published")
def roll(context: Context, row: Paper) -> None:
    context.toast("file-made")
    context.say("paper-roll", {"document": row.id})


HANDLERS = [
    *command("import", "导入", begin),
    button("paper", card),
    button("paper-doubts", doubts),
    button("paper-doubt", doubt),
    button("paper-answer", answer),
    button("paper-alike", alike),
    button("paper-undo", undo),
    button("paper-drop", drop),
    button("paper-again", again),
    button("paper-publish", publish),
    button("paper-sure", sure),
    button("paper-copy", copy),
    button("paper-amend", amend),
    button("paper-leave", leave),
    button("paper-seats", seats),
    button("paper-roll", roll),
]
