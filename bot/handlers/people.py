"""/people: who holds what, invitations, and whoever waits for the director's word."""

from telegram import Update

from bot.context import Context
from bot.handlers.words import button, command
from services import assigning, consenting, inviting, people


async def roster(update: Update, context: Context) -> None:
    if not context.who.is_director:
        return context.sentence("only-director")
    if not context.who.in_private:
        return context.sentence("private-only")
    context.say("roster", {"page": 1})


async def page(update: Update, context: Context) -> None:
    if not context.who.is_director:
        return context.toast("only-director")
    context.show("roster", {"page": context.press.number})


async def posts(update: Update, context: Context) -> None:
    if not context.who.is_director:
        return context.toast("only-director")
    context.show("unit-posts", {"unit": context.press.number})


async def invite(update: Update, context: Context) -> None:
    if not context.who.is_director:
        return context.toast("only-director")
    invitation = people.invite(context.office, context.press.number)
    link = f"https://t.me/{context.bot.username}?start={invitation.token}"
    context.say("invitation", {"invite": invitation.id, "link": link})


async def gap(update: Update, context: Context) -> None:
    """Where somebody is missing, department by department."""
    if not context.who.is_director:
        return context.toast("only-director")
    context.show("gap", {"gap": context.press.id})


async def invitations(update: Update, context: Context) -> None:
    """One page with a code for every vacant post, for the director's own chat."""
    if not context.who.is_director:
        return context.toast("only-director")
    if not inviting.vacant(context.office):
        return context.toast("nobody-missing")
    context.toast("sheet-made")
    args = {"person": context.who.person_id, "bot": context.bot.username}
    context.say("invitations", args, to=context.who.telegram_id)


async def claims(update: Update, context: Context) -> None:
    if not context.who.is_director:
        return context.toast("only-director")
    for invite_id in people.waiting_claims(context.office):
        context.say("claim", {"invite": invite_id})


async def confirm(update: Update, context: Context) -> None:
    await settle(update, context, True)


async def refuse(update: Update, context: Context) -> None:
    await settle(update, context, False)


async def settle(update: Update, context: Context, good: bool) -> None:
    if not context.who.is_director:
        return context.toast("only-director")
    if good and (subject := consenting.seat(context.office, context.press.number)):
        context.toast(consenting.ask(context.office, "seat", subject, context.turn.pressed))
    elif people.settle(context.office, context.press.number, good):
        context.toast("confirmed" if good else "refused")
    else:
        context.toast("claim-settled")
    context.show("claim", {"invite": context.press.number})


async def twin(update: Update, context: Context) -> None:
    """The seat of the leading group goes along."""
    if not context.who.is_director:
        return context.toast("only-director")
    context.toast("confirmed" if people.settle_twin(context.office, context.press.number) else "claim-settled")
    context.show("claim", {"invite": context.press.number})


async def giving(update: Update, context: Context) -> None:
    """What it would mean, before it is done."""
    if not context.who.is_director:
        return context.toast("only-director")
    if not assigning.is_to_be_given(context.office):
        return context.toast("given-already")
    context.show("giving")


async def give(update: Update, context: Context) -> None:
    """交办: the director gives the indicators out."""
    if not context.who.is_director:
        return context.toast("only-director")
    told = assigning.give(context.office)
    if told is None:
        return context.toast("given-already")
    context.toast("given", n=told)
    context.show("welcome", {"person": context.who.person_id})


HANDLERS = [
    *command("people", "人员", roster, in_groups=True),
    button("people", page),
    button("posts", posts),
    button("invite", invite),
    button("gap", gap),
    button("invitations", invitations),
    button("claims", claims),
    button("confirm", confirm),
    button("refuse", refuse),
    button("take-twin", twin),
    button("giving", giving),
    button("give", give),
]
