from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from domain.dates import Found, find_day
from domain.numbers import level, plain

TODAY = date(2026, 11, 24)  # a Tuesday
DAYS = st.dates(date(2001, 1, 1), date(2090, 12, 31))


def day_of(text: str, today: date = TODAY, *, past: bool = True) -> date | None:
    found = find_day(text, today, past=past)
    assert found is not None
    return found.day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("11月18日", date(2026, 11, 18)), ("11月18号", date(2026, 11, 18)), ("11月18", date(2026, 11, 18)),
        ("11 月 18 日", date(2026, 11, 18)), ("十一月十八日", date(2026, 11, 18)), ("十月廿三日", date(2026, 10, 23)),
        ("2026年11月18日", date(2026, 11, 18)), ("二〇二六年十一月十八日", date(2026, 11, 18)),
        ("2026.11.18", date(2026, 11, 18)), ("2026-11-18", date(2026, 11, 18)), ("2026/11/8", date(2026, 11, 8)),
        ("25年11月18日", date(2025, 11, 18)), ("去年11月18日", date(2025, 11, 18)), ("今年3月5日", date(2026, 3, 5)),
        ("11-18", date(2026, 11, 18)), ("11.18", date(2026, 11, 18)), ("11/18", date(2026, 11, 18)),
        ("上月18日", date(2026, 10, 18)), ("上个月18号", date(2026, 10, 18)), ("本月5号", date(2026, 11, 5)),
        ("本月30号", date(2026, 11, 30)), ("18号", date(2026, 11, 18)), ("30号", date(2026, 10, 30)), ("24号", TODAY),
        ("上周日", date(2026, 11, 22)), ("上周天", date(2026, 11, 22)), ("上周一", date(2026, 11, 16)),
        ("上上周五", date(2026, 11, 13)), ("周三", date(2026, 11, 18)), ("周二", date(2026, 11, 24)),
        ("星期日", date(2026, 11, 22)), ("礼拜一", date(2026, 11, 23)), ("本周五", date(2026, 11, 27)),
        ("上个星期三", date(2026, 11, 18)), ("昨天", date(2026, 11, 23)), ("昨晚", date(2026, 11, 23)),
        ("前天", date(2026, 11, 22)), ("大前天", date(2026, 11, 21)), ("今天", TODAY), ("明天", date(2026, 11, 25)),
        ("后天", date(2026, 11, 26)), ("大后天", date(2026, 11, 27)), ("12月3日", date(2026, 12, 3)),
        ("11月18日（周三）", date(2026, 11, 18)), ("11月18日周三", date(2026, 11, 18)),
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(text: str, day: date) -> None:
    assert day_of(text) == day
    assert day_of(level(f"我们{text}开的会")) == day


@pytest.mark.parametrize(
    "text",
    ["2月30日", "11月31日", "13月1日", "2026-02-29", "0月5日", "11月0日", "二月三十日", "32号", "11月18日（周四）",
     "二五年11月18日", "9999年99月99日"],
)  # fmt: skip
def test_a_day_that_does_not_exist_is_said_to_be_none(text: str) -> None:
    assert day_of(text) is None


def test_last_month_has_only_the_days_it_has() -> None:
    assert day_of("上月31日", date(2026, 12, 2)) is None
    assert day_of("上月31日", date(2026, 11, 24)) == date(2026, 10, 31)


@pytest.mark.parametrize(
    "text",
    ["", "开了", "2026年11月", "11月", "增长2.5个百分点", "2.5倍", "52.3%", "11月2次", "嘉法发〔2022〕16号", "第3号",
     "3号楼", "5日内", "每周三", "两周一次", "以前天天学", "45 45 2", "2026", "1.2.3.4", "三季度", "2026.11"],
)  # fmt: skip
def test_what_names_no_day_is_not_taken_for_one(text: str) -> None:
    assert find_day(text, TODAY, past=True) is None


