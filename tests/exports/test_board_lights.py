from itertools import combinations

import pytest
from PIL import Image, ImageChops, ImageStat

from domain.board import Light
from exports import palette
from exports.palette import Colour
from exports.shapes import Shape, stamp

FOUR = [Shape.SQUARE, Shape.CIRCLE, Shape.TRIANGLE, Shape.DIAMOND]
SEEN = [Light.WAITING, Light.GOOD, Light.LATE, Light.BAD]
SIZES = [30, 11]  # pixels of a light on a phone, and where the picture is shown 390 pixels wide


def grey(shape: Shape, light: Light, pixels: int) -> Image.Image:
    return stamp(shape, light, 60).convert("L").resize((pixels, pixels), Image.Resampling.LANCZOS)


def apart(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of two greyscale pictures, 0 to 255."""
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])


def luminance(colour: Colour) -> float:
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    dark, bright = sorted([luminance(one), luminance(other)])
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("pixels", SIZES)
@pytest.mark.parametrize("shape", FOUR)
def test_states_of_one_light_differ_without_colour(shape: Shape, pixels: int) -> None:
    for one, other in combinations(SEEN, 2):
        assert apart(grey(shape, one, pixels), grey(shape, other, pixels)) > 10, (one, other)


@pytest.mark.parametrize("pixels", SIZES)
@pytest.mark.parametrize("light", SEEN)
def test_the_four_lights_differ_in_shape_alone(light: Light, pixels: int) -> None:
    for one, other in combinations(FOUR, 2):
        assert apart(grey(one, light, pixels), grey(other, light, pixels)) > 10, (one, other)


@pytest.mark.parametrize("shape", FOUR)
def test_nothing_asked_shows_nothing(shape: Shape) -> None:
    assert stamp(shape, Light.NONE, 60).getcolors() == [(3600, palette.GROUND)]


@pytest.mark.parametrize("shape", FOUR)
def test_a_bad_light_is_dark_with_a_hole_and_a_waiting_one_is_hollow(shape: Shape) -> None:
    centre = (30, 37) if shape is Shape.TRIANGLE else (30, 30)
    assert stamp(shape, Light.BAD, 60).getpixel(centre) == palette.GROUND
    assert stamp(shape, Light.WAITING, 60).getpixel(centre) == palette.GROUND
    assert stamp(shape, Light.GOOD, 60).getpixel(centre) == palette.GOOD


@pytest.mark.parametrize("light", SEEN)
@pytest.mark.parametrize("shape", FOUR)
def test_a_light_stays_within_its_square(shape: Shape, light: Light) -> None:
    inside = ImageChops.invert(stamp(shape, light, 60).convert("L")).getbbox()
    assert inside is not None
    assert inside[2] - inside[0] >= 48
    rim = [grey(shape, light, 60).getpixel(corner) for corner in [(0, 0), (59, 0), (0, 59), (59, 59)]]
    assert rim == [255] * 4


def test_good_late_and_bad_differ_in_luminance() -> None:
    for one, other in combinations([palette.AMBER, palette.GOOD, palette.BAD], 2):
        assert contrast(one, other) > 1.7, (one, other)


def test_words_and_marks_stand_out_from_their_ground() -> None:
    for ground in (palette.GROUND, palette.PANEL):
        assert all(contrast(colour, ground) >= 4.5 for colour in (palette.INK, palette.SOFT))
    marks = (palette.GOOD, palette.BAD, palette.AMBER_EDGE, palette.WAITING, palette.NEUTRAL)
    assert all(contrast(colour, palette.GROUND) >= 3 for colour in marks)
    assert contrast(palette.SEAL, palette.GROUND) >= 7
