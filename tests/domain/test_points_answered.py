from datetime import date

import pytest

from domain.answers import Occurrence, Rank, read_day, read_occurrence, read_rank
from domain.reader import points
from domain.reader.point_names import Point, Shape

TODAY = date(2026, 11, 23)


def read(text: str, name: str, shape: Shape) -> object:
    """The answer to an indicator's only point, or the reason why there is none."""
    found = points.read(text, (Point(1, name, shape),), 1, TODAY)
    return found.doubt.reason if found.doubt else found.values[1]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("是", True), ("已落实", True), ("有", True), ("已建立。", True), ("已开通", True), ("落实了", True),
        ("否", False), ("没有", False), ("未落实", False), ("还没有", False), ("尚未建立", False),
        ("不知道", "about"), ("下周落实", "about"), ("有的落实了有的没有", "about"), ("45", "not-understood"),
        ("已完成并上报", "not-understood"), ("方案已印发", "not-understood"), ("学习台账已建立", "not-understood"),
        ("功能建立情况已上报", "not-understood"), ("区里的功能已建立", "not-understood"),
    ],
)  # fmt: skip
def test_in_place_or_not(text: str, answer: bool | str) -> None:
    assert read(text, "网上阅卷功能建立并落实", "yes") == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("无", "nothing"), ("没有", "nothing"), ("零报告", "nothing"), ("本期无此类情形", "nothing"),
        ("未发生", "nothing"), ("没有发生此类问题", "nothing"), ("0", "nothing"),
        ("有", "occurrence-day"), ("1件", "occurrence-day"), ("没有查实的有2件", "not-understood"), ("不清楚", "about"),
    ],
)  # fmt: skip
def test_nothing_is_said_in_so_many_words(text: str, answer: str) -> None:
    assert read(text, "网上立案超期审核", "occurrence") == answer


@pytest.mark.parametrize(
    ("text", "occurrence"),
    [
        ("11月3日 超期审核 2件", Occurrence(date(2026, 11, 3), 2, "超期审核")),
        ("2件超期审核，11月3日", Occurrence(date(2026, 11, 3), 2, "超期审核")),
        ("昨天发生1起冷硬横推投诉", Occurrence(date(2026, 11, 22), 1, "冷硬横推投诉")),
        ("11月3日下午三点半 超期审核 2件", Occurrence(date(2026, 11, 3), 2, "超期审核")),
        ("昨晚9:30，超期审核 2件", Occurrence(date(2026, 11, 22), 2, "超期审核")),
        ("三天前 超期审核 2件", Occurrence(date(2026, 11, 20), 2, "超期审核")),
        ("国庆当天发生1起庭审迟到", Occurrence(date(2026, 10, 1), 1, "庭审迟到")),
        ("10月8日，庭审迟到，一起", Occurrence(date(2026, 10, 8), 1, "庭审迟到")),
    ],
)
def test_what_happened(text: str, occurrence: Occurrence) -> None:
    assert read_occurrence(text, TODAY) == occurrence


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("超期审核 2件", "occurrence-day"),
        ("12月3日 超期审核 2件", "not-yet"),
        ("2月30日 超期审核 2件", "no-such-day"),
        ("上月底 超期审核 2件", "about-day"),
        ("前几天 超期审核 2件", "occurrence-day"),
        ("11月3日 超期审核", "occurrence-count"),
        ("11月3日 超期审核 2件 退回 1件", "occurrence-count"),
        ("11月3日 2件", "occurrence-what"),
    ],
)
def test_what_is_missing_is_asked_for(text: str, problem: str) -> None:
    assert read_occurrence(text, TODAY) == problem


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("第3名，共16家，高院2026年质效通报", Rank(3, 16, "高院2026年质效通报")),
        ("3/16 高院通报", Rank(3, 16, "高院通报")),
        ("第一名 共18家法院 市高院排名文件", Rank(1, 18, "市高院排名文件")),
        ("全市16家法院中列第3位，高院通报", Rank(3, 16, "高院通报")),
        ("第17名，共16家，高院通报", "rank-out-of-field"),
        ("第3名，高院通报", Rank(3, None, "高院通报")),
        ("名列前茅", "not-understood"),
        ("第3名，共16家", Rank(3, 16)),
    ],
)
def test_a_rank_is_read_part_by_part(text: str, rank: Rank | str) -> None:
    assert read_rank(text) == rank


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021年6月18日", date(2021, 6, 18)),
        ("6月18日", date(2026, 6, 18)),
        ("明年1月1日", "not-yet"),
        ("2021年2月30日", "no-such-day"),
        ("已成立", "not-understood"),
        ("去年年底", "about-day"),
        ("两周前", "about-day"),
        ("昨天下午", date(2026, 11, 22)),
    ],
)
def test_the_day_on_which_something_was_done(text: str, day: date | str) -> None:
    assert read_day(text, TODAY) == day
