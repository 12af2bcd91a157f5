"""The assignment card: what a department was given, to be signed for."""

from bot.translator import Translator
from bot.views import names
from bot.views.message import Button, Message, lines
from domain.facts import work

CORRECTABLE = False


def ask(task: work.Task, form: work.Signing, t: Translator) -> Message:
    given = form.lead + form.responsible + form.files
    if form.signed == given:
        return _signed(form, t)
    left = t("{n} of them signed for", n=form.signed) if form.signed else None
    late = t(
        "They were to be signed for by {day}; {overdue}. Please sign now.",
        day=t.day(task.due),
        overdue=names.overdue(t, -task.left),
    )
    head = t("[Assignment] {campaign} indicators", campaign=form.campaign)
    if task.left < 0:
        head = t("[Reminder] {campaign} indicators not signed for", campaign=form.campaign)
    return Message(
        lines(
            head,
            t("Basis: {notice}", notice=form.notice),
            t("{unit}: {parts}", unit=task.unit, parts=names.joined(t, *_parts(form, t), left)),
            late if task.left < 0 else t("Please sign by the end of {day}.", day=t.day(task.due)),
        ),
        (
            (
                Button(t("Sign for all"), "sign-all", task.task_id, task.rev),
                Button(t("One by one"), "given", f"{task.task_id}-1"),
                Button(t("Objection"), "object", task.task_id, task.rev),
            ),
        ),
    )


def _parts(form: work.Signing, t: Translator) -> list[str | None]:
    return [
        t("lead for {n}", n=form.lead) if form.lead else None,
        t("responsible for {n}", n=form.responsible) if form.responsible else None,
        t("{n} to file each month", n=form.files) if form.files else None,
    ]


def _signed(form: work.Signing, t: Translator) -> Message:
    given = form.lead + form.responsible + form.files
    assert form.signed_at is not None
    first, once = form.upcoming, form.once
    return Message(
        lines(
            t("Signed for {n} ({moment}).", n=given, moment=t.moment(form.signed_at)),
            t(
                "Next: {matter}, due on {day}; you will be reminded in time.",
                matter=names.matter(t, first.title, first.period),
                day=t.day(first.due),
            )
            if first
            else t("You will be reminded in time of whatever falls due."),
            t("One more question, asked only once: does your department have its {title}? It need not.", title=once[2])
            if once
            else None,
        ),
        (
            (
                Button(t("It has one, enter it"), "entry-add", f"{once[0]}-{once[1]}"),
                Button(t("It has none"), "entry-none", f"{once[0]}-{once[1]}"),
            ),
        )
        if once
        else (),
    )


draft = ask


def figures(form: work.Form, t: Translator) -> str | None:
    return None


def how(form: work.Form, t: Translator) -> str | None:
    return None


def more(task: work.Task, t: Translator) -> tuple[Button, ...]:
    return ()


def after(form: work.Form, t: Translator) -> str | None:
    return None


PROBLEMS = {
    "press-to-sign": lambda t, task: t(
        "Your words are kept and passed on to the office. To sign, please press a button."
    ),
}
