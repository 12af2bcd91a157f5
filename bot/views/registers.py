"""台账: the registers that somebody may look into, and one of them with its newest entries."""

from bot.translator import Translator
from bot.views import names, pages
from bot.views.message import NUMBERS, Button, Message, lines, rows
from domain.facts import registers as facts


def listed(found: facts.Registers, t: Translator) -> Message:
    if not found.lines:
        return Message(t("There is no register for you to look into or add to."))
    entries = [f"{number} {_line(line, t)}" for number, line in zip(NUMBERS, found.lines, strict=False)]
    buttons = [Button(n, "register", f"{line.key}-1") for n, line in zip(NUMBERS, found.lines, strict=False)]
    how = None
    if found.example:
        how = t("To add something you can also write: register {name} 3 November …", name=found.example)
    turn = pages.turn(found.leaf, lambda label, page: Button(label, "registers", page))
    return Message(lines(t("Registers (entries of this year)"), *entries, how), (*rows(*buttons, width=6), *turn))


def _line(line: facts.Line, t: Translator) -> str:
    lacking = t.many("{n} department has none", "{n} departments have none", line.missing) if line.missing else None
    return f"{line.title}　{names.joined(t, t.number(line.entries), lacking)}"


def page(found: facts.Page, t: Translator) -> Message:
    entries = [f"{number} {_entry(e, found, t)}" for number, e in zip(NUMBERS, found.entries, strict=False)]
    by_unit = t.items([f"{unit} {n}" for unit, n in found.by_unit])
    return Message(
        lines(
            t.many("{title}: {n} entry in {year}", "{title}: {n} entries in {year}", found.total, **_head(found)),
            found.note,
            *entries,
            t("By department: {units}", units=by_unit) if by_unit else None,
            t("Nothing this year yet: {units}", units=t.items(list(found.missing))) if found.missing else None,
        ),
        _buttons(found, t),
    )


def _entry(entry: facts.EntryLine, found: facts.Page, t: Translator) -> str:
    day = t.short_day(entry.day) if entry.day.year == found.year else t.full_day(entry.day)
    return names.joined(t, day, entry.unit or None, entry.title)


def _head(found: facts.Page) -> dict[str, object]:
    return {"title": found.title, "year": str(found.year)}


def _buttons(found: facts.Page, t: Translator) -> tuple[tuple[Button, ...], ...]:
    opens = [
        Button(number, "entry", entry.entry_id)
        for number, entry in zip(NUMBERS, found.entries, strict=False)
        if entry.entry_id is not None
    ]
    one = len(found.adds) == 1
    adds = [
        Button(t("Add an entry") if one else t("Add for {unit}", unit=unit), "entry-add", f"{found.key}-{number}")
        for number, unit in found.adds
    ]
    turn = pages.turn(found.leaf, lambda label, page: Button(label, "register", f"{found.key}-{page}"))
    return (*rows(*opens, width=4), *rows(*adds, width=2), *turn, (Button(t("Registers"), "registers", 1),))
