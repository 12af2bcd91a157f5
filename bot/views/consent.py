"""双人办理: who asks for what, and the two words with which another of the office answers."""

from collections.abc import Callable

from bot.translator import Translator
from bot.views.message import Button, Message, lines
from domain.facts.consent import Consent

HEADS: dict[str, Callable[[Translator, str], str]] = {
    "asked": lambda t, by: t("[Two of the office] {title} asks, and another of the office agrees or not:", title=by),
    "agreed": lambda t, by: t("[Two of the office] Agreed and done, asked by {title}:", title=by),
    "refused": lambda t, by: t("[Two of the office] Not agreed, asked by {title}:", title=by),
    "lapsed": lambda t, by: t("[Two of the office] Things had changed, nothing was done; asked by {title}:", title=by),
}


def _seat(facts: Consent, t: Translator) -> str:
    who = {"name": " ".join(facts.name.split())[:40], "id": facts.telegram_id}
    asked = facts.state == "asked"
    return lines(
        t("{title} is to be taken by {name} (number {id})", title=facts.post, **who),
        t("{holder} would leave this post.", holder=facts.holder) if facts.holder and asked else None,
        t("Please confirm only whom you know to be this person.") if asked else None,
    )


def _notice(facts: Consent, t: Translator) -> str:
    if not facts.number:
        return t("The notice at work is to be replaced")
    return t(
        "The notice at work is to be replaced by {number}; it reaches {n} departments",
        number=facts.number,
        n=facts.departments,
    )


def _room(facts: Consent, t: Translator) -> str:
    return t("Another group is to be the leading group's chat; the one of today has no more weekly reports")


WHAT: dict[str, Callable[[Consent, Translator], str]] = {"seat": _seat, "notice": _notice, "room": _room}


def consent(facts: Consent, t: Translator) -> Message:
    asked = facts.state == "asked"
    agree, decline = Button(t("Agree"), "agree", facts.id), Button(t("Do not agree"), "decline", facts.id)
    return Message(
        lines(HEADS[facts.state](t, facts.by), WHAT[facts.kind](facts, t)), ((agree, decline),) if asked else ()
    )
