"""What is answered in words: an order's explanation, what became of a remark."""

from bot.translator import Translator
from bot.views import names
from bot.views.message import Button, Message, cut, lines
from domain.facts import work

CORRECTABLE = True
SHORT = 60


def ask(task: work.Task, form: work.Words, t: Translator) -> Message:
    matter = names.matter(t, task.title, task.period)
    return Message(
        lines(
            t("[Reminder] {matter}", matter=matter) if task.left < 0 else t("[To do] {matter}", matter=matter),
            _asked(form, t),
            names.due_line(t, task),
            t("Please write here what has been done; files can be sent along."),
        ),
        ((_button(task, t("Fill in"), "answer"),),),
    )


def draft(task: work.Task, form: work.Words, t: Translator) -> Message:
    matter = names.matter(t, task.title, task.period)
    back = _button(task, t("Back"), "back")
    if task.asking is not None:
        asked = t("Please write here what has been done; files can be sent along.")
        return Message(lines(matter, _asked(form, t), asked, names.urgent(t, task)), ((back,),))
    file = _button(task, t("Correct, file it"), "file")
    return Message(
        lines(
            t("Please check: {matter}", matter=matter), form.text, proof(form, t), names.corrects(t, task),
            names.urgent(t, task),
        ),
        ((file, back),),
    )  # fmt: skip


def _asked(form: work.Words, t: Translator) -> str | None:
    return t("Word for word: {text}", text=form.asked) if form.asked else None


def proof(form: work.Words, t: Translator) -> str | None:
    return t.many("Proof: {n} file", "Proof: {n} files", form.files) if form.files else None


def figures(form: work.Form, t: Translator) -> str | None:
    """On the receipt, in short."""
    assert isinstance(form, work.Words)
    return cut(form.text, SHORT) or None


def how(form: work.Form, t: Translator) -> str | None:
    return None


def more(task: work.Task, t: Translator) -> tuple[Button, ...]:
    return ()


def after(form: work.Form, t: Translator) -> str | None:
    assert isinstance(form, work.Words)
    return proof(form, t)


def _button(task: work.Task, label: str, verb: str) -> Button:
    return Button(label, verb, task.task_id, task.rev)


PROBLEMS = {
    "words-missing": lambda t, task: t("Please write a little more: what has been done?"),
    "words-long": lambda t, task: t("Please put it in at most 1,000 signs; send longer texts as a file."),
}
