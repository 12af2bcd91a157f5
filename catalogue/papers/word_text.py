"""What is printed of one paragraph of Word: insertions yes, deletions and hidden text no."""

from dataclasses import dataclass, field

from lxml.etree import _Element

from catalogue.papers.word_styles import Styles
from catalogue.papers.word_xml import W

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_MARKS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_LEFT_OUT = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "delText", "instrText", "pPr", "rPr", "sdtPr", "rt", "fldChar", "tbl")
)
# Typefaces of signs keep them in the private use area; these few are read as figures or ticks.
_SIGNS = {
    "symbol": {0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×", 0xB9: "≠", 0xBB: "≈", 0xB0: "°", 0xD7: "·"},
    "wingdings": {0xFC: "√", 0xFE: "☑", 0xA8: "□", 0x6F: "□", 0xFB: "×", 0xFD: "☒", 0x52: "☑"},
    "wingdings 2": {0x50: "√", 0x52: "☑", 0xA3: "□", 0x4F: "×"},
}


@dataclass
class Printed:
    text: list[str] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)  # text boxes, whose paragraphs are printed beside it
    comments: list[str] = field(default_factory=list)  # their ids
    pictures: int = 0


def print_of(paragraph: _Element, styles: Styles) -> Printed:
    found = Printed()
    _walk(paragraph, paragraph, styles, found)
    return found


def _walk(element: _Element, paragraph: _Element, styles: Styles, found: Printed) -> None:
    for one in element:
        if one.tag in _LEFT_OUT or (one.tag == f"{W}r" and styles.is_hidden(one, paragraph)) or _take(one, found):
            continue
        if one.tag == _ALTERNATE:  # the same drawing twice, first for new programs, then for old ones
            one = next(iter(one), one)
        elif one.tag == f"{_M}den":
            found.text.append("/")
        _walk(one, paragraph, styles, found)


def _take(one: _Element, found: Printed) -> bool:
    """Whether it is something by itself."""
    if one.tag in (f"{W}t", f"{_M}t"):
        found.text.append(one.text or "")
    elif one.tag in _MARKS:
        found.text.append(_MARKS[one.tag])
    elif one.tag == f"{W}sym":
        found.text.append(_sign(one))
    elif one.tag == f"{W}txbxContent":
        found.boxes.append(one)
    elif one.tag in (f"{W}commentReference", f"{W}commentRangeStart"):
        found.comments.append(str(one.get(f"{W}id")))
    elif one.tag in _PICTURES:
        found.pictures += 1
    else:
        return False
    return True


def _sign(symbol: _Element) -> str:
    try:
        code = int(symbol.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    signs = _SIGNS.get(symbol.get(f"{W}font", "").lower(), {})
    if code & 0xFF in signs:
        return signs[code & 0xFF]
    return "" if 0xE000 <= code < 0xF900 or code > 0xFFFF else chr(code)
