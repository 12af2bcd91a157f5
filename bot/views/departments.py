"""Down by department: all of them, one with what it is asked, and its indicators."""

from bot.translator import Translator
from bot.views import filters, gone, names, order_lists, pages, task_lines
from bot.views.message import NUMBERS, Button, Message, lines, rows
from domain.facts import drill
from domain.facts.drill import Gone


def listed(facts: drill.UnitList, t: Translator) -> Message:
    if not facts.units:
        return Message(t("There is no department yet. The people come in by /people."))
    pairs = list(zip(NUMBERS, facts.units, strict=False))
    return Message(
        lines(t("Departments, those behind first"), *(f"{number} {_row(row, t)}" for number, row in pairs)),
        (
            *pages.opens(facts.units, lambda number, row: Button(number, "unit", row.unit_id)),
            *pages.turn(facts.leaf, lambda label, page: Button(label, "units", page)),
            (Button(t("By area"), "areas"),),
        ),
    )


def _row(row: drill.UnitRow, t: Translator) -> str:
    counts = names.joined(
        t,
        t("without a contact") if row.vacant else None,
        t("Overdue {n}", n=row.late) if row.late else None,
        t("In review {n}", n=row.review) if row.review else None,
        t("Unsigned {n}", n=row.signs) if row.signs else None,
    )
    return f"{row.unit}　{counts}" if counts else row.unit


def one(facts: drill.UnitView | Gone, t: Translator) -> Message:
    if isinstance(facts, Gone):
        return gone.gone(facts, t)
    pairs = zip(NUMBERS, facts.tasks, strict=False)
    entries = [f"{task_lines.mark(line)} {number} {task_lines.line(line, t)}" for number, line in pairs]
    counts = [filters.COUNTED[which](t, getattr(facts.filters, which)) for which in drill.FILTERS]
    some = [count for which, count in zip(drill.FILTERS, counts, strict=True) if getattr(facts.filters, which)]
    return Message(
        lines(
            facts.unit,
            _given(facts, t),
            names.joined(t, t("without a contact") if facts.vacant else None, *some) or None,
            *(entries or [t("Nothing has been asked of it yet.")]),
            *(order_lists.issued(line, t) for line in facts.orders),
        ),
        (
            *pages.opens(facts.tasks, lambda number, line: Button(number, "history", line.task_id)),
            *pages.turn(facts.leaf, lambda label, page: Button(label, "unit", f"{facts.unit_id}-{page}")),
            *rows(*_ways(facts, t), width=3),
            *order_lists.numbers(facts.orders),
        ),
    )


def _given(facts: drill.UnitView, t: Translator) -> str:
    if not facts.given:
        return t("No indicator is given to it.")
    signed = t("Signed for {signed} of {given}", signed=facts.signed, given=facts.given)
    return names.clauses(t, signed, t("leads {lead}, answers for {n}", lead=facts.lead, n=facts.responsible))


def _ways(facts: drill.UnitView, t: Translator) -> list[Button]:
    found = list(filters.buttons(facts.filters, facts.unit_id, t))
    if facts.indicators:
        found.append(Button(t("Indicators {n}", n=facts.indicators), "indicators", f"{facts.unit_id}-1"))
    if facts.ordered:
        found.append(Button(t("Orders {n}", n=facts.ordered), "orders", f"open-{facts.unit_id}-1"))
    found.append(Button(t("The year"), "year", facts.unit_id))
    return found
