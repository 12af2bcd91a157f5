"""Text as files can carry it: what people type may hold signs that no file format allows."""

import re

# control characters but tab and line feed, halves of a pair, and what Unicode says is no character
BAD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef]|[\ufffe\uffff]")
PLANES = re.compile("[" + "".join(chr(plane << 16 | end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF)) + "]")
ORDER = "\ufeff"  # says how a file is to be read, and nothing within one
# among them those that turn the direction
UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0001-\U000e007f]"
)
BREAKS = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
MARK = "\ufffd"  # stands where a sign was that cannot be


def wellformed(text: str) -> str:
    """With line feeds alone as breaks; what cannot be carried is marked."""
    return PLANES.sub(MARK, BAD.sub(MARK, BREAKS.sub("\n", text.replace(ORDER, ""))))


def seen(text: str) -> str:
    """Without signs that nobody sees, breaks as blanks."""
    return UNSEEN.sub("", wellformed(text)).replace("\n", " ").replace("\t", " ")


def one_line(text: str) -> str:
    return " ".join(seen(text).split())


def cut(text: str, most: int) -> str:
    """No longer than so many UTF-16 units, which is how Office counts; what is cut off is marked."""
    units = text.encode("utf-16-le")
    if len(units) // 2 <= most:
        return text
    return units[: 2 * (most - 1)].decode("utf-16-le", "ignore") + "…"
