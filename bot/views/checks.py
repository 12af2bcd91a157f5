"""Answers to be looked at: 待审签 for a head, 待审核 for a reviewer; what every department files in one go."""

from collections.abc import Callable

from bot.translator import Translator
from bot.views import forms, joint, names, pages, readings
from bot.views.message import NUMBERS, Button, Message, lines, rows
from domain.facts import checks, work

SHOWN = 12  # departments in one line, entries of one register


def queue(facts: checks.Queue, t: Translator) -> Message:
    if not facts.lines:
        return Message(nothing(facts.what, t))
    entries = [f"{number} {_line(line, t)}" for number, line in zip(NUMBERS, facts.lines, strict=False)]
    buttons = [
        Button(number, "check", f"{line.task_id}-{facts.what}")
        for number, line in zip(NUMBERS, facts.lines, strict=False)
    ]
    turn = pages.turn(facts.leaf, lambda label, page: Button(label, "queue", f"{facts.what}-{page}"))
    return Message(lines(heading(facts.what, t), *entries), (*rows(*buttons, width=4), *turn))


HEADINGS: dict[str, Callable[[Translator], str]] = {
    "confirm": lambda t: t("To be confirmed by you as head"),
    "review": lambda t: t("To be reviewed by you"),
    "close": lambda t: t("To be struck off or settled by you"),
    "decide": lambda t: t("Departments disagree: to be decided by you"),
}
NOTHING: dict[str, Callable[[Translator], str]] = {
    "confirm": lambda t: t("Nothing waits for your confirmation."),
    "review": lambda t: t("Nothing waits for your review."),
    "close": lambda t: t("Nothing waits to be struck off or settled."),
    "decide": lambda t: t("No disagreement waits for you."),
}


def heading(what: str, t: Translator) -> str:
    return HEADINGS[what](t)


def nothing(what: str, t: Translator) -> str:
    return NOTHING[what](t)


def _line(line: checks.Line, t: Translator) -> str:
    several = len(line.units) > 1
    who = t.many("{n} department", "{n} departments", len(line.units)) if several else line.units[0]
    matter = names.matter(t, line.title, line.period)
    if line.answers > 1 and not several:
        matter = t.many("{matter}, {n} item", "{matter}, {n} items", line.answers, matter=matter)
    waits = t.many("waiting for {n} working day", "waiting for {n} working days", line.days) if line.days else None
    return names.joined(t, who, matter) + (f"　{waits}" if waits else "")


def check(facts: checks.Check | checks.Checked, t: Translator) -> Message:
    if isinstance(facts, checks.Checked):
        return _checked(facts, t)
    if facts.batch:
        return _batch(facts, t)
    return _one(facts, t) if len(facts.looks) == 1 else _several(facts, t)


def _one(facts: checks.Check, t: Translator) -> Message:
    (look,) = facts.looks
    task = look.task
    is_head = facts.what == "confirm"
    accept, back = (t("Confirm, file it"), t("Give back")) if is_head else (t("Accept"), t("Return"))
    matter = names.joined(t, task.unit, names.matter(t, task.title, task.period))
    buttons = (
        Button(accept, "accept", f"{task.task_id}-{facts.what}-1", facts.rev),
        Button(back, "give-back", f"{task.task_id}-{facts.what}", facts.rev),
    )
    return Message(
        lines(
            _head(facts.what, matter, t),
            *answers(look, t),
            _told(look, facts.what, t),
            names.urgent(t, task) if facts.what == "confirm" else None,
        ),
        (buttons, (_to_queue(facts.what, t),)),
    )


def _several(facts: checks.Check, t: Translator) -> Message:
    first = facts.looks[0].task
    if any(look.task.unit != first.unit for look in facts.looks):
        return _of_departments(facts, t)
    matter = names.matter(t, first.sheet or first.title, first.period)
    n = len(facts.looks)
    title = t.many("{matter}, {n} item", "{matter}, {n} items", n, matter=matter)
    entries: list[str] = []
    for number, look in zip(NUMBERS, facts.looks, strict=False):
        entries += [f"{number} {look.task.title}", *(f"　{line}" for line in answers(look, t))]
    every = t("Confirm all {n}, file them", n=n) if facts.what == "confirm" else t("Accept all {n}", n=n)
    one = [
        Button(number, "check", f"{look.task.task_id}-{facts.what}-1")
        for number, look in zip(NUMBERS, facts.looks, strict=False)
    ]
    return Message(
        lines(
            _head(facts.what, names.joined(t, first.unit, title), t),
            *entries,
            _told(facts.looks[0], facts.what, t),
            t("To give one of them back, press its number."),
            names.urgent(t, first) if facts.what == "confirm" else None,
        ),
        (
            (Button(every, "accept", f"{first.task_id}-{facts.what}-0", facts.rev),),
            *rows(*one, width=5),
            (_to_queue(facts.what, t),),
        ),
    )


