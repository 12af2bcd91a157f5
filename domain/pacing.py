"""How often, and by when: what the office may change in chat, short enough for a button."""

from dataclasses import dataclass

from domain.cadences import Every, Moment
from domain.patterns import pattern_of

LETTERS: dict[Every, str] = {"month": "m", "quarter": "q", "half-year": "h", "year": "y"}
SHORT = pattern_of(r"([mqhy])-([awex])(\d{1,3})")


@dataclass(frozen=True)
class Rhythm:
    """Written m-a10 for every month, after 10; w5 is within 5, e1 is within -1 and x0 a day before the period."""

    every: Every
    due: Moment | None  # None is before the period

    def __str__(self) -> str:
        if self.due is None:
            return f"{LETTERS[self.every]}-x0"
        letter = "a" if self.due.where == "after" else "w" if self.due.day > 0 else "e"
        return f"{LETTERS[self.every]}-{letter}{abs(self.due.day)}"


def rhythm(text: str) -> Rhythm:
    """ValueError where it is none."""
    match = SHORT.fullmatch(text)
    if match is None:
        raise ValueError(f"{text} is no rhythm")
    every = next(every for every, letter in LETTERS.items() if letter == match[1])
    day = int(match[3])
    if match[2] == "x" or day == 0:
        return Rhythm(every, None)
    return Rhythm(every, Moment("after" if match[2] == "a" else "within", -day if match[2] == "e" else day))
