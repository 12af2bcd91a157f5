"""Down from the overview: departments, areas, filters, what is red; to others than overseers their own department."""

from collections.abc import Callable
from typing import Any

from telegram import Update

from bot.context import Context
from bot.handlers.words import Handle, button

Args = dict[str, Any]


def numbers(context: Context, n: int) -> list[int]:
    """The figures of a button; a page that it does not name is the first one."""
    found = [int(part) for part in context.press.id.split("-") if part]
    return [*found, *[1] * (n - len(found))]


def of_all(kind: str, args: Callable[[Context], Args]) -> Handle:
    """A page for whoever oversees."""

    async def show(update: Update, context: Context) -> None:
        if context.who.sees_all:
            context.go(kind, args(context))
        else:
            own(context)

    return show


def of_unit(kind: str, args: Callable[[Context], Args]) -> Handle:
    """A page of a department; `unit` is 0 for all of them."""

    async def show(update: Update, context: Context) -> None:
        found = args(context)
        if context.who.sees_all or found["unit"] in context.who.units:
            context.go(kind, found)
        else:
            own(context)

    return show


def own(context: Context) -> None:
    if not context.who.units:
        return context.toast("only-overseers")
    context.go("unit", {"unit": context.who.units[0], "page": 1})


def paged(*names: str) -> Callable[[Context], Args]:
    """The figures of a button under their names, the page last."""

    def read(context: Context) -> Args:
        return dict(zip((*names, "page"), numbers(context, len(names) + 1), strict=True))

    return read


def matters(context: Context) -> Args:
    which, unit, page = context.press.id.split("-")
    return {"which": which, "unit": int(unit), "page": int(page)}


def overdue(context: Context) -> Args:
    return {"which": "late", "unit": 0, "page": 1}


async def periods(update: Update, context: Context) -> None:
    """Everybody sees those that are theirs to look into."""
    code, _, page = context.press.id.rpartition("-")
    context.go("periods", {"code": code.replace("-", "."), "page": int(page)})


HANDLERS = [
    button("units", of_all("units", paged())),
    button("unit", of_unit("unit", paged("unit"))),
    button("indicators", of_unit("indicators", paged("unit"))),
    button("areas", of_all("areas", paged())),
    button("area", of_all("area", paged("area"))),
    button("matters", of_unit("matters", matters)),
    button("overdue", of_unit("matters", overdue)),
    button("reds", of_unit("reds", paged("unit", "area"))),
    button("periods", periods),
]
