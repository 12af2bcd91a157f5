from collections.abc import Callable
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Calendar
from domain.dates import MANY, Found, find_day, find_days
from domain.feasts import FIRST_YEAR, MOVING, feast_day
from domain.numbers import level, plain

TODAY = date(2026, 11, 24)  # a Tuesday
DAYS = st.dates(date(2001, 1, 1), date(2090, 12, 31))


def named(text: str, today: date = TODAY, *, past: bool = True) -> Found:
    found = find_day(level(text), today, past=past)
    assert found is not None
    return found


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
        ("这周三", date(2026, 11, 25)), ("上上周三", date(2026, 11, 11)), ("下下周三", date(2026, 12, 9)),
        ("上周周三", date(2026, 11, 18)), ("上周的星期三", date(2026, 11, 18)), ("上一周周五", date(2026, 11, 20)),
        ("三天前", date(2026, 11, 21)), ("3天前", date(2026, 11, 21)), ("十天之前", date(2026, 11, 14)),
        ("两天以前", date(2026, 11, 22)), ("十五天前", date(2026, 11, 9)), ("昨夜", date(2026, 11, 23)),
        ("廿三日", date(2026, 11, 23)), ("二十三号", date(2026, 11, 23)), ("卅日", date(2026, 10, 30)),
        ("二〇二六年十一月三日", date(2026, 11, 3)), ("二零二六年十一月廿三日", date(2026, 11, 23)),
        ("20261103", date(2026, 11, 3)), ("2026.11.3", date(2026, 11, 3)), ("11/3", date(2026, 11, 3)),
        ("11-3", date(2026, 11, 3)), ("明早", date(2026, 11, 25)), ("明日", date(2026, 11, 25)),
        ("下下月3号", date(2027, 1, 3)), ("２０２６年１１月３日", date(2026, 11, 3)),
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(text: str, day: date) -> None:
    assert day_of(level(text)) == day
    assert day_of(level(f"我们{text}开的会")) == day


@pytest.mark.parametrize(
    "text",
    ["2月30日", "11月31日", "13月1日", "2026-02-29", "0月5日", "11月0日", "二月三十日", "32号", "11月18日（周四）",
     "9999年99月99日", "20260230", "20261131", "昨天（周五）", "2026.2.29", "下月31号周日"],
)  # fmt: skip
def test_a_day_that_does_not_exist_is_said_to_be_none(text: str) -> None:
    assert day_of(text) is None


def test_last_month_has_only_the_days_it_has() -> None:
    assert day_of("上月31日", date(2026, 12, 2)) is None
    assert day_of("上月31日", date(2026, 11, 24)) == date(2026, 10, 31)


@pytest.mark.parametrize(
    "text",
    ["", "开了", "2026年11月", "11月", "增长2.5个百分点", "2.5倍", "52.3%", "11月2次", "嘉法发〔2022〕16号", "第3号",
     "3号楼", "5日内", "每周三", "两周一次", "以前天天学", "45 45 2", "2026", "1.2.3.4", "三季度", "2026.11", "上周",
     "本周", "上个月", "前几天", "最近", "近日", "三四天前",
     "几天前", "十来天前", "每三天前后", "光明日报", "今日头条", "目前天气", "今后天气", "以后天天学", "嘉20261103号",
     "20261103元", "120261103", "隔周三", "逢周一", "国庆安保", "庆祝国庆", "中秋、国庆双节", "政治清明", "劳动",
     "春节慰问",
     "二〇五一", "十月中国", "年初步", "每月底", "青年底层", "上半年", "10月份", "初中三年级"],
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
    ("text", "today", "day"),
    [
        ("上月底", TODAY, date(2026, 10, 31)), ("上月末", TODAY, date(2026, 10, 31)),
        ("上个月底", TODAY, date(2026, 10, 31)),
        ("上月底", date(2026, 3, 31), date(2026, 2, 28)), ("上月底", date(2028, 3, 1), date(2028, 2, 29)),
        ("上月底", date(2027, 1, 4), date(2026, 12, 31)), ("上上个月底", TODAY, date(2026, 9, 30)),
        ("月底", TODAY, date(2026, 10, 31)), ("月末", date(2026, 10, 31), date(2026, 10, 31)),
        ("年底", TODAY, date(2025, 12, 31)), ("年底", date(2026, 12, 31), date(2026, 12, 31)),
        ("去年年底", TODAY, date(2025, 12, 31)), ("去年底", TODAY, date(2025, 12, 31)),
        ("2024年末", TODAY, date(2024, 12, 31)),
        ("年初", TODAY, date(2026, 1, 1)), ("月初", TODAY, date(2026, 11, 1)), ("上月初", TODAY, date(2026, 10, 1)),
        ("上旬", TODAY, date(2026, 11, 10)), ("中旬", TODAY, date(2026, 11, 20)), ("下旬", TODAY, TODAY),
        ("中旬", date(2026, 11, 9), date(2026, 10, 20)), ("本月中旬", TODAY, date(2026, 11, 20)),
        ("10月下旬", TODAY, date(2026, 10, 31)), ("2月下旬", date(2028, 4, 1), date(2028, 2, 29)),
        ("10月份上旬", TODAY, date(2026, 10, 10)), ("10月底", TODAY, date(2026, 10, 31)),
        ("１０月底", TODAY, date(2026, 10, 31)),
        ("去年10月底", TODAY, date(2025, 10, 31)), ("二季度末", TODAY, date(2026, 6, 30)),
        ("第3季度底", TODAY, date(2026, 9, 30)),
        ("上季度末", TODAY, date(2026, 9, 30)), ("一季度初", TODAY, date(2026, 1, 1)),
        ("上半年末", TODAY, date(2026, 6, 30)),
        ("去年下半年底", TODAY, date(2025, 12, 31)), ("月中", TODAY, date(2026, 11, 15)),
        ("今年年中", TODAY, date(2026, 6, 30)),
        ("上周末", TODAY, date(2026, 11, 22)), ("周末", TODAY, date(2026, 11, 22)),
        ("周末", date(2026, 11, 28), date(2026, 11, 28)),
        ("两周前", TODAY, date(2026, 11, 10)), ("三个星期前", TODAY, date(2026, 11, 3)),
        ("两个月前", TODAY, date(2026, 9, 24)),
        ("半个月前", TODAY, date(2026, 11, 9)), ("半年前", TODAY, date(2026, 5, 24)),
        ("一年前", TODAY, date(2025, 11, 24)),
        ("上个月的今天", TODAY, date(2026, 10, 24)), ("上个月的今天", date(2026, 3, 31), None),
        ("去年今天", TODAY, date(2025, 11, 24)),
        ("春节前", TODAY, date(2026, 2, 16)), ("国庆期间", TODAY, date(2026, 10, 1)), ("国庆节后", TODAY, None),
        ("2040年春节", TODAY, None), ("元旦假期", TODAY, date(2026, 1, 1)),
    ],
)  # fmt: skip
def test_what_is_only_near_a_day_is_a_proposal(text: str, today: date, day: date | None) -> None:
    found = named(text, today)
    assert (found.day, found.about) == (day, True)
    assert named(f"是{text}开的", today).about


