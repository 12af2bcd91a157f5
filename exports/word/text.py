"""Paragraphs. Whatever comes from outside becomes text here and nowhere else: never a field, never markup."""

import re
from xml.sax.saxutils import escape

from domain.tables import width
from domain.wellformed import seen

HAN = r"[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]"
LOOSE = re.compile(rf"(?<={HAN}) +(?=[!-~≥≤])|(?<=[!-~‰]) +(?={HAN})")


def close(text: str) -> str:
    """第 3 期 as it is printed, 第3期: beside a figure stands no space."""
    return LOOSE.sub("", text)


def run(text: str, properties: str = "") -> str:
    """The hint sets quotation marks and dashes in the Chinese face, as wide as a character."""
    fonts = '<w:rFonts w:hint="eastAsia"/>'
    return f'<w:r><w:rPr>{fonts}{properties}</w:rPr><w:t xml:space="preserve">{escape(close(seen(text)))}</w:t></w:r>'


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
    return width(close(seen(text))) / 2
