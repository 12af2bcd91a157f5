"""What may not have arrived, before the director: one message, the line on the card, all of them."""

from bot.translator import Translator
from bot.views.message import NUMBERS, Button, Message, lines
from domain.facts import people


def uncertain(facts: people.Uncertain, t: Translator) -> Message:
    if facts.settled:
        return Message(t("This has been settled already."))
    to = _to(facts, t)
    if facts.refused:
        return Message(t("A message to {to} was not accepted by Telegram.", to=to), (_buttons(facts, "", t),))
    said = t("A message to {to} may not have arrived. Please look there.", to=to)
    return Message(said, (_buttons(facts, "", t),))


def line(facts: people.Unsure, t: Translator) -> Message:
    """On the director's card."""
    said = t.many("{n} message may not have arrived.", "{n} messages may not have arrived.", facts.n)
    return Message(said, ((Button(t("Look at them"), "unsure"),),))


def page(facts: people.Unsettled, t: Translator) -> Message:
    if not facts.messages:
        return Message(t("Every message is settled."))
    head = t.many("{n} message may not have arrived.", "{n} messages may not have arrived.", facts.n)
    entries = []
    for number, one in zip(NUMBERS, facts.messages, strict=False):
        why = t("not accepted") if one.refused else t("may not have arrived")
        entries.append(f"{number} {_to(one, t)}　{t.instant(one.since)}　{why}")
    buttons = (_buttons(one, number, t) for number, one in zip(NUMBERS, facts.messages, strict=False))
    return Message(lines(head, *entries), tuple(buttons))


def _to(facts: people.Uncertain, t: Translator) -> str:
    return facts.to or t("the leading group's chat")


def _buttons(facts: people.Uncertain, number: str, t: Translator) -> tuple[Button, ...]:
    again = Button(t("Send it again") + number, "again", facts.outbox_id)
    there = Button(t("It is there") + number, "let-be", facts.outbox_id)
    drop = Button(t("Do not send it again") + number, "not-again", facts.outbox_id)
    return (again, drop) if facts.refused else (again, there, drop)
