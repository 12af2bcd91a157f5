"""Days as people write them, relative to today: 11月18日, 18号, 上周三, 上月18日, 昨天, 三天前, 2026-11-18, 国庆节.

What is only said to be near a day (上月底, 10月下旬, 两周前) is found too, as a proposal: `about`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from dateutil.relativedelta import relativedelta

from domain.date_words import (
    COUNT,
    MISHEARD,
    NO_COUNT_BEFORE,
    STEP,
    STEPS,
    WEEK,
    YEAR,
    N,
    in_order,
    is_leap,
    near_year,
    number,
    year_of,
)
from domain.feasts import feasts, proposal
from domain.once import once
from domain.patterns import pattern_of
from domain.stretches import stretches

NO_DAY = (  # 11月2次: a count, no day; 6月1z日 is a slip
    r"(?![A-Za-z|!?*_#]{1,2}[0-9]?[日号]"
    r"| ?(?:[0-9]|次|个|场|期|轮|条|件|人(?!民)|批(?![了的示复])|项|篇))"
)
# a numeral whole or not at all: 八月廿一 is not the twentieth
D = r"(?>[0-9]{1,2}|[一二三四五六七八九十廿卅〇零]{1,3})(?![0-9一二三四五六七八九十])"
# 21年5.31, beside 2021年5月31日 and 2021-5-31
FULL = pattern_of(
    rf"{YEAR} ?(?:年 ?(?P<m>{N}) ?月 ?(?P<d>{D})(?: ?[日号]|{NO_DAY})"
    r"|年 ?(?P<m3>1[0-2]|0?[1-9])[./-](?P<d3>3[01]|[12][0-9]|0?[1-9])[日号]?(?![0-9./%‰-]| ?[件人个条万亿元倍])"
    r"|(?P<sign>[./-]|(?<=20[0-9]{2}) )(?P<m2>[0-9]{1,2})(?P=sign)(?P<d2>[0-9]{1,2})日?(?![0-9]| ?[件人个条%]))"
)
# 22.4.25; a code of three parts (4.7.1) begins with one digit
SHORT_YEAR = pattern_of(
    r"(?<![0-9A-Za-z./-])(?P<y>[1-4][0-9])(?P<sign>[./-])(?P<m>1[0-2]|0?[1-9])(?P=sign)"
    r"(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9A-Za-z./-]| ?[件人个条%])"
)
# 20261103; a number of that shape with a unit behind it is a count
COMPACT = pattern_of(
    r"(?<![0-9/A-Za-z-])(?<![0-9][.,])(?P<y>20[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12][0-9]|3[01])"
    r"(?![0-9%‰A-Za-z-]|[.,][0-9]| ?[个倍万亿元分天人次条件版级号期页])"
)
MONTH_DAY = pattern_of(rf"(?P<m>{N}) ?月 ?(?P<d>{D})(?: ?[日号]|{NO_DAY})")
SLIP = pattern_of(rf"(?P<m>{N}) ?月份?(?P<heard>{MISHEARD})(?P<d>{N}) ?[日号]")
OTHER_MONTH = pattern_of(rf"(?P<w>{STEP})个?月 ?(?P<d>{N}) ?[日号]")
WEEKDAY = pattern_of(
    rf"(?:(?<![大上下])(?P<w>上上|上|这|本|下下|下)(?:个|一(?=周))?(?:{WEEK}的?)?"
    r"|(?<![每隔逢上下双两一二三四五六七八九十0-9])(?<!最后一个)(?<!第[一二三四]个)(?<!头一个)(?:(?<!单)|(?<=[名清账订表回存]单)))"
    rf"{WEEK}(?P<d>[一二三四五六日天])"
)
WORDS = {
    "大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "昨晚": -1, "昨夜": -1, "昨": -1,
    "今天": 0, "今日": 0, "今早": 0, "今晚": 0, "今上午": 0, "今下午": 0,
    "明天": 1, "明日": 1, "明早": 1, "明晚": 1, "明上午": 1, "明下午": 1, "大后天": 3, "后天": 2,
}  # fmt: skip
# 以前天天, 今后天气, 上个月的今天, 光明日报 and 今日头条 name no day
WORD = pattern_of(
    rf"(?<![以目先之光])(?:{'|'.join(WORDS)})(?<!今后天)(?:(?<![前后]天)|(?![天气性]))"
    r"(?<![月年]今[天日])(?<![月年]的今[天日])(?!头条|说法)"
)
DAYS_AGO = pattern_of(rf"{NO_COUNT_BEFORE}(?P<n>{COUNT})天[之以]?前(?!后)")
# 〔2022〕16号, 第3号, 3号楼 and 5日内 name no day
DAY = pattern_of(
    rf"(?:(?<![第〕\])0-9A-Za-z|一二三四五六七八九十廿卅〇零月室发文路街巷弄])(?<!月 )(?<!编号)(?<![0-9][./])"
    rf"|(?<=[一二三四五六日天][)）]))(?P<d>{N}) ?[日号]"
    r"(?![内前后楼文令院厅室]|会议室|审判庭|法庭)"
)
# 10-16号: from the one to the other, or a day of October
TWO_DAYS = pattern_of(r"(?<![0-9月年./-])[0-9]{1,2}-[0-9]{1,2} ?[日号](?!楼)")
# 11-18, 11.18: the weakest way, read where nothing else names a day; 2.5个 is a figure
SIGNS = pattern_of(
    r"(?<![0-9./-])(?P<m>[0-9]{1,2})(?:[./]|-(?![0-9]{1,2} ?[日号]))(?P<d>[0-9]{1,2})(?![0-9./%‰-]"
    r"| ?(?:[个倍万亿元条件版级]|人(?![民大])|分(?![别析享])|天(?![平马])|次(?!日)|成(?![立功])|点(?!评)|小时))"
    r"(?:[日号](?!楼))?"
)
IN_BRACKETS = pattern_of(rf" ?(?:[(（]?{WEEK}|[(（](?=.[)）](?!{D}|[、.])))(?P<d>[一二三四五六日天])[)）]?")
LONG_AGO = 20  # years: before them two digits are no year
# 农历四月廿七, 四月廿七（农历）: no day of the sun, and none that is reckoned here
MOON = "(?:农历|阴历|旧历|老历|夏历|古历)"
MOON_BEFORE = pattern_of(rf"{MOON}(?:的|是|为|[ :：])*(?:{YEAR}年?)?$")
MOON_BEHIND = pattern_of(rf" ?[,，(（]? ?(?:[是按为算]的?)?{MOON}(?! ?[0-9一二三四五六七八九十正冬腊])")
MANY = 16  # days in one text; what comes behind them is no report of one


@dataclass(frozen=True)
class Found:
    """`day` is None where the text names a day that does not exist (2月30日).

    Where `about`, the words leave the day open (上月底): `day` is one to propose, None where none offers itself.
    """

    day: date | None
    written: str
    start: int
    end: int
    about: bool = False


def find_day(text: str, today: date, *, past: bool) -> Found | None:
    """The first day named in a `plain` or `level` text.

    What is left out (year, month, week) is filled in with the nearest: backwards where `past`.
    """
    return next(iter(find_days(text, today, past=past)), None)


def find_days(text: str, today: date, *, past: bool) -> list[Found]:
    """Every day named, in the order of the text, up to MANY.

    Days alone where there are any, otherwise feasts,
    otherwise what is only near one: 年底考核 beside 11月18日 is a matter.
    """
    return list(_found(text, today, past))


@once
def _found(text: str, today: date, past: bool) -> Sequence[Found]:
    for ways in (_exact, _feasts, _about):
        if found := list(islice(ways(text, today, past), MANY)):
            return _of_the_sun(text, found) if "历" in text else found
    return ()


def _of_the_sun(text: str, found: list[Found]) -> list[Found]:
    """The same day by the moon, told beside it, is left out; by itself it is one to ask for."""
    moon = [one for one in found if MOON_BEFORE.search(text[: one.start]) or MOON_BEHIND.match(text, one.end)]
    by_sun = [one for one in found if one not in moon]
    return by_sun or [replace(one, day=None, about=True) for one in moon]


def _exact(text: str, today: date, past: bool) -> Iterator[Found]:
    """By READERS, and behind the last of those by SIGNS."""
    if not HINT.search(text):
        return
    at = 0
    for n, match in in_order([pattern for pattern, _ in READERS], text):
        if match.start() >= at:  # not the weekday that was read with its day
            found = _read(text, match, READERS[n][1], today, past)
            yield found
            at = found.end
    for match in SIGNS.finditer(text, at):
        yield _read(text, match, _month_day, today, past)


def _read(text: str, match: re.Match[str], read: "Reader", today: date, past: bool) -> Found:
    beside = IN_BRACKETS.match(text, match.end())
    end = beside.end() if beside else match.end()
    try:
        day: date | None = read(match, today, past)
    except (ValueError, OverflowError):
        day = None
    if day and beside and day.weekday() != _weekday_of(beside):
        day = None  # 11月18日（周四）, and the 18th is a Wednesday
    is_about = match.re.pattern == SLIP.pattern or text.startswith("几", end)  # 6月二十几号
    return Found(day, text[match.start() : end], match.start(), end, about=is_about)


def _feasts(text: str, today: date, past: bool) -> Iterator[Found]:
    """A feast is its day; before, after and around it, or in a year not on record, it is near one."""
    for feast in feasts(text, today, past=past):
        about = feast.side != "on" or feast.day is None
        yield Found(proposal(feast), text[feast.start : feast.end], feast.start, feast.end, about)


def _about(text: str, today: date, past: bool) -> Iterator[Found]:
    for stretch in stretches(text, today, past=past):
        yield Found(stretch.day, text[stretch.start : stretch.end], stretch.start, stretch.end, about=True)


def _weekday_of(match: re.Match[str]) -> int:
    return min("一二三四五六日天".index(match["d"]), 6)


def _full(match: re.Match[str], today: date, past: bool) -> date:
    month, day = (number(match[f"{of}"] or match[f"{of}2"] or match[f"{of}3"]) for of in "md")
    return date(year_of(match["y"], today), month, day)


def _short_year(match: re.Match[str], today: date, past: bool) -> date:
    year = 2000 + int(match["y"])
    if not today.year - LONG_AGO <= year <= today.year + 1:
        raise ValueError(match.group())
    return date(year, int(match["m"]), int(match["d"]))


def _compact(match: re.Match[str], today: date, past: bool) -> date:
    return date(int(match["y"]), int(match["m"]), int(match["d"]))


def _month_day(match: re.Match[str], today: date, past: bool) -> date:
    month, day = number(match["m"]), number(match["d"])

    def of(year: int) -> date | None:
        return None if (month, day) == (2, 29) and not is_leap(year) else date(year, month, day)

    return near_year(of, today, past)


def _misheard(match: re.Match[str], today: date, past: bool) -> date:
    """With the sign that is heard as the first of its numeral: 二十二."""
    more = 20 if match["heard"] in "叁散伞" else 10
    return near_year(lambda year: date(year, number(match["m"]), number(match["d"]) + more), today, past)


def _other_month(match: re.Match[str], today: date, past: bool) -> date:
    month = today.replace(day=1) + relativedelta(months=STEPS[match["w"]])
    return month.replace(day=number(match["d"]))


def _day(match: re.Match[str], today: date, past: bool) -> date:
    day = number(match["d"])
    comes = day > today.day if past else day < today.day
    month = today.replace(day=1) + relativedelta(months=(-1 if past else 1) if comes else 0)
    return month.replace(day=day)


def _no_day(match: re.Match[str], today: date, past: bool) -> date:
    raise ValueError(match.group())


def _weekday(match: re.Match[str], today: date, past: bool) -> date:
    monday = today - timedelta(days=today.weekday())
    found = monday + timedelta(weeks=STEPS[match["w"]], days=_weekday_of(match))
    if match["w"] is None and (found > today if past else found < today):
        found += timedelta(weeks=-1 if past else 1)
    return found


def _word(match: re.Match[str], today: date, past: bool) -> date:
    return today + timedelta(days=WORDS[match.group()])


def _days_ago(match: re.Match[str], today: date, past: bool) -> date:
    return today - timedelta(days=number(match["n"]))


Reader = Callable[[re.Match[str], date, bool], date]
# where two begin at one place, the first of them is meant
# of every pattern below, and of SIGNS; most clauses have none of them
HINT = pattern_of("[年月日号周期拜天昨今明]|[./-][0-9]|20[0-9]{2}[0-9 ][0-9]")
READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (FULL, _full),
    (SHORT_YEAR, _short_year),
    (COMPACT, _compact),
    (SLIP, _misheard),
    (MONTH_DAY, _month_day),
    (OTHER_MONTH, _other_month),
    (WEEKDAY, _weekday),
    (WORD, _word),
    (DAYS_AGO, _days_ago),
    (TWO_DAYS, _no_day),
    (DAY, _day),
)
