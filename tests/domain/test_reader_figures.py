"""Figures in whatever words: what is taken, and what is asked back."""

from dataclasses import replace
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reader.figures import Read, read
from tests.domain.figures_wanted import CASES, DAYS, DURATION, FILED, MEDIATED, MEDIATION, RATE, SUCCESS

ALL = (MEDIATED, FILED, CASES, DAYS)
LAST = {MEDIATED: Fraction(512), FILED: Fraction(1604), CASES: Fraction(988), DAYS: Fraction(27664)}


def said(text: str) -> Read:
    return read(text, MEDIATION)


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
        "1️⃣312 2️⃣980 3️⃣600 4️⃣9800",
        "10月数据：312 980 600 9800",
        "诉前调解成功312件，一审立案980件，诉前调解案件600件，诉前调解办理总天数9800天",
        "一审立案980，诉前调解成功312，诉前调解办理总天数9,800，诉前调解案件600",
        "诉前调解成功：312\n一审立案：980\n诉前调解案件：600\n诉前调解办理总天数：9800",
        "诉前调解成功数为312、一审立案数为980、诉前调解案件数为600、诉前调解办理总天数为9800",
        "（1）成功312件（2）立案980件（3）诉前调解600件（4）总天数9800天",
    ],
)
def test_all_at_once_in_their_order_or_by_their_names(text: str) -> None:
    assert said(text).values == dict(zip(ALL, (312, 980, 600, 9800), strict=True))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("一审立案980", {FILED: 980}),
        ("立案980", {FILED: 980}),
        ("更正：一审立案应为981", {FILED: 981}),
        ("诉前调解办理总天数 9800.5", {DAYS: Fraction("9800.5")}),
        ("诉前调解案件600，诉前调解成功312", {CASES: 600, MEDIATED: 312}),
        ("诉前调解600件，其中成功312件", {CASES: 600, MEDIATED: 312}),
        ("600件诉前调解案件里成功了312件", {CASES: 600, MEDIATED: 312}),
        ("成功率52.3%", {SUCCESS.key: Fraction("0.523")}),
        ("成功率五十二点三，平均28天", {SUCCESS.key: Fraction("0.523"), DURATION.key: 28}),
        ("平均用时二十八天半", {DURATION.key: Fraction("28.5")}),
        ("诉前调解600件，成功312件，占52%", {CASES: 600, MEDIATED: 312, SUCCESS.key: Fraction("0.52")}),
        ("312/600，成功率52%", {CASES: 600, MEDIATED: 312, SUCCESS.key: Fraction("0.52")}),
        ("诉前调解成功312件，其中民事300件，行政12件", {MEDIATED: 312}),
    ],
)
def test_some_of_them_by_their_names(text: str, values: dict[str, Fraction]) -> None:
    assert said(text) == Read(values, named=said(text).named)


