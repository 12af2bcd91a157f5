"""Days as people write them, relative to today: 11月18日, 18号, 上周三, 上月18日, 昨天, 2026-11-18."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from domain.numbers import chinese

N = r"[0-9一二三四五六七八九十廿卅〇零]{1,3}"
NO_DAY = r"(?! ?(?:[0-9]|次|个|场|期|轮|条|件|人|批|项|篇))"  # 11月2次: a count, no day
CHINESE_YEAR = "[二〇零一三四五六七八九]"
YEAR = (
    rf"(?P<y>(?<![0-9])[0-9]{{4}}|{CHINESE_YEAR}{{4}}"
    rf"|(?<![0-9])[0-9]{{2}}(?=年)|{CHINESE_YEAR}{{2}}(?=年)|[去今明前](?=年))"
)
FULL = re.compile(
    rf"{YEAR} ?(?:年 ?(?P<m>{N}) ?月 ?(?P<d>{N})(?: ?[日号]|{NO_DAY})"
    r"|(?P<sign>[./-])(?P<m2>[0-9]{1,2})(?P=sign)(?P<d2>[0-9]{1,2})日?(?![0-9]))"
)
MONTH_DAY = re.compile(rf"(?P<m>{N}) ?月 ?(?P<d>{N})(?: ?[日号]|{NO_DAY})")
OTHER_MONTH = re.compile(rf"(?P<w>上上|上|这|本|当|下)个?月 ?(?P<d>{N}) ?[日号]")
WEEKDAY = re.compile(
    r"(?:(?<!大)(?P<w>上上|上|这|本|下)个?|(?<![每上下单双两一二三四五六七八九十0-9]))(?:周|星期|礼拜)(?P<d>[一二三四五六日天])"
)
WORDS = dict.fromkeys(("大前天",), -3) | dict.fromkeys(("前天",), -2) | dict.fromkeys(("昨天", "昨日", "昨"), -1)
WORDS |= dict.fromkeys(("今天", "今日", "今早", "今晚", "今上午", "今下午"), 0) | dict.fromkeys(("明天", "明日"), 1)
WORDS |= {"后天": 2, "大后天": 3}
WORD = re.compile(rf"(?<![以目先之])(?:{'|'.join(WORDS)})")  # 以前天天 names no day
# 〔2022〕16号, 第3号, 3号楼 and 5日内 name no day
DAY = re.compile(rf"(?<![第〕\])0-9月室发文])(?P<d>{N}) ?[日号](?![内前后楼文令院厅室]|会议室|审判庭|法庭)")
# 11-18, 11.18: the weakest way, read where nothing else names a day; 2.5个 is a figure
SIGNS = re.compile(
    r"(?<![0-9./-])(?P<m>[0-9]{1,2})[./-](?P<d>[0-9]{1,2})(?![0-9./%‰-]| ?[个倍万亿元分天人次条件版级成点小])"
)
IN_BRACKETS = re.compile(r" ?[(（]?(?:周|星期|礼拜)(?P<d>[一二三四五六日天])[)）]?")
STEPS = {"上上": -2, "上": -1, "这": 0, "本": 0, "当": 0, "下": 1, None: 0}
YEARS = {"前": -2, "去": -1, "今": 0, "明": 1}
HALF_A_YEAR = timedelta(days=183)


@dataclass(frozen=True)
class Found:
    """`day` is None where the text names a day that does not exist (2月30日)."""

    day: date | None
    written: str
    start: int
    end: int


def find_day(text: str, today: date, *, past: bool) -> Found | None:
    """The first day named in a `plain` or `level` text.

    What is left out (year, month, week) is filled in with the nearest: backwards where `past`.
    """
    places = ((pattern.search(text), read) for pattern, read in READERS)
    matches = [(match, read) for match, read in places if match]
    if not matches and (match := SIGNS.search(text)):
        matches = [(match, _month_day)]
    if not matches:
        return None
    match, read = min(matches, key=lambda found: found[0].start())
    beside = IN_BRACKETS.match(text, match.end())
    end = beside.end() if beside else match.end()
    try:
        day: date | None = read(match, today, past)
    except (ValueError, OverflowError):
        day = None
    if day and beside and day.weekday() != _weekday_of(beside):
        day = None  # 11月18日（周四）, and the 18th is a Wednesday
    return Found(day, text[match.start() : end], match.start(), end)


def find_days(text: str, today: date, *, past: bool) -> list[Found]:
    """Every day named, in the order of the text."""
    found: list[Found] = []
    at = 0
    while next_one := find_day(text[at:], today, past=past):
        found.append(Found(next_one.day, next_one.written, at + next_one.start, at + next_one.end))
        at += next_one.end
    return found


def _number(written: str) -> int:
    value = int(written) if written.isdecimal() else chinese(written)
    if value is None:
        raise ValueError(written)
    return value


def _weekday_of(match: re.Match[str]) -> int:
    return min("一二三四五六日天".index(match["d"]), 6)


def _full(match: re.Match[str], today: date, past: bool) -> date:
    month, day = _number(match["m"] or match["m2"]), _number(match["d"] or match["d2"])
    if match["y"] in YEARS:
        return date(today.year + YEARS[match["y"]], month, day)
    year = _number(match["y"])
    return date(year if year >= 100 else 2000 + year, month, day)


def _month_day(match: re.Match[str], today: date, past: bool) -> date:
    month, day = _number(match["m"]), _number(match["d"])
    for year in (today.year, today.year - 1 if past else today.year + 1):
        if (month, day) == (2, 29) and not _is_leap(year):
            continue
        found = date(year, month, day)
        if found <= today + HALF_A_YEAR if past else found >= today - HALF_A_YEAR:
            return found
    raise ValueError(match.group())


def _is_leap(year: int) -> bool:
    return (date(year, 3, 1) - timedelta(days=1)).day == 29


def _other_month(match: re.Match[str], today: date, past: bool) -> date:
    month = today.replace(day=1) + relativedelta(months=STEPS[match["w"]])
    return month.replace(day=_number(match["d"]))


def _day(match: re.Match[str], today: date, past: bool) -> date:
    number = _number(match["d"])
    comes = number > today.day if past else number < today.day
    month = today.replace(day=1) + relativedelta(months=(-1 if past else 1) if comes else 0)
    return month.replace(day=number)


def _weekday(match: re.Match[str], today: date, past: bool) -> date:
    monday = today - timedelta(days=today.weekday())
    found = monday + timedelta(weeks=STEPS[match["w"]], days=_weekday_of(match))
    if match["w"] is None and (found > today if past else found < today):
        found += timedelta(weeks=-1 if past else 1)
    return found


def _word(match: re.Match[str], today: date, past: bool) -> date:
    return today + timedelta(days=WORDS[match.group()])


Reader = Callable[[re.Match[str], date, bool], date]
# where two begin at one place, the first of them is meant
READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (FULL, _full),
    (MONTH_DAY, _month_day),
    (OTHER_MONTH, _other_month),
    (WEEKDAY, _weekday),
    (WORD, _word),
    (DAY, _day),
)
