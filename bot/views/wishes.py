"""What is answered to somebody who wants something else than to report, and what the director hears of it."""

from collections.abc import Callable

from bot.translator import Translator
from bot.views import forms, names, sheet
from bot.views.message import Message, lines
from domain.facts import work


def answered(facts: work.Wish, t: Translator) -> Message:
    task = facts.task
    if facts.sheet is not None:
        return _pointed(sheet.sheet(facts.sheet, t), t)
    if task is None:
        return Message(ANYWHERE[facts.intent](t))
    if task.closed and task.state != "draft":
        return _closed(facts, task, t)
    card = forms.task(task, t)
    if facts.intent == "done" and forms.is_ready(task):
        return _pointed(card, t)
    said = SAID[facts.intent](facts, task, t)
    if forms.is_ready(task) and facts.intent != "acknowledgement":
        return forms.beside(said, task, t)
    if facts.intent in ASKED_AGAIN or forms.is_ready(task):
        return Message(lines(said, card.text), card.buttons)
    return Message(lines(said, names.matter(t, task.title, task.period), names.due_line(t, task)), card.buttons)


def _closed(facts: work.Wish, task: work.Task, t: Translator) -> Message:
    if facts.intent in ("acknowledgement", "done", "will-do-by", "not-done"):
        return Message(t("{matter} has been filed; nothing more is needed.", matter=_matter(task, t)))
    return Message(SAID[facts.intent](facts, task, t), forms.task(task, t).buttons)


def told(facts: work.Wished, t: Translator) -> Message:
    wish, task = facts.wish, facts.task
    assert wish.until is not None
    which = {"title": facts.title, "matter": _matter(task, t), "due": t.day(task.due), "day": t.day(wish.until)}
    what = t("{title} will report on {day}, after the limit: {matter}, due {due}.", **which)
    return Message(lines(what, t("Word for word: {text}", text=facts.text)))


def _matter(task: work.Task, t: Translator) -> str:
    return names.matter(t, task.title, task.period)


def _acknowledged(facts: work.Wish, task: work.Task, t: Translator) -> str:
    if forms.is_ready(task):
        return t("It is filed once you press the button.")
    return t("Noted.")


def _pointed(card: Message, t: Translator) -> Message:
    """To the button that files what stands there; where it has been pressed, and the head has it, there is none."""
    file = next((button for row in card.buttons for button in row if button.verb in ("file", "file-all")), None)
    if file is None:
        return card
    said = t("Not filed yet: check what stands below, then press [{button}].", button=file.label)
    return Message(lines(said, card.text), card.buttons)


def _will_do(facts: work.Wish, task: work.Task, t: Translator) -> str:
    if facts.until is None or facts.until <= task.due:
        return t("Noted: {day}.", day=t.day(facts.until)) if facts.until else t("Noted.")
    return t("{day} is after the limit. {office} has been told; the limit stands for now.", day=t.day(facts.until))


# by intent, where it is all the same which task is meant
ANYWHERE: dict[str, Callable[[Translator], str]] = {
    "acknowledgement": lambda t: t("Noted."),
    "off-topic": lambda t: t("Only reports and their proof are read here. Your tasks: /tasks"),
}
SAID: dict[str, Callable[[work.Wish, work.Task, Translator], str]] = {
    "acknowledgement": _acknowledged,
    "will-do-by": _will_do,
    "done": lambda facts, task, t: t("Please send the figures or the material here; then it can be filed."),
    "not-done": lambda facts, task, t: t("Noted; nothing is filed yet."),
    "question": lambda facts, task, t: (
        t("How it is computed and where it comes from: /why {code}", code=task.code)
        if task.code
        else t("Please turn to {office} with questions.")
    ),
    "cancel": lambda facts, task, t: t("To take back what you answered last: /cancel"),
    "not-applicable": lambda facts, task, t: t("If there was nothing of the kind, please answer that here."),
    "off-topic": lambda facts, task, t: t("Only reports and their proof are read here. Your tasks: /tasks"),
}
ASKED_AGAIN = ("done", "question", "not-applicable")  # the question stands below once more
