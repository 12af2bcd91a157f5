"""Before a notice is published: what it changes, and whom it reaches."""

from bot.translator import Translator
from bot.views import names, publishing
from bot.views.message import Button, Message, lines
from domain.facts.documents import Release
from domain.facts.publishing import House, Item

ITEMS = 5  # of each sort; the rest is counted
UNITS = 12  # departments that are named


def card(facts: Release, t: Translator) -> Message:
    change = facts.change
    sure = Button(t("Publish it now"), "paper-sure", f"{facts.document_id}-{facts.standing}", facts.rev)
    return Message(
        lines(
            t("Publish {number}?", number=change.number),
            t("All {n} indicators are new.", n=len(change.added)) if change.is_first else None,
            *([] if change.is_first else _items(t("New: {n}", n=len(change.added)), change.added, t)),
            *_items(t("Changed: {n}", n=len(change.changed)), change.changed, t),
            *_items(t("Taken out: {n}", n=len(change.removed)), change.removed, t),
            t("Unchanged: {n}", n=change.unchanged) if change.unchanged else None,
            _new_units(change.units, t) if change.units else None,
            _told(facts, t),
            *(_house(change.house, t) if change.house else ()),
        ),
        ((sure, Button(t("Back to the notice"), "paper", facts.document_id)),),
    )


def _house(house: House, t: Translator) -> tuple[str, ...]:
    """The settings are those of the body before until somebody has changed them."""
    return (
        t("Documents will be headed “{court}” and signed “{issuer}”.", court=house.court, issuer=house.issuer),
        t("Headings name “{campaign}”, numbers {codes}.", campaign=house.campaign, codes=t.items(list(house.codes))),
        t("Where that is not your body, please have config.toml changed and the bot started again before you publish."),
    )


def _items(head: str, items: tuple[Item, ...], t: Translator) -> list[str]:
    if not items:
        return []
    more = len(items) - ITEMS
    shown = [text for one in items[:ITEMS] for text in publishing.item(one, t)]
    return [head, *shown, *([t("and {n} more", n=more)] if more > 0 else [])]


def _new_units(units: tuple[str, ...], t: Translator) -> str:
    shown = t("New departments: {units}", units=t.items(list(units[:UNITS])))
    more = len(units) - UNITS
    return names.joined(t, shown, t("and {n} more", n=more) if more > 0 else None)


def _told(facts: Release, t: Translator) -> str:
    change = facts.change
    if not (change.added or change.changed or change.removed):
        return t("It changes nothing, and nobody is told.")
    departments = t.many("It reaches {n} department", "It reaches {n} departments", change.departments)
    return names.joined(t, departments, t.many("{n} person is told", "{n} people are told", change.persons))
