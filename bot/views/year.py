"""全年图: a department's year, months by its indicators, in the reader's language."""

from datetime import date

from bot.translator import Translator
from bot.views import names
from bot.views.board import lights, states
from bot.views.curves import months
from bot.views.message import Button, Message, lines, rows
from domain.facts.pictures import UnitYear
from domain.year import INDICATORS, Year, YearRow


def year(facts: UnitYear, t: Translator) -> Message:
    over = facts.year < facts.today.year
    last = date(facts.year, 12, 31) if over else facts.today
    title = t("{unit}: {year}", unit=facts.unit, year=names.period(t, str(facts.year)))
    overdue, more = t("overdue"), len(facts.lines) - INDICATORS
    picture = Year(
        title=title,
        subtitle=t("As of {moment}", moment=t.full_day(last)),
        months=months(t, facts.year),
        month=last.month,
        rows=tuple(YearRow(line.code, line.title, line.cells) for line in facts.lines[:INDICATORS]),
        counts=(
            (t("lead"), t.number(facts.lead)),
            (t("responsible"), t.number(facts.responsible)),
            (t("filed"), t.number(facts.filed)),
            (t("filed on time"), t.number(facts.on_time)),
            (overdue, t.number(facts.overdue)),
        ),
        legend=lights(t),
        states=states(t),
        empty=t("This department was asked for nothing in this year."),
        footer=t("and {n} more", n=more) if more > 0 else "",
        alarm=overdue if facts.overdue else "",
    )
    counts = t(
        "Filed {filed}, on time {on_time}, overdue {overdue}",
        filed=t.number(facts.filed),
        on_time=t.number(facts.on_time),
        overdue=t.number(facts.overdue),
    )
    others = [Button(names.period(t, str(one)), "year", f"{facts.unit_id}-{one}") for one in facts.others]
    buttons = [Button(t("The department"), "unit", facts.unit_id), *others]
    return Message(lines(title, counts if facts.lines else picture.empty), rows(*buttons), picture=picture)
