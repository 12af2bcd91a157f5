"""What a browser shows of HTML: elements that are hidden, those that begin a line, blanks that count."""

import re

from lxml.etree import _Element

from catalogue.papers.printed import printed

BREAKS = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
        ),
        *(
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "html",
            "legend",
        ),
        *(
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
        ),
    )
)
_NEVER_SEEN = frozenset(
    (
        *("head", "script", "style", "template", "noscript", "title", "meta", "link", "object", "iframe", "svg"),
        *("rp", "rt", "del", "select", "datalist", "textarea", "button"),
    )
)
_HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|mso-element\s*:\s*(?:comment|comment-list|header|footer))\b",
    re.I,
)
_WIDE = "[\u2018-\u201f\u2026\u3001-\u303f\u3400-\u9fff\uff00-\uffef]"
_WRAPPED = re.compile(f"(?<={_WIDE})[ \t]*[\r\n][ \t\r\n]*(?={_WIDE})")


def is_unseen(element: _Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _NEVER_SEEN or element.get("hidden") is not None:
        return True
    return _HIDING.search(element.get("style") or "") is not None


def joined(pieces: list[str]) -> str:
    """Line ends of the source are blanks, between Chinese characters not even that; a break is "\\v"."""
    text = "".join(pieces)
    if not text.strip():
        return ""
    text = _WRAPPED.sub("", text)
    return printed(re.sub("[ \t\r\n]+", " ", text))
