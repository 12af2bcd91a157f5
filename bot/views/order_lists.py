"""Lists of orders: what waits for a signer, what was issued, by department."""

from collections.abc import Callable

from bot.translator import Translator
from bot.views import names, pages
from bot.views.message import NUMBERS, Button, Message, lines, rows
from bot.views.orders import matter, title
from domain.facts import orders


def waiting(facts: orders.Waiting, t: Translator) -> Message:
    signs = facts.what == "sign"
    if not facts.lines:
        return Message(t("No order waits for your signature.") if signs else t("No order waits to be closed by you."))
    head = t("Orders to be signed by you") if signs else t("Orders to be closed by you")
    entries = [f"{number} {_line(line, t)}" for number, line in zip(NUMBERS, facts.lines, strict=False)]
    buttons = [
        Button(number, "proposal", line.order_id) if signs else Button(number, "order-closing", line.order_id)
        for number, line in zip(NUMBERS, facts.lines, strict=False)
    ]
    turn = pages.turn(facts.leaf, lambda label, page: Button(label, "orders-waiting", f"{facts.what}-{page}"))
    return Message(lines(head, *entries), (*rows(*buttons, width=4), *turn))


def _line(line: orders.Line, t: Translator) -> str:
    numbered = t("{title} {number}", title=title(line.matter.colour, t), number=line.number) if line.number else None
    return names.joined(t, numbered or title(line.matter.colour, t), line.matter.unit, matter(line.matter, t))


def listed(facts: orders.Listed, t: Translator) -> Message:
    """What was issued: what is open by default, what is done behind a button."""
    counts = t("Orders: open {open}, done {done}", open=t.number(facts.open), done=t.number(facts.done))
    entries = [f"{number} {issued(line, t)}" for number, line in zip(NUMBERS, facts.lines, strict=False)]
    buttons = [Button(number, "order", line.order_id) for number, line in zip(NUMBERS, facts.lines, strict=False)]
    other = "done" if facts.which == "open" else "open"
    name = t("Done {n}", n=facts.done) if other == "done" else t("Open {n}", n=facts.open)
    of = f"{facts.which}-{facts.unit_id}"
    turn = pages.turn(facts.leaf, lambda label, page: Button(label, "orders", f"{of}-{page}"))
    ways = (Button(name, "orders", f"{other}-{facts.unit_id}-1"), Button(t("By department"), "order-units"))
    nothing = t("None of them is open.") if facts.which == "open" else t("None of them is done.")
    head = names.joined(t, facts.unit or None, counts)
    return Message(lines(head, *(entries or [nothing])), (*rows(*buttons, width=4), *turn, ways))


def issued(line: orders.Line, t: Translator) -> str:
    """One that was issued, in a line of a list."""
    state = STATES[line.state](line, t)
    return names.joined(t, _line(line, t), state)


STATES: dict[str, Callable[[orders.Line, Translator], str | None]] = {
    "signed": lambda line, t: names.overdue(t, line.overdue) if line.overdue else _until(line, t),
    "raised": lambda line, t: t("raised"),
    "done": lambda line, t: t("closed"),
}


def _until(line: orders.Line, t: Translator) -> str | None:
    return t("to be done by {day}", day=t.short_day(line.due)) if line.due else None


def by_unit(facts: orders.ByUnit, t: Translator) -> Message:
    if not facts.units:
        return Message(t("No order has been issued."))
    entries = [t("{unit}: open {open}, done {done}", unit=name, open=n, done=done) for _, name, n, done in facts.units]
    buttons = [Button(name, "orders", f"open-{number}-1") for number, name, _, _ in facts.units]
    return Message(lines(*entries), (*rows(*buttons, width=3), (Button(t("All"), "orders", "open-0-1"),)))


def numbers(found: tuple[orders.Line, ...]) -> tuple[tuple[Button, ...], ...]:
    """A way to each, by its number."""
    return rows(*(Button(line.number, "order", line.order_id) for line in found), width=2)