@pytest.mark.parametrize(
    "beside",
    [
        "成功率52.3%，目标50%", "目标是50%，成功率52.3%", "成功率52.3%（上月51.8%）",
        "上月成功率51.8%，本月成功率52.3%",
        "成功率由51.8%升至52.3%", "成功率51.8%→52.3%", "成功率52.3%，比上月提高0.5个百分点",
        "成功率52.3%，同比增长4.2%",
        "全市成功率48%，我院52.3%", "成功率52.3%，排名全市第3", "成功率没到55%，只有52.3%", "成功率不是51.8%，是52.3%",
        "今年以来成功率51%，10月份52.3%", "截至10月31日24时成功率52.3%", "成功率52.3%，有事打59912345",
        "根据沪高法〔2026〕23号通知，成功率52.3%", "目标：成功率50%；实际：成功率52.3%",
        "9月成功率51.8%，10月成功率52.3%",
        "成功率52.3%（+0.5个百分点）", "2、成功率52.3%", "成功率52.3%，已超过50%的目标",
    ],
)  # fmt: skip
def test_what_stands_beside_a_figure_is_only_mentioned(beside: str) -> None:
    assert said(beside).values == {SUCCESS.key: Fraction("0.523")}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("312", "which"), ("312件", "which"), ("52.3%", "which"), ("312 980", "how-many-figures"),
        ("312 980 600 9800 1", "how-many-figures"), ("约312 980 600 9800", "about"),
        ("诉前调解成功312件左右", "about"), ("成功率50%多", "about"), ("成功率50%-55%", "about"),
        ("成功率>50%", "about"),
        ("成功率不到53%", "about"), ("好像是成功率52%", "about"), ("成功率0.523", "ratio"), ("成功率523%", "over-100"),
        ("一审立案980.5", "not-whole"), ("一审立案980，一审立案981", "same-twice"), ("一审立案是多少？", "question"),
        ("成功率52.3%对吧", "question"), ("成功率52%或者53%", "either"), ("如果不算撤诉，成功率52.3%", "if"),
        ("除去撤诉的，成功率52.3%", "denied"), ("成功率没有达到50%", "denied"), ("预计成功率52.3%", "later"),
        ("9月成功率51.8%", "other-time"), ("去年同期成功率48%，平均30天", "other-time"),
        ("三季度成功率52%", "other-time"),
        ("1-10月成功4870件", "total"), ("今年成功率52.3%", "total"),
        ("诉前调解600件，成功312件，成功率62%", "parts-and-share"),
        ("诉前调解312件，成功600件", "part-over-whole"), ("3.5.1.7 980 600 9800", "not-understood"),
        ("-3 980 600 9800", "not-understood"), ("½ 980 600 9800", "not-understood"), ("没有", "not-understood"),
        ("诉前调解成功312 一审立案", "not-understood"), ("诉前调解成功312，又收20", "which"),
        ("好的，收到", "not-understood"),
        ("民事诉前调解成功312件", "which"), ("浦东法院成功率52.3%", "not-understood"),
        ("成功率提高2.3%", "not-understood"),
        ("成功率50%达标", "not-understood"), ("400+87=487", "not-understood"),
    ],
)  # fmt: skip
def test_what_is_not_certain_is_asked_back(text: str, reason: str) -> None:
    found = said(text)
    assert found.values == {}
    assert found.doubt is not None
    assert found.doubt.reason == reason


@pytest.mark.parametrize(
    ("text", "reason", "likely"),
    [
        ("诉前调解成功4870件", "jump", {MEDIATED: 487}),
        ("诉前调解成功49件", "jump", {MEDIATED: 490}),
        ("成功率0.523", "ratio", {SUCCESS.key: Fraction("0.523")}),
        ("成功率523%", "over-100", {SUCCESS.key: Fraction("0.523")}),
        ("成功率约52%", "about", {SUCCESS.key: Fraction("0.52")}),
        ("9月9日才统计，大概487件诉前调解成功", "about", {MEDIATED: 487}),
        ("52.3%", "which", {SUCCESS.key: Fraction("0.523")}),
    ],
)
def test_a_doubt_offers_what_is_probably_meant(text: str, reason: str, likely: dict[str, Fraction]) -> None:
    found = read(text, replace(MEDIATION, last=LAST))
    assert found.doubt is not None
    assert found.doubt.reason == reason
    assert likely in found.doubt.likely


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("600件，都成功了", {MEDIATED: 600, CASES: 600}),
        ("600件中没有未成功的", {}),
        ("52.3%", {SUCCESS.key: Fraction("0.523")}),
        ("312/600", {MEDIATED: 312, CASES: 600}),
        ("全部调解成功", {SUCCESS.key: 1}),
    ],
)
def test_where_only_one_share_is_wanted(text: str, values: dict[str, Fraction]) -> None:
    assert read(text, RATE).values == values


def test_all_of_what_is_on_record() -> None:
    assert read("全部调解成功", replace(RATE, known={CASES: Fraction(600)})).values == {MEDIATED: 600}


@given(st.lists(st.integers(0, 99_999), min_size=4, max_size=4))
def test_names_in_any_order_say_the_same(numbers: list[int]) -> None:
    mediated, filed, cases, days = numbers
    mediated = min(mediated, cases)
    wanted = dict(zip(ALL, (mediated, filed, cases, days if cases else 0), strict=True))
    if mediated and not filed:
        return  # none of nothing: asked back
    for order in permutations(zip(MEDIATION.wanted, wanted.values(), strict=True)):
        assert said("，".join(f"{q.label}{n}{q.unit}" for q, n in order)).values == wanted
    assert said(" ".join(str(n) for n in wanted.values())).values == wanted
