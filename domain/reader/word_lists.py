"""Lists of words as one pattern."""

import re


def any_of(*lines: str) -> str:
    """One line a theme, the words of it parted by | themselves."""
    return f"(?:{'|'.join(lines)})"


def words_of(*lines: str) -> "re.Pattern[str]":
    return re.compile(any_of(*lines))
