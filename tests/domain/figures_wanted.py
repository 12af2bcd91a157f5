"""What the tests of the reader of figures ask for."""

from datetime import date
from fractions import Fraction

from domain.cadences import parse_period
from domain.kinds import quantity
from domain.reader.asked import Asked, Demand

MEDIATED, FILED, CASES, DAYS = "诉前调解成功", "一审立案", "诉前调解案件", "诉前调解办理总天数"


def demand(seq: int, name: str, kind: str, unit: str, target: Fraction | None, *parts: str) -> Demand:
    return Demand(seq, name, kind, unit, target, tuple(quantity(part) for part in parts))


def asked(*demands: Demand, **more: object) -> Asked:
    """About October 2026, on 6 November."""
    base = Asked(demands, (), period=parse_period("2026-10"), today=date(2026, 11, 6))
    fields = {"demands": demands, "wanted": base.quantities, "period": base.period, "today": base.today}
    return Asked(**{**fields, **more})  # type: ignore[arg-type]


SUCCESS = demand(2, "诉前调解案件成功率", "rate", "%", Fraction(1, 2), f"{MEDIATED} 件", f"{CASES} 件")
DURATION = demand(4, "诉前调解案件平均办理时长", "mean", "天", Fraction(30), f"{DAYS} 天", f"{CASES} 件")
SHARE = Demand(
    1, "诉前调解成功案件占一审立案数量比", "rate", "%", Fraction(3, 10),
    (quantity(f"{MEDIATED} 件"), quantity(f"{FILED} 件")), whole=False,
)  # fmt: skip
MEDIATION = asked(SHARE, SUCCESS, DURATION)
RATE = asked(SUCCESS)
COUNT = asked(demand(3, "无党员的人民法庭数", "figure", "个", None, "无党员的人民法庭数 个"))
