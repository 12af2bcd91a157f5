"""Text as Telegram reads it: UTF-16 lengths, what it finds in plain text, and its HTML."""

import re
from html.parser import HTMLParser
from typing import Any

from sandbox.errors import bad

Json = dict[str, Any]
FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"'，。；、）】》]+)"
    r"|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![A-Za-z0-9_/])"
    r"|(?<![\w.@])(?P<email>[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
    r"|(?<![\w@])(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})(?![A-Za-z0-9_])"
    r"|(?<!\w)(?P<hashtag>#\w*[^\W\d]\w*)"
)
TAGS = {
    **{"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline"},
    **{"s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre"},
    **{"a": "text_link", "blockquote": "blockquote", "tg-spoiler": "spoiler", "span": "spoiler"},
}


def units(text: str) -> int:
    """Length as Telegram counts it: an emoji is two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def found_in(text: str) -> list[Json]:
    """The entities that Telegram finds in plain text by itself."""
    return [
        {"offset": units(text[: match.start()]), "length": units(match[0]), "type": str(match.lastgroup)}
        for match in FOUND.finditer(text)
    ]


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.entities: list[Json] = []
        self._open: list[tuple[str, Json]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        kind = TAGS.get(tag)
        if kind is None or (tag == "span" and given.get("class") != "tg-spoiler"):
            raise bad(f'can\'t parse entities: unsupported start tag "{tag}" at byte offset {self._at()}')
        entity: Json = {"type": kind, "offset": units(self.text)}
        if tag == "a":
            entity["url"] = given.get("href") or ""
        if tag == "blockquote" and "expandable" in given:
            entity["type"] = "expandable_blockquote"
        self._open.append((tag, entity))

    def handle_endtag(self, tag: str) -> None:
        if not self._open:
            raise bad(f"can't parse entities: unexpected end tag at byte offset {self._at()}")
        expected, entity = self._open.pop()
        if tag != expected:
            raise bad(
                f"can't parse entities: unmatched end tag at byte offset {self._at()},"
                f' expected "</{expected}>", found "</{tag}>"'
            )
        entity["length"] = units(self.text) - entity["offset"]
        if entity["length"]:
            self.entities.append(entity)

    def handle_data(self, data: str) -> None:
        if "<" in data:  # the parser hands over what it could not read as a tag
            raise bad(f"can't parse entities: unsupported start tag at byte offset {self._at()}")
        self.text += data

    def finish(self) -> None:
        self.close()
        if self._open:
            tag = self._open[-1][0]
            raise bad(f"can't parse entities: can't find end tag corresponding to start tag \"{tag}\"")

    def _at(self) -> int:
        return len(self.text.encode())


def from_html(source: str) -> tuple[str, list[Json]]:
    # "&lt;" must not look like a tag that could not be read, so it travels as a private character.
    parser = _Html()
    parser.feed(source.replace("&lt;", "\ue000"))
    parser.finish()
    return parser.text.replace("\ue000", "<"), sorted(parser.entities, key=lambda one: one["offset"])


def read_text(text: str, parse_mode: str | None, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """Text and entities as Telegram keeps them, white space around it gone."""
    if parse_mode and parse_mode.lower() != "html":
        raise bad("unsupported parse_mode: the sandbox reads HTML alone")
    marked = entities or []
    if parse_mode:
        text, marked = from_html(text)
    lead = units(text) - units(text.lstrip())
    text = text.strip()
    moved = [one | {"offset": one["offset"] - lead} for one in marked]
    moved = [one for one in moved if one["offset"] >= 0 and one["offset"] + one["length"] <= units(text)]
    taken = [(one["offset"], one["offset"] + one["length"]) for one in moved]
    free = [one for one in found_in(text) if not any(a <= one["offset"] < b for a, b in taken)]
    return text, sorted([*moved, *free], key=lambda one: one["offset"])
