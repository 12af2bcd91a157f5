"""How long a meeting took, and on what day of the week it was: 大概半个小时吧; 国庆前那个周四.

No part of the answer, unless the day was another one.
"""

from datetime import date

from domain.patterns import pattern_of

N = "[0-9一二两三四五六七八九十]{1,3}"
HOW_LONG = pattern_of(
    rf"[,，。;；\s]+(?:[开学搞讲]了|一共|总共|前后|大概|大约|差不多|约|也就|就|有)*(?:半|{N})[个来多]?(?:多|半)?(?:分钟|小时|钟头|刻钟|刻)(?:左右|上下|吧|的?样子|不到)*(?=$|[,，。;；\s])"
)
WEEKDAY = pattern_of(
    r"[,，]\s*(?:也?就是?)?[^,，。;；0-9\s]{0,10}?(?:那个?|最[后近]一个)(?:周|礼拜|星期)(?P<day>[一二三四五六日天])(?=$|[,，。;；\s])"
)
# 6.18那个会，主题写的「…」
THAT_ONE = pattern_of(
    r"(?<=[0-9日号])(?:那(?:个会|次会?|场会?)|开的)[,，]\s*(?:会议)?(?:议题|主题)[上里]?[写定][的了]?是?\s*(?=[《“「\"])"
)
DAYS = "一二三四五六日"


def without_length(text: str) -> str:
    return HOW_LONG.sub("", text)


def without_weekday(text: str) -> str:
    return WEEKDAY.sub("", THAT_ONE.sub("开的，议题是", text))


def is_another(text: str, day: date) -> bool:
    """9月28号，那个礼拜六, and the 28th was a Sunday."""
    return any(DAYS.index(found["day"].replace("天", "日")) != day.weekday() for found in WEEKDAY.finditer(text))
