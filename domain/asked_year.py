"""The years that a text names: 2025年, 二〇二五年, 去年."""

from datetime import date

from domain.date_words import year_of
from domain.patterns import pattern_of

YEAR = pattern_of(
    r"(?<![0-9])(?P<full>20[0-9]{2}|二[〇零○0]二[〇零一二三四五六七八九])(?=年|[./-][0-9]|[)）])|(?P<word>[去今前]|上)(?=年(?!底|初|末))"
)
WORDS = {"上": "去"}


def years_said(text: str, today: date) -> set[int]:
    """上年 is the last one."""
    return {year_of(match["full"] or WORDS.get(match["word"], match["word"]), today) for match in YEAR.finditer(text)}
