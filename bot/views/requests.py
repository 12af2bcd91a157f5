"""What a request asks its words for, and what became of it: one look for every kind."""

from collections.abc import Callable
from datetime import date

from bot.translator import Translator
from bot.views import asked_for, names
from bot.views.message import Button, Message, lines, rows
from domain.facts import checks

Ask = Callable[[checks.Question, Translator], str]
Say = Callable[[checks.Done, Translator], Message]
NARROW = ("to_unit_id", "until")  # whose answers are short: three in a row
DAYS = ("until",)


def question(facts: checks.Question, t: Translator) -> Message:
    """The question with likely answers as buttons; any other is typed."""
    problem = PROBLEMS[facts.problem](t) if facts.problem else None
    task = facts.task
    matter = names.joined(t, task.unit, names.matter(t, task.title, task.period)) if task else None
    buttons = [
        Button(label(facts, choice, t), "reason", f"{facts.request_id}-{n}") for n, choice in enumerate(facts.choices)
    ]
    drop = Button(t("Leave it"), "drop-request", facts.request_id)
    said = [_there(facts, field, label(facts, words, t, field), t) for field, words in facts.said]
    return Message(
        lines(problem, matter, *said, QUESTIONS[facts.kind, facts.field](facts, t)),
        (*rows(*buttons, width=3 if facts.field in NARROW else 1), (drop,)),
    )


def _there(facts: checks.Question, field: str, words: str, t: Translator) -> str:
    of_kind = asked_for.FIELDS.get(f"{facts.kind} {field}") or asked_for.FIELDS[field]
    return of_kind(t, words)


def label(facts: checks.Question, words: str, t: Translator, field: str | None = None) -> str:
    """Days are there as ISO dates."""
    return t.day(date.fromisoformat(words)) if (field or facts.field) in DAYS else words


def done(facts: checks.Done, t: Translator) -> Message:
    return DONE[facts.kind](facts, t)


def _returned(facts: checks.Done, t: Translator) -> Message:
    assert facts.task is not None
    matter = names.joined(t, facts.task.unit, names.matter(t, facts.task.title, facts.task.period))
    return Message(lines(t("Given back: {matter}", matter=matter), t("Reason: {reason}", reason=facts.reason)))


QUESTIONS: dict[tuple[str, str], Ask] = {
    ("return", "reason"): lambda facts, t: t("What is to be mended? Please press a reason or write it."),
    **asked_for.QUESTIONS,
}
DONE: dict[str, Say] = {"return": _returned, **asked_for.DONE}
PROBLEMS: dict[str, Callable[[Translator], str]] = {
    "reason-missing": lambda t: t("Without a reason nothing is given back."),
    "reason-long": lambda t: t("Please put it in at most 300 signs."),
    **asked_for.PROBLEMS,
}
