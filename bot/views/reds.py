"""为什么: what each red light of the board comes from, and a way to it."""

from collections.abc import Callable

from bot.translator import Translator
from bot.views import balls, gone, names, pages
from bot.views.message import NUMBERS, Button, Message, lines
from domain.facts import drill
from domain.facts.drill import Gone, Red


def listed(facts: drill.Reds | Gone, t: Translator) -> Message:
    if isinstance(facts, Gone):
        return gone.gone(facts, t)
    if not facts.rows:
        return Message(lines(facts.of or None, t("Nothing is red.")))
    whose = [row.unit if not facts.unit_id else None for row in facts.rows]
    said = [names.joined(t, unit, WHY[row.light](row, t)) for unit, row in zip(whose, facts.rows, strict=True)]
    entries = [f"■ {number} {line}" for number, line in zip(NUMBERS, said, strict=False)]
    head = t("Why it is red: {n}", n=facts.leaf.n)
    return Message(
        lines(names.joined(t, facts.of or None, head), *entries),
        (
            *pages.opens(facts.rows, _to),
            *pages.turn(facts.leaf, lambda label, page: Button(label, "reds", f"{facts.unit_id}-{facts.area}-{page}")),
        ),
    )


def _to(number: str, row: Red) -> Button:
    if row.line is not None:
        return Button(number, "history", row.line.task_id)
    return Button(number, "indicator", names.key(row.code))


def _received(row: Red, t: Translator) -> str:
    assert row.line is not None
    unsigned = t.many("{n} item not signed for", "{n} items not signed for", row.unsigned)
    return names.joined(t, unsigned, names.overdue(t, row.line.overdue), _reminded(row, t))


def _on_time(row: Red, t: Translator) -> str:
    assert row.line is not None
    turn = balls.turn(row.holding, t) if row.holding and row.holding.part != "contact" else None
    return names.joined(t, _matter(row, t), names.overdue(t, row.line.overdue), _reminded(row, t), turn)


def _proven(row: Red, t: Translator) -> str:
    return names.joined(t, _matter(row, t), t("reported without proof"))


def _meets(row: Red, t: Translator) -> str:
    return names.joined(t, f"{row.code} {row.title}", t("not met: {names}", names=t.items(list(row.short))))


def _matter(row: Red, t: Translator) -> str:
    assert row.line is not None
    matter = names.matter(t, row.line.title, row.line.period)
    return matter if row.code in row.line.title else f"{matter}（{row.code}）"


def _reminded(row: Red, t: Translator) -> str | None:
    return t.many("reminded {n} time", "reminded {n} times", row.reminded) if row.reminded else None


WHY: dict[str, Callable[[Red, Translator], str]] = {
    "received": _received,
    "on time": _on_time,
    "proven": _proven,
    "meets": _meets,
}
