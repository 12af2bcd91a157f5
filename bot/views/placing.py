"""Where a file belongs, asked; and where it was kept, said."""

from bot.translator import Translator
from bot.views import names
from bot.views.message import NUMBERS, Button, Message, lines, rows
from domain.facts import work


def question(facts: work.Unplaced, t: Translator) -> Message:
    shown = facts.tasks[: len(NUMBERS)]
    buttons = [Button(names.matter(t, task.title, task.period), "file-of", task.task_id) for task in shown]
    rest = t("If it is none of these, reply with the file to the message of its task.")
    return Message(
        lines(t("{files}: which of these does it prove?", files=_files(facts.names, t)), rest), rows(*buttons, width=1)
    )


def placed(facts: work.Placed, t: Translator) -> Message:
    matter = names.matter(t, facts.task.title, facts.task.period)
    return Message(t("{files} is kept as proof: {matter}", files=_files(facts.names, t), matter=matter))


def _files(found: tuple[str, ...], t: Translator) -> str:
    first = t('"{name}"', name=found[0])
    return first if len(found) == 1 else t('"{name}" and others, {n} files', name=found[0], n=len(found))
