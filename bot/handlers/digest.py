"""/digest: the last weekly report once more, and those before it."""

import re

from telegram import Update

from bot.context import Context
from bot.handlers.status import may_oversee
from bot.handlers.words import button, command, for_director
from services import assigning, issues, previewing
from services.saying import edit

NUMBER = r"(?:第\s*)?\d{1,6}\s*期?"
TYPED = re.compile(r"^(?:/digest(?:@\w+)?|\s*周报)\s*(?P<which>.*?)\s*$", re.DOTALL)


async def digest(update: Update, context: Context) -> None:
    """The newest one, or that of a number."""
    if not may_oversee(context, "only-overseers-digest"):
        return
    message = update.effective_message
    typed = TYPED.match((message.text if message else None) or "")
    which = typed["which"] if typed else ""
    last, draft = issues.last(context.office), previewing.waiting(context.office)
    if last is None and draft and context.who.is_director and context.who.in_private:
        previewing.show_again(context.office, draft.id, context.who.telegram_id)
        return None
    if last is None:
        return context.sentence("no-digest" if assigning.is_published(context.office) else "no-notice")
    if not which:
        return _show(context, last.id)
    if not re.fullmatch(NUMBER, which):
        return context.sentence("digest-which")
    number = int(re.sub(r"\D", "", which))
    found = issues.numbered(context.office, number)
    return _show(context, found.id) if found else context.sentence("no-such-digest", number=number)


def _show(context: Context, digest_id: int) -> None:
    context.say("digest", {"digest": digest_id} | ({"shelf": True} if context.who.in_private else {}))


async def turn(update: Update, context: Context) -> None:
    """To the issue before or after it, in the same message: a reply to it is about the one that it shows."""
    if not context.who.sees_all:
        return context.toast("only-overseers-digest")
    found = issues.numbered(context.office, context.press.number)
    if found is None:
        return context.toast("no-such-digest", number=context.press.number)
    under = context.turn.pressed
    if under is None or under.kind != "digest":
        return _show(context, found.id)
    edit(context.office, under, "digest", {"digest": found.id, "shelf": True})


def ready(context: Context) -> None:
    """The one that the group cannot have."""
    context.say("digest", {"digest": context.press.number, "to_director": True})


HANDLERS = [
    *command("digest", "周报", digest, NUMBER, in_groups=True),
    button("digest-no", turn),
    button("digest-ready", for_director(ready)),
]
