"""Fitting texts into boxes: shrink, break into balanced lines, cut with … as the last resort."""

import re
from collections.abc import Iterable

from exports.font import printable, width

ELLIPSIS = "…"

# What stays together: a Latin word up to its hyphen or spaces, a figure, a character with the marks that cling to it.
_PIECE = re.compile(r"[（〔【《“‘(\[]*(?:[!-,./-~À-ÿ]+-?|.)[）〕】》”’，。、；：！？%％)\]]*\s*")


def fits(text: str, limit: float, size: int, bold: bool = False) -> bool:
    return width(text, size, bold) <= limit


def cut(text: str, limit: float, size: int, bold: bool = False) -> str:
    """As much of the text as fits, with … where something is gone."""
    if fits(text, limit, size, bold):
        return text
    while text and not fits(text + ELLIPSIS, limit, size, bold):
        text = text[:-1].rstrip()
    return text + ELLIPSIS


def shrunk(text: str, limit: float, sizes: Iterable[int], bold: bool = False) -> int:
    """The first of the sizes, largest first, at which the text fits on one line; else the last."""
    size = 0
    for size in sizes:
        if fits(text, limit, size, bold):
            break
    return size


def broken(text: str, limit: float, size: int, most: int, bold: bool = False) -> list[str] | None:
    """As few lines as possible and about equally long; None if that takes more than most lines."""
    best = _filled(text, limit, size, bold)
    if best is None or len(best) > most:
        return None
    narrower = limit - size / 4
    while narrower > 0 and (tried := _filled(text, narrower, size, bold)) is not None and len(tried) == len(best):
        best, narrower = tried, narrower - size / 4
    return best


def lines(text: str, limit: float, size: int, most: int, bold: bool = False) -> list[str]:
    """Never more than most lines and never wider than the limit, whatever it costs."""
    text = printable(text)
    whole = broken(text, limit, size, most, bold)
    if whole is not None:
        return whole
    kept: list[str] = []
    while len(kept) < most - 1 and (head := _first(text, limit, size, bold)):
        kept.append(head.rstrip())
        text = text[len(head) :]
    return [*kept, cut(text, limit, size, bold)]


def _filled(text: str, limit: float, size: int, bold: bool) -> list[str] | None:
    """Lines filled from the left; None if one piece alone is too wide."""
    made = [""]
    for piece in _PIECE.findall(text):
        if not fits(piece.rstrip(), limit, size, bold):
            return None
        if fits((made[-1] + piece).rstrip(), limit, size, bold):
            made[-1] += piece
        else:
            made.append(piece)
    return [line.rstrip() for line in made]


def _first(text: str, limit: float, size: int, bold: bool) -> str:
    """The pieces that fit on one line; nothing, where not even one does."""
    taken = ""
    for piece in _PIECE.findall(text):
        if not fits((taken + piece).rstrip(), limit, size, bold):
            break
        taken += piece
    return taken
