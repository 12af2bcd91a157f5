"""What was urged by hand has come."""

from bot.translator import Translator
from bot.views import names
from bot.views.message import Button, Message
from domain.facts import work


def answered(task: work.Task, t: Translator) -> Message:
    matter = names.joined(t, task.unit, names.matter(t, task.title, task.period))
    said = t("no longer asked") if task.state == "withdrawn" else t("the answer has come")
    return Message(
        t("You urged: {matter}; {state}.", matter=matter, state=said),
        ((Button(t("Look"), "history", task.task_id),),),
    )
