"""The number that a browser prints before an item of a list."""

import re

from lxml.etree import _Element

from catalogue.papers.numerals import numeral

_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCountingThousand",
    "simp-chinese-informal": "chineseCountingThousand",
    "trad-chinese-informal": "chineseCountingThousand",
    "simp-chinese-formal": "chineseLegalSimplified",
    "cjk-decimal": "ideographDigital",
    "cjk-heavenly-stem": "ideographTraditional",
}
_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?([a-z]+(?:-[a-z]+)*)\s*(?:;|$)", re.I)


def markers(ordered: _Element) -> dict[_Element, str]:
    """What stands before each item of an `ol`: "3. " or "三、"; nothing where the list prints no mark."""
    items = [one for one in ordered if one.tag == "li"]
    step = -1 if ordered.get("reversed") is not None else 1
    start = _whole(ordered.get("start"))
    number = (start if start is not None else 1 if step > 0 else len(items)) - step
    found = {}
    for item in items:
        own = _whole(item.get("value"))
        number = own if own is not None else number + step
        if form := _form(item, ordered):
            text = numeral(number, form)
            found[item] = f"{text}、" if ord(text[0]) > 0x2E7F else f"{text}. "
    return found


def _form(item: _Element, ordered: _Element) -> str:
    said = _STYLE.search(item.get("style") or ordered.get("style") or "")
    style = said.group(1).lower() if said else ""
    if style in ("none", "disc", "circle", "square"):
        return ""
    return _STYLES.get(style) or _TYPES.get(item.get("type") or ordered.get("type") or "", "decimal")


def _whole(text: str | None) -> int | None:
    found = re.match(r"\s*(-?[0-9]{1,6})", text or "")
    return int(found.group(1)) if found else None
