"""What an official document says, in its final words; how it looks is its form's (GB/T 9704)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Level = Literal[1, 2, 3]
BarColour = Literal["blue", "yellow", "red"]
WIDTH = 156  # mm between the margins


@dataclass(frozen=True)
class Heading:
    """Without its number: 一、（一） and 1. are counted where it is drawn."""

    heading: str
    level: Level = 1


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class Table:
    """Widths are mm and come to WIDTH. A row of one cell goes across the whole table."""

    head: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    left: frozenset[int] = frozenset()  # columns that are set from the left; the others are centred


@dataclass(frozen=True)
class Form:
    """Rows of pairs, a label and what is said there; `room` are rows left open for what is still to come."""

    lines: tuple[tuple[tuple[str, str], ...], ...]
    room: frozenset[int] = frozenset()


Block = Heading | Paragraph | Table | Form


@dataclass(frozen=True)
class Bar:
    """A colour as a word and as a bar across the page."""

    text: str
    colour: BarColour


@dataclass(frozen=True)
class Annex:
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Official:
    masthead: str  # 版头, in red
    number: str  # 发文字号; empty of what has none yet
    day: date  # 成文日期
    day_text: str
    blocks: tuple[Block, ...]
    title: str = ""
    beside: bool = False  # number and day stand on one line above the rule, and nothing is signed below
    signer: str = ""
    bar: Bar | None = None
    annexes: tuple[Annex, ...] = ()
    annex_word: str = ""  # 附件
    colophon: tuple[tuple[str, str], ...] = ()  # 版记: rows of what stands left and right
