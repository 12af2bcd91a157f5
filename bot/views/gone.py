"""What a button was about is not there any more: one clear sentence."""

from bot.translator import Translator
from bot.views.message import Message
from domain.facts.drill import Gone


def gone(facts: Gone, t: Translator) -> Message:
    return Message(
        {
            "indicator": t("{name} is no indicator of the notice in force; it may have been amended.", name=facts.name),
            "unit": t("This department is not there any more."),
            "area": t("This area is not in the notice in force; it may have been amended."),
        }[facts.what]
    )
