"""Messages that may not have arrived: the director has looked."""

from collections.abc import Callable

from bot.context import Context
from bot.handlers.words import button, for_director
from services import unsure
from services.office import Office


def listed(context: Context) -> None:
    context.say("unsettled")


def _settles(act: Callable[[Office, int], bool], said: str) -> Callable[[Context], None]:
    def settle(context: Context) -> None:
        context.toast(said if act(context.office, context.press.number) else "claim-settled")
        under = context.turn.pressed
        if under is not None and under.kind == "unsettled":
            context.show("unsettled")
        else:
            context.show("uncertain", {"outbox": context.press.number})

    return settle


HANDLERS = [
    button("unsure", for_director(listed)),
    button("again", for_director(_settles(unsure.again, "sent-again"))),
    button("let-be", for_director(_settles(unsure.arrived, "left-alone"))),
    button("not-again", for_director(_settles(unsure.drop, "not-again"))),
]
