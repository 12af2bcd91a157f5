"""延期 and 转办 in the words of whoever asks: the questions, and what became of them."""

from collections.abc import Callable
from datetime import date

from bot.translator import Translator
from bot.views import absences, names
from bot.views.message import Message, lines
from domain.facts import checks

FIELDS: dict[str, Callable[[Translator, str], str]] = {
    "until": lambda t, said: t("Until {day}", day=said),
    "reason": lambda t, said: t("Reason: {reason}", reason=said),
    "progress": lambda t, said: t("Progress: {progress}", progress=said),
    "to_unit_id": lambda t, said: t("To {unit}", unit=said),
    "absence subject": lambda t, said: said,
    "absence until": lambda t, said: t("Away until {day}", day=said),
    "absence person_id": lambda t, said: t("Acting: {title}", title=said),
}


def _until(facts: checks.Question, t: Translator) -> str:
    assert facts.task is not None
    last = date.fromisoformat(facts.choices[-1])
    limit, latest = t.day(facts.task.due), t.day(last)
    return t(
        "The limit is {limit}; it may be moved to {latest} at the latest. Until which day? Please press or write it.",
        limit=limit,
        latest=latest,
    )


QUESTIONS: dict[tuple[str, str], Callable[[checks.Question, Translator], str]] = {
    ("extension", "until"): _until,
    ("extension", "reason"): lambda facts, t: t("Why? Please press a reason or write it."),
    ("extension", "progress"): lambda facts, t: t("How far is it? Please press or write it."),
    ("passing", "to_unit_id"): lambda facts, t: t("Whose is it? Please press the department or write its name."),
    ("passing", "reason"): lambda facts, t: t("Why is it theirs? Please write it; they and {office} read it."),
    ("absence", "subject"): lambda facts, t: t("From which post will you be away?"),
    ("absence", "until"): lambda facts, t: t("From when to when? For example: 9 March to 13 March."),
    ("absence", "person_id"): lambda facts, t: t("Who acts meanwhile?"),
    ("refusing", "reason"): lambda facts, t: t("Why not? Please write the reason; whoever asked reads it."),
}


def _matter(facts: checks.Done, t: Translator) -> str:
    assert facts.task is not None
    return names.matter(t, facts.task.title, facts.task.period)


def _extension(facts: checks.Done, t: Translator) -> Message:
    assert facts.since is not None
    assert facts.day is not None
    days = {"since": t.short_day(facts.since), "day": t.day(facts.day)}
    match facts.state:
        case "asked":
            assert facts.by is not None
            asked = t("Extension asked for: {matter}, from {since} to {day}.", matter=_matter(facts, t), **days)
            by = t(
                "{who} answers by {by}; until then the limit stands.",
                who=names.told(t, facts.title),
                by=t.day(facts.by),
            )
            return Message(lines(asked, by))
        case "granted":
            less = (
                t("Asked for was {day}.", day=t.day(facts.asked)) if facts.asked and facts.asked != facts.day else None
            )
            return Message(
                lines(
                    t("Extension granted: {matter}, from {since} to {day}.", matter=_matter(facts, t), **days),
                    less,
                    t("Granted by: {who}; reason: {reason}", who=facts.title, reason=facts.reason),
                    t("The first limit stays on record."),
                )
            )
        case "refused":
            return Message(
                lines(
                    t("Extension not granted: {matter}. The limit stays {since}.", matter=_matter(facts, t), **days),
                    t("{who}: {reason}", who=facts.title, reason=facts.answer),
                )
            )
        case "taken-back":
            return Message(
                t(
                    "The request for an extension is taken back: {matter}. The limit stays {since}.",
                    matter=_matter(facts, t),
                    **days,
                )
            )
    return Message(
        t("The request for an extension lapses: {matter} is done or no longer yours.", matter=_matter(facts, t))
    )


def _passing(facts: checks.Done, t: Translator) -> Message:
    which = {"matter": _matter(facts, t), "unit": facts.unit}
    match facts.state:
        case "asked":
            assert facts.by is not None
            return Message(
                lines(
                    t("Passed on for an answer: {matter}, to {unit}.", **which),
                    t(
                        "{unit} answers by {by}; until it takes it, it stays with you.",
                        unit=facts.unit,
                        by=t.day(facts.by),
                    ),
                )
            )
        case "granted":
            return Message(t("{unit} has taken it: {matter}. It is no longer asked of you.", **which))
        case "refused" if facts.kind == "ruling":
            why = t("Reason: {reason}", reason=facts.answer) if facts.answer else None
            return Message(lines(t("{office} has decided: {matter} stays with you.", **which), why))
        case "refused":
            return Message(
                lines(
                    t("{unit} does not take it: {matter}", **which),
                    t("Reason: {reason}", reason=facts.answer),
                    t("{office} says whose it is; until then it stays with you."),
                )
            )
        case "taken-back":
            return Message(t("Not passed on any more: {matter}, to {unit}. It stays with you.", **which))
    return Message(t("It is passed on no more: {matter} is done or no longer yours.", **which))


def _refusal(facts: checks.Done, t: Translator) -> Message:
    assert facts.task is not None
    matter = names.joined(t, facts.task.unit, _matter(facts, t))
    head = (
        t("Not taken: {matter}", matter=matter)
        if facts.state == "passing"
        else t("Not granted: {matter}", matter=matter)
    )
    return Message(lines(head, t("Reason: {reason}", reason=facts.reason)))


DONE: dict[str, Callable[[checks.Done, Translator], Message]] = {
    "extension": _extension,
    "passing": _passing,
    "ruling": _passing,
    "refusing": _refusal,
    "absence": absences.done,
}
PROBLEMS: dict[str, Callable[[Translator], str]] = {
    "extension-no-day": lambda t: t("Please write one day, for example 20 March."),
    "extension-not-later": lambda t: t("This day is not after the limit. Please choose a later one."),
    "extension-too-far": lambda t: t("This day is later than is possible. Please choose an earlier one."),
    "extension-rest-day": lambda t: t("A limit is a working day, and this day is none. Please choose a working day."),
    "extension-no-reason": lambda t: t("Without a reason no extension is asked for."),
    "extension-no-progress": lambda t: t("Please say how far it is; without that no extension is asked for."),
    "absence-no-post": lambda t: t("Please press one of your posts."),
    "absence-no-days": lambda t: t("Please write the first and the last day, for example 9 March to 13 March."),
    "absence-past": lambda t: t("These days are past. Please write days to come."),
    "absence-long": lambda t: t("For longer than half a year another takes the post; please turn to {office}."),
    "absence-already": lambda t: t("For some of these days somebody acts already. Please choose other days."),
    "absence-nobody": lambda t: t("Nobody else of the department can act on these days; please turn to {office}."),
    "absence-no-such": lambda t: t("Please press one of those who can act."),
    "passing-no-unit": lambda t: t("Please name one department of the house."),
    "passing-no-reason": lambda t: t("Without a reason nothing is passed on."),
    "refusal-no-reason": lambda t: t("It is not refused without a reason."),
}
