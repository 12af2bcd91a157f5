"""The board in the reader's language: what the picture shows."""

from bot.translator import Translator
from domain.board import Board, BoardRow
from domain.facts.overview import Standing


def board(standing: Standing, t: Translator, title: str, cut_off: str) -> Board:
    return Board(
        title=title,
        subtitle=t("As of {moment}", moment=cut_off),
        areas=standing.areas,
        rows=tuple(BoardRow(u.unit, u.cells, u.overdue, u.overdue_days) for u in standing.units),
        counts=(
            (t("indicators met"), t.number(standing.verdicts.get("met", 0))),
            (t("indicators without data"), t.number(standing.verdicts.get("no data", 0))),
            (t("to file this month"), t.number(standing.asked)),
            (t("filed on time"), t.number(standing.on_time)),
            (t("overdue"), t.number(standing.overdue)),
        ),
        legend=(t("signed for"), t("on time"), t("proven"), t("meets the target")),
        states=(t("not due yet"), t("yes"), t("late or in part"), t("no")),
        overdue_label=t("overdue {{count}} · {{days}} d"),
    )
