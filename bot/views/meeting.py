"""A meeting that the notice asks for: planned, held, minuted."""

from bot.translator import Translator
from bot.views import names
from bot.views.message import Button, Message, lines
from domain.cadences import parse_period
from domain.facts import work

CORRECTABLE = True


def ask(task: work.Task, form: work.Meeting, t: Translator) -> Message:
    matter = names.matter(t, task.title, task.period)
    plan = t("Set a date") if form.planned is None else t("Change the date")
    return Message(
        lines(
            t("[Reminder] {matter}", matter=matter) if task.left < 0 else t("[To hold] {matter}", matter=matter),
            names.joined(
                t,
                t("{n} to hold in this half-year", n=form.needed),
                t("{n} held", n=form.held) if form.held else None,
                t("{n} in the year", n=form.year_needed),
            ),
            t("Planned for {day}.", day=t.day(form.planned)) if form.planned else None,
            names.due_line(t, task) if task.left < 0 else _by(task, t),
        ),
        ((_button(task, t("It was held"), "held"), _button(task, plan, "plan")),),
    )


def _by(task: work.Task, t: Translator) -> str:
    return t("By {day}, {left}.", day=t.day(task.due), left=names.left(t, task.left))


def draft(task: work.Task, form: work.Meeting, t: Translator) -> Message:
    matter = names.matter(t, task.title, task.period)
    back = _button(task, t("Back"), "back")
    if task.asking is None:
        return Message(
            lines(
                t("Please check: {matter}", matter=matter),
                figures(form, t),
                _earlier(task, form, t),
                names.corrects(t, task),
                names.urgent(t, task),
            ),
            ((_button(task, t("Correct, file it"), "file"), _button(task, t("Change"), "held"), back),),
        )
    question = {
        "plan": t("Please reply with the planned date, for example 15 December."),
        "day": how(form, t),
        "topic": t("Please reply with the topic."),
        "minutes": t("Please send the minutes here, as a file or as photos."),
    }[task.asking]
    return Message(lines(matter, figures(form, t), question, names.urgent(t, task)), ((back,),))


def _earlier(task: work.Task, form: work.Meeting, t: Translator) -> str | None:
    """The duty was given in mid-year."""
    if form.day is None or form.day >= parse_period(task.period).start:
        return None
    return t("It was held before the {period}, and counts toward the year.", period=names.period(t, task.period))


def figures(form: work.Form, t: Translator) -> str | None:
    assert isinstance(form, work.Meeting)
    known = [
        t("held on {day}", day=t.day(form.day)) if form.day else None,
        t("topic: {topic}", topic=form.topic) if form.topic else None,
        t.many("minutes: {n} file", "minutes: {n} files", form.files) if form.files else None,
    ]
    return names.joined(t, *known) or None


def how(form: work.Form, t: Translator) -> str | None:
    """What an answer looks like."""
    return t("Please reply with date and topic, for example: 18 November, study of …")


def more(task: work.Task, t: Translator) -> tuple[Button, ...]:
    """More may be held than are asked for."""
    return (_button(task, t("Another meeting"), "another"),)


def after(form: work.Form, t: Translator) -> str | None:
    """A second meeting of the half-year may still be wanted."""
    assert isinstance(form, work.Meeting)
    more = form.needed - form.held
    return (
        t.many("{n} more to hold in this half-year.", "{n} more to hold in this half-year.", more) if more > 0 else None
    )


def _button(task: work.Task, label: str, verb: str) -> Button:
    return Button(label, verb, task.task_id, task.rev)


PROBLEMS = {
    "same-meeting": lambda t, task: t("A meeting of this day and topic is on record already."),
    "not-yet": lambda t, task: t("That day is still to come. Please report the meeting once it has been held."),
    "other-period": lambda t, task: t(
        "That day is not in the {period}. Please write the day of a meeting of that time.",
        period=names.period(t, task.period),
    ),
    "plan-other-period": lambda t, task: t(
        "The planned day must be one to come in the {period}.", period=names.period(t, task.period)
    ),
}
