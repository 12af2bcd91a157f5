from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import ONE_DAY, Calendar
from domain.deadlines import Deadline, find_deadline
from domain.numbers import level

TUESDAY = date(2026, 11, 24)
MONDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 29)
MONTH_END, YEAR_END = date(2026, 11, 30), date(2026, 12, 31)
LEAP_DAY = date(2028, 2, 29)  # a Tuesday
BEFORE_SPRING, IN_SPRING = date(2026, 2, 12), date(2026, 2, 18)  # the Spring Festival is off from 15 to 23 February
BEFORE_NATIONAL, IN_NATIONAL = date(2026, 9, 28), date(2026, 10, 3)  # off from 1 to 7 October
PLAIN = Calendar({}, date(2020, 12, 31))


def deadline(text: str, today: date, calendar: Calendar) -> Deadline:
    found = find_deadline(text, today, calendar)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("今天下班前", TUESDAY, TUESDAY), ("今天", TUESDAY, TUESDAY), ("今晚8点前", TUESDAY, TUESDAY),
        ("下班前", TUESDAY, TUESDAY), ("上午", TUESDAY, TUESDAY), ("下午三点前", TUESDAY, TUESDAY),
        ("下午给您", TUESDAY, TUESDAY), ("明天", TUESDAY, date(2026, 11, 25)),
        ("明天下班前", TUESDAY, date(2026, 11, 25)), ("明早", TUESDAY, date(2026, 11, 25)),
        ("明日上午9点前", TUESDAY, date(2026, 11, 25)), ("后天", TUESDAY, date(2026, 11, 26)),
        ("明后天", TUESDAY, date(2026, 11, 26)), ("今明两天", TUESDAY, date(2026, 11, 25)),
        ("大后天", TUESDAY, date(2026, 11, 27)), ("明天", YEAR_END, date(2027, 1, 1)),
        ("明天", LEAP_DAY, date(2028, 3, 1)), ("后天", MONTH_END, date(2026, 12, 2)),
        # weekdays and weeks
        ("周五前", TUESDAY, date(2026, 11, 27)), ("下周五前", TUESDAY, date(2026, 12, 4)),
        ("下周五前", SUNDAY, date(2026, 12, 4)), ("下周五前", MONDAY, date(2026, 12, 4)),
        ("下下周一", TUESDAY, date(2026, 12, 7)), ("本周五下班前", TUESDAY, date(2026, 11, 27)),
        ("本周五下班前", MONDAY, date(2026, 11, 27)), ("这周五", TUESDAY, date(2026, 11, 27)),
        ("周一", SUNDAY, MONTH_END), ("最迟周五", TUESDAY, date(2026, 11, 27)),
        ("本周内", TUESDAY, date(2026, 11, 27)), ("这周", TUESDAY, date(2026, 11, 27)),
        ("下周内", TUESDAY, date(2026, 12, 4)), ("下周", SUNDAY, date(2026, 12, 4)),
        ("下下周", TUESDAY, date(2026, 12, 11)), ("周末前", TUESDAY, date(2026, 11, 27)),
        ("周六", TUESDAY, date(2026, 11, 27)), ("本周内", BEFORE_SPRING, date(2026, 2, 14)),
        ("本周五前", BEFORE_NATIONAL, date(2026, 9, 30)), ("下周内", BEFORE_NATIONAL, date(2026, 10, 10)),
        ("下周内", date(2026, 9, 14), date(2026, 9, 24)), ("本周内", date(2026, 9, 14), date(2026, 9, 20)),
        # days of months
        ("12月5日前", TUESDAY, date(2026, 12, 4)), ("12月4日前", TUESDAY, date(2026, 12, 4)),
        ("5号之前", TUESDAY, date(2026, 12, 4)), ("5号", TUESDAY, date(2026, 12, 4)), ("24日前", TUESDAY, TUESDAY),
        ("30号下班前", TUESDAY, MONTH_END), ("3日前", TUESDAY, date(2026, 12, 3)),
        ("1日前", MONTH_END, date(2026, 12, 1)),
        ("本月25日前", TUESDAY, date(2026, 11, 25)), ("下月3号", TUESDAY, date(2026, 12, 3)),
        ("2026-12-08前", TUESDAY, date(2026, 12, 8)), ("20261208", TUESDAY, date(2026, 12, 8)),
        ("12.8前", TUESDAY, date(2026, 12, 8)), ("12/8", TUESDAY, date(2026, 12, 8)),
        ("二〇二六年十二月八日前", TUESDAY, date(2026, 12, 8)), ("１２月８日前", TUESDAY, date(2026, 12, 8)),
        ("12月8日24时前", TUESDAY, date(2026, 12, 8)), ("12月8日（周二）前", TUESDAY, date(2026, 12, 8)),
        ("1月8日前", YEAR_END, date(2027, 1, 8)), ("明年3月5日前", TUESDAY, date(2027, 3, 5)),
        ("2月29日前", date(2028, 2, 1), LEAP_DAY), ("不晚于12月8日", TUESDAY, date(2026, 12, 8)),
        ("10月5日前", BEFORE_NATIONAL, date(2026, 9, 30)), ("2月20日前", BEFORE_SPRING, date(2026, 2, 14)),
        # ends of months, quarters, years
        ("月底前", TUESDAY, MONTH_END), ("月底前", MONTH_END, MONTH_END),
        ("月底", date(2026, 10, 8), date(2026, 10, 30)),
        ("月末前", date(2028, 2, 1), LEAP_DAY), ("本月内", TUESDAY, MONTH_END), ("下月底前", TUESDAY, YEAR_END),
        ("下个月", TUESDAY, YEAR_END), ("12月内", TUESDAY, YEAR_END), ("12月前", TUESDAY, MONTH_END),
        ("12月底", TUESDAY, YEAR_END), ("1月底前", YEAR_END, date(2027, 1, 29)), ("年底前", TUESDAY, YEAR_END),
        ("年底", YEAR_END, YEAR_END), ("年内", TUESDAY, YEAR_END), ("今年年底", TUESDAY, YEAR_END),
        ("明年年底", TUESDAY, date(2027, 12, 31)), ("二季度末", date(2026, 5, 6), date(2026, 6, 30)),
        ("二季度末", YEAR_END, date(2027, 6, 30)), ("本季度末前", TUESDAY, YEAR_END), ("本季度内", TUESDAY, YEAR_END),
        ("下季度末", TUESDAY, date(2027, 3, 31)), ("上半年末", date(2026, 5, 6), date(2026, 6, 30)),
        ("下半年底", TUESDAY, YEAR_END), ("下月上旬", TUESDAY, date(2026, 12, 10)),
        ("12月中旬前", TUESDAY, date(2026, 12, 18)), ("下旬", TUESDAY, MONTH_END),
        # so long from today
        ("三个工作日内", TUESDAY, date(2026, 11, 27)), ("3个工作日内", date(2026, 11, 27), date(2026, 12, 2)),
        ("3个工作日后", TUESDAY, date(2026, 11, 27)), ("给我五个工作日", TUESDAY, date(2026, 12, 1)),
        ("三个工作日内", BEFORE_SPRING, date(2026, 2, 24)), ("三个工作日内", BEFORE_NATIONAL, date(2026, 10, 8)),
        ("两个工作日内", SUNDAY, date(2026, 12, 1)), ("十五个工作日内", TUESDAY, date(2026, 12, 15)),
        ("两天内", TUESDAY, date(2026, 11, 26)), ("十天之内", TUESDAY, date(2026, 12, 4)),
        ("5日内", TUESDAY, date(2026, 11, 27)), ("三天后", TUESDAY, date(2026, 11, 27)),
        ("三天后", date(2026, 11, 26), MONTH_END), ("一周内", TUESDAY, date(2026, 12, 1)),
        ("两周之内", TUESDAY, date(2026, 12, 8)), ("2个星期后", TUESDAY, date(2026, 12, 8)),
        ("一个月内", TUESDAY, date(2026, 12, 24)), ("一个月内", date(2027, 1, 31), date(2027, 2, 26)),
        ("半个月内", TUESDAY, date(2026, 12, 9)), ("半年内", TUESDAY, date(2027, 5, 24)),
        ("一年内", LEAP_DAY, date(2029, 2, 28)), ("半天内", TUESDAY, TUESDAY), ("两小时内", TUESDAY, TUESDAY),
        ("24小时内", TUESDAY, date(2026, 11, 25)), ("48个小时内", TUESDAY, date(2026, 11, 26)),
        # holidays
        ("节后第一个工作日", BEFORE_SPRING, date(2026, 2, 24)), ("节后", BEFORE_SPRING, date(2026, 2, 24)),
        ("节后", IN_SPRING, date(2026, 2, 24)), ("春节后", BEFORE_SPRING, date(2026, 2, 24)),
        ("节前", BEFORE_SPRING, date(2026, 2, 14)), ("春节前", BEFORE_SPRING, date(2026, 2, 14)),
        ("春节前", date(2026, 1, 12), date(2026, 2, 14)), ("节前", IN_SPRING, date(2026, 4, 3)),
        ("节后上班第一天", BEFORE_NATIONAL, date(2026, 10, 8)), ("节假后", BEFORE_NATIONAL, date(2026, 10, 8)),
        ("国庆节后第一个工作日", BEFORE_NATIONAL, date(2026, 10, 8)), ("国庆前", BEFORE_NATIONAL, date(2026, 9, 30)),
        ("假期后", IN_NATIONAL, date(2026, 10, 8)), ("放假前", BEFORE_NATIONAL, date(2026, 9, 30)),
        ("节后", date(2026, 10, 7), date(2026, 10, 8)), ("五一节后", date(2026, 4, 1), date(2026, 5, 6)),
        ("元旦前", TUESDAY, YEAR_END), ("中秋节前", date(2026, 9, 14), date(2026, 9, 24)),
        # nobody works: the day itself stands
        ("今天", SUNDAY, SUNDAY), ("明天", IN_NATIONAL, date(2026, 10, 4)),
        ("月底前", date(2027, 1, 31), date(2027, 1, 31)),
        # several
        ("尽快，周五前", TUESDAY, date(2026, 11, 27)), ("昨天说的事，明天办", TUESDAY, date(2026, 11, 25)),
        ("11月25日的会，周五前交纪要", TUESDAY, date(2026, 11, 27)),
        ("下周五（12月4日）前", TUESDAY, date(2026, 12, 4)),
        ("明天不行，后天可以", TUESDAY, date(2026, 11, 26)), ("12月4日来不及，改到12月8日", TUESDAY, date(2026, 12, 8)),
        ("不是明天，是后天", TUESDAY, date(2026, 11, 26)),
    ],
)  # fmt: skip
def test_a_promise_is_due_on_the_last_working_day_up_to_the_day_named(
    text: str, today: date, day: date, china: Calendar
) -> None:
    found = deadline(text, today, china)
    assert (found.day, found.vague, found.impossible) == (day, False, False)
    assert found.written == text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("过两天", TUESDAY), ("过几天给您", TUESDAY), ("尽快", TUESDAY), ("马上", TUESDAY), ("立即办理", TUESDAY),
        ("抓紧办", TUESDAY), ("稍后报", TUESDAY), ("近期", TUESDAY), ("这两天", TUESDAY), ("改天", TUESDAY),
        ("两三天内", TUESDAY), ("三五天", TUESDAY), ("几天内", TUESDAY), ("3-5个工作日内", TUESDAY),
        ("一两个工作日内", TUESDAY), ("宽限三天", TUESDAY), ("延长一周", TUESDAY), ("月初", TUESDAY),
        ("12月初", TUESDAY), ("年初", TUESDAY), ("年前", TUESDAY), ("年后", TUESDAY), ("12月8日左右", TUESDAY),
        ("12月8日前后", TUESDAY), ("周五以后", TUESDAY), ("12月8日之后", TUESDAY), ("大概周五", TUESDAY),
        ("可能下周", TUESDAY), ("周五或周六", TUESDAY), ("12月1日至12月5日", TUESDAY), ("明天前，后天前", TUESDAY),
        # the notice about the days off is not out yet
        ("节后", TUESDAY), ("节前", TUESDAY), ("春节前", TUESDAY), ("国庆后", TUESDAY), ("元旦后", TUESDAY),
        # the whole week is off, or over
        ("下周内", BEFORE_SPRING), ("本周内", SUNDAY),
    ],
)  # fmt: skip
def test_what_leaves_the_day_open_is_asked_back(text: str, today: date, china: Calendar) -> None:
    found = deadline(text, today, china)
    assert (found.day, found.vague, found.impossible) == (None, True, False)