def _of_departments(facts: checks.Check, t: Translator) -> Message:
    """What responsible departments give to one report, a line for each."""
    first = facts.looks[0].task
    entries = [
        f"{number} {look.task.unit}　{joint.short(look.task.form, t)}"
        for number, look in zip(NUMBERS, facts.looks, strict=False)
        if isinstance(look.task.form, work.Readings)
    ]
    one = [
        Button(number, "check", f"{look.task.task_id}-{facts.what}-1")
        for number, look in zip(NUMBERS, facts.looks, strict=False)
    ]
    every = Button(t("Accept all {n}", n=len(facts.looks)), "accept", f"{first.task_id}-{facts.what}-0", facts.rev)
    return Message(
        lines(
            _head(facts.what, names.matter(t, first.title, first.period), t),
            *entries,
            t("To give one of them back, press its number."),
        ),
        ((every,), *rows(*one, width=5), (_to_queue(facts.what, t),)),
    )


def _batch(facts: checks.Check, t: Translator) -> Message:
    """Zero reports and others, department by department: counts alone."""
    first = facts.looks[0].task
    named = [(f"{NUMBERS[n : n + 1]} {look.task.unit}".strip(), _records(look)) for n, look in enumerate(facts.looks)]
    zero = [unit for unit, records in named if records == 0]
    some = [f"{unit} {records}" for unit, records in named if records != 0]
    one = [
        Button(number, "check", f"{look.task.task_id}-{facts.what}-1")
        for number, look in zip(NUMBERS, facts.looks, strict=False)
    ]
    return Message(
        lines(
            t("[To compare] {matter}", matter=names.matter(t, first.title, first.period)),
            t.many("{n} department has filed.", "{n} departments have filed.", len(facts.looks)),
            t("● Zero reports, {n}: {units}", n=len(zero), units=t.items(zero)) if zero else None,
            t("● With records, {n}: {units}", n=len(some), units=t.items(some)) if some else None,
            t("Please compare with the reporting platform. To give one back, press its number."),
        ),
        (
            (Button(t("As on the platform, accept all"), "accept", f"{first.task_id}-{facts.what}-0", facts.rev),),
            *rows(*one, width=5),
        ),
    )


def _records(look: checks.Look) -> int | None:
    return look.task.form.records if isinstance(look.task.form, work.RollCall) else None


def answers(look: checks.Look, t: Translator) -> list[str]:
    """What is to be looked at, line by line."""
    form = look.task.form
    if isinstance(form, work.Readings):
        return readings.answers(form, t)
    if isinstance(form, work.Words):
        files = t.many("Proof: {n} file", "Proof: {n} files", form.files) if form.files else None
        return [part for part in (form.text, files) if part]
    if look.entries:
        shown = [f"● {t.full_day(day)} {title}" for day, title in look.entries[-SHOWN:]]
        return [*shown, t.many("Proof: {n} file", "Proof: {n} files", look.files)]
    figures = forms.FORMS[type(form)].figures(form, t)
    return [figures] if figures else []


def _told(look: checks.Look, what: str, t: Translator) -> str:
    """Who answered, when, and with whose word it left."""
    if what == "confirm":
        said = t("Filled in by {title}, {moment}.", title=look.by, moment=t.moment(look.at))
    else:
        how = t("on time") if look.on_time else t("late")
        said = t("Filed by {title}, {moment}, {how}.", title=look.by, moment=t.moment(look.at), how=how)
    word = t("Confirmed by {title}.", title=look.confirmed) if look.confirmed else None
    before = t.many("Returned {n} time before.", "Returned {n} times before.", look.returned) if look.returned else None
    return (
        " ".join(part for part in (said, word, before) if part)
        if t.language == "en"
        else "".join(part for part in (said, word, before) if part)
    )


def _head(what: str, matter: str, t: Translator) -> str:
    return t("[To confirm] {matter}", matter=matter) if what == "confirm" else t("[To review] {matter}", matter=matter)


def _to_queue(what: str, t: Translator) -> Button:
    return Button(t("All that waits"), "queue", f"{what}-1")


def _checked(facts: checks.Checked, t: Translator) -> Message:
    urge = (Button(t("Urge"), "urge", facts.urge),) if facts.urge else ()
    queue = (_to_queue(facts.what, t),) if facts.left else ()
    buttons = ((*urge, *queue),) if urge or queue else ()
    if not facts.done:
        settled = lines(t("This has been settled already."), None if facts.left else nothing(facts.what, t))
        return Message(settled, buttons)
    if facts.what == "confirm":
        done = t.many("Confirmed and filed: {n} item.", "Confirmed and filed: {n} items.", facts.done)
    else:
        done = t.many("Accepted: {n} item.", "Accepted: {n} items.", facts.done)
    left = t.many("{n} more waits for you.", "{n} more wait for you.", facts.left) if facts.left else None
    return Message(lines(done, left), buttons)
