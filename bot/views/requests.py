"""What a request asks its words for, and what became of it: one look for every kind."""

from collections.abc import Callable
from datetime import date

from bot.translator import Translator
from bot.views import asked_for, names
from bot.views.message import Button, Message, cut, lines, rows
from domain.facts import checks

SHORT = 80  # signs of what is quoted
Ask = Callable[[checks.Question, Translator], str]
Say = Callable[[checks.Done, Translator], Message]
WIDTH = {"to_unit_id": 3, "until": 2}  # answers in a row, where they are short
DAYS = ("until",)


def question(facts: checks.Question, t: Translator) -> Message:
    """The question with likely answers as buttons; any other is typed."""
    problem = PROBLEMS[facts.problem](t) if facts.problem else None
    buttons = [
        Button(label(facts, choice, t), "reason", f"{facts.request_id}-{n}", facts.rev)
        for n, choice in enumerate(facts.choices)
    ]
    drop = Button(t("Cancel"), "drop-request", facts.request_id)
    said = [_there(facts, field, label(facts, words, t, field), t) for field, words in facts.said]
    return Message(
        lines(problem, _matter(facts, t) or None, *said, QUESTIONS[facts.kind, facts.field](facts, t)),
        (*rows(*buttons, width=WIDTH.get(facts.field, 1)), (drop,)),
    )


def _there(facts: checks.Question, field: str, words: str, t: Translator) -> str:
    of_kind = asked_for.FIELDS.get(f"{facts.kind} {field}") or asked_for.FIELDS[field]
    return of_kind(t, words)


def label(facts: checks.Question, words: str, t: Translator, field: str | None = None) -> str:
    """Days are there as ISO dates."""
    return t.day(date.fromisoformat(words)) if (field or facts.field) in DAYS else words


def done(facts: checks.Done, t: Translator) -> Message:
    return DONE[facts.kind](facts, t)


def _matter(facts: checks.Question | checks.Done, t: Translator) -> str:
    if facts.task is None:
        return t("“{text}”", text=cut(facts.about, SHORT)) if facts.about else ""
    return names.joined(t, facts.task.unit, names.matter(t, facts.task.title, facts.task.period))


def _returned(facts: checks.Done, t: Translator) -> Message:
    assert facts.task is not None
    mend_by = facts.task.mend_by  # the head's wish has no limit of its own
    return Message(
        lines(
            t("Given back: {matter}", matter=_matter(facts, t)),
            t("Reason: {reason}", reason=facts.reason),
            t("To be mended by {day}", day=t.day(mend_by)) if mend_by else None,
        )
    )


def _limited(facts: checks.Done, t: Translator) -> Message:
    assert facts.day is not None
    return Message(
        lines(_matter(facts, t), t("Limit: {day}", day=t.day(facts.day))),
        ((Button(t("Go on"), "remark", facts.subject),),),
    )


def _only_read(facts: checks.Done, t: Translator) -> Message:
    return Message(lines(_matter(facts, t), t("Noted as read only. Reason: {reason}", reason=facts.reason)))


def _not_issued(facts: checks.Done, t: Translator) -> Message:
    matter = _matter(facts, t)
    return Message(lines(t("Not issued: {matter}", matter=matter), t("Reason: {reason}", reason=facts.reason)))


def _order_kept(facts: checks.Done, t: Translator) -> Message:
    return Message(
        lines(t("Not closed yet: {title}", title=_matter(facts, t)), t("Reason: {reason}", reason=facts.reason))
    )


def _disputed(facts: checks.Done, t: Translator) -> Message:
    assert facts.task is not None
    matter = names.matter(t, facts.task.title, facts.task.period)
    day = t.day(facts.day) if facts.day else ""
    return Message(
        lines(
            t("With the office: {matter}, does not agree with {unit}.", matter=matter, unit=facts.unit),
            t("Reason: {reason}", reason=facts.reason),
            t("It is decided by the end of {day}; until then nobody is late with it.", day=day),
        )
    )


def _decided(facts: checks.Done, t: Translator) -> Message:
    matter = _matter(facts, t)
    return Message(
        lines(t("Decided: {matter}", matter=matter), facts.reason, t("Both departments find it on their next card."))
    )


def _kept_open(facts: checks.Done, t: Translator) -> Message:
    matter = _matter(facts, t)
    return Message(lines(t("Not closed: {matter}", matter=matter), t("Reason: {reason}", reason=facts.reason)))


def _noted(facts: checks.Done, t: Translator) -> Message:
    return Message(t("It stands in the report: {text}", text=facts.reason), (_draft(facts, t),))


def _left_out(facts: checks.Done, t: Translator) -> Message:
    return Message(
        lines(t("Not listed: {row}", row=facts.about), t("Reason: {reason}", reason=facts.reason)),
        ((Button(t("Other rows"), "digest-rows", f"{facts.subject}-1"), *_draft(facts, t)),),
    )


def _draft(facts: checks.Done, t: Translator) -> tuple[Button, ...]:
    return (Button(t("Look at the draft"), "digest-draft", facts.subject),)


QUESTIONS: dict[tuple[str, str], Ask] = {
    ("no-order", "reason"): lambda facts, t: t("Why is it not issued? Please press a reason or write it."),
    ("keep-order", "reason"): lambda facts, t: t("What is still lacking? Please write it; the department reads it."),
    ("remark-limit", "until"): lambda facts, t: t("By when? For example: 3月20日, 下周五, 五个工作日内"),
    ("remark-read", "reason"): lambda facts, t: t("Why is nothing to be done on it? Please write the reason."),
    ("return", "reason"): lambda facts, t: t("What is to be mended? Please press a reason or write it."),
    ("dispute", "reason"): lambda facts, t: t("What does not agree, and why? Please write it; the office decides."),
    ("decide", "reason"): lambda facts, t: t("Please write what holds and why; both departments read it."),
    ("keep-open", "reason"): lambda facts, t: t("What is still lacking? Please write it; the department reads it."),
    ("digest-note", "reason"): lambda facts, t: t("What is to stand above the figures? Please write one line."),
    ("digest-leave", "reason"): lambda facts, t: t("Why is it not listed? Please write it; it stays on record."),
    **asked_for.QUESTIONS,
}
DONE: dict[str, Say] = {
    "return": _returned,
    "no-order": _not_issued,
    "keep-order": _order_kept,
    "dispute": _disputed,
    "decide": _decided,
    "keep-open": _kept_open,
    "remark-limit": _limited,
    "remark-read": _only_read,
    "digest-note": _noted,
    "digest-leave": _left_out,
    **asked_for.DONE,
}
PROBLEMS: dict[str, Callable[[Translator], str]] = {
    "reason-missing": lambda t: t("Without a reason nothing is given back."),
    "not-issued-why": lambda t: t("Without a reason it stays proposed."),
    "not-closed-why": lambda t: t("Without a reason it stays to be closed."),
    "words-needed": lambda t: t("Without words it cannot be passed on."),
    "read-why": lambda t: t("Without a reason it stays to be decided."),
    "limit-unclear": lambda t: t("No certain day could be read in that."),
    "limit-past": lambda t: t("That day cannot be the limit: it is not after today."),
    "reason-long": lambda t: t("Please put it in at most 300 signs."),
    "note-missing": lambda t: t("Nothing was written, the report stays as it is."),
    "note-long": lambda t: t("Please put it in at most 80 signs."),
    "left-out-why": lambda t: t("Without a reason the row stays listed."),
    **asked_for.PROBLEMS,
}