@pytest.mark.parametrize(
    ("text", "today", "named"),
    [
        ("昨天", TUESDAY, MONDAY), ("前天下午", TUESDAY, date(2026, 11, 22)), ("上周五", TUESDAY, date(2026, 11, 20)),
        ("本周一", TUESDAY, MONDAY), ("本周五下班前", SUNDAY, date(2026, 11, 27)),
        ("三天前", TUESDAY, date(2026, 11, 21)),
        ("11月3日前", TUESDAY, date(2026, 11, 3)), ("12月5日前", date(2026, 12, 6), date(2026, 12, 5)),
        ("上月底", TUESDAY, date(2026, 10, 31)), ("10月底", TUESDAY, date(2026, 10, 31)),
        ("两周前", TUESDAY, date(2026, 11, 10)),
        ("2月30日前", TUESDAY, None), ("31号", TUESDAY, None), ("31日前", TUESDAY, None),
        ("明天（周五）前", TUESDAY, None),
        ("去年年底", TUESDAY, date(2025, 12, 31)), ("10月内", TUESDAY, date(2026, 10, 31)),
    ],
)  # fmt: skip
def test_a_promise_cannot_lie_behind(text: str, today: date, named: date | None, china: Calendar) -> None:
    found = deadline(text, today, china)
    assert (found.day, found.named, found.vague, found.impossible) == (None, named, False, True)


