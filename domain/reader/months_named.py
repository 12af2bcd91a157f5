"""A bare day behind one with its month is of that month: 5月8日发的通知, 15号开的会.

Where it comes before that day it may be of the next one as well, and is told so: 5月28日发的通知, 3号开的会.
"""

from datetime import date

from dateutil.relativedelta import relativedelta

from domain.dates import find_days
from domain.patterns import pattern_of

BARE = pattern_of(r"[0-9一二三四五六七八九十廿]{1,3} ?[日号]")
CONTRAST = pattern_of(r"(?:不是|并非|[写填报打]成)\s*$")  # 10月23号不是22号
BETWEEN = pattern_of(r"(?:中间|其间|之间)[^,，。;；0-9]{0,4}$")  # 9月8号发通知，9月14号印纪要，会是中间10号开的
WITH_MONTH = pattern_of(r"[0-9一二三四五六七八九十]{1,3} ?月")


def spelt_out(text: str, today: date) -> str:
    if not BARE.search(text) or not WITH_MONTH.search(text):
        return text
    found, of = find_days(text, today, past=True), {}
    months = {one.day.month for one in found if one.day and WITH_MONTH.match(one.written)}
    last: date | None = None
    for one in found:
        if one.day and WITH_MONTH.match(one.written):
            last = one.day
        elif one.day and last and BARE.fullmatch(one.written) and not CONTRAST.search(text, 0, one.start):
            is_of_it = len(months) == 1 and BETWEEN.search(text, 0, one.start)
            of[one.start, one.end] = last.replace(day=1) if is_of_it else last, one.day.day
    for (start, end), (named, day) in reversed(of.items()):
        text = f"{text[:start]}{_told(named, day, today)}{text[end:]}"
    return text


def _told(named: date, day: int, today: date) -> str:
    said = f"{named.month}月{day}日"
    later = named + relativedelta(months=1)
    return f"{said}或{later.month}月{day}日" if day < named.day and later.replace(day=1) <= today else said
