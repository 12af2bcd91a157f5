"""周期设置: the director changes how often something is asked, and by when; what it means is shown first."""

from telegram import Update

from bot.context import Context
from bot.handlers.words import button
from domain.pacing import rhythm
from services import pacing


async def paces(update: Update, context: Context) -> None:
    if not context.who.is_director:
        return context.toast("only-director")
    context.show("paces")


async def propose(update: Update, context: Context) -> None:
    weigh(context, sure=False)


async def sure(update: Update, context: Context) -> None:
    weigh(context, sure=True)


def weigh(context: Context, *, sure: bool) -> None:
    """A proposal lives in its button alone: it is shown, or where it is confirmed carried out."""
    if not context.who.is_director:
        return context.toast("only-director")
    code, _, written = context.press.id.partition("-")
    cadence, wanted = pacing.of_code(context.office, code), rhythm(written)
    if cadence is None:
        context.toast("card-changed")
        return context.show("paces")
    if problem := pacing.refusal(context.office, cadence, wanted):
        return context.toast(problem)
    if not sure:
        return context.show("pace", {"pace": code, "rhythm": written})
    if pacing.rev(context.office, cadence) != context.press.rev:
        context.toast("card-changed")
        return context.show("pace", {"pace": code, "rhythm": pacing.in_force(cadence)})
    context.toast("paced", n=pacing.change(context.office, cadence, wanted))
    context.show("paces")


HANDLERS = [
    button("paces", paces),
    button("pace", propose),
    button("pace-sure", sure),
]
