"""What did not occur or is in place, told where figures are asked for: 律师服务平台无超期审核, 绿色服务窗口已开通."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from domain.cadences import Period
from domain.patterns import pattern_of
from domain.reader import points as pointed
from domain.reader.asked import Demand, Value
from domain.reader.point_names import Point, named

CLAUSE = pattern_of(r"[^,，;；。!！\n]+[,，;；。!！\n]*")
FIGURE = pattern_of("[0-9０-９零一二两三四五六七八九十]|吧")


def no_events(
    text: str, points: Sequence[Point], demands: Sequence[Demand], today: date, period: Period | None,
    others: Collection[str],
) -> tuple[str, Mapping[str, Value]]:  # fmt: skip
    """The text without its clauses that say so, and of which points they do."""
    told = [point for point in points if point.shape in ("occurrence", "yes")]
    counted = "".join(demand.name + "".join(part.label for part in demand.parts) for demand in demands)
    found: dict[str, Value] = {}
    rest = ""
    for clause in CLAUSE.findall(text) if told else [text]:
        mine = [] if FIGURE.search(clause) else [point for point in told if _names(clause, point, counted)]
        mine = [point for point in named(clause, told) if point in mine] if mine else []
        read = pointed.read(clause, points, mine[0].seq, today, period, others) if mine else None
        if read and read.doubt is None and _is_of_these(read.values, mine):
            found |= {f"#{seq}": value for seq, value in read.values.items()}
        else:
            rest += clause
    return rest, found


def _is_of_these(values: Mapping[int, Value], mine: Sequence[Point]) -> bool:
    """Nothing occurred, or each of them is in place or not."""
    are_states = all(value == "nothing" or isinstance(value, bool) for value in values.values())
    return are_states and set(values) == {point.seq for point in mine}


def _names(clause: str, point: Point, counted: str) -> bool:
    """By signs that stand in no name of a figure: 超期 of 律师服务平台超期审核."""
    signs = point.core
    return any(signs[at : at + 4] in clause and signs[at : at + 4] not in counted for at in range(len(signs) - 3))
