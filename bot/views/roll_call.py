"""The monthly round of a department: head counts and a number of records, nothing else."""

from bot.translator import Translator
from bot.views import names
from bot.views.message import Button, Message, lines
from bot.views.sentences import counts_only
from domain.facts import work

CORRECTABLE = True


def ask(task: work.Task, form: work.RollCall, t: Translator) -> Message:
    matter = names.matter(t, task.title, task.period)
    known = t("{n} people should file (last month's number)", n=t.number(form.headcount)) if form.headcount else None
    buttons = [_button(task, t("Enter figures"), "fill"), _button(task, t("Nothing to report"), "zero")]
    if form.headcount:
        buttons.append(_button(task, t("Head count changed"), "headcount"))
    return Message(
        lines(
            t("[Reminder] {matter}", matter=matter) if task.left < 0 else t("[To file] {matter}", matter=matter),
            names.joined(t, task.unit, known),
            names.due_line(t, task),
            t("Only numbers here; what happened belongs on the reporting platform."),
        ),
        (tuple(buttons),),
    )


def draft(task: work.Task, form: work.RollCall, t: Translator) -> Message:
    """The next question, or the check before it counts."""
    back = _button(task, t("Back"), "back")
    matter = names.matter(t, task.title, task.period)
    if task.asking is None:
        nothing = form.records == 0 and form.filed == form.should
        head = t("Please confirm: {matter}", matter=matter) if nothing else t("Please check: {matter}", matter=matter)
        good = t("Confirm and file") if nothing else t("Correct, file it")
        return Message(
            lines(
                head,
                t("{n} should file, all have filed on the platform, nothing to record.", n=t.number(form.should or 0))
                if nothing
                else figures(form, t),
                _far_off(form, t),
                _short_of(form, t),
                names.corrects(t, task),
                names.urgent(t, task),
            ),
            ((_button(task, good, "file"), _button(task, t("Change"), "fill"), back),),
        )
    question = {
        "all": how(form, t),
        "should": t("Please reply with the number of people who should file."),
        "filed": t("Please reply with the number of people who have filed."),
        "records": t("Please reply with the number of records; 0 where there are none."),
    }[task.asking]
    zero = (_button(task, t("Nothing to report"), "zero"),) if task.asking == "filed" else ()
    return Message(lines(matter, figures(form, t), question, names.urgent(t, task)), ((*zero, back),))


def figures(form: work.Form, t: Translator) -> str | None:
    """What is known of the three, in one line."""
    assert isinstance(form, work.RollCall)
    known = [
        t("{n} should file", n=t.number(form.should)) if form.should is not None else None,
        t("{n} have filed", n=t.number(form.filed)) if form.filed is not None else None,
        t("{n} records", n=t.number(form.records)) if form.records is not None else None,
    ]
    return names.joined(t, *known) or None


def how(form: work.Form, t: Translator) -> str | None:
    """What an answer looks like."""
    return t("Please reply with three numbers: should file, have filed, records. For example: 45 45 0")


def more(task: work.Task, t: Translator) -> tuple[Button, ...]:
    return ()


def after(form: work.Form, t: Translator) -> str | None:
    return None


def _far_off(form: work.RollCall, t: Translator) -> str | None:
    if form.before is None:
        return None
    return t("Last month {n} should file: far from this month. Please check.", n=t.number(form.before))


def _short_of(form: work.RollCall, t: Translator) -> str | None:
    short = (form.should or 0) - (form.filed or 0)
    return t.many("{n} person has not filed yet.", "{n} people have not filed yet.", short) if short else None


def _button(task: work.Task, label: str, verb: str) -> Button:
    return Button(label, verb, task.task_id, task.rev)


PROBLEMS = {
    "counts-only": lambda t, task: counts_only(t),
    "not-understood": lambda t, task: t(
        "I could not read that with certainty. Only numbers here; what happened belongs on the reporting platform."
    ),
    "other-month": lambda t, task: t(
        "You name another month; this is about {period}. Please check which one you mean.",
        period=names.period(t, task.period),
    ),
    "other-unit": lambda t, task: t("You name another department; here {unit} files.", unit=task.unit),
    "about": lambda t, task: t("Only the exact number can be recorded; your text is kept with this task."),
    "filed-more-than-should": lambda t, task: t("More have filed than should. Please check both numbers."),
    "does-not-add-up": lambda t, task: t(
        "The numbers do not agree: those who filed and those who did not, or last month's number and what changed."
    ),
    "jump": lambda t, task: t(
        "That is far from the number on record. Please check it; if it is right, write it again and add 确实."
    ),
    "too-many": lambda t, task: t("That is more people than the court has. Please check the number."),
    "headcount-missing": lambda t, task: t("How many should file is not on record yet."),
}