@pytest.mark.parametrize(
    ("text", "today", "past", "day"),
    [
        ("国庆节", TODAY, True, date(2026, 10, 1)), ("国庆", TODAY, True, date(2026, 10, 1)),
        ("国庆当天", TODAY, True, date(2026, 10, 1)), ("国庆节", date(2026, 10, 1), True, date(2026, 10, 1)),
        ("国庆节", date(2026, 9, 30), True, date(2025, 10, 1)), ("国庆节", date(2026, 9, 30), False, date(2026, 10, 1)),
        ("元旦", TODAY, True, date(2026, 1, 1)), ("元旦", TODAY, False, date(2027, 1, 1)),
        ("五一", TODAY, True, date(2026, 5, 1)),
        ("劳动节", TODAY, True, date(2026, 5, 1)), ("春节", TODAY, True, date(2026, 2, 17)),
        ("春节", date(2026, 2, 16), True, date(2025, 1, 29)), ("大年初一", date(2026, 2, 18), True, date(2026, 2, 17)),
        ("除夕", TODAY, True, date(2026, 2, 16)), ("元宵节", TODAY, True, date(2026, 3, 3)),
        ("清明节", TODAY, True, date(2026, 4, 5)), ("端午节", TODAY, True, date(2026, 6, 19)),
        ("中秋节", TODAY, True, date(2026, 9, 25)), ("去年国庆节", TODAY, True, date(2025, 10, 1)),
        ("2025年中秋节", TODAY, True, date(2025, 10, 6)), ("春节", TODAY, False, date(2027, 2, 6)),
    ],
)  # fmt: skip
def test_a_feast_by_name_is_its_day(text: str, today: date, past: bool, day: date) -> None:
    found = named(f"{text}，值守", today, past=past)
    assert (found.day, found.written, found.about) == (day, text, False)


@pytest.mark.parametrize("year", range(2021, 2027))
def test_the_feasts_on_record_are_holidays_of_their_year(year: int, china: Calendar) -> None:
    for name in MOVING:
        day = feast_day(name, year)
        assert day is not None
        assert not china.is_working(day)


def test_no_feast_is_reckoned_beyond_the_years_on_record() -> None:
    ends = FIRST_YEAR - 1, FIRST_YEAR + len(MOVING["春节"])
    assert {feast_day(name, year) for name in MOVING for year in ends} == {None}
    assert {len(row) for row in MOVING.values()} == {len(MOVING["春节"])}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("11月18日，研究年底考核和国庆值班", [date(2026, 11, 18)]),
        ("上月底报的，昨天又报", [date(2026, 11, 23)]),
        ("月底前，国庆节，再报", [date(2026, 10, 1)]),
        ("上月底、二季度末", [date(2026, 10, 31), date(2026, 6, 30)]),
        ("11月3号下午三点半，11月4日", [date(2026, 11, 3), date(2026, 11, 4)]),
        ("18号（周三）19号", [date(2026, 11, 18), date(2026, 11, 19)]),
        ("5号" * 100, [date(2026, 11, 5)] * MANY),
    ],
)
def test_days_go_before_feasts_and_feasts_before_what_is_near_a_day(text: str, days: list[date]) -> None:
    assert [found.day for found in find_days(level(text), TODAY, past=True)] == days


