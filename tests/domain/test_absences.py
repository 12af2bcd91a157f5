"""Who says that he will be away, and from when to when."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.absence import MOST, Away, away, is_said

MONDAY = date(2026, 3, 2)


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("我下周一到周五出差，由B岗代", True),
        ("3月9日至13日请假", True),
        ("我要请假", True),
        ("我明天起休假到下周三，请立案庭庭长代管", True),
        ("下周外出学习，B岗代", True),
        ("我在出差，周五报", False),
        ("我请假了，周五报", False),
        ("应填45人，已填43人，2人请假", False),
        ("组织培训3次，由人大代表参加", False),
        ("开展专题学习，由副院长代为宣讲", False),
        ("我3月9日至13日参加培训，请立案庭庭长代管", True),
        ("3月10日组织全员培训", False),
        ("45 45 0", False),
        ("请延期3天", False),
    ],
)
def test_who_will_be_away_says_so(text: str, said: bool) -> None:
    assert is_said(text) is said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("下周一到周五出差", ("03-09", "03-13")),
        ("3月9日至13日", ("03-09", "03-13")),
        ("3月9日到3月20日", ("03-09", "03-20")),
        ("9日—13日出差", ("03-09", "03-13")),
        ("本周五请假一天", ("03-06", "03-06")),
        ("明天起请假3天", ("03-03", "03-05")),
        ("3月5日", ("03-05", "03-05")),
    ],
)
def test_the_days_of_an_absence(text: str, expected: tuple[str, str]) -> None:
    assert away(text, MONDAY) == Away(*(day(one) for one in expected))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("请假3天", "absence-no-days"),
        ("2月30日到3月3日", "absence-no-days"),
        ("3月9日、3月11日和3月13日", "absence-no-days"),
        ("2026年2月3日到2026年2月5日", "absence-past"),
        ("2026年3月9日到2026年12月1日", "absence-long"),
    ],
)
def test_days_that_cannot_be_are_asked_back(text: str, expected: str) -> None:
    assert away(text, MONDAY) == expected


@given(since=st.integers(0, 150), lasts=st.integers(0, 150))
def test_any_two_days_to_come_are_read_as_they_are(since: int, lasts: int) -> None:
    first = MONDAY + timedelta(days=since)
    last = first + timedelta(days=lasts)
    text = f"{first.year}年{first.month}月{first.day}日到{last.year}年{last.month}月{last.day}日"
    assert away(text, MONDAY) == Away(first, last)
    assert last - first <= MOST
