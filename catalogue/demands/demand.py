"""One checkable demand as it was read from the words of an indicator."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from domain.kinds import KindName
from domain.notice import Op, Tag


@dataclass(frozen=True)
class Demand:
    """As domain.notice.Requirement says it, before codes, cadences and people are known."""

    name: str  # what is demanded: 诉前调解案件成功率
    op: Op
    value: Fraction | None  # 100 % is Fraction(1), None where the target is no number
    target: str  # as compared: "100", "2.5", "前列", "全国法院平均值", "是"
    unit: str  # "%", "件", "次/年", "天", "全市法院" of a rank, "同比" of a trend, "是否"
    tag: Tag
    kind: KindName
    source: str  # the phrase of the text that says so, letter by letter
    period: str = ""  # month, quarter, half-year, year, once, continuous; empty where the words do not say
    deadline: date | None = None
    doubt: str = ""  # why the reading is uncertain, one sentence in Chinese; empty where it is certain
    alternatives: tuple[str, ...] = ()  # other readings, in words for a button; the one in force is not among them
