"""Lists: what I hold, what my department was given, where a text belongs."""

from bot.translator import Translator
from bot.views import absences, names, pages, queues, things
from bot.views.message import NUMBERS, Button, Message, lines, rows
from bot.views.overview import waiting
from domain.facts import personal, work
from domain.facts.overview import Waiting


def held(facts: personal.Held, t: Translator) -> Message:
    waits = waiting(facts.waiting, t) if facts.waiting else None
    shelf = (Button(t("Registers"), "registers", 1),) if facts.registers else ()
    own = (Button(t("Calendar"), "export", "calendar-own"),) if facts.answers else ()
    extra = (*(_extra(facts.waiting, t) if facts.waiting else ()), *rows(*shelf, *own))
    if facts.queues:
        waits = lines(*(queues.line(queue, t) for queue in facts.queues), waits)
        extra = (tuple(queues.opens(queue, t) for queue in facts.queues), *extra)
    if facts.absences:
        waits = lines(waits, *(absences.line(one, t) for one in facts.absences))
    extra = (*extra, *absences.buttons(facts.absences, facts.may_be_away, t))
    noted = t("What you wrote is kept; it answers nothing that waits for you.") if facts.noted else None
    if not facts.tasks:
        nothing = t("Nothing is open with you. You will hear when something falls due.")
        return Message(lines(noted, waits or nothing, None if facts.published else names.unpublished(t)), extra)
    entries = []
    for number, task in zip(NUMBERS, facts.tasks, strict=False):
        unit = things.first(task).unit if facts.several_units else None
        matter = names.joined(t, unit, things.matter(task, t))
        begun = task.closed and things.first(task).state == "draft"
        state = t("correction not filed") if begun else things.state(task, t)
        entries.append(f"{number} {matter}　{state}")
    buttons = [things.opens(n, task) for n, task in zip(NUMBERS, facts.tasks, strict=False)]
    head = t.many("You hold {n} task", "You hold {n} tasks", len(facts.tasks))
    more = len(facts.tasks) - len(NUMBERS)
    rest = t("and {n} more", n=more) if more > 0 else None
    return Message(lines(noted, head, *entries, rest, waits), (*rows(*buttons, width=5), *extra))


def _extra(facts: Waiting, t: Translator) -> tuple[tuple[Button, ...], ...]:
    """The ways to what waits."""
    whole = (Button(t("People"), "people", 1), Button(t("By department"), "units"))
    doubts = (Button(t("To settle {n}", n=facts.doubts), "doubts"),) if facts.doubts else ()
    paper = (Button(t("The notice"), "paper", facts.paper.document_id),) if facts.paper else ()
    label = t("Remarks to be given out: {n}", n=facts.remarks)
    given = (Button(label, "remarks"),) if facts.remarks else ()
    return tuple(
        row for row in (given, whole if facts.claims or facts.vacant or facts.unsigned else (), doubts, paper) if row
    )


def given(facts: personal.Given, t: Translator) -> Message:
    """A page of the indicators given to a department, each to be signed for on its own."""
    entries = []
    for number, indicator in zip(NUMBERS, facts.indicators, strict=False):
        part = {"lead": t("lead"), "responsible": t("responsible"), "files": t("files monthly")}[indicator.part]
        mark = t("signed") if indicator.signed else t("not signed")
        entries.append(f"{number} {indicator.code} {indicator.title}（{names.joined(t, part, mark)}）")
        entries += [f"　{name}{names.target(op, wanted, unit)}" for name, op, wanted, unit in indicator.requirements]
        entries += ["　" + t("The department is read with doubt; it will be confirmed.")] if indicator.doubtful else []
    signs = [
        Button(t("Sign {number}", number=number), "sign", f"{facts.task_id}-{i.receipt_id}-{facts.leaf.page}")
        for number, i in zip(NUMBERS, facts.indicators, strict=False)
        if not i.signed
    ]
    turn = pages.turn(facts.leaf, lambda label, page: Button(label, "given", f"{facts.task_id}-{page}"))
    rest = [Button(t("Sign for all"), "sign-all", facts.task_id, facts.rev)] if facts.unsigned else []
    rest += [Button(t("Back"), "task", facts.task_id)] if facts.unsigned else []
    rest += [Button(t("Objection"), "object", facts.task_id, facts.rev)] if facts.unsigned else []
    head = t(
        "{unit}: page {page} of {pages}, {n} not signed",
        unit=facts.unit,
        page=facts.leaf.page,
        pages=facts.leaf.pages,
        n=facts.unsigned,
    )
    return Message(lines(head, *entries), (*rows(*signs, width=2), *turn, *rows(*rest, width=3)))


def recording(facts: work.Recording, t: Translator) -> Message:
    """Nobody can hear it here: it is kept, and asked for in words."""
    kept_ = t("Your recording has come and is being kept. It cannot be read here; please type it.")
    said = names.too_large(t) if facts.too_large else kept_
    buttons = [things.opens(things.matter(thing, t), thing) for thing in facts.tasks[: len(NUMBERS)]]
    which = t("Which of these is it about? Please press it first.") if buttons else None
    return Message(lines(said, which), rows(*buttons, width=1))


def kept(facts: work.Kept, t: Translator) -> Message:
    """Nothing is guessed: the text is kept, and the person says where it belongs."""
    buttons = [
        Button(names.matter(t, task.title, task.period), "note", f"{facts.note_id}-{task.task_id}")
        for task in facts.tasks
    ]
    closed = all(task.closed for task in facts.tasks)
    asked = (
        t("You have nothing open; what you wrote is kept. If it corrects something, please say what.")
        if closed
        else t("Your message is kept. Which task does it answer?")
    )
    return Message(asked, rows(*buttons, width=1))
