"""What a figure counts by what stands beside it: a part in one breath, what is lacking, a difference, a correction."""

from fractions import Fraction

import pytest

from domain.reader.asked import Asked
from domain.reader.figures import read
from tests.domain.figures_wanted import asked, demand

IN_TIME, DUE, SOLVED = "期限内办结的信访案件", "期限内应办结的信访案件", "期限内实质化解的信访案件"
WAS_SOLVED, WAS_DUE = "上年同期期限内实质化解的信访案件", "上年同期期限内应办结的信访案件"
LETTERS = asked(
    demand(1, "信访案件期限内办结率", "rate", "%", Fraction(9, 10), f"{IN_TIME} 件", f"{DUE} 件"),
    demand(
        2, "期限内实质化解率", "trend", "同比", None, f"{SOLVED} 件", f"{DUE} 件", f"{WAS_SOLVED} 件", f"{WAS_DUE} 件"
    ),
)
NOW, YEAR_AGO, TWO_YEARS_AGO = "一审收案", "上年同月一审收案", "前年同月一审收案"
FILINGS = asked(
    demand(1, "一审收案数量同比增幅", "growth", "上年同期", None, f"{NOW} 件", f"{YEAR_AGO} 件", f"{TWO_YEARS_AGO} 件")
)
PASSED, CHECKED = "合格的终本案件", "核查的终本案件"
CHECKS = asked(demand(1, "无财产可供执行案件终本合格率", "rate", "%", Fraction(1), f"{PASSED} 件", f"{CHECKED} 件"))
STAFF, MORE, FILED = "调解人员", "调解员增加人数", "上年度民事一审收案"
MEDIATORS = asked(
    demand(5, "调解人员人均月调解案件", "mean", "件/人·月", None, "诉前调解案件 件", f"{STAFF} 人"),
    demand(6, "调解员增幅与上年度民事一审收案比", "rate", "%", None, f"{MORE} 人", f"{FILED} 件"),
)


@pytest.mark.parametrize(
    ("text", "of", "values"),
    [
        ("45件该办的办了43件，化解29件", LETTERS, {DUE: 45, IN_TIME: 43, SOLVED: 29}),
        ("47件化解32件，去年42件化解27件", LETTERS, {DUE: 47, SOLVED: 32, WAS_DUE: 42, WAS_SOLVED: 27}),
        ("信访45/47，化解32，去年27/42", LETTERS, {IN_TIME: 45, DUE: 47, SOLVED: 32, WAS_SOLVED: 27, WAS_DUE: 42}),
        ("信访案件47件都按期办了，化解33", LETTERS, {DUE: 47, IN_TIME: 47, SOLVED: 33}),
        ("信访47件，超期2件", LETTERS, {DUE: 47, IN_TIME: 45}),
        ("昨天报的化解32件错了，应该是23件", LETTERS, {SOLVED: 23}),
        ("47件办了45件，还有32件在化解", LETTERS, {DUE: 47, IN_TIME: 45}),
        ("收1487 去年1550 前年1466", FILINGS, {NOW: 1487, YEAR_AGO: 1550, TWO_YEARS_AGO: 1466}),
        ("收案1487件，比去年多63件，比前年多120件", FILINGS, {NOW: 1487, YEAR_AGO: 1424, TWO_YEARS_AGO: 1367}),
        ("一审收案1487件，环比减少63件", FILINGS, {NOW: 1487}),
        ("一审收案1487件，啊说错了，1478件", FILINGS, {NOW: 1478}),
        ("196件里2件不合格", CHECKS, {CHECKED: 196, PASSED: 194}),
        ("抽了196件终本，194件没问题", CHECKS, {CHECKED: 196, PASSED: 194}),
        ("200件一件不合格的都没有", CHECKS, {CHECKED: 200, PASSED: 200}),
        ("在册调解员94人，较上年增加12人", MEDIATORS, {STAFF: 94, MORE: 12}),
        ("调解员94人，其中去年增加12人", MEDIATORS, {STAFF: 94}),
        ("调解员94人，书记员比去年增加3人", MEDIATORS, {STAFF: 94}),
    ],
)
def test_each_is_taken_for_what_it_is(text: str, of: Asked, values: dict[str, Fraction]) -> None:
    heard = read(text, of)
    assert heard.doubt is None
    assert heard.values == values


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("全市47件化解32件", LETTERS),
        ("47件要化解32件", LETTERS),
        ("47件里32件正在化解", LETTERS),
        ("前年52件化解27件", LETTERS),
        ("涉企信访12件化解9件", LETTERS),
        ("昨天报的化解32件没错", LETTERS),
        ("一审结1487 去年1550 前年1466", FILINGS),
        ("比去年少26件", FILINGS),
        ("196件过了一遍", CHECKS),
        ("200件都通过了合议庭评议", CHECKS),
        ("调解员从82人增加到94人", MEDIATORS),
    ],
)
def test_what_may_be_of_others_or_is_still_to_come_is_asked_back(text: str, of: Asked) -> None:
    assert read(text, of).doubt
