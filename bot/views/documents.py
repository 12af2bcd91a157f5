"""A notice on its way in: how far it is, what was read in numbers, what is wanted of the director."""

from bot.translator import Translator
from bot.views import names, pages
from bot.views.message import NUMBERS, Button, File, Message, cut, lines, rows
from domain.facts import documents
from domain.paper import Copy, Mark, Roll

PROBLEMS = 4  # sentences of a card about what could not be read
CHANGES = 12  # lines of a correction
LONGEST = 160  # signs of a title or of a sentence
LABEL = 20  # signs of a button


def card(facts: documents.Document, t: Translator) -> Message:
    if isinstance(facts, documents.Coming):
        return _coming(facts, t)
    if isinstance(facts, documents.Refused):
        return Message(
            facts.reason or t('The file "{name}" could not be fetched. Please send it again.', name=facts.name)
        )
    return _review(facts, t)


def _coming(facts: documents.Coming, t: Translator) -> Message:
    if not facts.seconds:
        return Message(t('Received: "{name}". It is being read.', name=facts.name))
    step = t("looking for indicators") if facts.step == "opened" else t("opening the file")
    return Message(t('Reading "{name}": {step}, {n} s so far.', name=facts.name, step=step, n=facts.seconds))


def _review(facts: documents.Review, t: Translator) -> Message:
    title = cut(facts.title or facts.name, LONGEST)
    head = {
        "read": t("[Notice to review] {title}", title=title),
        "published": t("[Published] {title}", title=title),
        "dropped": t("[Dropped] {title}", title=title),
    }[facts.state]
    issued = t.full_day(facts.issued) if facts.issued else t("no date")
    more = len(facts.problems) - PROBLEMS
    return Message(
        lines(
            head,
            names.joined(t, cut(facts.number, LABEL * 2) or t("no number"), issued),
            _counts(facts, t),
            *(f"● {cut(problem, LONGEST)}" for problem in facts.problems[:PROBLEMS]),
            t("and {n} more", n=more) if more > 0 else None,
            _stands(facts, t),
        ),
        _ways(facts, t),
    )


def _counts(facts: documents.Review, t: Translator) -> str:
    outline = t(
        "{areas} areas, {items} items, {indicators} indicators, {requirements} requirements",
        areas=facts.areas,
        items=facts.items,
        indicators=facts.indicators,
        requirements=facts.requirements,
    )
    people = [
        t.many("{n} department", "{n} departments", facts.departments),
        t.many("{n} group of departments", "{n} groups of departments", facts.groups) if facts.groups else None,
        t.many("{n} seat", "{n} seats", facts.seats) if facts.seats else None,
    ]
    standing = t.many(
        "{n} standing mechanism in the text: see the sheet",
        "{n} standing mechanisms in the text: see the sheet",
        facts.mechanisms,
    )
    return lines(outline, names.joined(t, *people), standing if facts.mechanisms else None)


def _stands(facts: documents.Review, t: Translator) -> str | None:
    if facts.state == "published":
        return None
    if facts.state == "dropped":
        return t("Nothing of it was taken over.")
    if facts.open:
        return t("In doubt: {n}, to confirm: {open}", n=facts.doubts, open=facts.open)
    done = t("All {n} doubts are settled.", n=facts.doubts) if facts.doubts else t("Nothing is in doubt.")
    return lines(done, t("Nothing is assigned before it is published."))


def _ways(facts: documents.Review, t: Translator) -> tuple[tuple[Button, ...], ...]:
    number, rev = facts.document_id, facts.rev
    if facts.state == "dropped":
        return ((Button(t("Review it after all"), "paper-again", number, rev),),)
    found = [Button(t("See what was read"), "paper-copy", number)]
    if facts.state == "published":
        if facts.seats:
            found.append(Button(t("Seats"), "paper-seats", f"{number}-1"))
        return rows(*found, width=2)
    if facts.open:
        found.insert(0, Button(t("Confirm one by one"), "paper-doubts", number))
    else:
        found.append(Button(t("Publish"), "paper-publish", number, rev))
    if facts.undoable:
        found.append(Button(t("Undo the last answer"), "paper-undo", number, rev))
    found.append(Button(t("Drop it"), "paper-drop", number, rev))
    others = [
        Button(t("Other: {name}", name=cut(other.name, LABEL)), "paper", other.document_id) for other in facts.others
    ]
    return (*rows(*found, width=2), *rows(*others, width=1))


def correction(facts: documents.Correction, t: Translator) -> Message:
    """Cell by cell, what was and what is to be."""
    shown = [_changed(change, t) for change in facts.changes[:CHANGES]]
    more = len(facts.changes) - CHANGES
    return Message(
        lines(
            t.many("Your sheet changes {n} place", "Your sheet changes {n} places", len(facts.changes)),
            *shown,
            t("and {n} more", n=more) if more > 0 else None,
        ),
        (
            (
                Button(t("Take it over"), "paper-amend", facts.document_id),
                Button(t("Do not take it over"), "paper-leave", facts.document_id),
            ),
        ),
    )


def _changed(facts: documents.Changed, t: Translator) -> str:
    where = cut(f"{facts.sheet} {facts.row}", SHORT)
    if facts.column:
        change = {"old": _cut(facts.old), "new": _cut(facts.new)}
        return t("{where} {column}: {old} → {new}", where=where, column=facts.column, **change)
    if facts.new:
        return t("{where} added: {text}", where=where, text=_cut(facts.new))
    return t("{where} taken out: {text}", where=where, text=_cut(facts.old))


SHORT = 40  # signs of a cell that a line shows


def _cut(text: str) -> str:
    return cut(text, SHORT) or "—"


def copy(facts: documents.Copy, t: Translator) -> Message:
    paper = Copy(Mark(facts.document_id, facts.rev, facts.hash), facts.reading, facts.answers)
    return Message(
        t("What was read, doubtful cells coloured. Correct it by hand and send the file back; it will be compared."),
        file=File(t("{title} as read", title=facts.title) + ".xlsx", "copy", paper),
    )


def seats(facts: documents.Seats, t: Translator) -> Message:
    """Titles alone: who holds them is in the file, and shown to whoever asks."""
    entries = [f"{one.body} {one.part}　{one.title}" for one in facts.seats]
    turn = pages.turn(facts.leaf, lambda label, page: Button(label, "paper-seats", f"{facts.document_id}-{page}"))
    ways = (Button(t("See the names"), "paper-roll", facts.document_id), Button(t("Back"), "paper", facts.document_id))
    return Message(
        lines(
            t.many("{n} seat in the notice", "{n} seats in the notice", facts.leaf.n),
            *entries,
            t("Names are not on record. Whoever is invited under /people takes the seat."),
        ),
        (*turn, ways),
    )


def roll(facts: documents.Roll, t: Translator) -> Message:
    return Message(
        t("The names as the notice prints them, read anew for you. They are kept nowhere."),
        file=File(t("names of the seats") + ".xlsx", "roll", Roll(facts.name, facts.hash)),
    )


def which(facts: documents.Which, t: Translator) -> Message:
    """Asked once, where it could be either."""
    tasks = [
        Button(names.matter(t, task.title, task.period), "paper-proof", task.task_id)
        for task in facts.tasks[: len(NUMBERS)]
    ]
    return Message(
        t('Is "{name}" a notice to take in, or proof of one of these?', name=facts.name),
        rows(Button(t("A notice to take in"), "paper-take"), *tasks, width=1),
    )
