"""What did not occur, told where figures are asked for: 律师服务平台无超期审核."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from domain.cadences import Period
from domain.patterns import pattern_of
from domain.reader import points as pointed
from domain.reader.asked import Demand
from domain.reader.point_names import Point, named

CLAUSE = pattern_of(r"[^,，;；。!！\n]+[,，;；。!！\n]*")
FIGURE = pattern_of("[0-9０-９零一二两三四五六七八九十]|吧")


def no_events(
    text: str, points: Sequence[Point], demands: Sequence[Demand], today: date, period: Period | None,
    others: Collection[str],
) -> tuple[str, Mapping[str, str]]:  # fmt: skip
    """The text without its clauses that say so, and of which points they do."""
    happenings = [point for point in points if point.shape == "occurrence"]
    counted = "".join(demand.name + "".join(part.label for part in demand.parts) for demand in demands)
    found: dict[str, str] = {}
    rest = ""
    for clause in CLAUSE.findall(text) if happenings else [text]:
        named_there = () if FIGURE.search(clause) else named(clause, happenings)
        mine = [point for point in named_there if _names(clause, point, counted)]
        read = pointed.read(clause, points, mine[0].seq, today, period, others) if len(mine) == 1 else None
        if read and read.doubt is None and dict(read.values) == {mine[0].seq: "nothing"}:
            found[f"#{mine[0].seq}"] = "nothing"
        else:
            rest += clause
    return rest, found


def _names(clause: str, point: Point, counted: str) -> bool:
    """By signs that stand in no name of a figure: 超期 of 律师服务平台超期审核."""
    signs = point.core
    return any(signs[at : at + 4] in clause and signs[at : at + 4] not in counted for at in range(len(signs) - 3))
