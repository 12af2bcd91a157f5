"""口径待定: one doubtful place of the notice a card, and what an answer would move."""

from bot.translator import Translator
from bot.views import names, pages
from bot.views.message import NUMBERS, Button, Message, lines, rows
from domain.facts import doubts

LABEL = 20  # characters that a button shows on a phone


def question(facts: doubts.Question, t: Translator) -> Message:
    """Once settled it says so, and may be asked again."""
    if facts.answered is not None:
        return _answered(facts, facts.answered, t)
    others = [option for option in facts.options if not option.in_force]
    long = any(len(option.text) > LABEL for option in others)
    keep = next(option for option in facts.options if option.in_force)
    asked = t("Passed on to {title}.", title=names.told(t, facts.asked_of)) if facts.asked_of else None
    return Message(
        lines(
            t("To settle {place}/{total}", place=facts.place, total=facts.total),
            *_place(facts, t),
            t("In force: {reading}", reading=keep.text),
            *((f"{NUMBERS[i]} {option.text}" for i, option in enumerate(others)) if long else ()),
            asked,
        ),
        (
            (_answer(facts, keep, t("Keep it as it is")),),
            *((_answer(facts, o, t("Take {n}", n=NUMBERS[i]) if long else o.text),) for i, o in enumerate(others)),
            *_around(facts, t),
        ),
    )


def _answer(facts: doubts.Question, option: doubts.Option, label: str) -> Button:
    return Button(label, "reading", f"{facts.doubt_id}-{option.number}", facts.rev)


def _place(facts: doubts.Question, t: Translator) -> tuple[str | None, ...]:
    also = t("The same answer holds for {codes}.", codes=t.items(list(facts.also))) if facts.also else None
    place = names.place(t, facts.field)
    return (
        f"{facts.code} {facts.title}",
        t("Printed ({place}): {printed}", place=names.joined(t, place, facts.demand), printed=facts.printed or "—"),
        t("In doubt because: {reason}", reason=facts.reason),
        also,
    )


def _around(facts: doubts.Question, t: Translator) -> tuple[tuple[Button, ...], ...]:
    turn = []
    if facts.before is not None:
        turn.append(Button(t("Previous one"), "doubt", facts.before))
    if facts.after is not None:
        turn.append(Button(t("Next one"), "doubt", facts.after))
    rest = [Button(t("Ask a colleague"), "doubt-helpers")] if facts.director else []
    rest += [Button(t("Settled {n}", n=facts.settled), "doubts-done", 1)] if facts.settled else []
    return tuple(row for row in (tuple(turn), tuple(rest)) if row)


def _answered(facts: doubts.Question, done: doubts.Answered, t: Translator) -> Message:
    settled = t("Settled: {reading} ({who}, {day})", reading=done.reading, who=done.who, day=t.short_day(done.on))
    again = (Button(t("Settle it anew"), "doubt-again", facts.doubt_id, facts.rev),)
    return Message(lines(*_place(facts, t), settled), (again, *_lists(facts.settled, facts.open, t)))


def _lists(settled: int, still_open: int, t: Translator) -> tuple[tuple[Button, ...], ...]:
    found = [Button(t("Settled {n}", n=settled), "doubts-done", 1)] if settled else []
    found += [Button(t("To settle {n}", n=still_open), "doubts")] if still_open else []
    return (tuple(found),) if found else ()


def change(facts: doubts.Change, t: Translator) -> Message:
    """Departments notice it: what it means stands before it."""
    matters = t.items([f"{code} {title}" for code, title in facts.indicators])
    units = t.items(list(facts.units))
    if facts.group is not None:
        what = t("{matters}: {unit} is to convene {group} and lead", matters=matters, unit=units, group=facts.group)
    elif facts.part == "lead":
        what = t("{matters}: {unit} is to lead", matters=matters, unit=units)
    else:
        what = t("{matters}: responsible are to be {units}", matters=matters, units=units)
    sure = Button(t("Do it"), "reading-sure", f"{facts.doubt_id}-{facts.number}", facts.rev)
    return Message(lines(what, _follows(facts, t)), ((sure, Button(t("Back"), "doubt", facts.doubt_id)),))


def _follows(facts: doubts.Change, t: Translator) -> str:
    if not facts.given:
        return t("The indicators are not assigned yet; they will be assigned like this.")
    handed = [
        t.many("{n} open task of {unit} is handed over", "{n} open tasks of {unit} are handed over", n, unit=unit)
        for unit, n in facts.handed
    ]
    told = t.many("{n} department is notified.", "{n} departments are notified.", facts.told)
    return names.clauses(t, *handed, told)


def settled(facts: doubts.SettledList, t: Translator) -> Message:
    entries = [
        t(
            "{number} {code} {place}: {reading} ({who}, {day})",
            number=number,
            code=line.code,
            place=names.place(t, line.field),
            reading=line.answered.reading,
            who=line.answered.who,
            day=t.short_day(line.answered.on),
        )
        for number, line in zip(NUMBERS, facts.lines, strict=False)
    ]
    buttons = [Button(n, "doubt", line.doubt_id) for n, line in zip(NUMBERS, facts.lines, strict=False)]
    turn = pages.turn(facts.leaf, lambda label, page: Button(label, "doubts-done", page))
    head = t("Readings settled: {n}; to settle: {open}", n=facts.settled, open=facts.open)
    still = ((Button(t("To settle {n}", n=facts.open), "doubts"),),) if facts.open else ()
    return Message(lines(head, *entries), (*rows(*buttons, width=4), *turn, *still))


def helpers(facts: doubts.Helpers, t: Translator) -> Message:
    buttons = [Button(helper.title, "doubts-to", helper.person_id) for helper in facts.helpers]
    back = [Button(t("Answer them yourself"), "doubts-mine")] if facts.asked else []
    asked = t("Now with {title}.", title=names.told(t, facts.asked)) if facts.asked else None
    return Message(
        lines(
            t.many(
                "Who of the office is to settle {n} reading?",
                "Who of the office is to settle {n} readings?",
                facts.open,
            ),
            asked,
        ),
        (*rows(*buttons, width=2), (*back, Button(t("Back"), "doubts"))),
    )


def asked(facts: doubts.Asked, t: Translator) -> Message:
    return Message(
        t.many(
            "The director asks you to settle how {n} doubtful place of the notice is to be read.",
            "The director asks you to settle how {n} doubtful places of the notice are to be read.",
            facts.open,
        ),
        ((Button(t("To settle {n}", n=facts.open), "doubts"),),),
    )


def moved(facts: doubts.Moved, t: Translator) -> Message:
    """To a department that comes in or goes out: what changed, and what is wanted of it."""
    matters = t.items([f"{code} {title}" for code, title in facts.indicators])
    said = {"matters": matters, "unit": facts.unit, "lead": facts.lead}
    if facts.part == "lead" and facts.joined:
        what = t("[Assignment] {matters}: {unit} leads from now on. Please sign for it.", **said)
        tasks = t.many("{n} open task comes with it.", "{n} open tasks come with it.", facts.tasks)
    elif facts.part == "lead":
        what = t("[Notice] {matters}: {lead} leads from now on, no longer {unit}.", **said)
        tasks = t.many("{n} open task has been handed over.", "{n} open tasks have been handed over.", facts.tasks)
    elif facts.joined:
        what = t("[Assignment] {matters}: {unit} is responsible, too. Please sign for it.", **said)
        tasks = None
    else:
        what = t("[Notice] {matters}: {unit} is no longer responsible.", **said)
        tasks = None
    return Message(lines(what, tasks if facts.tasks else None))
