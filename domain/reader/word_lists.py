"""Lists of words as one pattern."""

import re

from domain.patterns import pattern_of


def any_of(*lines: str) -> str:
    """One line a theme, the words of it parted by | themselves."""
    return f"(?:{'|'.join(lines)})"


def words_of(*lines: str) -> "re.Pattern[str]":
    return pattern_of(any_of(*lines))
