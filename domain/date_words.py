"""What the patterns of days are made of: numbers, years, weekdays, times of day, and which year is the near one."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from domain.calendar import ONE_DAY
from domain.numbers import DIGITS, chinese
from domain.patterns import pattern_of

N = r"[0-9一二三四五六七八九十廿卅〇零]{1,3}"
# a count of days or weeks: 3, 两, 十五; 三五天 and 十来天 are no count
# 七月而十二号, 六月是八号: dictated, the sign may be the first of the numeral (二十二, 十八)
MISHEARD = (
    r"(?:[是时事式适实失师诗石使始世市示试视识史士氏](?=[一二三四五六七八九1-9] ?[日号])"
    r"|[而儿尔耳叁散伞](?=十[一二三四五六七八九]? ?[日号]))"
)
COUNT = r"(?:[0-9]{1,2}(?![0-9])|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两俩三四五六七八九])"
NO_COUNT_BEFORE = r"(?<![0-9一二两俩三四五六七八九十百千几数上来多第每提.~～、至到-])"
CHINESE_YEAR = "[二〇零一三四五六七八九]"
YEAR = (
    rf"(?P<y>(?<![0-9])[0-9]{{4}}|{CHINESE_YEAR}{{4}}"
    rf"|(?<![0-9])[0-9]{{2}}(?=年)|{CHINESE_YEAR}{{2}}(?=年)|[去今明前](?=年))"
)
YEARS = {"前": -2, "去": -1, "今": 0, "明": 1}
STEP = "上上|上|这|本|当|下下|下"
STEPS = {"上上": -2, "上": -1, "这": 0, "本": 0, "当": 0, "下": 1, "下下": 2, None: 0}
WEEK = "(?:周|星期|礼拜)"
PART = "(?:上午|下午|中午|早上|早晨|凌晨|傍晚|晚上)"
CLOCK = (
    r"(?:[0-9]{1,2}[:：][0-9]{2}"
    r"|[0-9一二三四五六七八九十两]{1,3}[点时](?:半|整|[一三]刻|(?:[0-9]{1,2}|[一二三四五十]{1,3})分"
    r"|[0-9]{1,2}(?![0-9]))?)"
)
TIME = pattern_of(rf"[ ,，]?{PART}(?: ?{CLOCK})?|[ ,，]?{CLOCK}")
HALF_A_YEAR = timedelta(days=183)


def number(written: str) -> int:
    value = int(written) if written.isdecimal() else chinese(written)
    if value is None:
        raise ValueError(written)
    return value


def year_of(written: str, today: date) -> int:
    if written in YEARS:
        return today.year + YEARS[written]
    by_place = len(written) == 2 and not written.isdecimal() and "十" not in written  # 二一年 is 2021, and no number
    year = (
        int("".join(str(DIGITS["零" if sign == "〇" else sign]) for sign in written)) if by_place else number(written)
    )
    return year if year >= 100 else 2000 + year


def near_year(of: Callable[[int], date | None], today: date, past: bool) -> date:
    """The day of this year or of the one next to it, whichever is meant where no year is named.

    ValueError where neither has it.
    """
    for year in (today.year, today.year - 1 if past else today.year + 1):
        found = of(year)
        if found and (found <= today + HALF_A_YEAR if past else found >= today - HALF_A_YEAR):
            return found
    raise ValueError("no such day in the years nearby")


def is_leap(year: int) -> bool:
    return (date(year, 3, 1) - ONE_DAY).day == 29


def after_time(text: str, end: int) -> int:
    """Where the time of day ends that stands behind a day; `end` itself where none does."""
    match = TIME.match(text, end)
    return match.end() if match else end


def in_order(patterns: Sequence[re.Pattern[str]], text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """What the patterns find, with their places in the list; where two begin at one place, the first of them is meant.

    Each pattern goes through the text once, however much is found.
    """
    ahead = {n: match for n, pattern in enumerate(patterns) if (match := pattern.search(text))}
    while ahead:
        n, match = min(ahead.items(), key=lambda one: (one[1].start(), one[0]))
        yield n, match
        at = match.end()
        for m, beside in list(ahead.items()):
            if beside.start() < at:
                if again := patterns[m].search(text, at):
                    ahead[m] = again
                else:
                    del ahead[m]
