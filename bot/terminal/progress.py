"""How far something is, beside what is printed, once it takes longer than somebody likes to wait."""

from collections.abc import Callable
from time import monotonic

from bot.reading_room import PATIENCE
from bot.terminal.records import told

BREATH = 0.5  # seconds between two lines


def percent(chinese: str, english: str) -> Callable[[int, int], None]:
    """To be told how much of how much is done."""

    def shown(done: int, of: int) -> None:
        part = 100 * done // max(of, 1)
        line(f"{chinese} {part}% / {english} {part} %")

    line = _seldom()
    return shown


def counted(chinese: str, english: str) -> Callable[[int], None]:
    """To be told how many are done."""
    line = _seldom()
    return lambda done: line(f"{chinese} {done} / {english} {done}")


def _seldom() -> Callable[[str], None]:
    last = monotonic() + PATIENCE - BREATH

    def shown(text: str) -> None:
        nonlocal last
        if monotonic() - last > BREATH:
            last = monotonic()
            told(text)

    return shown
