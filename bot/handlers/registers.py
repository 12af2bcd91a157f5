"""台账: the list, a register, one of its entries; telling one, correcting, removing and linking it."""

from collections.abc import Callable

from telegram import Update

from bot.context import Context
from bot.handlers.words import Handle, button
from domain.registers import REASONS
from services import entering, entries, linking
from services import registers as shelf
from services.entering import Telling


async def listed(update: Update, context: Context) -> None:
    if not context.who.in_private:
        return context.toast("private-only")
    context.say("registers", {"page": context.press.number})


async def one(update: Update, context: Context) -> None:
    key, _, page = context.press.id.partition("-")
    if shelf.look(context.office, context.who, key) is None:
        return context.toast("no-register")
    context.say("register", {"key": key, "page": int(page)})


async def entry(update: Update, context: Context) -> None:
    if shelf.look_at(context.office, context.who, context.press.number) is None:
        return context.toast("no-register")
    context.say("entry", {"entry": context.press.number})


async def add(update: Update, context: Context) -> None:
    key, _, unit = context.press.id.partition("-")
    register = shelf.to_add(context.office, context.who, key, int(unit))
    if register is None:
        return context.toast("no-register")
    context.say("entry-draft", {"request": entering.begin(context.office, register, int(unit)).id})


async def none(update: Update, context: Context) -> None:
    """A department has none of what it was asked about once."""
    key, _, unit = context.press.id.partition("-")
    register = shelf.to_add(context.office, context.who, key, int(unit))
    if register is None or not register.once:
        return context.toast("no-register")
    found = entries.none_of_its_own(context.office, register, int(unit))
    if found is None:
        return context.toast("claim-settled")
    context.say("entry", {"entry": found.id})


def on_draft(press: Callable[[Context, Telling, str], None]) -> Handle:
    """A press on what is being told: authorised again, and refused where the card says something else by now."""

    async def pressed(update: Update, context: Context) -> None:
        number, _, rest = context.press.id.partition("-")
        request = entering.of_mine(context.office, context.who, int(number))
        if request is None:
            return context.toast("not-your-button")
        if entering.rev(request) != context.press.rev:
            context.toast("card-changed")
            return _show(context, request)
        press(context, request, rest)

    return pressed


def _show(context: Context, request: Telling, **more: object) -> None:
    if request.kind == "entry-removal":
        context.show("entry-removal", {"request": request.id})
    else:
        context.show("entry-draft", {"request": request.id, **more})


def keep(context: Context, request: Telling, rest: str) -> None:
    found = entering.keep(context.office, request)
    if isinstance(found, str):
        context.toast(found)
        return _show(context, request)
    context.toast("entered")
    context.show("entry", {"entry": found.id})


def change(context: Context, request: Telling, rest: str) -> None:
    _show(context, request, choosing=True)


def ask(context: Context, request: Telling, rest: str) -> None:
    entering.ask(context.office, request, int(rest))
    _show(context, request)


def choose(context: Context, request: Telling, rest: str) -> None:
    place, _, number = rest.partition("-")
    entering.choose(context.office, request, int(place), int(number))
    _show(context, request)


def drop(context: Context, request: Telling, rest: str) -> None:
    """What was there before stays as it is."""
    stays = entering.drop(context.office, request)
    context.toast("entry-dropped")
    if stays is None:
        context.show("registers", {"page": 1})
    else:
        context.show("entry", {"entry": stays.id})


def reason(context: Context, request: Telling, rest: str) -> None:
    entering.give_reason(request, REASONS[int(rest)] if int(rest) < len(REASONS) else "")
    _show(context, request)


def gone(context: Context, request: Telling, rest: str) -> None:
    found = entering.keep_removal(context.office, request)
    if isinstance(found, str):
        context.toast(found)
        return _show(context, request)
    context.show("entry", {"entry": found.id})


async def correct(update: Update, context: Context) -> None:
    """The newest version, with its columns as they are."""
    found = shelf.of_mine(context.office, context.who, context.press.number)
    if found is None:
        return context.toast("not-your-button")
    request = entering.correct(context.office, found)
    if isinstance(request, str):
        context.toast(request)
        return context.show("entry", {"entry": entries.newest(context.office, found).id})
    context.say("entry-draft", {"request": request.id, "choosing": True})


async def remove(update: Update, context: Context) -> None:
    found = shelf.of_mine(context.office, context.who, context.press.number)
    if found is None:
        return context.toast("not-your-button")
    request = entering.remove(context.office, found)
    if isinstance(request, str):
        context.toast(request)
        return context.show("entry", {"entry": entries.newest(context.office, found).id})
    context.say("entry-removal", {"request": request.id})


async def also(update: Update, context: Context) -> None:
    """What else an entry counts toward."""
    found = shelf.of_mine(context.office, context.who, context.press.number)
    if found is None or not entries.stands(context.office, found):
        return context.toast("not-your-button")
    context.show("entry-links", {"entry": found.id})


async def count(update: Update, context: Context) -> None:
    number, _, requirement = context.press.id.partition("-")
    found = shelf.of_mine(context.office, context.who, int(number))
    if found is None or not entries.stands(context.office, found):
        return context.toast("not-your-button")
    if not linking.count_also(context.office, found, int(requirement)):
        context.toast("counts-already")
    context.show("entry-links", {"entry": found.id})


HANDLERS = [
    button("registers", listed),
    button("register", one),
    button("entry", entry),
    button("entry-add", add),
    button("entry-none", none),
    button("entry-keep", on_draft(keep)),
    button("entry-change", on_draft(change)),
    button("entry-ask", on_draft(ask)),
    button("entry-choose", on_draft(choose)),
    button("entry-drop", on_draft(drop)),
    button("entry-reason", on_draft(reason)),
    button("entry-gone", on_draft(gone)),
    button("entry-correct", correct),
    button("entry-remove", remove),
    button("entry-also", also),
    button("entry-count", count),
]