@pytest.mark.parametrize(
    "text",
    ["", "好的，收到", "谢谢", "每周五前", "第3个工作日", "45 45 2", "周五前交不了", "明天来不及", "环节前置",
    "嘉法发〔2022〕16号",
     "第三季度", "增长2.5%", "3号楼", "回头看", "光明日报", "庭前会议", "关节后期", "已完成"],
)  # fmt: skip
def test_what_promises_nothing_is_no_deadline(text: str, china: Calendar) -> None:
    assert find_deadline(text, TUESDAY, china) is None


def test_a_deadline_knows_where_it_stands(china: Calendar) -> None:
    text = "请示：我庭１２月５日（周六）下班前报，谢谢"
    written = "１２月５日（周六）下班前"
    start = text.index(written)
    assert find_deadline(text, TUESDAY, china) == Deadline(
        date(2026, 12, 4), written, start, start + len(written), date(2026, 12, 5)
    )


DAYS = st.dates(date(2021, 3, 1), date(2026, 10, 31))
WORDED = st.sampled_from(
    ["明天下班前", "下周五前", "三个工作日内", "两天内", "5号之前", "月底前", "年底前", "节后第一个工作日", "尽快",
    "昨天", "下周内",
     "12月5日前", "2月30日", "本周五", "3个工作日后", "二季度末", "国庆前", "过几天", "12.5前"]
)  # fmt: skip
POLITE = st.sampled_from(["", "您好，", "好的，我们争取", "请领导放心，", "  ", "收到！", "谢谢。"])


