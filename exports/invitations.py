"""The sheet of invitations: one page of A4 in two columns, a post and its code in each strip, to be cut apart."""

from io import BytesIO

from PIL import Image, ImageDraw

from domain.paper import MOST, Invitations
from exports.font import face, printable
from exports.words import cut, lines

DOTS = 200  # an inch
WIDTH, HEIGHT = 1654, 2339  # A4 at that
MARGIN, GAP = 110, 60  # around the page, between the columns
COLUMN = (WIDTH - 2 * MARGIN - GAP) // 2
TOP, BOTTOM = 380, HEIGHT - 160  # of the strips
TALLEST = 110  # a strip
TITLE, NOTE, POST, CODE, FOOTER = 54, 32, 27, 36, 26  # sizes
CELL, BETWEEN, GROUP = 26, 20, 4  # each letter in a cell of its own: a code is read letter by letter
INK, SOFT, RULE = 0, 90, 170


def draw(sheet: Invitations) -> bytes:
    """A PDF of one page."""
    image = Image.new("L", (WIDTH, HEIGHT), 255)
    pen = ImageDraw.Draw(image)
    _head(pen, sheet)
    codes = sheet.codes[:MOST]
    for number, (post, code) in enumerate(codes):
        _strip(pen, len(codes), number, post, code)
    _write(pen, cut(printable(sheet.footer), WIDTH - 2 * MARGIN, FOOTER), MARGIN, HEIGHT - 100, FOOTER, SOFT)
    file = BytesIO()
    image.save(file, "PDF", resolution=DOTS, quality=80, title=sheet.title)
    return file.getvalue()


def cells(n: int, number: int) -> list[tuple[int, int]]:
    """The feet of the 22 letters of one of n codes: the middle of each, and where they stand."""
    left, top, pitch = _place(n, number)
    foot = top + pitch // 2 + CODE // 2 + 8
    return [(left + CELL * i + BETWEEN * (i // GROUP) + CELL // 2, foot) for i in range(22)]


def _place(n: int, number: int) -> tuple[int, int, int]:
    """Left edge, top and height of a strip; the first column is filled first."""
    each = max(1, -(-n // 2))
    pitch = min(TALLEST, (BOTTOM - TOP) // each)
    column, row = divmod(number, each)
    return MARGIN + column * (COLUMN + GAP), TOP + row * pitch, pitch


def _head(pen: ImageDraw.ImageDraw, sheet: Invitations) -> None:
    _write(pen, cut(printable(sheet.title), WIDTH - 2 * MARGIN, TITLE, bold=True), MARGIN, 170, TITLE, INK, bold=True)
    shown = [line for note in sheet.notes for line in lines(note, WIDTH - 2 * MARGIN, NOTE, 2)]
    for number, line in enumerate(shown[:3]):
        _write(pen, line, MARGIN, 240 + number * 46, NOTE, SOFT)


def _strip(pen: ImageDraw.ImageDraw, n: int, number: int, post: str, code: str) -> None:
    left, top, pitch = _place(n, number)
    _write(pen, cut(printable(post), COLUMN, POST), left, top + pitch // 2 - 8, POST, SOFT)
    for letter, at in zip(code, cells(n, number), strict=False):
        pen.text(at, letter, fill=INK, font=face(letter, CODE, bold=True), anchor="ms")
    pen.line((left, top + pitch, left + COLUMN, top + pitch), fill=RULE)


def _write(pen: ImageDraw.ImageDraw, text: str, x: int, y: int, size: int, ink: int, bold: bool = False) -> None:
    pen.text((x, y), text, fill=ink, font=face(text, size, bold), anchor="ls")
