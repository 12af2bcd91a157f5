"""The words of a line of Markdown without its marks: **bold**, [links](…), `code`, &entities; and <br>."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from catalogue.papers.printed import printed

_MARKS = re.compile(r"[*_`\[<&\\~!]")
_MOST = 5_000  # characters; a line beyond it was not set by hand, and some marks take quadratic time
_HTML_BREAK = re.compile(r"<(?:br\b|/?p\b|/?div\b|/?li\b)", re.I)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("strikethrough")


def plain(text: str) -> str:
    if len(text) > _MOST or not _MARKS.search(text):
        return printed(text)
    (inline,) = _parser().parseInline(text)
    return printed("".join(_shown(token) for token in inline.children or []))


def _shown(token: Token) -> str:
    if token.type == "html_inline":
        return "\n" if _HTML_BREAK.match(token.content) else ""
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    return token.content if token.type in ("text", "text_special", "code_inline") else ""
