"""The card of one task: what is asked, what was understood, what was filed. One look for every form."""

from bot.translator import Translator
from bot.views import meeting, names, readings, register, roll_call, signing, summary
from bot.views.message import Button, Message, lines
from domain.facts import work

FORMS = {
    work.Signing: signing,
    work.RollCall: roll_call,
    work.Summary: summary,
    work.Meeting: meeting,
    work.Readings: readings,
    work.Register: register,
}


def task(facts: work.Task, t: Translator) -> Message:
    form = FORMS[type(facts.form)]
    if facts.state == "withdrawn":
        matter = names.matter(t, facts.title, facts.period)
        return Message(t("{unit}: {matter} is no longer asked.", unit=facts.unit, matter=matter))
    if facts.state == "draft":
        message: Message = form.draft(facts, facts.form, t)
        return message
    if facts.closed and facts.receipt:
        return receipt(work.Filed(facts, facts.receipt), t)
    asked: Message = form.ask(facts, facts.form, t)
    return asked


def receipt(facts: work.Filed, t: Translator) -> Message:
    form = FORMS[type(facts.task.form)]
    filed = facts.receipt
    how = (
        t("on time") if filed.on_time else t.many("late by {n} working day", "late by {n} working days", filed.late_by)
    )
    may_change = form.CORRECTABLE and not filed.stale and not facts.task.locked
    buttons = (Button(t("Correct"), "correct", filed.report_id), *form.more(facts.task, t)) if may_change else ()
    first = t("Filed, version {version}, {how}.", version=filed.version, how=how)
    again = t("Corrected, version {version}; {how}.", version=filed.version, how=how)
    return Message(
        lines(
            first if filed.version == 1 else again,
            names.joined(t, names.matter(t, facts.task.title, facts.task.period), form.figures(facts.task.form, t)),
            t("Receipt {number}, {moment}.", number=filed.number, moment=t.moment(filed.at)),
            t("A newer version stands.") if filed.stale else None,
            form.after(facts.task.form, t),
            t("To correct it, reply to this message.") if may_change else None,
        ),
        (buttons,) if buttons else (),
    )


def problem(facts: work.Problem, t: Translator) -> Message:
    """Not understood: the text is kept, and the question stands with its buttons.

    What was entered before is not offered for filing: a hurried reader would take it for what was just written.
    """
    form = FORMS[type(facts.task.form)]
    code, _, name = facts.code.partition(":")
    words = form.PROBLEMS.get(code) or PROBLEMS[code]
    reason = words(t, facts.task) + (f"（{name}）" if name else "")
    if facts.task.state == "draft" and facts.task.asking is None:
        before = t("Entered before: {figures}", figures=form.figures(facts.task.form, t))
        look = Button(t("Look at it"), "task", facts.task.task_id)
        return Message(lines(reason, form.how(facts.task.form, t), before), ((look,),))
    again = task(facts.task, t)
    return Message(lines(reason, again.text), again.buttons)


def reopen(facts: work.Reopening, t: Translator) -> Message:
    matter = names.matter(t, facts.task.title, facts.task.period)
    return Message(
        t(
            "{title} would correct what is locked: {unit}, {matter}.",
            title=facts.title,
            unit=facts.task.unit,
            matter=matter,
        )
    )


PROBLEMS = {
    "locked-now": lambda t, task: t("This period is locked. Please turn to the office, which has been told."),
    "not-understood": lambda t, task: t("I could not read that with certainty; your text is kept with this task."),
    "locked": lambda t, task: t("This period is locked; your text is kept with it, and the office has been told."),
    "no-such-day": lambda t, task: t("There is no such day. Please write the date again."),
    "about-day": lambda t, task: t("Please write the exact date, for example 3 November."),
}
