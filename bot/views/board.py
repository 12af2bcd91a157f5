"""The board in the reader's language: what the picture shows."""

from fractions import Fraction

from bot.translator import Translator
from domain.board import ROWS, Board, BoardRow, Rest, Spark, brief
from domain.facts.overview import Standing, UnitLights, Week
from domain.figures import written

NAMED = 6  # names that were shortened in the picture; the others stand behind the button


def board(standing: Standing, t: Translator, title: str) -> Board:
    behind = standing.units[ROWS:]
    overdue, before = t("overdue"), t("overdue from earlier")  # as the text beside it tells them apart
    of_month = standing.overdue - standing.earlier
    late = [label for label, n in ((overdue, of_month), (before, standing.earlier)) if n]
    return Board(
        title=title,
        subtitle=t("As of {moment}", moment=t.instant(standing.at)),
        areas=standing.areas,
        rows=tuple(BoardRow(brief(u.unit), u.cells, u.overdue, u.overdue_days) for u in standing.units[:ROWS]),
        counts=(
            (t("indicators met"), t.number(standing.verdicts.get("met", 0))),
            (t("indicators not met"), t.number(standing.verdicts.get("not met", 0))),
            (t("indicators without data"), t.number(standing.verdicts.get("no data", 0))),
            (t("to file this month"), t.number(standing.asked)),
            (t("filed on time"), t.number(standing.on_time)),
            (overdue, t.number(of_month)),
            *(((before, t.number(standing.earlier)),) if standing.earlier else ()),
            *(((t("without a contact"), t.number(standing.vacant)),) if standing.vacant else ()),
        ),
        legend=lights(t),
        states=states(t),
        overdue_label=t("overdue {{count}} · {{days}} working days"),
        empty=t("Nothing has been given to a department yet."),
        footer=t("Figures in the last row: departments with a “no” there.") if behind else "",
        alarm=late[0] if late else "",
        trend=_trend(standing.trend, t),
        weeks=(t.short_day(standing.trend[0].on), t.short_day(standing.trend[-1].on)) if standing.trend else ("", ""),
        rest=_rest(behind, t) if behind else None,
    )


def lights(t: Translator) -> tuple[str, str, str, str]:
    return t("signed for"), t("on time"), t("proven"), t("meets the target")


def states(t: Translator) -> tuple[str, str, str, str]:
    return t("not due yet"), t("yes"), t("late or in part"), t("no")


def shortened(standing: Standing, t: Translator) -> str | None:
    """The names that the picture shows with …, in full."""
    names = [unit.unit for unit in standing.units[:ROWS] if brief(unit.unit) != unit.unit]
    if not names:
        return None
    more = t("and {n} more", n=len(names) - NAMED) if len(names) > NAMED else ""
    return t("Shortened in the picture: {names}", names=t.items(names[:NAMED])) + more


def _rest(units: tuple[UnitLights, ...], t: Translator) -> Rest:
    columns = zip(*(unit.cells for unit in units), strict=True)
    return Rest(
        unit=t("{n} other departments", n=len(units)),
        bad=tuple(sum(1 for cell in column if cell.bad) for column in columns),
        overdue=sum(unit.overdue for unit in units),
        overdue_days=max(unit.overdue_days for unit in units),
    )


def _trend(weeks: tuple[Week, ...], t: Translator) -> tuple[Spark, ...]:
    if not weeks:
        return ()
    last = weeks[-1]
    share = f"{written(Fraction(last.on_time, last.due), percent=True)}%" if last.due else t("nothing due")
    in_time = tuple(week.on_time / week.due if week.due else None for week in weeks)
    met = tuple(week.met / week.indicators if week.indicators else None for week in weeks)
    return (
        Spark(t("on time this month"), share, in_time),
        Spark(t("indicators met"), f"{last.met}/{last.indicators}", met),
    )
