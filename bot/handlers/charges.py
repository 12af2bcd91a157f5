"""分管分工: the director says which leader is in charge of which department."""

from bot.context import Context
from bot.handlers.words import button, for_director
from services import charging


def charges(context: Context) -> None:
    context.show("charges")


def charge(context: Context) -> None:
    context.show("charge", {"unit": context.press.number})


def put_in_charge(context: Context) -> None:
    unit, post = (int(part) for part in context.press.id.split("-"))
    charging.put_in_charge(context.office, unit, post)
    context.toast("in-charge")
    context.show("charges")


HANDLERS = [
    button("charges", for_director(charges)),
    button("charge", for_director(charge)),
    button("in-charge", for_director(put_in_charge)),
]
