"""A plan becomes a PNG: two pixels a unit, or one where the picture would be too large or too heavy."""

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from exports import palette
from exports.font import face
from exports.palette import Colour
from exports.plan import BASELINE, WIDTH, Block, Plan, Stamp, Stroke, Words
from exports.shapes import mask, stamp

SCALE = 2
MOST = 10_000  # width and height together, in pixels: Telegram takes no larger photo
HEAVIEST = 400_000  # bytes: more is slow on a phone's network
SHADES = 8  # between a colour and the ground, for smooth edges
FINE = 3  # strokes are drawn so many times larger, then reduced: Pillow's have stairs


def paint(plan: Plan) -> bytes:
    if (WIDTH + plan.height) * SCALE > MOST:
        return _png(_drawn(plan, 1))
    fine = _png(_drawn(plan, SCALE))
    return fine if len(fine) <= HEAVIEST else _png(_drawn(plan, 1))


def _drawn(plan: Plan, scale: int) -> Image.Image:
    image = Image.new("RGB", (WIDTH * scale, round(plan.height * scale)), palette.GROUND)
    draw = ImageDraw.Draw(image)
    for item in plan.items:
        match item:
            case Words():
                _write(draw, item, scale)
            case Stamp():
                side = round(item.size * scale)
                drawn = stamp(item.shape, item.light, side, item.ground)
                image.paste(drawn, (round(item.box[0] * scale), round(item.box[1] * scale)), mask(item.shape, side))
            case Stroke():
                _stroke(image, item, scale)
            case Block():
                x0, y0, x1, y1 = (round(edge * scale) for edge in item.box)
                draw.rounded_rectangle((x0, y0, x1 - 1, y1 - 1), item.radius * scale, fill=item.colour)
    return image


def _write(draw: ImageDraw.ImageDraw, words: Words, scale: int) -> None:
    place = (words.x * scale, (words.y + words.size * BASELINE) * scale)
    font = face(words.text, words.size * scale, words.bold)
    draw.text(place, words.text, fill=words.colour, font=font, anchor=f"{words.align}s")


def _stroke(image: Image.Image, stroke: Stroke, scale: int) -> None:
    left, top, right, bottom = (round(edge * scale) for edge in stroke.box)
    mask = Image.new("L", ((right - left) * FINE, (bottom - top) * FINE))
    points = [((x * scale - left) * FINE, (y * scale - top) * FINE) for x, y in stroke.points]
    ImageDraw.Draw(mask).line(points, fill=255, width=round(stroke.thick * scale * FINE), joint="curve")
    image.paste(stroke.colour, (left, top), mask.resize((right - left, bottom - top), Image.Resampling.BOX))


def _png(image: Image.Image) -> bytes:
    file = BytesIO()
    image.quantize(palette=_swatches(), dither=Image.Dither.NONE).save(file, "PNG", compress_level=6)
    return file.getvalue()


@cache
def _swatches() -> Image.Image:
    """The palette's colours, and shades towards the ground of those that have smooth edges: nothing shifts."""
    colours = {value for value in vars(palette).values() if isinstance(value, Colour)}
    shades = set(colours)
    # Pillow looks colours up in steps of four: shades of the palest ones would be taken for the ground and tint it.
    for colour in colours - {palette.GROUND, palette.LINE, palette.PANEL}:
        for step in range(1, SHADES):
            shades.add(Colour(*(part + (255 - part) * step // SHADES for part in colour)))
    image = Image.new("P", (1, 1))
    image.putpalette([part for shade in sorted(shades) for part in shade])
    return image
