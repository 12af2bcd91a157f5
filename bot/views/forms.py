"""The card of one task: what is asked, what was understood, what was filed. One look for every form."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from bot.translator import Translator
from bot.views import closing, meeting, names, readings, register, roll_call, signing, summary, words
from bot.views.message import Button, Message, lines, rows
from domain.facts import work
from domain.figures import exact
from domain.lifecycle import AT_HEAD

FORMS = {
    work.Signing: signing,
    work.RollCall: roll_call,
    work.Summary: summary,
    work.Meeting: meeting,
    work.Readings: readings,
    work.Register: register,
    work.Words: words,
}


REVIEWS: dict[str, Callable[[Translator], str]] = {
    "waiting": lambda t: t("being reviewed"),
    "accepted": lambda t: t("accepted"),
    "closing": lambda t: t("accepted, to be closed"),
    "struck": lambda t: t("struck off"),
    "settled": lambda t: t("settled for the period"),
    "reopened": lambda t: t("accepted, being corrected"),
    "returned": lambda t: t("returned"),
}


def task(facts: work.Task, t: Translator) -> Message:
    shown = _task(facts, t)
    return replace(shown, text=lines(readings.taken(facts.taken, t), shown.text))


def _task(facts: work.Task, t: Translator) -> Message:
    form = FORMS[type(facts.form)]
    if facts.state == "withdrawn":
        matter = names.matter(t, facts.title, facts.period)
        return Message(t("{unit}: {matter} is no longer asked.", unit=facts.unit, matter=matter))
    if facts.step in AT_HEAD:
        return _at_head(facts, t)
    if facts.step == "disputed":
        return _disputed(facts, t)
    if facts.step == "reopened" and facts.state != "draft" and not facts.reason:
        return closing.reopened(facts, t)
    if facts.reason and facts.asking is None:
        return _mending(facts, t)
    if facts.state == "draft":
        message: Message = form.draft(facts, facts.form, t)
        return message
    if facts.closed and facts.receipt:
        return receipt(work.Filed(facts, facts.receipt), t)
    asked: Message = form.ask(facts, facts.form, t)
    return Message(asked.text, (*asked.buttons, *_besides(facts, t)))


def _besides(facts: work.Task, t: Translator) -> tuple[tuple[Button, ...], ...]:
    """What may be asked for instead of answering."""
    more = Button(t("Ask for an extension"), "extend", facts.task_id, facts.rev) if facts.may_extend else None
    others = Button(t("Not ours"), "pass-on", facts.task_id, facts.rev) if facts.may_pass else None
    found = tuple(button for button in (more, others) if button)
    return (found,) if found else ()


def _at_head(facts: work.Task, t: Translator) -> Message:
    """Answered, and not yet out of the department."""
    matter = names.matter(t, facts.title, facts.period)
    entered = FORMS[type(facts.form)].figures(facts.form, t)
    return Message(
        lines(
            t("With the head of {unit} for confirmation: {matter}", unit=facts.unit, matter=matter),
            entered,
            t("It is filed with that word. To change it, write what is to be changed."),
            names.urgent(t, facts),
        )
    )


def _disputed(facts: work.Task, t: Translator) -> Message:
    """Nobody owes anything until the office has decided."""
    matter = names.matter(t, facts.title, facts.period)
    return Message(t("The departments disagree; the office decides: {matter}", matter=matter))


def _mending(facts: work.Task, t: Translator) -> Message:
    """Why it came back, and by when it is mended; what was filled in is there."""
    form = FORMS[type(facts.form)]
    matter = names.matter(t, facts.title, facts.period)
    reviewed = facts.step == "returned"
    until = t("Please mend it by the end of {day}; what was filled in is kept.", day=t.day(facts.due))
    head = lines(
        t("[Returned] {matter}", matter=matter) if reviewed else t("[Returned by the head] {matter}", matter=matter),
        t("Reason: {reason}", reason=facts.reason),
        until if reviewed or facts.left > 1 else None,  # the draft below tells a limit that is near
    )
    anew = Button(t("File anew"), "mend", facts.task_id, facts.rev)
    if facts.state == "draft":
        draft: Message = form.draft(facts, facts.form, t)
        return Message(lines(head, draft.text), draft.buttons)
    if isinstance(facts.form, work.Meeting | work.Register):  # one of its entries is meant
        asked: Message = form.ask(facts, facts.form, t)
        return Message(lines(head, asked.text), (*asked.buttons, (anew,)))
    return Message(head, ((anew,),))


def receipt(facts: work.Filed, t: Translator) -> Message:
    if facts.receipt.withdrawn:
        return withdrawn(facts, t)
    form = FORMS[type(facts.task.form)]
    filed = facts.receipt
    how = (
        t("on time") if filed.on_time else t.many("late by {n} working day", "late by {n} working days", filed.late_by)
    )
    may_change = facts.mine and form.CORRECTABLE and not filed.stale and not facts.task.locked
    buttons = (Button(t("Correct"), "correct", filed.report_id), *form.more(facts.task, t)) if may_change else ()
    if facts.mine and facts.task.closable and not filed.stale:
        buttons = (*buttons, Button(closing.label(facts.task, t), "close", facts.task.task_id))
    first = t("Filed, version {version}, {how}.", version=filed.version, how=how)
    word = names.joined(
        t,
        t("confirmed by {title}", title=filed.confirmed) if filed.confirmed else None,
        REVIEWS[filed.review](t) if filed.review else None,
    )
    again = t("Corrected, version {version}; {how}.", version=filed.version, how=how)
    return Message(
        lines(
            first if filed.version == 1 else again,
            names.joined(t, names.matter(t, facts.task.title, facts.task.period), form.figures(facts.task.form, t)),
            t("Receipt {number}, {moment}.", number=filed.number, moment=t.moment(filed.at)),
            word or None,
            t("Reason: {reason}", reason=filed.reason) if filed.reason else None,
            t("A newer version stands.") if filed.stale else None,
            form.after(facts.task.form, t),
            t("To correct it, reply to this message.") if may_change else None,
        ),
        (buttons,) if buttons else (),
    )


def withdrawn(facts: work.Filed, t: Translator) -> Message:
    """A receipt that is none any more, with the way to report anew."""
    task, in_force = facts.task, facts.task.receipt
    again = Button(t("Report anew"), "task", task.task_id)
    counted = isinstance(task.form, work.Meeting | work.Register)
    if counted:
        now = t("It counts no more.")
    elif in_force:
        now = t("In force: receipt {number}, {moment}.", number=in_force.number, moment=t.moment(in_force.at))
    else:
        now = t("It counts as not filed.")
    asked = facts.mine and not task.closed and not task.quiet and not counted
    return Message(
        lines(t("Withdrawn: {what}.", what=named(facts, t)), now, names.due_line(t, task) if asked else None),
        ((again,),) if facts.mine and not task.closed else (),
    )


def named(facts: work.Filed, t: Translator) -> str:
    """A report in one line: 2月“三个规定”月报告，应填 45 人…，回执 2026-03-0012"""
    figures = FORMS[type(facts.task.form)].figures(facts.task.form, t)
    number = t("receipt {number}", number=facts.receipt.number)
    return names.joined(t, names.matter(t, facts.task.title, facts.task.period), figures, number)


def problem(facts: work.Problem, t: Translator) -> Message:
    """Not understood: the text is kept, and the question stands with its buttons.

    What was entered before is not offered for filing: a hurried reader would take it for what was just written.
    """
    form = FORMS[type(facts.task.form)]
    words = form.PROBLEMS.get(facts.code) or PROBLEMS[facts.code]
    about = names.quantity(t, facts.about)
    reason = words(t, facts.task) + (f"（{about}）" if about else "")
    if facts.last is not None:
        reason = t("Last time {name} was {figure}. Please check.", name=about, figure=amount(*facts.last))
    if facts.likely:
        return _likely(facts, reason, t)
    if is_ready(facts.task):
        return beside(lines(reason, form.how(facts.task.form, t)), facts.task, t)
    again = task(facts.task, t)
    return Message(lines(reason, again.text), again.buttons)


def is_ready(facts: work.Task) -> bool:
    """A draft that waits for nothing but to be filed."""
    return facts.state == "draft" and facts.asking is None


def beside(said: str, facts: work.Task, t: Translator) -> Message:
    """Something is said beside a draft that is ready."""
    entered = FORMS[type(facts.form)].figures(facts.form, t) or names.matter(t, facts.title, facts.period)
    before = t("Entered before: {figures}", figures=entered)
    return Message(lines(said, before), ((Button(t("Look at it"), "task", facts.task_id),),))


def _likely(facts: work.Problem, reason: str, t: Translator) -> Message:
    """The doubt as a question with the likely answers as buttons: only a press makes one of them the answer."""
    task = facts.task
    several = len(facts.likely) > 1
    said = [_reading(one, t, named=len({one.figures[0][0] for one in facts.likely}) > 1) for one in facts.likely]
    question = (
        t("Is it one of these?") if several else t("Is it {figure}?", figure=_reading(facts.likely[0], t, named=True))
    )
    buttons = [
        Button(words if several else _yes(facts.likely[0], words, t), "likely", f"{task.task_id}-{n}", task.rev)
        for n, words in enumerate(said)
    ]
    anew = Button(t("No, enter anew"), "answer", task.task_id, task.rev)
    matter = names.matter(t, task.title, task.period)
    return Message(lines(reason, question, matter), (*rows(*buttons, width=1), (anew,)))


def _yes(one: work.Likely, words: str, t: Translator) -> str:
    return t("Yes, {figure}", figure=words) if len(one.figures) == 1 else t("Yes, as it stands there")


def _reading(one: work.Likely, t: Translator, *, named: bool) -> str:
    shown = [(names.quantity(t, name), amount(value, unit)) for name, value, unit in one.figures]
    return t.items([f"{name} {figure}" if named or len(shown) > 1 else figure for name, figure in shown])


def amount(value: Fraction, unit: str) -> str:
    percent = unit == "%"
    return exact(value, percent=percent) + ("%" if percent else names.spaced(unit))


PROBLEMS = {
    "recording": lambda t, task: t(
        "Your recording has come and is being kept with this task. It cannot be read here; please type it."
    ),
    "recording-too-large": lambda t, task: names.too_large(t),
    "locked-now": lambda t, task: t("This period is locked. Please turn to the office, which has been told."),
    "corrects-nothing": lambda t, task: t("What this message speaks of was withdrawn. Please report anew."),
    "not-understood": lambda t, task: t("I could not read that with certainty; your text is kept with this task."),
    "locked": lambda t, task: t("This period is locked; your text is kept with it, and the office has been told."),
    "reason-long": lambda t, task: t("Please put it in at most 300 signs."),
    "too-long": lambda t, task: t("Too long to be read; it is kept with this task. Please write the answer alone."),
    "empty": lambda t, task: t("Nothing stands there. Please write the answer."),
    "question": lambda t, task: t("That reads like a question. If it is the answer, please write it as one."),
    "either": lambda t, task: t("That is not settled yet. Please write what is certain."),
    "irony": lambda t, task: t("Please write the answer alone."),
    "if": lambda t, task: t("That holds under a condition. Please write what is the case."),
    "later": lambda t, task: t("That is still to come. Please write what is the case now."),
    "denied": lambda t, task: t("It says what is not the case. Please write what is."),
    "about": lambda t, task: t("Only what is exact can be recorded. Please write it without about-words."),
    "other-time": lambda t, task: t(
        "Another time stands there; this is about {period}. Please check.", period=names.period(t, task.period)
    ),
    "other-unit": lambda t, task: t("Another department stands there. Please write what is your own."),
    "no-such-day": lambda t, task: t("There is no such day. Please write the date again."),
    "about-day": lambda t, task: t("Please write the exact date, for example 3 November."),
}
