"""To whoever sent what must not be kept: what it was, where it belongs, and to delete it."""

from bot.translator import Translator
from bot.views.message import Message, lines
from domain.facts.guarded import Guarded
from domain.privacy import Kind


def guarded(facts: Guarded, t: Translator) -> Message:
    what = t.items([_name(kind, t) for kind in facts.kinds])
    return Message(
        lines(
            t("This message was not kept: it seems to contain {what}.", what=what)
            if facts.whole
            else t("Not kept of this message: what seems to be {what}. The rest is kept.", what=what),
            t("Please delete the original message at once."),
            *(_place(kind, t) for kind in facts.kinds),
        )
    )


def _name(kind: Kind, t: Translator) -> str:
    return {
        "identity": t("an identity number"),
        "phone": t("a telephone number"),
        "case": t("a case number"),
        "classified": t("a mark of secrecy"),
    }[kind]


def _place(kind: Kind, t: Translator) -> str:
    return {
        "identity": t("Identity numbers are personal; they belong in the case management system."),
        "phone": t("Telephone numbers are personal; they belong in the internal directory."),
        "case": t("Case numbers belong in the case management system; here only numbers of cases are needed."),
        "classified": t("Whatever bears a mark of secrecy goes by the channels for it, never by this one."),
    }[kind]
