"""A month that is said before its day: 10月底，就30号那天 is 30 October, whatever day of a 30th is nearest."""

from domain.date_words import MISHEARD
from domain.dates import Found
from domain.numbers import chinese
from domain.patterns import pattern_of

NUMERAL = "[0-9]{1,2}|[一二三四五六七八九十廿]{1,3}"
PARTS = {
    "初": (1, 10),
    "上旬": (1, 10),
    "中": (8, 22),
    "中旬": (8, 22),
    "下旬": (20, 31),
    "底": (20, 31),
    "末": (20, 31),
}
APART = pattern_of(
    rf"(?<![0-9一二三四五六七八九十])(?P<month>(?:(?:20[0-9]{{2}}|[今去])年)?(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月|上个?月)"
    rf"份?(?!{MISHEARD})(?P<part>[上中下]旬|[初中底末])?(?P<gap>(?:(?!通知|材料|纪要|发文|[0-9A-Za-z|_*#?!？！月年周一二三四五六七八九十廿])[^\n]){{1,10}}?)"
    rf"(?P<day>{NUMERAL})(?P<sign>[日号])(?![内前后楼文令院厅室])"
)
MONTH_ALONE = pattern_of(
    r"(?<![0-9一二三四五六七八九十])(?P<n>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?!\s?[0-9一二三四五六七八九十廿])"
)


def with_month(text: str) -> str:
    return APART.sub(
        lambda m: f"{m['gap']}{m['month']}{m['day']}{m['sign']}" if _fits(m["part"], m["day"]) else m[0], text
    )


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else chinese(written) or 0


def _fits(part: str | None, day: str) -> bool:
    first, last = PARTS[part] if part else (1, 31)
    return first <= _number(day) <= last


def is_of_another_month(text: str, found: Found) -> bool:
    """30号，是10月那次: the day by itself would be one of the month before today."""
    if found.day is None or "月" in found.written or not found.written.rstrip().endswith(("日", "号")):
        return False
    months = {_number(match["n"]) for match in MONTH_ALONE.finditer(text)}
    return bool(months) and found.day.month not in months
