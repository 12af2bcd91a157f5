"""What is overdue, with its reviewer, not signed for or behind pace; and all periods of an indicator."""

from collections.abc import Callable

from bot.translator import Translator
from bot.views import balls, gone, names, pace, pages, task_lines
from bot.views.message import NUMBERS, Button, Message, lines
from domain.facts import drill
from domain.facts.drill import Gone, Matter

HEADS: dict[str, Callable[[Translator, int], str]] = {
    "late": lambda t, n: t("Overdue: {n}, the longest first", n=n),
    "review": lambda t, n: t("With their reviewers: {n}, the longest first", n=n),
    "sign": lambda t, n: t("Not signed for yet: {n}, the longest first", n=n),
    "pace": lambda t, n: t("Behind the pace of the year: {n}", n=n),
    "periods": lambda t, n: t("All periods: {n}", n=n),
}
NOTHING: dict[str, Callable[[Translator], str]] = {
    "late": lambda t: t("Nothing is overdue."),
    "review": lambda t: t("Nothing waits to be reviewed."),
    "sign": lambda t: t("Everything is signed for."),
    "pace": lambda t: t("Nothing is behind the pace of the year."),
    "periods": lambda t: t("Nothing has been asked for it yet."),
}


def listed(facts: drill.Matters | Gone, t: Translator) -> Message:
    if isinstance(facts, Gone):
        return gone.gone(facts, t)
    if not facts.rows:
        return Message(lines(facts.of or None, NOTHING[facts.which](t)))
    line = LINES[facts.which]
    entries = [
        f"{_mark(row)} {number} {line(row, None if facts.unit_id else row.unit, t)}"
        for number, row in zip(NUMBERS, facts.rows, strict=False)
    ]
    return Message(
        lines(names.joined(t, facts.of or None, HEADS[facts.which](t, facts.leaf.n)), *entries),
        (*pages.opens(facts.rows, _to), *_turn_over(facts)),
    )


def _to(number: str, row: Matter) -> Button:
    if row.line is not None:
        return Button(number, "history", row.line.task_id)
    return Button(number, "indicator", names.key(row.code))


def _mark(row: Matter) -> str:
    return task_lines.mark(row.line) if row.line is not None else "◐"


def _turn_over(facts: drill.Matters) -> pages.Rows:
    if facts.which == "periods":
        code = names.key(facts.code)
        return pages.turn(facts.leaf, lambda label, page: Button(label, "periods", f"{code}-{page}"))
    return pages.turn(facts.leaf, lambda label, page: Button(label, "matters", f"{facts.which}-{facts.unit_id}-{page}"))


def _late(row: Matter, unit: str | None, t: Translator) -> str:
    """Since when it is red, and with whom it is: why it is red."""
    assert row.line is not None
    late = names.overdue(t, row.line.overdue)
    return f"{names.joined(t, unit, _matter(row, t))}　{names.joined(t, late, _elsewhere(row, t))}"


def _matter(row: Matter, t: Translator) -> str:
    assert row.line is not None
    matter = names.matter(t, row.line.title, row.line.period)
    return f"{matter}（{row.code}）" if row.code else matter


def _turn(row: Matter, t: Translator) -> str | None:
    return balls.turn(row.holding, t) if row.holding else None


def _elsewhere(row: Matter, t: Translator) -> str | None:
    """Whose turn it is, where that is not plainly the department's own."""
    return _turn(row, t) if row.holding and row.holding.part != "contact" else None


def _review(row: Matter, unit: str | None, t: Translator) -> str:
    return f"{names.joined(t, unit, _matter(row, t))}　{_turn(row, t) or ''}"


def _sign(row: Matter, unit: str | None, t: Translator) -> str:
    assert row.line is not None
    left = names.overdue(t, row.line.overdue) if row.line.overdue else t("by {day}", day=t.short_day(row.line.due))
    unsigned = t.many("{n} item not signed for", "{n} items not signed for", row.unsigned)
    return names.joined(t, unit, unsigned, left)


def _pace(row: Matter, unit: str | None, t: Translator) -> str:
    said = [pace.bare(found, of, t) for found, of in row.paces]
    return f"{names.joined(t, f'{row.code} {row.title}', unit)}　{names.clauses(t, *said)}"


def _period(row: Matter, unit: str | None, t: Translator) -> str:
    assert row.line is not None
    return task_lines.line(row.line, t, row.unit)


LINES: dict[str, Callable[[Matter, str | None, Translator], str]] = {
    "late": _late,
    "review": _review,
    "sign": _sign,
    "pace": _pace,
    "periods": _period,
}
