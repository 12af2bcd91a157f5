"""A picture before it is painted: what stands where, in units of which the width has 1080, a phone's pixels."""

from dataclasses import dataclass

from domain.board import Light
from exports.font import width
from exports.palette import GROUND, Colour
from exports.shapes import Shape

WIDTH = 1080
MARGIN = 36
SMALLEST = 28  # units: 9 points on a phone that shows the picture at full width
LEADING = 1.22
BASELINE = 0.37  # of the size: from the middle of a line down to where characters stand

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Words:
    """One line of text; y is the middle of the line, x what align says: l(eft), m(iddle) or r(ight)."""

    text: str
    x: float
    y: float
    size: int
    colour: Colour
    bold: bool = False
    align: str = "l"

    @property
    def box(self) -> Box:
        wide = width(self.text, self.size, self.bold)
        left = self.x - {"l": 0.0, "m": wide / 2, "r": wide}[self.align]
        return (left, self.y - self.size / 2, left + wide, self.y + self.size / 2)


@dataclass(frozen=True)
class Stamp:
    """One light around the middle (x, y)."""

    shape: Shape
    light: Light | None  # None: the shape alone, as in the legend
    x: float
    y: float
    size: float
    ground: Colour = GROUND

    @property
    def box(self) -> Box:
        half = self.size / 2
        return (self.x - half, self.y - half, self.x + half, self.y + half)


@dataclass(frozen=True)
class Block:
    box: Box
    colour: Colour
    radius: float = 0


Item = Words | Stamp | Block


@dataclass(frozen=True)
class Plan:
    height: float
    items: tuple[Item, ...]


def stack(texts: list[str], x: float, y: float, size: int, colour: Colour, bold: bool, align: str) -> list[Item]:
    """Lines around the middle y."""
    pitch = size * LEADING
    top = y - pitch * (len(texts) - 1) / 2
    return [Words(text, x, top + pitch * i, size, colour, bold, align) for i, text in enumerate(texts)]
