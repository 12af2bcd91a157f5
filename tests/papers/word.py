"""Word files for tests: built by python-docx, with the parts that it has no words for put in as XML."""

import io
from collections.abc import Sequence

from docx import Document
from docx.document import Document as Doc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

NAMESPACES = nsdecls("w")


def saved(document: Doc) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def element(xml: str) -> BaseOxmlElement:
    """`<w:p>…</w:p>` and the like; names of w only."""
    head, bracket, rest = xml.partition(">")
    slash = "/" if head.endswith("/") else ""
    return parse_xml(f"{head.removesuffix('/')} {NAMESPACES}{slash}{bracket}{rest}")


def with_body(*parts: str) -> bytes:
    """A document whose body is these elements."""
    document = Document()
    for part in parts:
        document.element.body.insert_element_before(element(part), "w:sectPr")
    return saved(document)


def with_table(*rows: str, grid: Sequence[int] = ()) -> bytes:
    """Rows as XML within `w:tbl`."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return with_body(f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>")


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(*paragraphs: str, properties: str = "") -> str:
    """Paragraphs as text, or as XML where they begin with `<`."""
    inner = "".join(one if one.startswith("<") else f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in paragraphs)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(document: Doc, texts: Sequence[Sequence[str]]) -> Table:
    made: Table = document.add_table(len(texts), len(texts[0]))
    for made_row, row_texts in zip(made.rows, texts, strict=True):
        for made_cell, text in zip(made_row.cells, row_texts, strict=True):
            made_cell.text = text
    return made


def numbering(document: Doc, *definitions: str) -> None:
    """Adds abstractNum and num elements to the document's numbering, its own taken away first."""
    root = document.part.numbering_part.element
    for old in list(root):
        root.remove(old)
    for definition in definitions:
        root.append(element(definition))


def abstract(key: int, *levels: tuple[str, str], extra: str = "", start: int = 1) -> str:
    """Levels as (format, text)."""
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{key}">{extra}{inner}</w:abstractNum>'


def num(key: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def numbered(paragraph: Paragraph, key: int, level: int = 0) -> None:
    numbers = element(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>')
    paragraph._p.get_or_add_pPr().append(numbers)


def merged(made: Table, first: tuple[int, int], last: tuple[int, int]) -> _Cell:
    joined: _Cell = made.cell(*first).merge(made.cell(*last))
    return joined
