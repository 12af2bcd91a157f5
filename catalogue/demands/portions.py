"""Figures in words that are no numerals: 一半以上, 过半, 翻一番."""

from collections.abc import Iterator
from fractions import Fraction

from catalogue.demands.operators import Comparison
from catalogue.demands.units import Measured
from domain.numbers import DIGITS
from domain.patterns import pattern_of

HALF = pattern_of(
    "(?<![另前后上下])(?:一半|半数)(?=[以之][上内下])|(?:(?<=超过)|(?<=不低于)|(?<=不少于)|(?<=达到))(?:一半|半数)"
)
OVER_HALF = pattern_of("(?<![经通透])(?:过半|超半)数?(?![年小天月个径程])")
DOUBLED = pattern_of("翻(?P<times>[一二两三])?番")

Portion = tuple[int, int, Measured, Comparison | None]  # from where to where, what, and how it is compared


def portions(text: str, start: int, end: int) -> Iterator[Portion]:
    for match in HALF.finditer(text, start, end):
        yield *match.span(), Measured(Fraction(1, 2), "%", match.group()), None
    for match in OVER_HALF.finditer(text, start, end):
        compared = Comparison(">", *match.span(), firm=True)
        yield *match.span(), Measured(Fraction(1, 2), "%", match.group()), compared
    for match in DOUBLED.finditer(text, start, end):
        times = Fraction(2 ** DIGITS[match["times"] or "一"])
        yield *match.span(), Measured(times, "倍", match.group()), None
