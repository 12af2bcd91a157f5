"""Whether a clause speaks of the period that is asked about, or of the years that a point looks back on."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from domain.cadences import Period
from domain.dates import Found, find_day
from domain.numbers import chinese
from domain.patterns import pattern_of
from domain.reader import uncounted
from domain.reader.masking import is_asked
from domain.reader.own_period import without_own
from domain.reader.point_names import Point

LOOKS_BACK = pattern_of(r"近(?P<n>[一二三四五])年")
SAID_BACK = pattern_of(
    r"[近进](?P<n>[0-9]{1,2}|[一二两三四五六])(?P<unit>个?月|年)|(?P<in>[0-9一二两三四五])年(?:来|内|以来|之内)"
)
# 2023年7月至今: covers the three years where it begins with them
SINCE = pattern_of(
    r"(20[0-9]{2})年(?:度|(?P<m>[0-9]{1,2})月|(?P<half>[上下])半年)?(?:[0-9]{1,2}[日号])?(?:份|初|起|开始)*"
    r"(?:以来|至今|迄今|到今天|[到至](?:现在|目前|今日?)|起|[到至~-]+20[0-9]{2}年)"
)
# when it did not happen, and no day on which it did
UP_TO_NOW = pattern_of(
    r"[自从]?20[0-9]{2}年(?:度|[0-9]{1,2}月|[上下]半年)?(?:[0-9]{1,2}[日号])?(?:份|初|起|开始)*(?:以来|至今|迄今|到今天|[到至](?:现在|目前|今日?))"
)
ON_TIME = 31  # days of the first month
THIS_YEAR = pattern_of("今年|本年|当年")
SHORTER = pattern_of(r"今年|本年|[上下]半年|[本这当]个?(?:季度|月|期)|半年来|近期|最近")
BEFORE = pattern_of(
    r"^(?:但是?|不过)?(?:去年|前年|上年)(?![^,;。]*(?:一样|相比|今年))[^,;。没未无比]{0,14}[0-9一二两三四五]\s?[起件次例]|上上?个?(?:月|季度|(?<=个)半年|年度?(?!以)|期|周)(?!开|举)|往年|历年|以前|之前|原来|此前|上次|上一次|早些年|(?:去年|前年|上年)(?:度|年?[底末初]|[上下]半年|倒是?|也|还)*(?:有|发生|出)|(?:去年|前年|上年)(?:的|填|报|写|为|:)*(?:是|否|没有?|无)(?=$|[,;。\s])|早年|过去|(?:去年|前年|上年)(?:就|还|也|都)?(?:没|未)|(?:去年|前年|上年)[^,;。]{0,6}(?:经常|开展|坚持|正常)"
)
PARTS = pattern_of(r"第?[一二三四1-4]季度|[上下]半年|[1-9]\s*[-~—至到]\s*[0-9]{1,2}月")
DAY_OF_YEAR = pattern_of(
    r"(?<![年0-9一二三四五六七八九十-])(?P<m>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月"
    r"(?=[0-9一二三四五六七八九十]{1,3}[日号])"
)
YEAR_SAID = pattern_of(
    r"(?<![0-9〔\[(])(20[0-9]{2})年(?=[,，]|[就的]|[0-9]{1,2}月|[^,;。0-9]{0,8}(?:成立|建立|制定|出台|印发|起草|启动|设立))"
)
DAY_OF_LAST_MONTH = pattern_of(r"上个?月(?=[0-9一二三四五六七八九十]{1,3}[日号])")  # it says by itself when it was
YEAR_NAMED = pattern_of("(20[0-9]{2})年")
OTHER_YEAR = pattern_of("[去前上]年")
QUARTERS = "一二三四1234"
QUARTER = pattern_of("第?([一二三四1-4])季度")
HALF = pattern_of("[上下]半年")
AGO = {
    "(?<!上)上个?月": relativedelta(months=1),
    "(?<!上)上个?(?:周|星期|礼拜)": relativedelta(weeks=1),
    "(?<!上)上个?季度": relativedelta(months=3),
}
COUNTED = pattern_of("[1-9一二两三四五六七八九十] ?[起件次例]")
FOUND_THEN = pattern_of("那[起件次个].{0,16}(?:查实|认定|通报|发生)")
NONE = pattern_of("没|未|无|不")
YET_TO_COME = pattern_of("[今本]年(?=(?P<month>1[0-2]|[1-9])月)")
YEARS_AGO = {"前年": -2, "去年": -1, "今年": 0}


def of_asked_year(text: str, today: date, period: Period | None, *, days: bool) -> str:
    """去年 said in January is the year that is asked about: written out, it is no other time."""
    if period is None or today.year == period.start.year:
        return text
    text = YET_TO_COME.sub(lambda match: _of_the_period(match, today, period), text)
    if not days and THIS_YEAR.search(text):
        today = period.end  # 今年第3，去年第5: no place of the year that has just begun
        text = THIS_YEAR.sub(f"{today.year}年", text)
    found = [match for match in DAY_OF_YEAR.finditer(text) if days and _is_within(match, period)]
    for match in reversed(found):
        text = f"{text[: match.start()]}{period.start.year}年{text[match.start() :]}"
    return re.sub(
        "前年|去年|今年",
        lambda match: f"{today.year + YEARS_AGO[match.group()]}年",
        text,
    )


def carried(text: str) -> str:
    """2021年5月成立小组，9月7日出台办法: the year that is said once holds for the days behind it."""
    said = set(YEAR_SAID.findall(text))
    first = YEAR_SAID.search(text)
    if first is None or len(said) != 1 or re.search("[今去前明]年|次年|第二年", text):
        return text
    own = DAY_OF_YEAR.match(text[first.end() :])  # the day that it is said with
    end = first.end() + (own.end() if own else 0)
    return text[:end] + in_year(text[end:], f"{first[1]}年")


def in_year(text: str, year: str) -> str:
    return DAY_OF_YEAR.sub(lambda match: year + match.group(), text)


def is_year_left_open(text: str, days: Sequence[Found]) -> bool:
    """9月7日出台，2021年; …，次年3月5日印发: a year is said, and not with the day."""
    said = re.search(r"次年|翌年|第二年|(?<![0-9〔\[(])(?:20)?[12][0-9]年(?![前来间])", text)
    return bool(said and days) and not any(re.search(r"年|[0-9]{2,4}[./-]", found.written) for found in days)


def _of_the_period(match: "re.Match[str]", today: date, period: Period) -> str:
    """今年6月, said in January of the year after it."""
    return f"{period.end.year}年" if int(match["month"]) > today.month else match.group()


def _is_within(match: "re.Match[str]", period: Period) -> bool:
    """7月3日, said in January of the year that is over."""
    month = int(match["m"]) if match["m"].isdecimal() else chinese(match["m"]) or 0
    return period.start.month <= month <= period.end.month


def window_of(points: Sequence[Point]) -> int:
    """Years that they look back on; 0 where they are of the period alone."""
    found = [chinese(match["n"]) or 0 for point in points if (match := LOOKS_BACK.search(point.name))]
    return min(found, default=0)


def in_window(day: date, period: Period | None, years: int) -> bool:
    if period is None:
        return True
    first = period.end - relativedelta(years=years) if years else period.start
    return first <= day <= max(period.end, day) if years else first <= day <= period.end


def is_of_other_time(clause: str, period: Period | None, years: int, today: date | None) -> bool:
    """Of another period, or of a part of the one that is asked about, which says nothing of the rest."""
    if period is None:
        return bool(BEFORE.search(clause))
    if years and _is_within_years(clause, period, years):
        return False
    if BEFORE.search(DAY_OF_LAST_MONTH.sub("", clause) if period.every != "month" else clause):
        return True
    if years:
        return _is_of_other_years(clause, period, years, today)
    clause = without_own(clause, period)
    if today and not PARTS.search(clause) and find_day(clause, today, past=True) is not None:
        return _is_before(clause, today, period)
    if any(not is_asked(match, period) for match in uncounted.PERIOD.finditer(clause)):
        return True
    longer = period.every not in ("month", "once")
    part = [match for match in uncounted.PERIOD.finditer(clause) if match["month"] or "季度" in match.group()]
    return longer and (bool(part) or (period.every == "year" and bool(re.search("[上下]半年", clause))))


def lies_within(clause: str, period: Period, years: int, today: date) -> bool:
    """一季度有2件, of the half-year; 上个月有3件, said in July of the first half: a month, a week or more of it."""
    if set(YEAR_NAMED.findall(clause)) - {str(period.start.year)} or (not years and OTHER_YEAR.search(clause)):
        return False
    for match in uncounted.PERIOD.finditer(clause):
        month = match["month"] or ""
        if month.isdecimal() and period.start.month <= int(month) <= period.end.month:
            return True
    quarters = (QUARTERS.index(said) % 4 for said in QUARTER.findall(clause))
    if any(3 * n + 1 <= period.end.month and period.start.month <= 3 * n + 3 for n in quarters):
        return True
    if period.every == "year" and HALF.search(clause):
        return True
    back = next((back for said, back in AGO.items() if re.search(said, clause)), None)
    return back is not None and period.start <= today - back <= period.end


def _is_within_years(clause: str, period: Period, years: int) -> bool:
    """之前那件是2026年12月底查实的, where the years up to then are looked back on."""
    said = [int(year) for year in re.findall("(20[0-9]{2})年", clause)]
    return bool(FOUND_THEN.search(clause)) and any(period.end.year - years < year <= period.end.year for year in said)


def is_found_then(clause: str) -> bool:
    return bool(FOUND_THEN.search(clause)) and not NONE.search(clause)


def _is_before(clause: str, today: date, period: Period) -> bool:
    """Its day says by itself whether it counts: 2025年11月6日有过1件, where 2026 is asked about."""
    found = find_day(clause, today, past=True)
    return found is not None and found.day is not None and found.day < period.start


def _is_of_other_years(clause: str, period: Period, years: int, today: date | None) -> bool:
    """近三年 is asked: this year alone is less than that, and a year before them is another time."""
    if since := SINCE.search(clause):
        month = int(since["m"] or 0) or (7 if since["half"] == "下" else 1)
        first = period.end - relativedelta(years=years) + timedelta(days=ON_TIME)
        return not 1 <= month <= 12 or date(int(since[1]), month, 1) > first
    if match := SAID_BACK.search(clause):
        written = match["n"] or match["in"]
        n = int(written) if written.isdecimal() else chinese(written) or 0
        months = n if match["unit"] and "月" in match["unit"] else 12 * n
        return months < 12 * years
    if today and (found := find_day(clause, today, past=True)) and found.day:
        return False  # its day says by itself whether it counts
    named = [int(year) for year in re.findall("(20[0-9]{2})年", clause)]
    if COUNTED.search(clause) and any(period.end.year - years < year <= period.end.year for year in named):
        return False  # 2024年有1件: one of the three years
    if years == 1 and set(named) == {period.end.year}:
        return False  # 2026年没有, where one year is looked back on
    if not named and COUNTED.search(clause) and not NONE.search(clause):
        return False  # 今年6月有一件: in the three years
    return bool(named) or bool(SHORTER.search(clause))
