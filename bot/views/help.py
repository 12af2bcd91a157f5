"""What somebody can do here, and the command menu made of the same."""

from bot.translator import Translator
from bot.views import names
from bot.views.message import Button, Command, Message, lines
from domain.facts import people


def _can(facts: people.Help, t: Translator) -> list[Command]:
    can = [
        Command("tasks", t("what I hold")) if not facts.in_group else None,
        Command("status", t("overview")) if facts.sees_all else None,
        Command("digest", t("last weekly report")) if facts.sees_all else None,
        Command("import", t("take in a notice")) if facts.director else None,
        Command("people", t("contacts and invitations")) if facts.director else None,
        Command("why", t("an indicator and its basis")) if not facts.in_group else None,
        Command("cancel", t("take back the last answer")) if facts.answers else None,
        Command("language", t("中文 / English")) if not facts.in_group else None,
        Command("help", t("help")) if not facts.in_group else None,
    ]
    return [command for command in can if command]


def menu(facts: people.Help, t: Translator) -> Message:
    return Message("", commands=tuple(_can(facts, t)))


def help_for(facts: people.Help, t: Translator) -> Message:
    titles = t.items(list(facts.titles))
    how = None
    if facts.answers:
        how = t("Answer by pressing a button, or reply to the task's message in your own words.")
    return Message(
        lines(
            t("You are registered as {titles}.", titles=titles) if titles else None,
            how,
            *(f"/{command.name} {command.description}" for command in _can(facts, t)),
            None if facts.published else names.unpublished(t),
            t("Questions: {office}", office=facts.office_name) if not facts.director else None,
        ),
        ((Button(t("Periods and limits"), "paces"),),) if facts.director and facts.published else (),
    )


def language(facts: people.Languages, t: Translator) -> Message:
    return Message(t("Which language?"), ((Button("中文", "language", "zh"), Button("English", "language", "en")),))
