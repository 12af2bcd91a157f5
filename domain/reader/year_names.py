"""Names that hold a year: 2022年新收涉黑恶案. The year picks the figure, and holds until another one is named."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.numbers import DIGITS
from domain.patterns import pattern_of
from domain.reader.names import Thing

DIGIT = "[0-9〇零一二三四五六七八九]"
SAID = pattern_of(rf"(?<!{DIGIT})(?:{DIGIT}{{4}}|{DIGIT}{{2}})年度?|(?<![0-9.])20[0-9]{{2}}(?=[ :,\n(]|[一-鿿])")


@dataclass(frozen=True)
class Said:
    """A year where it stands."""

    year: int
    start: int
    end: int


def of_names(known: Sequence[Thing]) -> set[int]:
    return {thing.year for thing in known if thing.year}


def said(text: str, known: Sequence[Thing]) -> tuple[Said, ...]:
    """Whether it is asked for or not; nothing where no name holds a year."""
    if not of_names(known):
        return ()
    found = ((match, _year(match.group())) for match in SAID.finditer(text))
    return tuple(Said(year, *match.span()) for match, year in found)


def _year(written: str) -> int:
    digits = [c if c.isdecimal() else str(DIGITS.get(c, 0)) for c in written if c not in "年度"]
    return int("".join(digits).rjust(4, "x").replace("xx", "20"))


def at(place: int, years: Sequence[Said]) -> int | None:
    """The last one before it, or the only one that the text names."""
    before = [one.year for one in years if one.start <= place]
    if before:
        return before[-1]
    return years[0].year if len({one.year for one in years}) == 1 else None


def of_year(thing: Thing, year: int | None, among: Sequence[Thing]) -> Thing | None:
    """The same of another year; None where it is not certain which."""
    if thing.year is None:
        return thing
    return next((one for one in among if (one.name, one.sort, one.year) == (thing.name, thing.sort, year)), None)
