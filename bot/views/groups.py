"""Groups of departments: what each was given, who belongs to it, who convenes it."""

from bot.translator import Translator
from bot.views import names
from bot.views.message import Button, Message, lines, rows
from domain.facts import staffing

MEMBER = "✓"


def groups(facts: staffing.Groups, t: Translator) -> Message:
    entries = [
        names.joined(
            t,
            name,
            t.many("{n} department", "{n} departments", n),
            t("confirmed") if confirmed else t("to be confirmed"),
        )
        for _, name, n, confirmed in facts.groups
    ]
    buttons = [Button(name, "group", number) for number, name, _, _ in facts.groups]
    return Message(
        lines(t("Groups that the notice names without a list. Press one to look at it."), *entries),
        (*rows(*buttons, width=2), (Button(t("Back"), "people", 1),)),
    )


def group(facts: staffing.Group, t: Translator) -> Message:
    codes = facts.codes
    members = t("No department belongs to it yet.")
    if facts.members:
        several = {"n": len(facts.members), "units": t.items(list(facts.members))}
        members = t("Departments ({n}): {units}", **several)
    confirmed = t("The list has not been confirmed.")
    if facts.confirmed:
        title, at = facts.confirmed
        confirmed = t("Confirmed by {title}, {moment}.", title=title, moment=t.moment(at))
    buttons = [
        Button(t("Confirm the list"), "group-confirm", facts.group_id) if not facts.confirmed else None,
        Button(t("Add or take out"), "members", facts.group_id),
        Button(t("Choose the convenor"), "convenors", facts.group_id) if codes.lead else None,
    ]
    return Message(
        lines(
            t("[Group] {name}", name=facts.name),
            members,
            t("Lead: {codes}", codes=t.items(list(codes.lead))) if codes.lead else None,
            t("Responsible: {codes}", codes=t.items(list(codes.responsible))) if codes.responsible else None,
            t("To file: {codes}", codes=t.items(list(codes.files))) if codes.files else None,
            t("Convenor: {unit}", unit=facts.convenor or t("not set")) if codes.lead else None,
            confirmed,
        ),
        (*rows(*(button for button in buttons if button), width=1), (Button(t("Back"), "groups"),)),
    )


def members(facts: staffing.Members, t: Translator) -> Message:
    """A button does what it says, however often it is pressed."""
    buttons = [
        Button(f"{MEMBER} {name}", "member-out", f"{facts.group_id}-{unit_id}")
        if inside
        else Button(name, "member-in", f"{facts.group_id}-{unit_id}")
        for unit_id, name, inside in facts.departments
    ]
    return Message(
        lines(
            t("[Group] {name}", name=facts.name),
            t("Press a department to add it or to take it out; those with ✓ belong to it."),
            t("It holds from today on: whoever joins is given what the group has, whoever leaves owes nothing new."),
        ),
        (*rows(*buttons, width=2), (Button(t("Back"), "group", facts.group_id),)),
    )


def convenors(facts: staffing.Choice, t: Translator) -> Message:
    now = t("Now: {now}. A change holds from today on.", now=facts.named) if facts.named else None
    buttons = [
        Button(name, "convenor", f"{facts.unit_id}-{unit_id}") for unit_id, name in facts.among if unit_id != facts.now
    ]
    return Message(
        lines(t("Who convenes {group} and answers for what it leads?", group=facts.unit), now),
        (*rows(*buttons, width=2), (Button(t("Back"), "group", facts.unit_id),)),
    )
