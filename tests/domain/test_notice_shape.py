from datetime import date
from fractions import Fraction

import pytest

from domain.notice import Area, Indicator, Item, Notice, Requirement, Tag


def requirement(tag: Tag) -> Requirement:
    return Requirement(
        1, "成功率", ">=", Fraction(1, 2), "50", "%", tag, "monthly", "month", office_set=False
    )  # fmt: skip


def indicator(code: str) -> Indicator:
    return Indicator(code, "标题", "口径", "立案庭", ("立案庭",), (requirement("N"),))


def test_indicators_come_in_the_order_of_the_notice() -> None:
    first = Area(
        1, "一", "一", (Item("（一）", "甲", (indicator("1.1.1"), indicator("1.1.2"))), Item("（二）", "乙", ()))
    )
    second = Area(2, "二", "二", (Item("（一）", "丙", (indicator("2.1.1"),)),))
    notice = Notice("嘉法发〔2022〕16号", 1, "方案", date(2022, 4, 6), "院", (), (), (first, second))
    assert [found.code for found in notice.indicators] == ["1.1.1", "1.1.2", "2.1.1"]


@pytest.mark.parametrize(
    ("tag", "suggested"),
    [("N", False), ("Z", False), ("D", True), ("B", False), ("R", False), ("X", False), ("T", False)],
)
def test_only_a_figure_inferred_from_wording_is_a_suggestion(tag: Tag, suggested: bool) -> None:
    assert requirement(tag).suggested is suggested