@pytest.mark.parametrize(
    ("text", "today", "past", "day"),
    [
        ("周三", date(2026, 11, 26), True, date(2026, 11, 25)),
        ("周三", date(2026, 11, 25), True, date(2026, 11, 25)),
        ("本周三", date(2026, 11, 29), True, date(2026, 11, 25)),
        ("上周日", date(2026, 11, 30), True, date(2026, 11, 29)),
        ("上周日", date(2026, 11, 29), True, date(2026, 11, 22)),
        ("昨天", date(2027, 1, 1), True, date(2026, 12, 31)),
        ("昨天", date(2028, 3, 1), True, date(2028, 2, 29)),
        ("29号", date(2027, 3, 1), True, None),
        ("三天前", date(2026, 3, 1), True, date(2026, 2, 26)),
        ("12月31日", date(2027, 1, 1), True, date(2026, 12, 31)),
        ("1月1日", date(2026, 12, 31), False, date(2027, 1, 1)),
        ("2月29日", date(2028, 2, 29), True, date(2028, 2, 29)),
        ("月底", TODAY, False, date(2026, 11, 30)),
        ("年底", TODAY, False, date(2026, 12, 31)),
        ("月初", TODAY, False, date(2026, 12, 1)),
        ("周末", TODAY, False, date(2026, 11, 29)),
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
    text: str, today: date, past: bool, day: date | None
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


DIGITS = "〇一二三四五六七八九"
TENS = ["", "十", "二十", "三十"]


def in_chinese(number: int) -> str:
    return TENS[number // 10] + (DIGITS[number % 10] if number % 10 else "")


NOTATIONS: dict[str, Callable[[date], str]] = {
    "年月日": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "年月号": lambda day: f"{day.year} 年 {day.month} 月 {day.day} 号",
    "points": lambda day: f"{day.year}.{day.month}.{day.day}",
    "slashes": lambda day: f"{day.year}/{day.month:02}/{day.day:02}",
    "iso": lambda day: day.isoformat(),
    "eight digits": lambda day: f"{day:%Y%m%d}",
    "two digits of the year": lambda day: f"{day:%y}年{day.month}月{day.day}日",
    "chinese": lambda day: (
        f"{''.join(DIGITS[int(c)] for c in str(day.year))}年{in_chinese(day.month)}月{in_chinese(day.day)}日"
    ),
    "with its weekday": lambda day: f"{day.year}年{day.month}月{day.day}日（周{'一二三四五六日'[day.weekday()]}）",
}
AROUND = st.sampled_from(["", "您好，", "报告：", "麻烦了 ", "各位领导好！", "  ", "谢谢，"])
WIDE = str.maketrans({c: chr(ord(c) + 0xFEE0) for c in "0123456789./-"})


@given(st.dates(date(2010, 1, 1), date(2090, 12, 31)), DAYS, st.sampled_from(sorted(NOTATIONS)), AROUND, st.booleans())
def test_a_day_in_any_notation_is_read_back_whatever_stands_around_it(
    day: date, today: date, notation: str, around: str, past: bool
) -> None:
    written = NOTATIONS[notation](day)
    for form in (written, written.translate(WIDE)):
        found = named(f"{around}{form} 下午三点半，谢谢", today, past=past)
        assert (found.day, found.about, found.start) == (day, False, len(around))


@given(DAYS, st.integers(1, 30), st.sampled_from(["天前", "天之前", "天以前"]))
def test_so_many_days_ago_are_counted_back(today: date, n: int, words: str) -> None:
    assert day_of(f"{n}{words}", today) == day_of(f"{in_chinese(n)}{words}", today) == today - timedelta(days=n)


FIGURES = "零一二三四五六七八九十百千万两俩廿卅〇"
OF_A_DAY = "年月日号天周星期礼拜季旬昨今明前后晚早元旦国庆春清劳端中秋除夕正"
QUIET = st.text(st.characters(exclude_categories=["N"], exclude_characters=OF_A_DAY + FIGURES))


@given(QUIET, DAYS, st.booleans())
def test_a_text_without_figures_and_words_of_days_names_none(text: str, today: date, past: bool) -> None:
    assert find_days(level(text), today, past=past) == []


PIECES = st.sampled_from(
    ["11", "18", "2", "30", "2026", "月", "日", "号", "年", ".", "-", "/", "上", "下", "本", "周", "三", "天", "十",
     "廿", "〇", "昨", "前", "（", "）", "个", "去", "今", "星期", " "]
)  # fmt: skip


@given(st.text() | st.lists(PIECES, max_size=12).map("".join), DAYS, st.booleans())
def test_no_text_is_too_odd_to_be_searched_for_a_day(text: str, today: date, past: bool) -> None:
    for form in (plain(text), level(text), text):
        found = find_day(form, today, past=past)
        assert found is None or form[found.start : found.end] == found.written != ""
