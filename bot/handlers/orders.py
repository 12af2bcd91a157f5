"""督办单: signed or not, signed for, explained, closed; and the lists of them."""

from telegram import Update

from bot.context import Context
from bot.handlers.words import button
from services import open_work, ordering, orders, proposing, requesting
from services.open_work import Pressed


async def waiting(update: Update, context: Context) -> None:
    what, _, page = context.press.id.partition("-")
    under = context.turn.pressed
    say = context.say if under is not None and under.kind in ("card", "held") else context.show
    say("orders-waiting", {"what": what, "page": int(page)})  # the card of the day goes on being that


async def proposal(update: Update, context: Context) -> None:
    if not _decides(context):
        return context.toast("not-your-button")
    context.show("proposal", {"order": context.press.number})


def _decides(context: Context) -> bool:
    return orders.decides(context.office, context.who.person_id, context.press.number)


async def issue(update: Update, context: Context) -> None:
    if not _decides(context):
        return context.toast("not-your-button")
    order = orders.to_sign(context.office, context.who.person_id, context.press.number, context.press.rev)
    if order is None or not ordering.sign(context.office, context.who.person_id, order):
        context.toast("card-changed")
    context.show("proposal", {"order": context.press.number})


async def no_order(update: Update, context: Context) -> None:
    """Asks for the reason first."""
    if not _decides(context):
        return context.toast("not-your-button")
    order = orders.to_sign(context.office, context.who.person_id, context.press.number, context.press.rev)
    if order is None:
        context.toast("card-changed")
        return context.show("proposal", {"order": context.press.number})
    _ask(context, "no-order", order.id, order.about_id)


def _ask(context: Context, kind: str, order_id: int, task_id: int | None) -> None:
    request = requesting.begin(context.office, kind, orders.task_of(context.office, task_id), str(order_id))
    context.say(*requesting.follow(context.office, request))


async def closing(update: Update, context: Context) -> None:
    if not context.who.sees_all:  # whoever verifies it oversees
        return context.toast("not-your-button")
    context.show("order-closing", {"order": context.press.number})


async def strike(update: Update, context: Context) -> None:
    if not context.who.sees_all:
        return context.toast("not-your-button")
    order = orders.to_close(context.office, context.who.person_id, context.press.number, context.press.rev)
    if order is None or not ordering.strike(context.office, context.who.person_id, order):
        context.toast("card-changed")
    context.show("order-closing", {"order": context.press.number})


async def keep(update: Update, context: Context) -> None:
    """Asks for the reason first."""
    if not context.who.sees_all:
        return context.toast("not-your-button")
    order = orders.to_close(context.office, context.who.person_id, context.press.number, context.press.rev)
    if order is None:
        context.toast("card-changed")
        return context.show("order-closing", {"order": context.press.number})
    _ask(context, "keep-order", order.id, order.task_id)


async def receive(update: Update, context: Context) -> None:
    order = orders.find(context.office, context.press.number)
    if order is None or not ordering.receive(context.office, context.who.person_id, order):
        return context.toast("not-your-button")
    context.toast("order-received")


async def explain(update: Update, context: Context) -> None:
    """A new message: the order stays as it is."""
    order = orders.find(context.office, context.press.number)
    task = open_work.of_mine(context.office, context.who, order.task_id or 0) if order else None
    if task is None:
        return context.toast("not-your-button")
    if task.rev != context.press.rev:
        context.toast("card-changed")
    elif problem := open_work.answer(Pressed(context.office, task)):
        return context.toast(problem)
    context.say("task", {"task": task.id})


async def ask_closing(update: Update, context: Context) -> None:
    order = orders.find(context.office, context.press.number)
    if order is None or order.unit_id not in context.who.units:
        return context.toast("not-your-button")
    if not proposing.may_close(context.office, order):
        return context.toast("card-changed")
    proposing.ask_closing(context.office, order)
    context.toast("order-closing-asked")
    context.show("order", {"order": order.id, "task": order.task_id})


async def listed(update: Update, context: Context) -> None:
    if not context.who.sees_all:
        return context.toast("only-overseers")
    which, unit, page = context.press.id.split("-")
    context.go("orders", {"which": which, "unit": int(unit), "page": int(page)})


async def by_unit(update: Update, context: Context) -> None:
    if not context.who.sees_all:
        return context.toast("only-overseers")
    context.go("order-units")


async def one(update: Update, context: Context) -> None:
    """The order itself, below the list."""
    order = orders.find(context.office, context.press.number)
    if order is None or not (context.who.sees_all or order.unit_id in context.who.units):
        return context.toast("not-your-button")
    context.say("order", {"order": order.id, "task": order.task_id})


HANDLERS = [
    button("orders-waiting", waiting),
    button("proposal", proposal),
    button("issue-order", issue),
    button("no-order", no_order),
    button("order-closing", closing),
    button("strike-order", strike),
    button("keep-order", keep),
    button("receive-order", receive),
    button("explain", explain),
    button("ask-closing", ask_closing),
    button("orders", listed),
    button("order-units", by_unit),
    button("order", one),
]
