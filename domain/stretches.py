"""Parts of a month, quarter, half-year or year that are named, no one day: 上月底, 10月下旬, 二季度末, 年初, 周末."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from domain.calendar import ONE_DAY
from domain.date_words import COUNT, NO_COUNT_BEFORE, STEP, STEPS, WEEK, YEAR, N, in_order, near_year, number, year_of
from domain.patterns import pattern_of

# 10月中国…, 月初次, 年末位: words that only look like a part
BEGIN = r"初(?![步次级中任审选稿衷学])"
FINISH = r"[底末](?![层线级部位尾])"
MIDDLE = r"中(?=[ ,，。;；)）]|$|左右|前后|[之以]?[前后]|召开|举行|开|发生|完成|报)"
THIRD = r"[上中下]旬"
NOT_EVERY = r"(?<![每各次隔逐按双单满季几个两学0-9一二三四五六七八九十])"
MONTH = pattern_of(
    rf"(?:(?:{YEAR} ?年? ?)?(?:(?P<w>{STEP})个?|(?P<m>{N}) ?)月份?的?|{NOT_EVERY}月份?)"
    rf"(?P<part>{THIRD}|{BEGIN}|{FINISH}|{MIDDLE})"
)
THIRD_ALONE = pattern_of(rf"(?<![月份每各])(?P<part>{THIRD})")
QUARTER = pattern_of(
    rf"(?:(?:{YEAR} ?年? ?)?(?:第?(?P<q>[一二三四1-4])|(?P<w>{STEP})个?)季度|{NOT_EVERY}季度?)的?"
    rf"(?P<part>{BEGIN}|{FINISH})"
)
HALF = pattern_of(rf"(?:{YEAR} ?年? ?)?(?P<h>[上下])半年度?的?(?P<part>{BEGIN}|{FINISH})")
NOT_A_YEAR = r"(?<![每各学财青少中老多几半个常历童成壮千百万近往同次来后0-9一二三四五六七八九十两])"
YEAR_PART = pattern_of(rf"(?:{YEAR} ?年?|[本当]年?|{NOT_A_YEAR}(?<![去今明前]))年(?P<part>{BEGIN}|{FINISH}|{MIDDLE})")
WEEKEND = pattern_of(rf"(?:(?P<w>{STEP})个?|(?<![每逢隔]))(?:周|星期)[末底](?!端)")
AGO = pattern_of(
    rf"(?:{NO_COUNT_BEFORE}(?P<n>{COUNT})(?P<unit>个?{WEEK}|个月|年)"
    r"|(?P<half>半个?月|半年))[之以]?前(?!后)"
)
SAME_DAY = pattern_of(r"(?P<w>[上下])个?月的?(?:今天|今日)|(?P<y>[去明])年的?(?:今天|今日)")


@dataclass(frozen=True)
class Stretch:
    """`day` is one that may be meant; None where the words name none that exists. `ends` where `last` is certain."""

    first: date
    last: date
    day: date | None
    ends: bool
    start: int
    end: int


def stretches(text: str, today: date, *, past: bool) -> Iterator[Stretch]:
    """Every part of a month, quarter, year or week that is named.

    Without its whole it is the last one that has begun where `past`, otherwise the one that is not yet over.
    """
    if not HINT.search(text):
        return
    for n, match in in_order([pattern for pattern, _ in READERS], text):
        try:
            first, last, day = READERS[n][1](match, today, past)
        except (ValueError, OverflowError):
            yield Stretch(today, today, None, False, *match.span())
            continue
        ends = match.re not in (AGO, SAME_DAY) and match.groupdict().get("part") not in ("初", "中")
        if past and first <= today < day:
            day = today
        yield Stretch(first, last, day, ends, *match.span())


HINT = pattern_of("[月旬季年周期拜]")  # of every pattern below; most texts have none of them
Days = tuple[date, date, date]


def _part(part: str, first: date, last: date) -> Days:
    """Of the whole from `first` to `last`: what the part spans, and its likeliest day."""
    if part in ("底", "末"):
        return last, last, last
    if part == "初":
        return first, first + timedelta(days=4), first
    if part == "中":
        middle = first.replace(day=15) if (last - first).days <= 31 else first + relativedelta(months=6) - ONE_DAY
        return middle, middle, middle
    begin = first.replace(day={"上": 1, "中": 11, "下": 21}[part[0]])
    end = last if part[0] == "下" else begin + timedelta(days=9)
    return begin, end, end


def _whole(first: date, months: int, part: str) -> Days:
    return _part(part, first, first + relativedelta(months=months) - ONE_DAY)


def _running(first: date, months: int, part: str, today: date, past: bool) -> Days:
    """The part of the whole that runs, or of the one next to it."""
    days = _whole(first, months, part)
    if past and days[0] > today:
        return _whole(first - relativedelta(months=months), months, part)
    if not past and days[1] < today:
        return _whole(first + relativedelta(months=months), months, part)
    return days


def _in_year(written: str | None, month: int, months: int, part: str, today: date, past: bool) -> Days:
    """Of a whole that begins in that month, in the year written or the near one."""
    if written:
        return _whole(date(year_of(written, today), month, 1), months, part)
    last = near_year(lambda year: _whole(date(year, month, 1), months, part)[1], today, past)
    year = last.year
    return _whole(date(year, month, 1), months, part)


def _month(match: re.Match[str], today: date, past: bool) -> Days:
    this = today.replace(day=1)
    if match["w"]:
        return _whole(this + relativedelta(months=STEPS[match["w"]]), 1, match["part"])
    if match["m"]:
        return _in_year(match["y"], number(match["m"]), 1, match["part"], today, past)
    return _running(this, 1, match["part"], today, past)


def _third(match: re.Match[str], today: date, past: bool) -> Days:
    return _running(today.replace(day=1), 1, match["part"], today, past)


def _quarter(match: re.Match[str], today: date, past: bool) -> Days:
    this = today.replace(day=1, month=(today.month - 1) // 3 * 3 + 1)
    if match["w"]:
        return _whole(this + relativedelta(months=3 * STEPS[match["w"]]), 3, match["part"])
    if match["q"]:
        return _in_year(match["y"], 3 * number(match["q"]) - 2, 3, match["part"], today, past)
    return _running(this, 3, match["part"], today, past)


def _half(match: re.Match[str], today: date, past: bool) -> Days:
    return _in_year(match["y"], 1 if match["h"] == "上" else 7, 6, match["part"], today, past)


def _year(match: re.Match[str], today: date, past: bool) -> Days:
    if match["y"]:
        return _whole(date(year_of(match["y"], today), 1, 1), 12, match["part"])
    if match.group()[0] in "本当":
        return _whole(date(today.year, 1, 1), 12, match["part"])
    return _running(date(today.year, 1, 1), 12, match["part"], today, past)


def _weekend(match: re.Match[str], today: date, past: bool) -> Days:
    saturday = today - timedelta(days=today.weekday()) + timedelta(days=5, weeks=STEPS[match["w"]])
    if match["w"] is None and past and saturday > today:
        saturday -= timedelta(weeks=1)
    return saturday, saturday + ONE_DAY, saturday + ONE_DAY


def _ago(match: re.Match[str], today: date, past: bool) -> Days:
    if match["half"]:
        day = today - (relativedelta(months=6) if match["half"] == "半年" else timedelta(days=15))
        return day, day, day
    n = number(match["n"])
    unit = match["unit"]
    step = relativedelta(years=n) if unit == "年" else relativedelta(months=n) if unit == "个月" else timedelta(weeks=n)
    return today - step, today - step, today - step


def _same_day(match: re.Match[str], today: date, past: bool) -> Days:
    if match["y"]:
        day = today.replace(year=today.year + (-1 if match["y"] == "去" else 1))
    else:
        day = (today.replace(day=1) + relativedelta(months=STEPS[match["w"]])).replace(day=today.day)
    return day, day, day


Reader = Callable[[re.Match[str], date, bool], Days]
READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (MONTH, _month),
    (THIRD_ALONE, _third),
    (QUARTER, _quarter),
    (HALF, _half),
    (YEAR_PART, _year),
    (WEEKEND, _weekend),
    (AGO, _ago),
    (SAME_DAY, _same_day),
)