@given(WORDED, POLITE, st.sampled_from(["", "报送", "给您，谢谢！", "，请领导放心", " "]), DAYS)
def test_polite_words_spaces_and_wide_forms_change_nothing(
    china: Calendar, words: str, before: str, after: str, today: date
) -> None:
    plain = deadline(words, today, china)
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in words)
    for form in (words, wide):
        found = deadline(f"{before}{form}{after}", today, china)
        assert (found.day, found.named, found.vague, found.impossible) == (
            plain.day, plain.named, plain.vague, plain.impossible,
        )  # fmt: skip
        assert level(found.written) == level(plain.written)


@given(DAYS, st.integers(0, 120))
def test_a_whole_date_ahead_is_due_by_itself_or_the_working_day_before(
    china: Calendar, today: date, distance: int
) -> None:
    named = today + timedelta(days=distance)
    for form in (
        f"{named.year}年{named.month}月{named.day}日前",
        named.isoformat(),
        f"{named:%Y%m%d}",
        f"{named:%Y.%m.%d}前",
    ):
        found = deadline(form, today, china)
        assert found.named == named
        assert found.day is not None
        assert today <= found.day <= named
        assert china.is_working(found.day) or found.day == named
        assert china.count(found.day, named) == 0


@given(DAYS, st.integers(1, 40))
def test_working_days_are_those_of_the_calendar(china: Calendar, today: date, n: int) -> None:
    assert deadline(f"{n}个工作日内", today, china).day == china.shift(today, n)


@given(DAYS)
def test_a_holiday_is_more_than_a_weekend_off(china: Calendar, today: date) -> None:
    found = deadline("节后", today, china)
    if found.day:
        assert china.is_working(found.day)
        assert not any(china.is_working(found.day - n * ONE_DAY) for n in (1, 2, 3))


PIECES = st.sampled_from(
    ["11", "5", "三", "月", "日", "号", "年", "底", "周", "五", "下", "本", "天", "个", "工作日", "内", "前", "后",
    "节", "国庆",
     "尽快", "半", "旬", "季度", "末", "（", "）", "，", "明", "过", "两", " "]
)  # fmt: skip


@given(st.text() | st.lists(PIECES, max_size=12).map("".join), st.dates(date(2001, 1, 1), date(2090, 12, 31)))
def test_no_text_is_too_odd_to_be_searched_for_a_deadline(text: str, today: date) -> None:
    found = find_deadline(text, today, PLAIN)
    if found:
        assert found.written == text[found.start : found.end] != ""
        assert (found.day is not None) + found.vague + found.impossible == 1
        assert found.day is None or found.day >= today


FIGURES = "零一二三四五六七八九十百千万两俩廿卅〇几数"
OF_A_DAY = "年月日号天周星期礼拜季旬昨今明前后晚早午晨傍班节假收放元旦国庆春清劳端中秋除夕正"
OF_A_DAY += "过快尽马立抓稍待会回随即近最改有不"


@given(st.text(st.characters(exclude_categories=["N"], exclude_characters=OF_A_DAY + FIGURES)), DAYS)
def test_a_text_without_figures_and_words_of_days_promises_nothing(text: str, today: date) -> None:
    assert find_deadline(text, today, PLAIN) is None
