"""One checkable demand as it was read from the words of an indicator."""

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Literal

from domain.kinds import KindName
from domain.notice import Op, Tag


@dataclass(frozen=True)
class Alternative:
    """Another reading of a demand: in words for a button, and what it sets; where it sets nothing it is no demand."""

    words: str
    changes: tuple[tuple[str, object], ...] = ()

    def of(self, demand: "Demand") -> "Demand | None":
        if not self.changes:
            return None
        return replace(demand, doubt="", alternatives=(), **dict(self.changes))  # type: ignore[arg-type]


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
    alternatives: tuple[Alternative, ...] = ()  # the one in force is not among them
    soft: bool = False  # a direction to work in: a miss is for a person to judge
    none: Literal["undecided", "not applicable"] = "undecided"  # the verdict where nothing of the kind arose
