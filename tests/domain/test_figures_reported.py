from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.figures import Figures, before, read, shares, value, written
from domain.kinds import quantity

PARTS = ("诉前调解成功 件", "一审立案 件", "诉前调解案件 件", "诉前调解办理总天数 天")
ASKED = [quantity(part) for part in PARTS]
ONE, TWO, THREE, FOUR = (q.label for q in ASKED)


def said(text: str, asked: int = 4) -> Figures | str:
    return read(text, ASKED[:asked], ASKED)


@pytest.mark.parametrize(
    "text",
    [
        "312 980 600 9800",
        "312、980、600、9800",
        "312，980，600，9800",
        "312件 980件 600件 9800天",
        "３１２ ９８０ ６００ ９８００",
        "三百一十二、九百八十、六百、九千八百",
        "1、312\n2、980\n3、600\n4、9800",
        "1. 312 2. 980 3. 600 4. 9800",
        "①312②980③600④9800",
        "11月数据：312 980 600 9800",
        "诉前调解成功312件，一审立案980件，诉前调解案件600件，诉前调解办理总天数9800天",
        "一审立案980，诉前调解成功312，诉前调解办理总天数9,800，诉前调解案件600",
        "诉前调解成功：312\n一审立案：980\n诉前调解案件：600\n诉前调解办理总天数：9800",
        "诉前调解成功数为312、一审立案数为980、诉前调解案件数为600、诉前调解办理总天数为9800",
    ],
)
def test_all_at_once_in_their_order_or_by_their_names(text: str) -> None:
    wanted: Figures = {ONE: Fraction(312), TWO: Fraction(980), THREE: Fraction(600), FOUR: Fraction(9800)}
    assert said(text) == wanted


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("312", {ONE: 312}),
        ("312件", {ONE: 312}),
        ("0", {ONE: 0}),
        ("一审立案980", {TWO: 980}),
        ("更正：一审立案应为981", {TWO: 981}),
        ("诉前调解办理总天数 9800.5", {FOUR: Fraction(19601, 2)}),
        ("诉前调解案件600，诉前调解成功312", {THREE: 600, ONE: 312}),
    ],
)
def test_one_after_the_other(text: str, figures: Figures) -> None:
    assert said(text) == figures


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("52.3%", "percent"),
        ("百分之五十二", "percent"),
        ("诉前调解成功率52%", "percent"),
        ("约312", "about"),
        ("312左右", "about"),
        ("300多", "about"),
        ("312 980", "how-many-figures"),
        ("312 980 600 9800 1", "how-many-figures"),
        ("312.5", "not-whole"),
        ("一审立案980.5", "not-whole"),
        ("一审立案980，一审立案981", "same-twice"),
        ("3.5万 980 600 9800", "not-understood"),
        ("-3 980 600 9800", "not-understood"),
        ("½ 980 600 9800", "not-understood"),
        ("一审立案是多少？", "not-understood"),
        ("没有", "not-understood"),
        ("诉前调解成功312 一审立案", "not-understood"),  # a name without its figure
        ("诉前调解成功312，另有5件", "not-understood"),  # a figure without a name
        ("上月312，本月320", "not-understood"),
        ("好的，收到", "not-understood"),
        ("诉前调解成功率 12", "not-understood"),  # a rate is no count
    ],
)
def test_what_is_not_certain_is_asked_again(text: str, problem: str) -> None:
    assert said(text) == problem


def test_marks_of_a_list_are_no_part_of_its_figures() -> None:
    twelve: Figures = {ONE: Fraction(12), TWO: Fraction(34), THREE: Fraction(56), FOUR: Fraction(78)}
    assert said("①12 ②34 ③56 ④78") == twelve
    one: Figures = {ONE: Fraction(34)}
    assert said("② 34", asked=1) == one


@given(st.lists(st.integers(0, 99_999), min_size=4, max_size=4))
def test_names_in_any_order_say_the_same(numbers: list[int]) -> None:
    wanted: Figures = {q.label: Fraction(n) for q, n in zip(ASKED, numbers, strict=True)}
    for order in permutations(zip(ASKED, numbers, strict=True)):
        assert said("，".join(f"{q.label}{n}{q.unit}" for q, n in order)) == wanted
    assert said(" ".join(str(n) for n in numbers)) == wanted


@pytest.mark.parametrize(
    ("kind", "parts", "now", "then"),
    [
        ("rate", (312, 980), Fraction(312, 980), None),
        ("rate", (0, 0), None, None),  # of nothing there is no share
        ("mean", (9800, 600), Fraction(49, 3), None),
        ("mean", (100, 10, 300, 10), Fraction(20), None),  # pooled, not the mean of the means
        ("all", (45, 45), Fraction(1), None),
        ("figure", (3,), Fraction(3), None),
        ("trend", (5, 4), Fraction(5), Fraction(4)),
        ("trend", (8, 10, 7, 10), Fraction(4, 5), Fraction(7, 10)),
        ("trend", (8, 10, 0, 0), Fraction(4, 5), None),
        ("growth", (90, 100, 80), Fraction(-1, 10), Fraction(1, 4)),
        ("growth", (90, 0, 80), None, Fraction(-1)),
    ],
)
def test_what_the_parts_make(kind: str, parts: tuple[int, ...], now: Fraction | None, then: Fraction | None) -> None:
    exact = [Fraction(part) for part in parts]
    assert (value(kind, exact), before(kind, exact)) == (now, then)


def test_each_sort_has_a_share_of_its_own() -> None:
    assert shares([Fraction(n) for n in (100, 10, 300, 10)]) == (Fraction(10), Fraction(30))
    assert shares([Fraction(n) for n in (100, 10, 0, 0)]) == (Fraction(10),)


@pytest.mark.parametrize(
    ("number", "percent", "text"),
    [
        (Fraction(3, 10), True, "30"),
        (Fraction(299_999, 1_000_000), True, "29.99"),  # never rounded up to the target
        (Fraction(1, 3), True, "33.33"),
        (Fraction(-561, 10_000), True, "-5.61"),
        (Fraction(-1, 10**9), True, "0"),
        (Fraction(30), False, "30"),
        (Fraction(5999, 200), False, "29.99"),
        (Fraction(5, 2), False, "2.5"),
    ],
)
def test_figures_are_cut_and_never_rounded(number: Fraction, percent: bool, text: str) -> None:
    assert written(number, percent=percent) == text
