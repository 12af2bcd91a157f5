"""Whole numbers as people write them: 45, ４５, 1,234, 四十五, 廿三, 一百二."""

import re
import unicodedata
from fractions import Fraction

from domain.patterns import pattern_of

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2, "俩": 2}
CHINESE = "".join(DIGITS) + "〇十百千万廿卅"
FUSED = str.maketrans({"廿": "二十", "卅": "三十", "〇": "零"})
BY_PLACE = frozenset("零一二三四五六七八九")  # 二零二六; 两 is never said in it
DIGIT = "[一二三四五六七八九两俩]"
BELOW = pattern_of(rf"(?:({DIGIT})千)?(?:零?({DIGIT})百)?(?:零?({DIGIT}?)十)?(?:(零?)({DIGIT}))?")
# 1,234 is one number; 45,45,2 are three, and so is whatever else does not fall into threes
NUMBER = pattern_of(
    rf"[-−]?(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+(?!,?[0-9])|[0-9]+)(?:\.[0-9]+)?%?|[{CHINESE}]+",
)
UNUSUAL = pattern_of("[^\u0000-\u007f\u4e00-\u9fff]")  # signs that may have an ordinary form: few of a text
LONGEST = 9  # digits; nothing counted here comes near
DECIMALS = 6


def plain(text: str) -> str:
    """Full-width forms made ordinary, white space folded."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()


def level(text: str) -> str:
    """Full-width forms made ordinary one for one, so that a place in the result is the same place in `text`."""
    if unicodedata.is_normalized("NFKC", text):
        return text
    return UNUSUAL.sub(_one_for_one, text)


def _one_for_one(match: re.Match[str]) -> str:
    form = unicodedata.normalize("NFKC", match.group())
    return form if len(form) == 1 else match.group()


def value_of(written: str) -> int | None:
    """What a match of NUMBER says; None where that is no whole number or no usual way of writing one (007)."""
    if written[0] in CHINESE:
        return chinese(written)
    digits = written.replace(",", "")
    if not digits.isdecimal() or len(digits) > LONGEST or (digits[0] == "0" and len(digits) > 1):
        return None
    return int(digits)


def amount_of(written: str) -> Fraction | None:
    """As `value_of`, with decimals: 12.50 is 25/2. None for a percentage and for less than nothing."""
    head, point, tail = written.partition(".")
    whole = value_of(head)
    if whole is None or not point:
        return None if whole is None else Fraction(whole)
    return Fraction(f"{whole}.{tail}") if tail.isdecimal() and len(tail) <= DECIMALS else None


def chinese(written: str) -> int | None:
    """四十五 → 45, 一百零二 → 102, 一百二 → 120, 一万二 → 12000, 二〇二六 → 2026.

    None where the signs make no number or no certain one: 三四 is three or four, 百 is "some hundred".
    """
    written = written.translate(FUSED)
    if BY_PLACE.issuperset(written):
        return _by_place(written)
    if "万" not in written:
        return None if written[0] == "零" else _below(written)
    head, _, tail = written.partition("万")
    high, low = chinese(head), _after_ten_thousands(tail)
    return None if high is None or low is None or high >= 10_000 else high * 10_000 + low


def _by_place(written: str) -> int | None:
    if len(written) == 1:
        return DIGITS[written]
    certain = 2 <= len(written) <= LONGEST and written[0] != "零" and (len(written) > 2 or written[1] == "零")
    return int("".join(str(DIGITS[c]) for c in written)) if certain else None


def _after_ten_thousands(written: str) -> int | None:
    if len(written) == 1 and written in DIGITS:
        return DIGITS[written] * 1000 or None
    return _below(written) if written else 0


def _below(written: str) -> int | None:
    """Below ten thousand. A last digit right behind 百 or 千 counts the next scale down: 一百二 is 120."""
    match = BELOW.fullmatch(written)
    if not match:
        return None
    thousands, hundreds, tens, zero, ones = match.groups()
    scale = 1
    if tens is None and not zero:
        scale = 10 if hundreds else 100 if thousands else 1
    parts = ((thousands, 1000), (hundreds, 100), ("一" if tens == "" else tens, 10), (ones, scale))
    return sum(DIGITS[digit] * worth for digit, worth in parts if digit)
