"""What somebody asks for, as whoever decides sees it: 待定延期, 待定转办, and what a department has declined."""

from collections.abc import Callable

from bot.translator import Translator
from bot.views import names
from bot.views.message import NUMBERS, Button, Message, lines, rows
from domain.facts import decisions

View = Callable[[decisions.Decision, Translator], Message]
HEADINGS: dict[str, Callable[[Translator], str]] = {
    "extension": lambda t: t("Extensions to decide"),
    "passing": lambda t: t("To be passed on"),
    "ruling": lambda t: t("Declined by the other department: whose is it?"),
}


def listed(facts: decisions.Decisions, t: Translator) -> Message:
    if not facts.lines:
        return Message(t("Nothing waits for your decision."))
    entries = [f"{number} {_line(line, t)}" for number, line in zip(NUMBERS, facts.lines, strict=False)]
    buttons = [Button(number, "decision", line.request_id) for number, line in zip(NUMBERS, facts.lines, strict=False)]
    return Message(lines(HEADINGS[facts.kind](t), *entries), rows(*buttons, width=5))


def _line(line: decisions.Line, t: Translator) -> str:
    to = t("to {unit}", unit=line.to) if line.to else None
    return names.joined(t, line.unit, names.matter(t, line.title, line.period), to)


def decision(facts: decisions.Decision, t: Translator) -> Message:
    if facts.state != "asked":
        return Message(_decided(facts, t))
    return VIEWS[facts.kind](facts, t)


def _matter(facts: decisions.Decision, t: Translator) -> str:
    return names.joined(t, facts.task.unit, names.matter(t, facts.task.title, facts.task.period))


def _extension(facts: decisions.Decision, t: Translator) -> Message:
    assert facts.since is not None
    assert facts.until is not None
    grant = [Button(t("Grant it"), "grant", facts.request_id)]
    if facts.earlier:
        label = t("Grant until {day}", day=t.short_day(facts.earlier))
        grant.append(Button(label, "grant", f"{facts.request_id}-{facts.earlier:%Y%m%d}"))
    deny = Button(t("Do not grant it"), "deny", facts.request_id)
    return Message(
        lines(
            t("[Extension] {matter}", matter=_matter(facts, t)),
            t(
                "{by} asks: from {since} to {until}",
                by=facts.by,
                since=t.day(facts.since),
                until=t.day(facts.until),
            ),
            t("Reason: {reason}", reason=facts.reason),
            t("Progress: {progress}", progress=facts.progress),
            _before(facts, t),
            None if facts.may else t("{title} has not decided yet.", title=names.told(t, facts.waits)),
        ),
        (tuple(grant), (deny,)) if facts.may else (),
    )


def _before(facts: decisions.Decision, t: Translator) -> str:
    """How often it was asked: a habit is seen, and a single need too."""
    task, unit, last = facts.asked_before
    if not task and not unit:
        return t("The department has asked for no other extension this year.")
    late = t("{n} of these on the last possible day", n=last) if last else None
    return names.joined(
        t,
        t("Asked before: this matter {n}", n=task),
        t("the department this year {n}", n=unit),
        late,
    )


def _passing(facts: decisions.Decision, t: Translator) -> Message:
    take, decline = t("Take it"), t("Do not take it")
    buttons = (Button(take, "grant", facts.request_id), Button(decline, "deny", facts.request_id))
    return Message(
        lines(
            t("[To be passed on] {matter}", matter=_matter(facts, t)),
            t("{by} would pass it on to {unit}.", by=facts.by, unit=facts.unit),
            t("Reason: {reason}", reason=facts.reason),
            names.due_line(t, facts.task) if facts.may else None,
            None if facts.may else t("{unit} has not answered yet; until then it stays where it is.", unit=facts.unit),
        ),
        (buttons,) if facts.may else (),
    )


def _ruling(facts: decisions.Decision, t: Translator) -> Message:
    stay = Button(t("It stays with {unit}", unit=facts.task.unit), "keep", facts.request_id)
    give = Button(t("{unit} does it", unit=facts.unit), "grant", facts.request_id)
    return Message(
        lines(
            t("[Whose is it] {matter}", matter=_matter(facts, t)),
            t("{by} would pass it on to {unit}.", by=facts.by, unit=facts.unit),
            t("Reason: {reason}", reason=facts.reason),
            t("{unit} declines: {reason}", unit=facts.unit, reason=facts.answer),
            t("For good the lead is changed where the notice is in doubt: /why {code}", code=facts.task.code)
            if facts.task.code
            else None,
        ),
        ((stay,), (give,)) if facts.may else (),
    )


def _decided(facts: decisions.Decision, t: Translator) -> str:
    if facts.state == "dropped":
        return t("Settled without a decision: {matter}", matter=_matter(facts, t))
    if facts.kind == "extension" and facts.state == "granted":
        assert facts.until is not None
        return t("Granted: {matter}, until {day}.", matter=_matter(facts, t), day=t.day(facts.until))
    if facts.state == "granted":
        return t("It passes to {unit}: {matter}", unit=facts.unit, matter=_bare(facts, t))
    if facts.kind == "ruling":
        return t("It stays with {unit}: {matter}", unit=facts.task.unit, matter=_bare(facts, t))
    said = t("Reason: {reason}", reason=facts.answer) if facts.answer else None
    return lines(t("Not granted: {matter}", matter=_matter(facts, t)), said)


def _bare(facts: decisions.Decision, t: Translator) -> str:
    return names.matter(t, facts.task.title, facts.task.period)


VIEWS: dict[str, View] = {"extension": _extension, "passing": _passing, "ruling": _ruling}
