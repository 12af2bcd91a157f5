"""Paragraphs. Whatever comes from outside becomes text here and nowhere else: never a field, never markup."""

import re
import unicodedata
from xml.sax.saxutils import escape

DROPPED = ("Cf", "Cs")  # what is not seen and turns lines around; halves of characters
BLANK = ("Cc", "Zl", "Zp")
NO_CHARACTERS = "\ufffe\uffff"
HAN = r"[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]"
LOOSE = re.compile(rf"(?<={HAN}) +(?=[!-~≥≤])|(?<=[!-~‰]) +(?={HAN})")


def clean(text: str) -> str:
    """As it may stand in XML, on one line."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_kept, text))


def _kept(char: str) -> str:
    kind = unicodedata.category(char)
    if kind in BLANK:
        return " "
    return "" if kind in DROPPED or char in NO_CHARACTERS else char


def close(text: str) -> str:
    """第 3 期 as it is printed, 第3期: beside a figure stands no space."""
    return LOOSE.sub("", text)


def run(text: str, properties: str = "") -> str:
    """The hint sets quotation marks and dashes in the Chinese face, as wide as a character."""
    fonts = '<w:rFonts w:hint="eastAsia"/>'
    return f'<w:r><w:rPr>{fonts}{properties}</w:rPr><w:t xml:space="preserve">{escape(close(clean(text)))}</w:t></w:r>'


def paragraph(style: str, text: str, more: str = "", properties: str = "") -> str:
    """`more` are properties of this paragraph alone, in the order of the standard; `properties` of its text."""
    said = run(text, properties) if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{said}</w:p>'


def sides(style: str, left: str, right: str) -> str:
    """What stands left and right on one line."""
    end = f"<w:r><w:tab/></w:r>{run(right)}" if right else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(left)}{end}</w:p>'


def empty(style: str = "Body") -> str:
    return paragraph(style, "")


def breadth(text: str) -> float:
    """How many Chinese characters wide."""
    return sum(1 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in close(clean(text)))
