"""What is a figure and nothing else, and which of the open quantities it may be."""

from fractions import Fraction

import pytest

from domain.kinds import Quantity, quantity
from domain.reader import bare

OPEN: tuple[Quantity, ...] = (quantity("一审立案 件"), quantity("调解人员 人"), quantity("执行到位金额 万元"))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("487", 487, ""), (" 1,096件。", 1096, "件"), ("４８７", 487, ""), ("四百八十七", 487, ""), ("20 人", 20, "人")],
)
def test_a_figure_alone(text: str, value: int, unit: str) -> None:
    found = bare.figure(text)
    assert found is not None
    assert found.value == value
    assert found.unit == unit


@pytest.mark.parametrize(
    "text", ["", "487 1096", "一审立案487", "487左右", "约487", "52.3%", "-3", "487？", "11月3日", "3/16", "487件吧"]
)
def test_anything_else_is_none(text: str) -> None:
    assert bare.figure(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("487", {"一审立案": Fraction(487), "调解人员": Fraction(487), "执行到位金额": Fraction(487)}),
        ("20人", {"调解人员": Fraction(20)}),
        ("20.5", {"执行到位金额": Fraction(41, 2)}),
        ("3000000元", {"执行到位金额": Fraction(300)}),
    ],
)
def test_it_may_be_whatever_is_open_in_its_measure(text: str, found: dict[str, Fraction]) -> None:
    amount = bare.figure(text)
    assert amount is not None
    assert [dict(one) for one in bare.readings(amount, OPEN)] == [{label: value} for label, value in found.items()]
