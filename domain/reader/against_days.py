"""A day that was read beside one that it cannot be: of another month or year than is named, or of the day before it."""

from collections.abc import Mapping
from datetime import date

from domain.patterns import pattern_of
from domain.reader.asked import Value
from domain.reader.question import Question

# 要求是2021年6月30日前，我们22日发的文, 6月22日发的文: of which month or year, nobody knows
YEAR = pattern_of("(?<![0-9])(?:20)?(?P<year>[0-9]{2})年|(?<![0-9])20(?P<dotted>[0-9]{2})[./-]")
MONTH = pattern_of("(?<![0-9])(?P<month>1[0-2]|0?[1-9])(?:月|[./-][0-9])")
DAY_ALONE = pattern_of("(?<![0-9月./-])(?:3[01]|[12][0-9]|[1-9])[日号]")
WEEKDAY_ALONE = pattern_of("(?<![上下本这那])(?:周|星期|礼拜)[一二三四五六日天]")
# 7月8日登的，活动是登报前一天
DAY_OF = pattern_of("(?P<month>1[0-2]|0?[1-9])月(?P<day>[0-9]{1,2})")
REMOVED = pattern_of(
    "[是在于早晚][^,;。0-9]{0,6}(?<![假节最])[前后][一二两三]天|[是在][^,;。0-9]{0,3}(?:次日|第二天|头一?天)"
)


# 7月12日讨论过, of what was to be set up
DISCUSSED = pattern_of("(?:讨论|研究|酝酿|审议)过了?(?=$|[,;。!])")


def is_of_another_time(text: str, values: Mapping[str, Value], question: Question) -> bool:
    years = {int(found["year"] or found["dotted"]) for found in YEAR.finditer(text)}
    day = next((value for value in values.values() if isinstance(value, date)), None)
    if DISCUSSED.search(text):
        return True  # and not yet decided
    return day is not None and (bool(years and day.year % 100 not in years) or _is_of_another_month(text, day))


def is_held_at_another_time(text: str, values: Mapping[str, Value], question: Question) -> bool:
    day = values.get("day")
    if not isinstance(day, date):
        return False
    named = {(int(found["month"]), int(found["day"])) for found in DAY_OF.finditer(text)}
    return _is_of_another_month(text, day) or bool((day.month, day.day) in named and REMOVED.search(text))


def _is_of_another_month(text: str, day: date) -> bool:
    is_alone = DAY_ALONE.search(text) or WEEKDAY_ALONE.search(text)
    months = {int(found["month"]) for found in MONTH.finditer(text)}
    return bool(is_alone and months) and day.month not in months