@pytest.mark.parametrize(
    ("text", "day", "written"),
    [
        ("增长2.5，11月18日召开", date(2026, 11, 18), "11月18日"),
        ("2.5和3.4，上周三开的", date(2026, 11, 18), "上周三"),
        ("上周三研究11月2日的案件", date(2026, 11, 18), "上周三"),
        ("2026年11月18日，12月3日前整改", date(2026, 11, 18), "2026年11月18日"),
        ("学习〔2022〕16号文件，18号召开", date(2026, 11, 18), "18号"),
        ("会议11月18日（星期三）下午", date(2026, 11, 18), "11月18日（星期三）"),
    ],
)
def test_the_first_real_day_of_a_text_is_found_where_it_stands(text: str, day: date, written: str) -> None:
    start = text.index(written)
    assert find_day(text, TODAY, past=True) == Found(day, written, start, start + len(written))


@pytest.mark.parametrize(
    ("text", "today", "past", "day"),
    [
        ("11月18日", date(2027, 1, 5), True, date(2026, 11, 18)),
        ("3月5日", date(2026, 11, 24), True, date(2026, 3, 5)),
        ("3月5日", date(2026, 11, 24), False, date(2027, 3, 5)),
        ("1月3日", date(2026, 12, 30), False, date(2027, 1, 3)),
        ("12月30日", date(2026, 11, 24), False, date(2026, 12, 30)),
        ("2月29日", date(2025, 1, 10), True, date(2024, 2, 29)),
        ("18号", date(2026, 12, 2), True, date(2026, 11, 18)),
        ("18号", date(2026, 11, 24), False, date(2026, 12, 18)),
        ("5号", date(2027, 1, 3), True, date(2026, 12, 5)),
        ("周三", date(2026, 11, 27), False, date(2026, 12, 2)),
        ("周二", TODAY, False, TODAY),
        ("24号", TODAY, False, TODAY),
        ("周日", date(2026, 11, 24), False, date(2026, 11, 29)),
        ("下周三", date(2026, 11, 24), False, date(2026, 12, 2)),
        ("下月3号", date(2026, 12, 24), False, date(2027, 1, 3)),
    ],
)
def test_what_is_left_out_is_filled_in_from_the_side_that_is_asked_about(
    text: str, today: date, past: bool, day: date
) -> None:
    assert day_of(text, today, past=past) == day


@given(DAYS, DAYS, st.sampled_from(["{0.year}年{0.month}月{0.day}日", "{0.year}-{0.month}-{0.day}", "{0:%Y.%m.%d}"]))
def test_a_whole_date_means_itself_on_whatever_day(day: date, today: date, form: str) -> None:
    assert day_of(form.format(day), today) == day
    assert day_of(form.format(day), today, past=False) == day


@given(DAYS, st.integers(-150, 150), st.booleans())
def test_month_and_day_mean_the_near_one(today: date, distance: int, past: bool) -> None:
    day = today + timedelta(days=distance)
    same_year = day.year == today.year or (distance < 0 if past else distance > 0)
    if same_year and (day.month, day.day) != (2, 29):
        assert day_of(f"{day.month}月{day.day}日", today, past=past) == day


@given(DAYS, st.sampled_from("一二三四五六日"))
def test_a_weekday_in_the_past_is_within_the_last_seven_days(today: date, name: str) -> None:
    day = day_of(f"周{name}", today)
    assert day is not None
    assert timedelta(0) <= today - day < timedelta(days=7)
    assert "一二三四五六日"[day.weekday()] == name


@given(DAYS, st.integers(1, 28))
def test_a_day_of_last_month_is_in_last_month(today: date, number: int) -> None:
    assert day_of(f"上月{number}日", today) == (today - relativedelta(months=1)).replace(day=number)


PIECES = st.sampled_from(
    ["11", "18", "2", "30", "2026", "月", "日", "号", "年", ".", "-", "/", "上", "下", "本", "周", "三", "天", "十",
     "廿", "〇", "昨", "前", "（", "）", "个", "去", "今", "星期", " "]
)  # fmt: skip


@given(st.text() | st.lists(PIECES, max_size=12).map("".join), DAYS, st.booleans())
def test_no_text_is_too_odd_to_be_searched_for_a_day(text: str, today: date, past: bool) -> None:
    for form in (plain(text), level(text), text):
        found = find_day(form, today, past=past)
        assert found is None or form[found.start : found.end] == found.written != ""
