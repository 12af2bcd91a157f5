"""The court's month: who has filed, and the sum."""

from bot.translator import Translator
from bot.views import names
from bot.views.message import Button, Message, lines
from domain.facts import work

CORRECTABLE = False
NAMED = 20  # departments by name, since 派驻组 calls them; the others by number


def ask(task: work.Task, form: work.Summary, t: Translator) -> Message:
    matter = names.matter(t, task.title, task.period)
    buttons = (_button(task, t("File the summary"), "sum"),) if form.filed else ()
    buttons = (*buttons, Button(t("All departments"), "round", task.task_id))
    return Message(
        lines(
            t("[Reminder] {matter}", matter=matter) if task.left < 0 else t("[To file] {matter}", matter=matter),
            t("{filed} of {expected} departments have filed.", filed=form.filed, expected=form.expected),
            missing(form, t),
            figures(form, t) if form.filed else None,
            names.due_line(t, task),
        ),
        (buttons,),
    )


def draft(task: work.Task, form: work.Summary, t: Translator) -> Message:
    return Message(
        lines(
            t("Please check: {matter}", matter=names.matter(t, task.title, task.period)),
            t("{filed} of {expected} departments have filed.", filed=form.filed, expected=form.expected),
            missing(form, t),
            figures(form, t),
            nothing(form, t),
        ),
        ((_button(task, t("Correct, file it"), "file"), _button(task, t("Back"), "back")),),
    )


def outdated(task: work.Task, t: Translator) -> Message:
    """After the sum was filed a department filed late, corrected its figures or withdrew them."""
    matter = names.matter(t, task.title, task.period)
    return Message(
        t(
            "{matter}: since it was filed, departments have filed late, corrected or withdrawn their figures.",
            matter=matter,
        ),
        ((_button(task, t("Add up again"), "sum"),),),
    )


def missing(form: work.Summary, t: Translator) -> str | None:
    if not form.missing:
        return None
    units = t.items(list(form.missing[:NAMED]))
    more = len(form.missing) - NAMED
    return t("Not yet: {units} and {n} more", units=units, n=more) if more > 0 else t("Not yet: {units}", units=units)


def figures(form: work.Form, t: Translator) -> str | None:
    assert isinstance(form, work.Summary)
    return t(
        "{should} should file, {filed} have filed, {records} records",
        should=t.number(form.people_should),
        filed=t.number(form.people_filed),
        records=t.number(form.records),
    )


def how(form: work.Form, t: Translator) -> str | None:
    return None


def more(task: work.Task, t: Translator) -> tuple[Button, ...]:
    return ()


def after(form: work.Form, t: Translator) -> str | None:
    assert isinstance(form, work.Summary)
    return lines(missing(form, t), nothing(form, t)) or None


def nothing(form: work.Summary, t: Translator) -> str | None:
    """A whole court without a single record is for a person to look into; nobody hears of it but who adds up."""
    if form.records or not form.filed:
        return None
    return t("Nobody of the whole court recorded anything; until that is looked into, the demand stays undecided.")


def _button(task: work.Task, label: str, verb: str) -> Button:
    return Button(label, verb, task.task_id, task.rev)


PROBLEMS = {
    "press-to-sum": lambda t, task: t("The summary is added up from the departments' reports; your text is kept."),
}
