"""The lights: a shape for what is asked, a fill and a mark for how it stands. Each is drawn once and then stamped."""

from enum import StrEnum
from functools import cache
from math import cos, pi, sin, sqrt

from PIL import Image, ImageChops, ImageDraw

from domain.board import Light
from exports import palette
from exports.palette import Colour

FINE = 4  # drawn so many times larger, then reduced: Pillow's polygons have stairs
EDGE = 0.115  # of the stamp's size
CROSS = 0.125

Points = list[tuple[float, float]]


class Shape(StrEnum):
    SQUARE = "square"  # received
    CIRCLE = "circle"  # on time
    TRIANGLE = "triangle"  # proven
    DIAMOND = "diamond"  # meets the target
    PILL = "pill"  # none of the four: shows a state in the legend


@cache
def stamp(shape: Shape, light: Light | None, pixels: int, ground: Colour = palette.GROUND) -> Image.Image:
    """The light on a ground, pixels × pixels."""
    side = pixels * FINE
    image = Image.new("RGB", (side, side), ground)
    match light:
        case None:
            _fill(image, shape, palette.NEUTRAL)
        case Light.GOOD:
            _fill(image, shape, palette.GOOD)
        case Light.WAITING:
            _fill(image, shape, palette.WAITING)
            _fill(image, shape, ground, inset=EDGE)
        case Light.LATE:
            _fill(image, shape, palette.AMBER_EDGE)
            _fill(image, shape, ground, inset=EDGE)
            _fill(image, shape, palette.AMBER, inset=EDGE, lower_half=True)
        case Light.BAD:
            _fill(image, shape, palette.BAD)
            _cross(image, shape)
        case Light.NONE:
            pass
    return image.resize((pixels, pixels), Image.Resampling.BOX)


@cache
def mask(shape: Shape, pixels: int) -> Image.Image:
    """Where a light covers what is behind it: a little more than its outline, so that its edges stay as they are."""
    image = Image.new("L", (pixels * FINE, pixels * FINE))
    points, _ = _outline(shape, 0)
    ImageDraw.Draw(image).polygon([_at(point, image.width) for point in points], fill=255)
    reduced = image.resize((pixels, pixels), Image.Resampling.BOX)
    return reduced.point([min(255, level * 3) for level in range(256)])


def _fill(image: Image.Image, shape: Shape, colour: Colour, inset: float = 0, lower_half: bool = False) -> None:
    mask = Image.new("L", image.size)
    points, middle = _outline(shape, inset)
    ImageDraw.Draw(mask).polygon([_at(point, image.width) for point in points], fill=255)
    if lower_half:
        half = Image.new("L", image.size)
        ImageDraw.Draw(half).rectangle((0, _at((0, middle), image.width)[1], *image.size), fill=255)
        mask = ImageChops.multiply(mask, half)
    image.paste(colour, mask=mask)


def _cross(image: Image.Image, shape: Shape) -> None:
    _, middle = _outline(shape, 0)
    arm = 0.15 if shape is Shape.TRIANGLE else 0.18
    draw = ImageDraw.Draw(image)
    for slope in (-1, 1):
        ends = [_at((end * arm, middle + end * slope * arm), image.width) for end in (-1, 1)]
        draw.line(ends, fill=palette.GROUND, width=round(CROSS * image.width))


def _at(point: tuple[float, float], side: int) -> tuple[float, float]:
    return ((point[0] + 0.5) * side, (point[1] + 0.5) * side)


def _outline(shape: Shape, inset: float) -> tuple[Points, float]:
    """Corners in a square of side 1 around (0, 0), and the height at which the shape balances. Areas look alike."""
    match shape:
        case Shape.SQUARE:
            return _rounded(0.425 - inset, 0.425 - inset, max(0.13 - inset, 0.03)), 0
        case Shape.PILL:
            return _rounded(0.5 - inset, 0.34 - inset, 0.34 - inset), 0
        case Shape.CIRCLE:
            return _rounded(0.475 - inset, 0.475 - inset, 0.475 - inset), 0
        case Shape.DIAMOND:
            reach = 0.55 - inset * sqrt(2)
            return [(0, -reach), (reach, 0), (0, reach), (-reach, 0)], 0
        case Shape.TRIANGLE:
            low, reach = 0.125, 0.6 - 2 * inset
            corners = [(reach * sin(turn), low - reach * cos(turn)) for turn in (0, 2 * pi / 3, 4 * pi / 3)]
            return corners, low


def _rounded(across: float, down: float, radius: float) -> Points:
    """A rectangle of half sides across and down whose corners are arcs; a circle where all three are equal."""
    made: Points = []
    for quarter, (x, y) in enumerate([(1, 1), (-1, 1), (-1, -1), (1, -1)]):
        for step in range(13):
            turn = (quarter + step / 12) * pi / 2
            made.append((x * (across - radius) + radius * cos(turn), y * (down - radius) + radius * sin(turn)))
    return made
