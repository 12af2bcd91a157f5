"""The one typeface of the pictures: what it can draw, how wide a text is. Loaded when first asked for, kept after."""

import struct
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import ImageFont

FOLDER = Path(__file__).parent / "fonts"
REGULAR = "DubanSansSC-Regular.otf"
BOLD = "DubanSansSC-Bold.ttf"
GETA = "〓"  # the printer's mark for a sort that is not in the case


class MissingFont(RuntimeError):
    def __init__(self, path: Path) -> None:
        super().__init__(f"Font file missing or unreadable: {path}")
        self.path = path


def glyphs() -> set[str]:
    """Every character that a picture can show; Bold's gaps are filled by Regular."""
    return set(_covered(FOLDER / REGULAR))


def missing(text: str) -> set[str]:
    """Characters of a text that would be drawn as 〓."""
    return set(_inked(text)) - _covered(FOLDER / REGULAR)


def printable(text: str) -> str:
    """The text as it is drawn: one line, without invisible characters, 〓 for what the font has not."""
    absent = missing(text)
    drawn = "".join(GETA if char in absent else char for char in _inked(text))
    return drawn.replace(" · ", "·")  # full-width in this face: it brings its own space


def require() -> None:
    """MissingFont where one of the files is not there: better at the start than in the first picture."""
    for path in (FOLDER / REGULAR, FOLDER / BOLD):
        _covered(path)


@lru_cache(4096)
def width(text: str, size: int, bold: bool = False) -> float:
    """Advance width in the unit of size; measured at four times the size, so it holds at any scale."""
    return face(text, size * 4, bold).getlength(text) / 4


def face(text: str, pixels: int, bold: bool = False) -> "ImageFont.FreeTypeFont":
    """The face for the whole of a text: no word is set half in Bold and half in Regular."""
    heavy = bold and _covered(FOLDER / BOLD).issuperset(text)
    return _load(FOLDER / (BOLD if heavy else REGULAR), pixels)


@cache
def _load(path: Path, pixels: int) -> "ImageFont.FreeTypeFont":
    from PIL import ImageFont  # a start can do without

    try:
        # BASIC: Chinese needs no shaping, and the same picture comes out where raqm is not installed
        return ImageFont.truetype(path, pixels, layout_engine=ImageFont.Layout.BASIC)
    except OSError as error:
        raise MissingFont(path) from error


def _inked(text: str) -> str:
    shown = (char for char in text if unicodedata.category(char) != "Cf" and not "\ufe00" <= char <= "\ufe0f")
    return " ".join("".join(shown).split())


@cache
def _covered(path: Path) -> frozenset[str]:
    try:
        return frozenset(chr(code) for first, last in _groups(path.read_bytes()) for code in range(first, last + 1))
    except (OSError, struct.error, StopIteration, ValueError) as error:
        raise MissingFont(path) from error


def _groups(data: bytes) -> list[tuple[int, int]]:
    """Ranges of a format 12 character map (OpenType: cmap); both our fonts carry one."""
    (tables,) = struct.unpack_from(">H", data, 4)
    records = (struct.unpack_from(">4sLLL", data, 12 + 16 * i) for i in range(tables))
    cmap = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    offsets = (cmap + struct.unpack_from(">HHL", data, cmap + 4 + 8 * i)[2] for i in range(count))
    full = next(at for at in offsets if struct.unpack_from(">H", data, at) == (12,))
    (ranges,) = struct.unpack_from(">L", data, full + 12)
    return [struct.unpack_from(">LL", data, full + 16 + 12 * i) for i in range(ranges)]
