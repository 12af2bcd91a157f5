"""A day as it is jotted down, written out: 5/28 周四, 28号，5月份的, 上半年就开过一次，5月28日.

And 上个月最后一个礼拜四.
"""

from datetime import date

from domain.patterns import pattern_of

WEEK = "(?:周|星期|礼拜)[一二三四五六日天]"
D = "(?:3[01]|[12][0-9]|0?[1-9])"
M = "(?:1[0-2]|0?[1-9])"
# by its signs it is read only where nothing else names a day
WITH_WEEKDAY = pattern_of(rf"(?<![0-9./-])(?P<m>{M})[./](?P<d>{D})(?=\s*[,，]?[(（]?{WEEK})")
MONTH_BEHIND = pattern_of(
    rf"^(?:就?是|在)?(?P<d>{D})(?P<sign>[日号])[,，\s]*(?:是)?(?P<m>{M}|[一二三四五六七八九十]{{1,2}})月份?的?(?=$|[,，。!！\s])"
)
HELD_ONCE = pattern_of(
    r"^(?:[上下]半年|今年|去年|全年|这半年|[一二三四1-4]季度)?(?:我们?[院庭]?)?(?:就|只|一共|总共|仅)*(?:召?开|[搞办做]|组织)[过了]?了?[一1][次场回个](?:会|活动)?[,，:：]\s*(?=[^,，]*[0-9]{1,2}[月./])"
)
LAST_MONTH = pattern_of(rf"(?<!上)上个?月的?(?=(?:最后一|第[一二三四]|头一?)个?{WEEK})")


def spelt_out(text: str, today: date) -> str:
    text = WITH_WEEKDAY.sub(lambda told: f"{int(told['m'])}月{int(told['d'])}日", text)
    text = LAST_MONTH.sub(f"{(today.month - 2) % 12 + 1}月", text)
    return HELD_ONCE.sub("", MONTH_BEHIND.sub(r"\g<m>月\g<d>\g<sign>", text))
