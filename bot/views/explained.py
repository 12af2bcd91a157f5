"""What a list of open items is, for whoever asks: what is listed, what to begin with, what to press."""

from collections.abc import Callable
from typing import Any

from bot.translator import Translator
from bot.views import names, sheet, things
from bot.views.message import Message, lines
from bot.views.overview import waiting
from domain.facts import personal, work


def explained(facts: personal.Explained, t: Translator) -> Message:
    if facts.shown is None:
        return Message(t("What stood there is done with or has changed. What is open with you now: /tasks"))
    return Message(LISTS[facts.kind](facts.shown, t))


def _card(facts: personal.Card, t: Translator) -> str:
    if facts.sole is not None and isinstance(facts.sole.task, work.Sheet) and facts.sole.audience == "contact":
        return _sheet(facts.sole.task, t)  # as it is shown there
    todo = [one.task for one in facts.items if not one.task.closed and one.audience == "contact"]
    urged = [one.task for one in facts.items if not one.task.closed and one.audience == "head"]
    own = _things(t("These are what is asked of you: {n}.", n=len(todo)), todo, t) if todo else None
    done = t("These were asked of you, and all of them are done.") if facts.items and not (todo or urged) else None
    known = t("How the departments stand is there for you to know; you need not fill in anything.")
    told = t("This is what there is to know; no answer is wanted.")
    return lines(own, done, _urged(urged, t), _waits(facts.queues, t), known if facts.groups else None) or told


def _held(facts: personal.Held, t: Translator) -> str:
    own = _things(t("This is all that is open with you: {n}.", n=len(facts.tasks)), facts.tasks, t)
    nothing = t("This is your list; nothing is open with you, and you will hear when something is.")
    waits = t("What is listed waits for you; the buttons lead to it.")
    shown = facts.waiting and waiting(facts.waiting, t)
    return lines(own if facts.tasks else None, _waits(facts.queues, t), waits if shown else None) or nothing


def _things(head: str, found: list[things.Thing] | tuple[things.Thing, ...], t: Translator) -> str:
    """How many, which is the most urgent one, and how each is answered."""
    pressing = [one for one in found if things.state(one, t) and not things.comes_by_itself(things.first(one))]
    first = min(pressing, key=lambda one: things.first(one).left, default=None)
    begin = None
    if first is not None:
        matter = names.matter(t, *_named(first))
        begin = t("The most urgent: {matter} ({state}).", matter=matter, state=things.state(first, t))
    how = t("Press a number to open and answer that one; to write at once, say which it is about.")
    return lines(names.sentences(t, head, begin), how)


def _named(thing: things.Thing) -> tuple[str, str]:
    first = things.first(thing)
    return (first.sheet if isinstance(thing, work.Sheet) else first.title), first.period


def _urged(found: list[things.Thing], t: Translator) -> str | None:
    if not found:
        return None
    return t("The contact files {n} of these; you are asked to see to it that they come.", n=len(found))


def _waits(found: tuple[personal.Queue, ...], t: Translator) -> str | None:
    n = sum(queue.n for queue in found)
    return t("For your word wait {n}; the button of each kind leads to them, one by one.", n=n) if n else None


def _sheet(facts: work.Sheet, t: Translator) -> str:
    matter, first = sheet.title(facts, t), facts.first
    if facts.closed:
        return t("This is the receipt of {matter}; to correct or to prove one, press its number.", matter=matter)
    if len(facts.at_head) == len(facts.open):
        return t("This is {matter}, answered and with the head; to change one, press its number.", matter=matter)
    what = t("This is {matter}, which your department files together.", matter=matter)
    due = None if first.quiet else names.due_line(t, first)
    if isinstance(first.form, work.Register):
        return lines(what, t("Press the number of the one for which there is an entry."))
    button = sheet.sheet(facts, t).buttons[0][0].label
    if len(facts.ready) == len(facts.open):
        check = t(
            "All is answered: where it is right, press [{button}]; what is wrong is changed by its number.",
            button=button,
        )
        return lines(what, check, due)
    how = t(
        "[{button}] asks one after the other; all is checked and filed together. A number opens one alone.",
        button=button,
    )
    return lines(what, how, due)


def _kept(facts: work.Kept, t: Translator) -> str:
    if all(task.closed for task in facts.tasks):
        return t("These were filed lately: if you correct one of them, press it.")
    return t("What you wrote may answer one of these: press the one, and it is read for it. If none, leave them.")


def _recording(facts: work.Recording, t: Translator) -> str:
    if not facts.tasks:
        return t("Recordings cannot be read here: please type what you said.")
    return t("Your recording may be about one of these: open that one, then type what you said.")


LISTS: dict[str, Callable[[Any, Translator], str]] = {
    "card": _card,
    "held": _held,
    "sheet": _sheet,
    "kept": _kept,
    "recording": _recording,
    "file-which": lambda facts, t: t("Your file may prove one of these: press the one that it belongs to."),
}
