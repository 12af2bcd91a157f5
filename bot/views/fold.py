"""A page that is too long for its message is read part by part, each with the buttons of its own lines."""

import dataclasses
from collections.abc import Iterator
from itertools import accumulate

from bot.translator import Translator
from bot.views.message import NUMBERS, Button, Message
from bot.views.pages import Rows

HEAD = 4  # a head that takes more than one part in so many is not said over in each
UP = "up"  # the way back is the last row
INDENT = "　"  # a line that begins with it belongs to the one above


def size(text: str) -> int:
    """As Telegram counts: in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def fold(message: Message, most: int, part: int, t: Translator) -> Message:
    """Nothing is left out: what does not fit is on the next part. One that there is no more is the last one."""
    parts = split(message.text, most)
    if len(parts) == 1:
        return message
    shown = min(max(1, part), len(parts))
    text = parts[shown - 1]
    own = list(_own(message.buttons, text))
    foot = own.pop() if own and own[-1][0].verb == UP else ()
    rows = (*own, _turn(shown, len(parts), t), foot)
    return dataclasses.replace(message, text=text, buttons=tuple(row for row in rows if row))


def _own(rows: Rows, text: str) -> Iterator[tuple[Button, ...]]:
    for row in rows:
        if own := tuple(button for button in row if button.label not in NUMBERS or button.label in text):
            yield own


def _turn(shown: int, of: int, t: Translator) -> tuple[Button, ...]:
    here = t("This page: {n} of {of}", n=shown, of=of)
    labels = [("◀", shown - 1), (here, shown), ("▶", shown + 1)]
    return tuple(Button(label, "fold", n) for label, n in labels if 1 <= n <= of)


def split(text: str, most: int) -> list[str]:
    """The parts, each with the first line above it; a paragraph is broken only where it is too long for a part."""
    if size(text) <= most:
        return [text]
    head, *rest = text.split("\n")
    if size(head) > most // HEAD:
        head, rest = "", [head, *rest]
    above = f"{head}\n" if head else ""
    room = most - size(above)
    parts: list[str] = []
    for piece in _pieces(rest, room):
        if parts and size(parts[-1]) + 1 + size(piece) <= room:
            parts[-1] = f"{parts[-1]}\n{piece}"
        else:
            parts.append(piece)
    return [above + part for part in parts]


def _pieces(lines: list[str], room: int) -> Iterator[str]:
    """Paragraphs, where they fit; otherwise their lines, and of those what fits."""
    paragraphs: list[list[str]] = []
    for line in lines:
        if paragraphs and line.startswith(INDENT):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    for paragraph in paragraphs:
        whole = "\n".join(paragraph)
        if size(whole) <= room:
            yield whole
        else:
            for line in paragraph:
                yield from _broken(line, room)


def _broken(line: str, room: int) -> Iterator[str]:
    while size(line) > room:
        fits = sum(1 for end in accumulate(size(sign) for sign in line) if end <= room)
        yield line[:fits]
        line = line[fits:]
    yield line
