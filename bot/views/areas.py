"""Down by area: all of them, and the indicators of one; those of a department look the same."""

from bot.translator import Translator
from bot.views import filters, gone, names, pages
from bot.views.message import Button, Message, lines, rows
from domain.facts import drill
from domain.facts.drill import Gone

MARKS = {"met": "●", "not met": "■", "unproven": "◐"}


def listed(facts: drill.AreaList, t: Translator) -> Message:
    if not facts.areas:
        return Message(names.unpublished(t))
    buttons = [Button(row.short, "area", row.number) for row in facts.areas]
    return Message(
        lines(*(_area(row, t) for row in facts.areas)),
        (
            *rows(*buttons, width=3),
            *pages.turn(facts.leaf, lambda label, page: Button(label, "areas", page)),
            (Button(t("By department"), "units"),),
        ),
    )


def _area(row: drill.AreaRow, t: Translator) -> str:
    met = t("{title}: {met} of {n} met", title=row.title, met=row.met, n=row.n)
    return names.joined(t, met, t("Overdue {n}", n=row.late) if row.late else None)


def indicators(facts: drill.IndicatorList | Gone, t: Translator) -> Message:
    if isinstance(facts, Gone):
        return gone.gone(facts, t)
    nothing = t("No indicator is given to it.")
    buttons = [Button(row.code, "indicator", names.key(row.code)) for row in facts.rows]
    why = filters.why(facts.reds, facts.unit_id, facts.number, t)
    return Message(
        lines(facts.title, *([_indicator(row, t) for row in facts.rows] or [nothing])),
        (*rows(*buttons, width=4), *_turn(facts), *((why,) if why else ())),
    )


def _turn(facts: drill.IndicatorList) -> pages.Rows:
    if facts.unit_id:
        return pages.turn(facts.leaf, lambda label, page: Button(label, "indicators", f"{facts.unit_id}-{page}"))
    return pages.turn(facts.leaf, lambda label, page: Button(label, "area", f"{facts.number}-{page}"))


def _indicator(row: drill.IndicatorRow, t: Translator) -> str:
    part = {"lead": t("lead"), "responsible": t("responsible"), "files": t("files monthly"), "": None}[row.part]
    late = t("Overdue {n}", n=row.late) if row.late else None
    state = names.joined(t, names.verdict(t, row.verdict), late)
    mark = "■" if row.late else MARKS.get(row.verdict, "○")
    return f"{mark} {row.code} {row.title}" + (f"（{part}）" if part else "") + f"　{state}"
