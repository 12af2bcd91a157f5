"""A picture before it is painted: what stands where, in units of which the width has 1080, a phone's pixels."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.board import Light
from exports.font import width
from exports.palette import GROUND, Colour
from exports.shapes import Shape

WIDTH = 1080
MARGIN = 36
SMALLEST = 31  # units: 11 pixels where the picture is shown 390 wide
LEADING = 1.22
BASELINE = 0.37  # of the size: from the middle of a line down to where characters stand

Box = tuple[float, float, float, float]
Spot = tuple[float, float]


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


@dataclass(frozen=True)
class Stroke:
    """A line through points."""

    points: tuple[Spot, ...]
    colour: Colour
    thick: float = 4

    @property
    def box(self) -> Box:
        across, down = [x for x, _ in self.points], [y for _, y in self.points]
        return (
            min(across) - self.thick,
            min(down) - self.thick,
            max(across) + self.thick,
            max(down) + self.thick,
        )


Item = Words | Stamp | Block | Stroke
Part = Callable[[float], tuple[list[Item], float]]


@dataclass(frozen=True)
class Plan:
    height: float
    items: tuple[Item, ...]


def dashes(left: float, right: float, y: float, colour: Colour, thick: float = 4) -> list[Item]:
    """A level line that is no record, only a measure."""
    dash, gap = 18.0, 10.0
    made: list[Item] = []
    while left < right:
        made.append(Block((left, y - thick / 2, min(left + dash, right), y + thick / 2), colour))
        left += dash + gap
    return made


def dot(x: float, y: float, size: float, colour: Colour) -> Block:
    return Block((x - size / 2, y - size / 2, x + size / 2, y + size / 2), colour, radius=size / 2)


def stack(texts: list[str], x: float, y: float, size: int, colour: Colour, bold: bool, align: str) -> list[Item]:
    """Lines around the middle y."""
    pitch = size * LEADING
    top = y - pitch * (len(texts) - 1) / 2
    return [Words(text, x, top + pitch * i, size, colour, bold, align) for i, text in enumerate(texts)]


def sheet(*parts: Part) -> Plan:
    """Parts below each other, each given where it begins; it says where the next may."""
    made: list[Item] = []
    top = 0.0
    for part in parts:
        items, top = part(top)
        made += items
    return Plan(top + MARGIN, tuple(made))
